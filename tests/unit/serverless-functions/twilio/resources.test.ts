/** @jest-environment node */
import { Calls } from '../../../../serverless-functions/src/twilio/calls';
import { clientOf } from '../../../../serverless-functions/src/twilio/client';
import { createConversations } from '../../../../serverless-functions/src/twilio/conversations';
import { createInteractions } from '../../../../serverless-functions/src/twilio/interactions';
import { createTasks, createWorkers } from '../../../../serverless-functions/src/twilio/tasks';
import { fakeClock } from '../support/fake-clock';
import { fakeTwilio, refusal, type Answering } from '../support/fake-http';
import { sid } from '../support/fixtures';

const WS = sid('WS');
const DOMAIN = 'parking-1234.twil.io';
const channel = { interactionSid: sid('KD'), channelSid: sid('UO') };
const CHANNEL = `/v1/Interactions/${sid('KD')}/Channels/${sid('UO')}`;
const at = '2026-03-04T12:00:00Z';

function open(answer: Answering) {
  const http = fakeTwilio(answer);
  const calls = new Calls(fakeClock(), { callUntilMs: 9_000, retryUntilMs: 8_500 });
  return { http, calls };
}

const answering = (body: object) => open(() => ({ status: 200, body }));
const notFound = () => open(() => refusal(404));

describe('a conversation', () => {
  const conversationsOf = ({ http, calls }: ReturnType<typeof open>) => createConversations(http.client, calls);

  it('is its state and its attributes', async () => {
    const opened = answering({ sid: sid('CH'), state: 'inactive', attributes: '{"a":1}' });
    expect(await conversationsOf(opened).fetch(sid('CH'))).toEqual({ state: 'inactive', attributes: '{"a":1}' });
  });

  it('that is gone is nothing, has nobody in it and no messages', async () => {
    const conversations = conversationsOf(notFound());
    expect(await conversations.fetch(sid('CH'))).toBeUndefined();
    expect(await conversations.participants(sid('CH'))).toEqual([]);
    expect(await conversations.newestMessages(sid('CH'))).toEqual({ messages: [], complete: true });
  });

  it('has people with an identity or an address', async () => {
    const bound = { type: 'whatsapp', address: 'whatsapp:+15550002', proxy_address: 'whatsapp:+15559999' };
    const participants = [
      { sid: sid('MB', 1), identity: 'grace', messaging_binding: null },
      { sid: sid('MB', 2), identity: null, messaging_binding: bound },
    ];
    const opened = answering({ participants, meta: { key: 'participants' } });
    expect(await conversationsOf(opened).participants(sid('CH'))).toStrictEqual([
      { sid: sid('MB', 1), identity: 'grace' },
      { sid: sid('MB', 2), address: 'whatsapp:+15550002' },
    ]);
  });

  it('gives its newest messages without what they say, and says when there are older ones', async () => {
    const message = { author: 'grace', body: 'secret', participant_sid: sid('MB', 1), date_created: at };
    const some = (count: number) =>
      answering({
        messages: Array.from({ length: count }, (_, nth) => ({ ...message, index: count - nth })),
        meta: { key: 'messages' },
      });
    const opened = some(2);
    const found = await conversationsOf(opened).newestMessages(sid('CH'));
    expect(found.messages[0]).toStrictEqual({
      index: 2,
      author: 'grace',
      participantSid: sid('MB', 1),
      atMs: Date.parse(at),
    });
    expect(found.complete).toBe(true);
    expect(opened.http.sent[0]?.query).toMatchObject({ Order: 'desc', PageSize: 20 });
    expect((await conversationsOf(some(20)).newestMessages(sid('CH'))).complete).toBe(false);
  });

  it('gives a bot’s message no participant', async () => {
    const messages = [{ index: 0, author: 'bot', participant_sid: null, date_created: at }];
    const found = await conversationsOf(answering({ messages, meta: { key: 'messages' } })).newestMessages(sid('CH'));
    expect(found.messages[0]).not.toHaveProperty('participantSid');
  });

  it('gives what its messages say to those who ask to read them', async () => {
    const media = [{ sid: `ME${'0'.repeat(32)}` }];
    const messages = [
      { index: 1, author: 'grace', body: null, media, participant_sid: sid('MB', 1), date_created: at },
      { index: 0, author: 'grace', body: 'hello', media: null, participant_sid: sid('MB', 1), date_created: at },
    ];
    const opened = answering({ messages, meta: { key: 'messages' } });
    expect((await conversationsOf(opened).readMessages(sid('CH'))).messages).toMatchObject([
      { body: '', hasMedia: true },
      { body: 'hello', hasMedia: false },
    ]);
  });

  it('is written to once: a lost answer is not repeated', async () => {
    const opened = answering({ sid: 'IM' });
    opened.http.fail('POST', 'lost-answer');
    await expect(conversationsOf(opened).say(sid('CH'), 'Back soon.')).rejects.toMatchObject({ kind: 'unknown' });
    expect(opened.http.sent).toMatchObject([{ form: { Body: 'Back soon.' } }]);
  });

  it('takes its attributes again when the answer was lost', async () => {
    const opened = answering({ sid: sid('CH') });
    opened.http.fail('POST', 'lost-answer');
    await conversationsOf(opened).putAttributes(sid('CH'), '{}');
    expect(opened.http.sent.map(({ form }) => form)).toEqual([{ Attributes: '{}' }, { Attributes: '{}' }]);
  });
});

describe('an interaction channel', () => {
  const interactionsOf = ({ http, calls }: ReturnType<typeof open>) => createInteractions(http.client, calls, WS);

  it('lists who is on it, with task and worker where routing tells them', async () => {
    const routing_properties = { task_sid: sid('WT'), worker_sid: sid('WK'), reservation_sid: 'WR' };
    const participants = [
      { sid: sid('UT', 1), type: 'customer', routing_properties: null },
      { sid: sid('UT', 2), type: 'agent', routing_properties },
    ];
    const opened = answering({ participants, meta: { key: 'participants' } });
    expect(await interactionsOf(opened).participants(channel)).toStrictEqual([
      { sid: sid('UT', 1), type: 'customer' },
      { sid: sid('UT', 2), type: 'agent', taskSid: sid('WT'), workerSid: sid('WK') },
    ]);
  });

  it.each(['closed', 'wrapup'] as const)('releases an agent by his participant: %s', async (status) => {
    const opened = answering({ sid: sid('UT') });
    await interactionsOf(opened).release(channel, sid('UT'), status);
    const form = { Status: status };
    expect(opened.http.sent).toMatchObject([{ method: 'POST', path: `${CHANNEL}/Participants/${sid('UT')}`, form }]);
  });

  const routing = { workflowSid: sid('WW'), taskChannelUniqueName: 'chat', priority: 7 };
  const sent = { routing: { properties: { sid: sid('WT', 2), attributes: '{"a":1}' } } };

  it.each([
    [{}, {}],
    [{ direct: { queueSid: sid('WQ'), workerSid: sid('WK') } }, { queue_sid: sid('WQ'), worker_sid: sid('WK') }],
    [
      { queueSid: sid('WQ'), timeoutSeconds: 60 },
      { queue_sid: sid('WQ'), timeout: 60 },
    ],
  ])('is invited by its workflow, straight to a worker or a queue when told (%j)', async (told, properties) => {
    const opened = answering(sent);
    const invite = { routing: { ...routing, ...told }, attributes: '{"name":"Grace"}' };
    expect(await interactionsOf(opened).invite(channel, invite)).toBe(sid('WT', 2));
    const [request] = opened.http.sent;
    expect(request?.path).toBe(`${CHANNEL}/Invites`);
    expect(JSON.parse(String(request?.form.Routing))).toStrictEqual({
      properties: {
        workspace_sid: WS,
        workflow_sid: sid('WW'),
        task_channel_unique_name: 'chat',
        priority: 7,
        ...properties,
        attributes: { name: 'Grace' },
      },
    });
  });

  it.each(['lost-answer', 'lost-request', { status: 500 }] as const)(
    'is never invited twice blindly (%j)',
    async (fault) => {
      const opened = answering(sent);
      opened.http.fail('POST', fault);
      const inviting = interactionsOf(opened).invite(channel, { routing, attributes: '{}' });
      await expect(inviting).rejects.toMatchObject({ kind: 'unknown' });
      expect(opened.http.sent).toHaveLength(1);
    },
  );

  it('lists the invites that name a task', async () => {
    const invites = [sent, { routing: { properties: {} } }, { routing: null }];
    const opened = answering({ invites, meta: { key: 'invites' } });
    expect(await interactionsOf(opened).invites(channel)).toEqual([{ taskSid: sid('WT', 2), attributes: '{"a":1}' }]);
  });
});

describe('TaskRouter', () => {
  it('tells all that a new task needs of a task', async () => {
    const task = {
      sid: sid('WT'),
      assignment_status: 'assigned',
      attributes: '{}',
      workflow_sid: sid('WW'),
      task_queue_sid: sid('WQ'),
      task_queue_friendly_name: 'Support',
      task_channel_unique_name: 'chat',
      priority: 7,
    };
    const { http, calls } = answering(task);
    expect(
      await createTasks(http.client, calls, { workspaceSid: WS, functionsDomain: DOMAIN }).fetch(sid('WT')),
    ).toEqual({
      sid: sid('WT'),
      status: 'assigned',
      attributes: '{}',
      workflowSid: sid('WW'),
      queueSid: sid('WQ'),
      queueName: 'Support',
      taskChannelUniqueName: 'chat',
      priority: 7,
    });
  });

  it('forgets finished tasks', async () => {
    const { http, calls } = notFound();
    expect(
      await createTasks(http.client, calls, { workspaceSid: WS, functionsDomain: DOMAIN }).fetch(sid('WT')),
    ).toBeUndefined();
  });

  it.each([
    [`https://${DOMAIN}/webhooks/taskrouter-event`, '', true],
    [`https://${DOMAIN}/webhooks/taskrouter-event`, 'reservation.accepted,task.canceled', true],
    [`https://${DOMAIN}/webhooks/taskrouter-event`, 'reservation.accepted', false],
    ['https://other.example.com/webhooks/taskrouter-event', '', false],
    [null, null, false],
  ])('reports deaths to us by the callback %s with the filter %s: %s', async (url, filter, reported) => {
    const { http, calls } = answering({ sid: WS, event_callback_url: url, events_filter: filter });
    const tasks = createTasks(http.client, calls, { workspaceSid: WS, functionsDomain: DOMAIN });
    expect(await tasks.deathsAreReported()).toBe(reported);
  });

  it.each([
    [true, { available: true, available_capacity_percentage: 34 }, true],
    [false, { available: true, available_capacity_percentage: 34 }, false],
    [true, { available: true, available_capacity_percentage: 0 }, false],
    [true, { available: false, available_capacity_percentage: 34 }, false],
  ])('knows whether a worker is free (%s, %j: %s)', async (available, channel, free) => {
    const channels = [
      { task_channel_unique_name: 'voice', available: true, available_capacity_percentage: 100 },
      { task_channel_unique_name: 'chat', ...channel },
    ];
    const { http, calls } = open(({ path }) => ({
      status: 200,
      body: path.endsWith('/Channels') ? { channels, meta: { key: 'channels' } } : { sid: sid('WK'), available },
    }));
    const workers = createWorkers(http.client, calls, WS);
    expect(await workers.isFree(sid('WK'), 'chat')).toBe(free);
    expect(await workers.isFree(sid('WK'), 'sms')).toBe(false);
  });

  it.each([
    ['{"full_name":"Ada Okafor"}', 'Ada Okafor'],
    ['{"full_name":" "}', 'ada@example.com'],
    ['{}', 'ada@example.com'],
  ])('calls a worker with attributes %s: %s', async (attributes, name) => {
    const { http, calls } = answering({ sid: sid('WK'), friendly_name: 'ada@example.com', attributes });
    expect(await createWorkers(http.client, calls, WS).nameOf(sid('WK'))).toBe(name);
    expect(await createWorkers(notFound().http.client, calls, WS).nameOf(sid('WK'))).toBeUndefined();
  });

  it('has no free worker where there is none', async () => {
    const { http, calls } = notFound();
    expect(await createWorkers(http.client, calls, WS).isFree(sid('WK'), 'chat')).toBe(false);
  });

  it.each([
    [[{ sid: sid('WK') }], true],
    [[], false],
  ])('knows a Flex user by his chat identity (%j: %s)', async (workers, known) => {
    const { http, calls } = answering({ workers, meta: { key: 'workers' } });
    expect(await createWorkers(http.client, calls, WS).hasIdentity('o"hara')).toBe(known);
    expect(http.sent[0]?.query).toMatchObject({ TargetWorkersExpression: 'contact_uri == "client:o\\"hara"' });
  });
});

describe('the SDK’s client', () => {
  it('comes from the Functions runtime', () => {
    const { http } = notFound();
    expect(clientOf({ getTwilioClient: () => http.client })).toBe(http.client);
    expect(() => clientOf({})).toThrow(TypeError);
  });
});

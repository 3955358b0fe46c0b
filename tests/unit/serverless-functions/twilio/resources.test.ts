/** @jest-environment node */
import { Calls } from '../../../../serverless-functions/src/twilio/calls';
import { clientOf } from '../../../../serverless-functions/src/twilio/client';
import { createConversations } from '../../../../serverless-functions/src/twilio/conversations';
import { createInteractions } from '../../../../serverless-functions/src/twilio/interactions';
import { createTasks } from '../../../../serverless-functions/src/twilio/tasks';
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

  it.each(['closed', 'wrapup'] as const)('releases an agent by their participant: %s', async (status) => {
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
    [{ direct: { queueSid: undefined, workerSid: sid('WK') } }, { worker_sid: sid('WK') }],
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

  it.each([
    ['failed', true],
    ['active', false],
    ['inactive', false],
    ['closed', false],
    ['setup', false],
  ])('that is %s has failed: %s', async (status, failed) => {
    const opened = answering({ sid: sid('UO'), status });
    expect(await interactionsOf(opened).hasFailed(channel)).toBe(failed);
    expect(opened.http.sent).toMatchObject([{ method: 'GET', path: CHANNEL }]);
  });

  it('that is gone has not failed', async () => {
    expect(await interactionsOf(notFound()).hasFailed(channel)).toBe(false);
  });

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
      date_created: at,
    };
    const { http, calls } = answering(task);
    expect(
      await createTasks(http.client, calls, { workspaceSid: WS, functionsDomain: DOMAIN, over: new Set() }).fetch(
        sid('WT'),
      ),
    ).toEqual({
      sid: sid('WT'),
      status: 'assigned',
      attributes: '{}',
      workflowSid: sid('WW'),
      queueSid: sid('WQ'),
      queueName: 'Support',
      taskChannelUniqueName: 'chat',
      priority: 7,
      createdAtMs: Date.parse(at),
    });
  });

  it('lists what agents have, the oldest first', async () => {
    const tasks = [{ sid: sid('WT'), assignment_status: 'assigned', attributes: '{}', date_created: at }];
    const { http, calls } = answering({ tasks, meta: { key: 'tasks' } });
    const created = createTasks(http.client, calls, { workspaceSid: WS, functionsDomain: DOMAIN, over: new Set() });
    expect(await created.assignedLongest(20)).toMatchObject([{ sid: sid('WT'), createdAtMs: Date.parse(at) }]);
    expect(http.sent[0]?.query).toEqual({ AssignmentStatus: ['assigned'], PageSize: 20 });
  });

  it.each([
    [[{ sid: sid('WR'), worker_sid: sid('WK'), date_updated: at }], { workerSid: sid('WK'), atMs: Date.parse(at) }],
    [[], undefined],
  ])('tells who accepted a task, and when', async (reservations, expected) => {
    const { http, calls } = answering({ reservations, meta: { key: 'reservations' } });
    const created = createTasks(http.client, calls, { workspaceSid: WS, functionsDomain: DOMAIN, over: new Set() });
    expect(await created.acceptedBy(sid('WT'))).toEqual(expected);
    expect(http.sent[0]?.query).toMatchObject({ ReservationStatus: 'accepted' });
  });

  it('forgets finished tasks', async () => {
    const { http, calls } = notFound();
    expect(
      await createTasks(http.client, calls, { workspaceSid: WS, functionsDomain: DOMAIN, over: new Set() }).fetch(
        sid('WT'),
      ),
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
    const tasks = createTasks(http.client, calls, { workspaceSid: WS, functionsDomain: DOMAIN, over: new Set() });
    expect(await tasks.deathsAreReported()).toBe(reported);
  });

  it('tells the status of a task, also where it says nothing else', async () => {
    const bare = { sid: sid('WT'), assignment_status: 'reserved', attributes: null, priority: null };
    const { http, calls } = answering(bare);
    const tasks = createTasks(http.client, calls, { workspaceSid: WS, functionsDomain: DOMAIN, over: new Set() });
    expect(await tasks.status(sid('WT'))).toBe('reserved');
    const unknown = { attributes: '{}', queueName: '', taskChannelUniqueName: 'default', priority: 0 };
    expect(await tasks.fetch(sid('WT'))).toMatchObject({ status: 'reserved', workflowSid: undefined, ...unknown });
    const gone = notFound();
    const none = createTasks(gone.http.client, gone.calls, {
      workspaceSid: WS,
      functionsDomain: DOMAIN,
      over: new Set(),
    });
    expect(await none.status(sid('WT'))).toBeUndefined();
  });

  it.each([
    ['waits', undefined, 'pending', true],
    ['is over already', 400, 'canceled', true],
    ['is gone', 404, undefined, true],
    ['was accepted', 400, 'assigned', false],
    ['was accepted and completed', 400, 'completed', false],
  ])('ends a task that %s, or says that it cannot (%s, %s: %s)', async (_, refusedWith, status, isEnded) => {
    const { http, calls } = open(({ method }) => {
      if (method === 'POST') return refusedWith ? refusal(refusedWith) : { status: 200, body: { sid: sid('WT') } };
      return status ? { status: 200, body: { sid: sid('WT'), assignment_status: status } } : refusal(404);
    });
    const tasks = createTasks(http.client, calls, { workspaceSid: WS, functionsDomain: DOMAIN, over: new Set() });
    expect(await tasks.cancel(sid('WT'), 'Not accepted in time')).toBe(isEnded);
    const form = { AssignmentStatus: 'canceled', Reason: 'Not accepted in time' };
    expect(http.sent[0]).toMatchObject({ method: 'POST', path: `/v1/Workspaces/${WS}/Tasks/${sid('WT')}`, form });
  });
});

describe('the SDK’s client', () => {
  it('comes from the Functions runtime, and is told when a request has taken too long', () => {
    const { http, calls } = notFound();
    const options: object[] = [];
    const getTwilioClient = (given: object) => {
      options.push(given);
      return http.client;
    };
    expect(clientOf({ getTwilioClient }, calls)).toBe(http.client);
    expect(options).toEqual([{ timeout: 2_500 }]);
    expect(() => clientOf({}, calls)).toThrow(TypeError);
  });
});

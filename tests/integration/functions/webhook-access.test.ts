/** @jest-environment node */
import { customers, type ContactCentre, type Served } from './support/contact-centre';
import { WARM_UP_MS } from './support/desk';
import { hostFunctions, signed, type HostedFunctions, type Post } from './support/hosted-desk';
import { print, table } from './support/table';
import { stateOf } from './support/world-state';

const WAKE = '/webhooks/unpark-interaction';
const EVENTS = '/webhooks/taskrouter-event';
const FROM_FLOW = '/webhooks/route-interaction';
const RECONCILE = '/webhooks/reconcile';

interface Parked {
  readonly desk: ContactCentre;
  readonly served: Served;
  /** Path and query of the wake webhook. */
  readonly at: string;
  /** The event of a customer's message that is to come. */
  readonly fields: Record<string, string>;
}

interface Row {
  readonly who: string;
  readonly sends: string;
  request(parked: Parked): Post;
}

let functions: HostedFunctions;
beforeAll(async () => {
  functions = await hostFunctions();
}, WARM_UP_MS);
afterAll(async () => {
  await functions.close();
  print('Who may call the webhooks', table(['who', 'sends', 'answer', 'state'], printed));
});
const printed: string[][] = [];

async function openParked(): Promise<Parked> {
  const desk = functions.openDesk();
  desk.available('ada');
  const served = await desk.serve('ada', customers.whatsapp);
  await desk.park('ada', served);
  const { conversationSid } = served;
  const conversation = desk.conversation(conversationSid);
  const [webhook] = conversation.webhooks.values();
  const [customer] = conversation.participants.values();
  const { pathname, search } = new URL(webhook?.url ?? '');
  const fields = {
    EventType: 'onMessageAdded',
    ConversationSid: conversationSid,
    Index: String(conversation.nextMessageIndex),
    Author: customer?.messagingBinding?.address ?? '',
    ParticipantSid: customer?.sid ?? '',
    WebhookSid: webhook?.sid ?? '',
    Body: 'Grüße & 1+1',
  };
  return { desk, served, at: `${pathname}${search}`, fields };
}

const refused: readonly Row[] = [
  { who: 'nobody', sends: 'a wake event, unsigned', request: ({ at, fields }) => ({ at, fields }) },
  {
    who: 'nobody',
    sends: 'a wake event with an empty signature',
    request: ({ at, fields }) => ({ at, fields, headers: { 'x-twilio-signature': '' } }),
  },
  {
    who: 'another account',
    sends: 'a wake event',
    request: ({ at, fields }) => ({ at, fields, headers: signed(at, fields, 'f'.repeat(32)) }),
  },
  {
    who: 'a listener',
    sends: 'a wake event signed for another Function',
    request: ({ at, fields }) => ({ at, fields, headers: signed(EVENTS, fields) }),
  },
  {
    who: 'a listener',
    sends: 'a wake event signed for another park',
    request: ({ at, fields }) => ({ at, fields, headers: signed(`${at}0`, fields) }),
  },
  {
    who: 'a listener',
    sends: 'a wake event with a changed field',
    request: ({ at, fields }) => ({ at, fields: { ...fields, Index: '99' }, headers: signed(at, fields) }),
  },
  {
    who: 'a listener',
    sends: 'a wake event with a field more',
    request: ({ at, fields }) => ({ at, fields: { ...fields, parkId: 'x' }, headers: signed(at, fields) }),
  },
  {
    who: 'nobody',
    sends: 'a wake event as GET',
    request: ({ at, fields }) => ({
      at: `${at}&${new URLSearchParams(fields).toString()}`,
      fields: {},
      method: 'GET',
    }),
  },
  {
    who: 'an agent',
    sends: 'a wake event with a Flex token instead of a signature',
    request: ({ desk, at, fields }) => ({ at, fields: { ...fields, Token: desk.token('ada') } }),
  },
  {
    who: 'nobody',
    sends: 'a task event, unsigned',
    request: ({ desk, served }) => ({ at: EVENTS, fields: taskEvent(desk, served, 'task.canceled') }),
  },
  {
    who: 'nobody',
    sends: 'a flow’s wish for an agent, unsigned',
    request: ({ served: { conversationSid } }) => ({ at: FROM_FLOW, fields: { conversationSid } }),
  },
  { who: 'nobody', sends: 'a call to reconcile, unsigned', request: () => ({ at: RECONCILE, fields: {} }) },
  {
    who: 'a listener',
    sends: 'a call to reconcile with a wake event’s signature',
    request: ({ at, fields }) => ({ at: RECONCILE, fields: {}, headers: signed(at, fields) }),
  },
];

function taskEvent(desk: ContactCentre, { taskSid }: Served, type: string): Record<string, string> {
  return { EventType: type, TaskSid: taskSid, TaskAttributes: desk.world.taskRouter.task(taskSid).attributes };
}

describe('a webhook that Twilio did not sign', () => {
  it.each(refused)('$who sends $sends: 403, and nothing changes', async ({ who, sends, request }) => {
    const parked = await openParked();
    const before = stateOf(parked.desk.world);

    expect((await functions.post(request(parked))).status).toBe(403);

    expect(stateOf(parked.desk.world)).toEqual(before);
    printed.push([who, sends, '403', 'unchanged']);
  });
});

describe('a webhook that Twilio signed', () => {
  it('wakes the conversation, over the URL that the park wrote', async () => {
    const { desk, served, at, fields } = await openParked();
    const answer = await functions.post({ at, fields, headers: signed(at, fields) });
    expect(answer).toMatchObject({ status: 200, body: { status: 'routed' } });
    expect(desk.openTasks(served.conversationSid)).toHaveLength(1);
    printed.push(['Twilio', 'a wake event', 'routed', 'changed']);
  });

  it('changes nothing when it is replayed, before and after an agent has accepted', async () => {
    const { desk, served } = await openParked();
    await desk.writes(customers.whatsapp, 'Hello again');
    const wake = desk.world.deliveries().find(({ delivery }) => delivery.url.includes(WAKE))?.delivery;
    if (!wake) throw new Error('the wake webhook was not called');
    const { pathname, search } = new URL(wake.url);
    const replay = () => functions.post({ at: `${pathname}${search}`, fields: wake.params, headers: wake.headers });
    const returning = stateOf(desk.world);

    expect(await replay()).toMatchObject({ status: 200, body: { status: 'ignored' } });
    expect(stateOf(desk.world)).toEqual(returning);

    await desk.accept('ada');
    const accepted = stateOf(desk.world);
    expect(await replay()).toMatchObject({ status: 200, body: { status: 'ignored' } });
    expect(stateOf(desk.world)).toEqual(accepted);
    expect(desk.openTasks(served.conversationSid)).toHaveLength(1);
    printed.push(['a listener', 'a wake event again, as it was signed', 'ignored', 'unchanged']);
  });

  it('changes nothing when it is replayed after the next park', async () => {
    const { desk } = await openParked();
    await desk.writes(customers.whatsapp, 'Hello again');
    const wake = desk.world.deliveries().find(({ delivery }) => delivery.url.includes(WAKE))?.delivery;
    if (!wake) throw new Error('the wake webhook was not called');
    await desk.park('ada', await desk.accept('ada'));
    const parkedAgain = stateOf(desk.world);

    const { pathname, search } = new URL(wake.url);
    const answer = await functions.post({ at: `${pathname}${search}`, fields: wake.params, headers: wake.headers });

    expect(answer).toMatchObject({ status: 200, body: { status: 'ignored', why: 'seen' } });
    expect(stateOf(desk.world)).toEqual(parkedAgain);
    printed.push(['a listener', 'a wake event of an earlier park', 'ignored', 'unchanged']);
  });
});

describe('the Functions over HTTP', () => {
  it('lets Flex’s own origin read every answer, refusals too', async () => {
    functions.openDesk();
    for (const at of ['/flex/park-interaction', '/flex/unpark-interaction', '/flex/reconcile']) {
      const { status, headers, body } = await functions.post({ at, fields: { Token: 'made-up' } });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(body).toMatchObject({ code: expect.any(String), message: expect.any(String) });
      expect(headers['access-control-allow-origin']).toBe('*');
    }
  });

  it('has no address for anything else', async () => {
    functions.openDesk();
    for (const at of ['/', '/flex', '/webhooks', '/composition', '/flex/park-interaction.js', '/../package.json'])
      expect((await functions.post({ at, fields: {} })).status).toBe(404);
  });
});

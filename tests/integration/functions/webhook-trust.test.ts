/** @jest-environment node */
import type { Source } from '../../../local-twilio/src/services/conversations/entities';
import { WARM_UP_MS, warmUp } from './support/desk';
import { it } from './support/either-way';
import { openFloor, type Floor } from './support/floor';
import type { Served } from './support/contact-centre';
import { print, table } from './support/table';
import { stateOf } from './support/world-state';

const WAKE = 'webhooks/unpark-interaction';
const EVENTS = 'webhooks/taskrouter-event';
const sid = (prefix: string) => `${prefix}${'e'.repeat(32)}`;

interface Row {
  readonly event: string;
  readonly path: string;
  readonly status: number;
  readonly answer: object;
  readonly changes?: true;
  fields(floor: Floor): object;
}

beforeAll(warmUp, WARM_UP_MS);
const printed: string[][] = [];
afterAll(() => print('What a signed event may do', table(['Function', 'event', 'answer', 'state'], printed)));

function parkIdOf({ desk }: Floor, { conversationSid }: Served): string {
  const [webhook] = desk.conversation(conversationSid).webhooks.values();
  return new URL(webhook?.url ?? '').searchParams.get('parkId') ?? '';
}

/** The event of the customer's next message in a conversation. */
function message(floor: Floor, served: Served, changes: object = {}): object {
  const { participants, nextMessageIndex } = floor.desk.conversation(served.conversationSid);
  const [customer] = participants.values();
  const source: Source = 'SDK';
  return {
    EventType: 'onMessageAdded',
    ConversationSid: served.conversationSid,
    Index: String(nextMessageIndex),
    Author: customer?.messagingBinding?.address ?? customer?.identity ?? '',
    ParticipantSid: customer?.sid ?? '',
    Source: source,
    parkId: parkIdOf(floor, floor.adaParked),
    ...changes,
  };
}

const ignored = (why: string) => ({ status: 'ignored', why });

const rows: readonly Row[] = [
  {
    event: 'a customer’s message',
    path: WAKE,
    status: 200,
    answer: { status: 'routed' },
    changes: true,
    fields: (floor) => message(floor, floor.adaParked),
  },
  {
    // It proves that a customer wrote, whichever of our webhooks told: losing them would be worse.
    event: 'a customer’s message over a webhook of another park',
    path: WAKE,
    status: 200,
    answer: { status: 'routed' },
    changes: true,
    fields: (floor) => message(floor, floor.adaParked, { parkId: parkIdOf(floor, floor.benParked) }),
  },
  {
    event: 'a message in a conversation that was never parked',
    path: WAKE,
    status: 200,
    answer: ignored('nothing-parked'),
    fields: (floor) => message(floor, floor.adaServes),
  },
  {
    event: 'a message in a conversation that never was',
    path: WAKE,
    status: 200,
    answer: ignored('nothing-parked'),
    fields: (floor) => message(floor, floor.adaParked, { ConversationSid: sid('CH') }),
  },
  {
    event: 'a message that the agent had seen',
    path: WAKE,
    status: 200,
    answer: ignored('seen'),
    fields: (floor) => message(floor, floor.adaParked, { Index: '0' }),
  },
  {
    event: 'a message of a bot',
    path: WAKE,
    status: 200,
    answer: ignored('not-a-customer'),
    fields: (floor) => message(floor, floor.adaParked, { Author: 'bot', ParticipantSid: '' }),
  },
  {
    event: 'a message of the agent who parked',
    path: WAKE,
    status: 200,
    answer: ignored('not-a-customer'),
    fields: (floor) =>
      message(floor, floor.adaParked, { Author: floor.desk.person('ada').identity, ParticipantSid: '' }),
  },
  {
    event: 'a message of a participant who is not there, in the customer’s name',
    path: WAKE,
    status: 200,
    answer: ignored('not-a-customer'),
    fields: (floor) => message(floor, floor.adaParked, { ParticipantSid: sid('MB') }),
  },
  {
    event: 'a message without a park id',
    path: WAKE,
    status: 400,
    answer: { code: 'invalid-request' },
    fields: (floor) => message(floor, floor.adaParked, { parkId: undefined }),
  },
  {
    event: 'a message with a malformed conversation',
    path: WAKE,
    status: 400,
    answer: { code: 'invalid-request' },
    fields: (floor) => message(floor, floor.adaParked, { ConversationSid: 'CH1' }),
  },
  {
    event: 'something else than a message',
    path: WAKE,
    status: 400,
    answer: { code: 'invalid-request' },
    fields: (floor) => message(floor, floor.adaParked, { EventType: 'onParticipantAdded' }),
  },
  ...(
    ['reservation.accepted', 'task.canceled', 'task.deleted', 'task.system-deleted', 'workflow.timeout'] as const
  ).flatMap((EventType): Row[] => [
    {
      event: `${EventType} of a task that never was`,
      path: EVENTS,
      status: 200,
      answer: { status: 'ignored' },
      fields: ({ adaParked: { conversationSid } }) => ({
        EventType,
        TaskSid: sid('WT'),
        TaskAttributes: JSON.stringify({ conversationSid }),
      }),
    },
    {
      event: `${EventType} of another’s task in the name of a parked conversation`,
      path: EVENTS,
      status: 200,
      answer: { status: 'ignored' },
      fields: ({ adaParked: { conversationSid }, benServes: { taskSid } }) => ({
        EventType,
        TaskSid: taskSid,
        TaskAttributes: JSON.stringify({ conversationSid }),
      }),
    },
  ]),
  {
    event: 'an event of somebody else’s task',
    path: EVENTS,
    status: 200,
    answer: { status: 'ignored' },
    fields: () => ({ EventType: 'task.canceled', TaskSid: sid('WT'), TaskAttributes: '{"call_sid":"CA1"}' }),
  },
  {
    event: 'an event with broken attributes',
    path: EVENTS,
    status: 200,
    answer: { status: 'ignored' },
    fields: () => ({ EventType: 'task.canceled', TaskSid: sid('WT'), TaskAttributes: '{' }),
  },
];

/** A floor serves until something changed in it. */
let unchanged: Floor | undefined;

describe('a signed event', () => {
  it.each(rows)('$path: $event', async ({ event, path, status, answer, changes, fields }) => {
    const floor = unchanged ?? (await openFloor());
    unchanged = undefined;
    const before = stateOf(floor.desk.world);

    expect(await floor.desk.call(path, { ...fields(floor) })).toMatchObject({ status, body: answer });

    if (changes) expect(floor.desk.openTasks(floor.adaParked.conversationSid)).toHaveLength(1);
    else expect(stateOf(floor.desk.world)).toEqual(before);
    if (!changes) unchanged = floor;
    printed.push([path, event, Object.values(answer).join(': '), changes ? 'one task' : 'unchanged']);
  });

  it('of a cancelled task that brought back another’s conversation leaves that one alone', async () => {
    const floor = await openFloor();
    const { desk, adaParked, benParked } = floor;
    await desk.unpark('ada', adaParked.conversationSid);
    const [task] = desk.openTasks(adaParked.conversationSid);
    const before = stateOf(desk.world);

    const TaskAttributes = JSON.stringify({ conversationSid: benParked.conversationSid });
    const answer = await desk.call(EVENTS, { EventType: 'task.canceled', TaskSid: task?.sid, TaskAttributes });

    expect(answer).toMatchObject({ status: 200, body: { status: 'ignored' } });
    expect(stateOf(desk.world)).toEqual(before);
  });
});

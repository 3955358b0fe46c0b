import { PRESS_PARK } from './plain';
import type { AnotherVersion, PlannedFault, Schedule, Step, When } from './schedule';
import type { Situation } from './situation';

const afterPark = (ms: number): When => ({ at: 'answer', invocation: 'park#1', ms });
const afterUnpark = (ms: number): When => ({ at: 'answer', invocation: 'unpark#1', ms });
const atTime = (ms: number): When => ({ at: 'time', ms });
const writesAt = (when: When): Step => ({ when, action: { do: 'customer-writes' } });
const REPLY = writesAt(afterPark(5_000));
const UNPARK: Step = { when: afterPark(5_000), action: { do: 'press-unpark', by: 'ada', routeTo: 'me' } };
const acceptAt = (when: When): Step => ({ when, action: { do: 'accept' } });
const parkAt = (when: When): Step => ({ when, action: { do: 'press-park' } });
const reconcileAt = (when: When): Step => ({ when, action: { do: 'reconcile' } });

/** It came to Ada by a transfer, so its task has no workflow. */
const TRANSFERRED: readonly Situation[] = [
  {
    name: 'transferred to an agent: park',
    messages: 'around',
    under: 'park#1',
    base: { transfers: ['agent'] },
    steps: [PRESS_PARK],
  },
  {
    name: 'transferred to a queue: wake',
    messages: 'around',
    under: 'wake#1',
    base: { transfers: ['queue'] },
    steps: [PRESS_PARK, REPLY],
  },
  {
    name: 'transferred twice: unpark',
    messages: 'around',
    under: 'unpark#1',
    base: { transfers: ['queue', 'agent'] },
    steps: [PRESS_PARK, UNPARK],
  },
];

const overwritten = (what: AnotherVersion, when: When = afterPark(3_000)): Step => ({
  when,
  action: { do: 'another-version-writes', what },
});

/** Another version wrote the record while the conversation was parked, or on its way back. */
const UNREADABLE: readonly Situation[] = [
  {
    name: 'unreadable: the customer writes, and the route is unknown',
    messages: 'around',
    under: 'wake#1',
    base: {},
    steps: [PRESS_PARK, overwritten('unknown-route'), REPLY],
  },
  {
    name: 'unreadable: the customer writes long after, and the state is unknown',
    messages: 'around',
    under: 'wake#1',
    base: {},
    steps: [PRESS_PARK, overwritten('unknown-state'), writesAt(afterPark(60_000))],
  },
  {
    name: 'unreadable: the agent unparks, and a field is missing',
    messages: 'around',
    under: 'unpark#1',
    base: {},
    steps: [PRESS_PARK, overwritten('missing-field'), UNPARK],
  },
  {
    name: 'unreadable: the customer writes long after, and nothing is known',
    messages: 'around',
    under: 'wake#1',
    base: {},
    steps: [PRESS_PARK, overwritten('no-park'), writesAt(afterPark(60_000))],
  },
  {
    name: 'unreadable: reconcile',
    messages: 'around',
    under: 'reconcile#1',
    base: {},
    steps: [PRESS_PARK, overwritten('unknown-state'), reconcileAt(atTime(120_000))],
  },
  {
    name: 'unreadable: parked again when it is back',
    messages: 'around',
    under: 'park#2',
    base: { available: ['ada'], acceptAtOnce: false, taskEvents: false, travel: 'once' },
    steps: [
      PRESS_PARK,
      REPLY,
      overwritten('unknown-state', afterPark(12_000)),
      acceptAt(atTime(30_000)),
      parkAt(atTime(40_000)),
    ],
  },
];

const away = (taskEvents: boolean): Partial<Schedule> => ({
  available: [],
  acceptAtOnce: false,
  taskEvents,
  travel: 'once',
});

/** Ada unparks to herself and is not there to accept; then the customer writes. */
const AWAY: readonly Situation[] = [
  { name: 'away: a day passes', messages: 'around', under: 'park#1', base: { ttlPasses: true }, steps: [PRESS_PARK] },
  {
    name: 'away: the customer writes at once',
    messages: 'around',
    under: 'wake#1',
    base: away(true),
    steps: [PRESS_PARK, UNPARK, writesAt(afterUnpark(0))],
  },
  {
    name: 'away: the customer writes at once, and TaskRouter tells nothing',
    messages: 'around',
    under: 'wake#1',
    base: away(false),
    steps: [PRESS_PARK, UNPARK, writesAt(afterUnpark(0))],
  },
  {
    name: 'away: the customer writes just before their time is over, and TaskRouter tells nothing',
    messages: 'around',
    under: 'wake#1',
    base: away(false),
    steps: [PRESS_PARK, UNPARK, writesAt(afterUnpark(118_000))],
  },
  {
    name: 'away: the customer writes ten minutes later',
    messages: 'around',
    under: 'task.canceled#1',
    base: away(true),
    steps: [PRESS_PARK, UNPARK, writesAt(afterUnpark(600_000))],
  },
  {
    name: 'away: the customer writes ten minutes later, and TaskRouter tells nothing',
    messages: 'around',
    under: 'wake#1',
    base: away(false),
    steps: [PRESS_PARK, UNPARK, writesAt(afterUnpark(600_000))],
  },
  {
    name: 'away: they are there and do not answer',
    messages: 'around',
    under: 'unpark#1',
    base: { ...away(true), available: ['ada'] },
    steps: [PRESS_PARK, UNPARK, writesAt(afterUnpark(60_000))],
  },
];

const burst = (gapMs: number): readonly Step[] => [PRESS_PARK, REPLY, writesAt(afterPark(5_000 + gapMs))];
const LATER: Partial<Schedule> = { switches: { inviteTask: 'later' }, acceptAtOnce: false };

/** Two messages in a row, and the task of the first one cannot be read yet. */
const BURST: readonly Situation[] = [300, 1_000, 2_000, 4_000].map((gapMs) => ({
  name: `burst: a second message after ${gapMs} ms`,
  messages: 'around',
  under: 'wake#2',
  base: LATER,
  steps: burst(gapMs),
}));

const INVITE = { of: 'POST Invites', nth: 1 } as const;
const LOOK = { of: 'GET Invites', nth: 1 } as const;
const lost = (faults: readonly PlannedFault[]): Partial<Schedule> => ({
  faults,
  switches: { acceptedInvites: 'vanish' },
  available: ['ada'],
  acceptAtOnce: false,
  travel: 'once',
});
const ACCEPTED_SOON = [PRESS_PARK, REPLY, acceptAt(afterPark(15_000))];

/** The answer to an invite is lost, an agent accepts, and the invite is not listed any more. */
const VANISHED: readonly Situation[] = [
  {
    name: 'vanished: the Function died after its invite, and the customer writes again',
    messages: 'around',
    under: 'wake#2',
    base: lost([{ invocation: 'wake#1', call: INVITE, kind: 'killed-after' }]),
    steps: [...ACCEPTED_SOON, writesAt(afterPark(60_000))],
  },
  {
    name: 'vanished: the lost invite could not be looked for, and reconcile comes',
    messages: 'around',
    under: 'reconcile#1',
    base: lost([
      { invocation: 'wake#1', call: INVITE, kind: 'answer-lost' },
      { invocation: 'wake#1', call: LOOK, kind: 'refused-always' },
    ]),
    steps: [...ACCEPTED_SOON, reconcileAt(atTime(120_000))],
  },
];

const again = (base: Partial<Schedule>): Partial<Schedule> => ({ available: ['ada'], acceptAtOnce: true, ...base });

/** Ada parks again what has just come back, and the event of their acceptance has not been handled yet. */
const AGAIN: readonly Situation[] = [
  {
    name: 'again: parked before the event of its acceptance',
    messages: 'around',
    under: 'park#2',
    base: again({ taskEvents: false }),
    steps: [PRESS_PARK, UNPARK, parkAt(afterUnpark(2_000))],
  },
  {
    name: 'again: parked while the event of its acceptance is late',
    messages: 'around',
    under: 'reservation.accepted#2',
    base: again({ travel: 'late' }),
    steps: [PRESS_PARK, UNPARK, parkAt(afterUnpark(2_000))],
  },
];

/** Where a slower and stricter Twilio, another version, or an agent who goes away would leave somebody behind. */
export const HARDER: readonly Situation[] = [...TRANSFERRED, ...UNREADABLE, ...AWAY, ...BURST, ...VANISHED, ...AGAIN];

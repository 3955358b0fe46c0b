import { PRESS_PARK } from './plain';
import type { PlannedFault, Schedule, Step, When } from './schedule';
import type { Situation } from './situation';

const afterPark = (ms: number): When => ({ at: 'answer', invocation: 'park#1', ms });
const atTime = (ms: number): When => ({ at: 'time', ms });
const REPLY: Step = { when: afterPark(5_000), action: { do: 'customer-writes' } };
const REPLY_AGAIN: Step = { when: afterPark(20_000), action: { do: 'customer-writes' } };
const UNPARK: Step = { when: afterPark(5_000), action: { do: 'press-unpark', by: 'ada', routeTo: 'me' } };
const ACCEPT: Step = { when: atTime(30_000), action: { do: 'accept' } };
const PARK_AGAIN: Step = { when: atTime(40_000), action: { do: 'press-park' } };
const completeAt = (when: When): Step => ({ when, action: { do: 'complete' } });
const RECONCILE: Step = { when: atTime(120_000), action: { do: 'reconcile' } };
const PARK_OTHER: Step = { when: atTime(100), action: { do: 'park-other' } };
const OTHER_RETURNS: Step = { when: atTime(3_000), action: { do: 'other-returns' } };
const PRESS_PARK_LATER: Step = { when: atTime(20_000), action: { do: 'press-park' } };

/** Twilio refuses to end the wrap-up beside the first reply. */
const NOT_ENDED: PlannedFault = {
  invocation: 'wake#1',
  call: { of: 'POST Participants', nth: 1 },
  kind: 'refused-always',
};

const wrapUp: Partial<Schedule> = { wrapUp: true };
const studio: Partial<Schedule> = { reply: 'studio' };
const limit: Partial<Schedule> = { maxParked: 1 };

/** Parked tasks that wrap up, completed before the reply, beside it, after it, or never. */
const WRAP_UP: readonly Situation[] = [
  { name: 'wrap-up: park', messages: 'around', under: 'park#1', base: wrapUp, steps: [PRESS_PARK] },
  { name: 'wrap-up: wake', messages: 'around', under: 'wake#1', base: wrapUp, steps: [PRESS_PARK, REPLY] },
  {
    name: 'wrap-up: unpark by who wraps up',
    messages: 'around',
    under: 'unpark#1',
    base: wrapUp,
    steps: [PRESS_PARK, UNPARK],
  },
  {
    name: 'wrap-up: completed',
    messages: 'anywhere',
    under: 'complete#1',
    base: wrapUp,
    steps: [PRESS_PARK, completeAt(afterPark(3_000))],
  },
  {
    name: 'wrap-up: completed while the customer writes',
    messages: 'around',
    under: 'wake#1',
    base: wrapUp,
    steps: [PRESS_PARK, REPLY, completeAt(afterPark(5_100))],
  },
  {
    name: 'wrap-up: completed when the conversation is back, for the return could not end it',
    messages: 'around',
    under: 'complete#1',
    base: { ...wrapUp, available: ['ada'], acceptAtOnce: false, travel: 'once', faults: [NOT_ENDED] },
    steps: [PRESS_PARK, REPLY, ACCEPT, completeAt(atTime(35_000)), PARK_AGAIN, completeAt(atTime(60_000))],
  },
];

/** A flow gets the reply. How and when it calls for an agent is drawn: at once, late, twice or never. */
const STUDIO: readonly Situation[] = [
  { name: 'studio: wake', messages: 'around', under: 'wake#1', base: studio, steps: [PRESS_PARK, REPLY] },
  {
    name: 'studio: the flow asks for an agent',
    messages: 'around',
    under: 'route#1',
    base: { ...studio, switches: { replayAfterOnCreate: 'replays' }, flowTravel: 'twice' },
    steps: [PRESS_PARK, REPLY],
  },
  {
    name: 'studio: the customer writes again, and the flow asks later',
    messages: 'around',
    under: 'route#1',
    base: { ...studio, flowTravel: 'late' },
    steps: [PRESS_PARK, REPLY, REPLY_AGAIN],
  },
  {
    name: 'studio: a flow that never asks',
    messages: 'around',
    under: 'reconcile#1',
    base: { ...studio, flowTravel: 'lost' },
    steps: [PRESS_PARK, REPLY, { ...RECONCILE, when: atTime(140_000) }],
  },
  {
    name: 'studio: unparked while the flow has it',
    messages: 'around',
    under: 'unpark#1',
    base: { ...studio, flowTravel: 'late' },
    steps: [PRESS_PARK, REPLY, { ...UNPARK, when: afterPark(9_000) }],
  },
];

const QUEUE: readonly Situation[] = [
  {
    name: 'queue: wake',
    messages: 'around',
    under: 'wake#1',
    base: { reply: 'queue', priorityBoost: 20 },
    steps: [PRESS_PARK, REPLY],
  },
  {
    name: 'queue: parked again with its boost',
    messages: 'around',
    under: 'park#2',
    base: { reply: 'queue', priorityBoost: 20, available: ['ada'], acceptAtOnce: false },
    steps: [PRESS_PARK, REPLY, ACCEPT, PARK_AGAIN],
  },
];

const LIMIT: readonly Situation[] = [
  { name: 'limit: park the only one', messages: 'around', under: 'park#1', base: limit, steps: [PRESS_PARK] },
  {
    name: 'limit: park one too many',
    messages: 'around',
    under: 'park#1',
    base: limit,
    steps: [PARK_OTHER, { ...PRESS_PARK, when: atTime(5_000) }],
  },
  {
    name: 'limit: park when the other one is back',
    messages: 'around',
    under: 'park#1',
    base: { ...limit, taskEvents: false },
    steps: [PARK_OTHER, OTHER_RETURNS, PRESS_PARK_LATER],
  },
  {
    name: 'limit: an accepted task',
    messages: 'around',
    under: 'reservation.accepted#3',
    base: limit,
    steps: [PRESS_PARK, REPLY, ACCEPT],
  },
];

/** What the settings can change, each under faults where it matters. */
export const CONFIGURED: readonly Situation[] = [...WRAP_UP, ...STUDIO, ...QUEUE, ...LIMIT];

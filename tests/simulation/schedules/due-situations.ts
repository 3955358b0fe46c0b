import { PRESS_PARK } from './plain';
import type { Schedule, Step, When } from './schedule';
import type { Situation } from './situation';

/** Ada parks at one second for a minute. */
const IN_A_MINUTE_MS = 60_000;
const JUST_DUE_MS = 62_500;
const atTime = (ms: number): When => ({ at: 'time', ms });
const REPLY: Step = { when: { at: 'answer', invocation: 'park#1', ms: 5_000 }, action: { do: 'customer-writes' } };
const DESKTOP: Step = { when: atTime(JUST_DUE_MS), action: { do: 'reconcile' } };
const ANOTHER_DESKTOP: Step = { when: atTime(JUST_DUE_MS + 20), action: { do: 'reconcile' } };
const UNPARK: Step = { when: atTime(JUST_DUE_MS - 100), action: { do: 'press-unpark', by: 'ada', routeTo: 'me' } };

const until = (replies: 'wake' | 'wait'): Partial<Schedule> => ({ until: { inMs: IN_A_MINUTE_MS, replies } });

/** Parked until a time: two desktops meet at it, the customer writes before, beside and after, and agents unpark. */
export const DUE: readonly Situation[] = [
  { name: 'due: park', messages: 'around', under: 'park#1', base: until('wake'), steps: [PRESS_PARK] },
  {
    name: 'due: park while replies wait',
    messages: 'around',
    under: 'park#1',
    base: until('wait'),
    steps: [PRESS_PARK],
  },
  {
    name: 'due: the time comes',
    messages: 'around',
    under: 'reconcile#1',
    base: until('wake'),
    steps: [PRESS_PARK, DESKTOP],
  },
  {
    name: 'due: two desktops at the same moment',
    messages: 'around',
    under: 'reconcile#2',
    base: until('wake'),
    steps: [PRESS_PARK, DESKTOP, ANOTHER_DESKTOP],
  },
  {
    name: 'due: a reply waits',
    messages: 'around',
    under: 'wake#1',
    base: until('wait'),
    steps: [PRESS_PARK, REPLY],
  },
  {
    name: 'due: a reply waits, and the time comes',
    messages: 'around',
    under: 'reconcile#1',
    base: until('wait'),
    steps: [PRESS_PARK, REPLY, DESKTOP],
  },
  {
    name: 'due: unparked as the time comes',
    messages: 'around',
    under: 'unpark#1',
    base: until('wait'),
    steps: [PRESS_PARK, UNPARK, DESKTOP],
  },
];

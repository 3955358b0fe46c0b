import { PRESS_PARK } from './plain';
import type { Step, When } from './schedule';
import type { Situation } from './situation';

/** Ada parks at one second; a quarter of a minute later the back office is done. */
const EVENT_MS = 15_000;
const atTime = (ms: number): When => ({ at: 'time', ms });
const EVENT: Step = { when: atTime(EVENT_MS), action: { do: 'event-comes' } };
const ANOTHER: Step = { when: atTime(EVENT_MS + 30), action: { do: 'event-comes' } };
const UNPARK: Step = {
  when: atTime(EVENT_MS - 100),
  action: { do: 'press-unpark', by: 'ada', routeTo: 'me' },
};
const AGAIN: Step = { when: { at: 'answer', invocation: 'event#1', ms: 4_000 }, action: { do: 'press-park' } };

/** A back office brings it back: once, twice at the same moment, beside an agent who unparks, earlier than a time. */
export const EVENTS: readonly Situation[] = [
  { name: 'event: it comes', messages: 'around', under: 'event#1', base: {}, steps: [PRESS_PARK, EVENT] },
  { name: 'event: two at once', messages: 'around', under: 'event#2', base: {}, steps: [PRESS_PARK, EVENT, ANOTHER] },
  {
    name: 'event: an agent unparks',
    messages: 'around',
    under: 'event#1',
    base: {},
    steps: [PRESS_PARK, UNPARK, EVENT],
  },
  {
    name: 'event: before its time, while replies wait',
    messages: 'around',
    under: 'event#1',
    base: { until: { inMs: 60_000, replies: 'wait' } },
    steps: [PRESS_PARK, EVENT],
  },
  {
    name: 'event: a Studio flow gets the replies',
    messages: 'around',
    under: 'event#1',
    base: { reply: 'studio' },
    steps: [PRESS_PARK, EVENT],
  },
  { name: 'event: parked again', messages: 'around', under: 'park#2', base: {}, steps: [PRESS_PARK, EVENT, AGAIN] },
];

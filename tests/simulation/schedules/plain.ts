import type { Schedule, Step } from './schedule';

/** A schedule in which nothing is out of the ordinary. */
export const PLAIN: Schedule = {
  name: 'plain',
  seed: 'plain',
  channel: 'web',
  showList: true,
  transfers: [],
  reply: 'workflow',
  flowTravel: 'once',
  wrapUp: false,
  until: null,
  smartWake: false,
  maxParked: null,
  priorityBoost: 0,
  switches: {},
  taskEvents: true,
  taskEventTravel: 'once',
  travel: 'once',
  available: ['ada'],
  pressAgain: false,
  acceptAtOnce: false,
  ttlPasses: false,
  attributesChars: 0,
  steps: [],
  faults: [],
};

export const AT_FIRST_MS = 1_000;

export const PRESS_PARK: Step = { when: { at: 'time', ms: AT_FIRST_MS }, action: { do: 'press-park' } };

export const REPLY_LATER: Step = {
  when: { at: 'answer', invocation: 'park#1', ms: 60_000 },
  action: { do: 'customer-writes' },
};

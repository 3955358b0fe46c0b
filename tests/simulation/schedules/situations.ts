import { CONFIGURED } from './configured-situations';
import { DUE } from './due-situations';
import { EVENTS } from './event-situations';
import { HARDER } from './harder-situations';
import { PLAIN, PRESS_PARK } from './plain';
import { THANKS } from './thanks-situations';
import type { FaultKind, NamedCall, Schedule, Step, When } from './schedule';
import type { Situation } from './situation';

const afterPark = (ms: number): When => ({ at: 'answer', invocation: 'park#1', ms });
const REPLY: Step = { when: afterPark(5_000), action: { do: 'customer-writes' } };
const UNPARK: Step = { when: afterPark(5_000), action: { do: 'press-unpark', by: 'ada', routeTo: 'me' } };
const SOFIA: Step = { when: afterPark(5_010), action: { do: 'press-unpark', by: 'sofia', routeTo: 'workflow' } };
const ACCEPT: Step = { when: { at: 'time', ms: 30_000 }, action: { do: 'accept' } };
const DECLINE: Step = { when: { at: 'time', ms: 30_000 }, action: { do: 'decline' } };
const CANCEL: Step = { when: { at: 'time', ms: 30_000 }, action: { do: 'cancel-task' } };
const RECONCILE: Step = { when: { at: 'time', ms: 120_000 }, action: { do: 'reconcile' } };

export const PARKING: readonly Situation[] = [
  { name: 'park with a list', messages: 'anywhere', under: 'park#1', base: { showList: true }, steps: [PRESS_PARK] },
  { name: 'park without a list', messages: 'around', under: 'park#1', base: { showList: false }, steps: [PRESS_PARK] },
];

export const RETURNING: readonly Situation[] = [
  { name: 'wake', under: 'wake#1', messages: 'anywhere', base: {}, steps: [PRESS_PARK, REPLY] },
  { name: 'unpark', under: 'unpark#1', messages: 'anywhere', base: {}, steps: [PRESS_PARK, UNPARK] },
  {
    name: 'unpark while a supervisor does',
    under: 'unpark#1',
    messages: 'anywhere',
    base: {},
    steps: [PRESS_PARK, UNPARK, SOFIA],
  },
  {
    name: 'a declined direct invite',
    under: 'task.canceled#1',
    messages: 'anywhere',
    base: {},
    steps: [PRESS_PARK, UNPARK, DECLINE],
  },
  {
    name: 'a wake to the agent who parked',
    under: 'wake#1',
    messages: 'anywhere',
    base: { reply: 'worker' },
    steps: [PRESS_PARK, REPLY],
  },
  {
    name: 'a wake that the agent who parked declines',
    under: 'task.canceled#1',
    messages: 'anywhere',
    base: { reply: 'worker' },
    steps: [PRESS_PARK, REPLY, DECLINE],
  },
  {
    name: 'a canceled wake task',
    under: 'task.canceled#1',
    messages: 'anywhere',
    base: {},
    steps: [PRESS_PARK, REPLY, CANCEL],
  },
  {
    name: 'an accepted task',
    under: 'reservation.accepted#2',
    messages: 'anywhere',
    base: {},
    steps: [PRESS_PARK, REPLY, ACCEPT],
  },
];

const pressAt = (ms: number): Step => ({ when: { at: 'time', ms }, action: { do: 'press-park' } });

/** Two at once, or one soon after the other. */
export const CROSSING: readonly Situation[] = [
  { name: 'Park pressed twice', messages: 'around', under: 'park#2', base: {}, steps: [PRESS_PARK, pressAt(1_010)] },
  {
    name: 'Park pressed again while the first press is at work',
    messages: 'around',
    under: 'park#2',
    base: {},
    steps: [PRESS_PARK, pressAt(1_300)],
  },
  {
    name: 'Park pressed again while the first press fails',
    messages: 'around',
    under: 'park#1',
    base: {},
    steps: [PRESS_PARK, pressAt(1_300)],
  },
  {
    name: 'parked again while the acceptance is cleaned up',
    under: 'reservation.accepted#2',
    messages: 'around',
    base: { available: ['ada'], acceptAtOnce: false },
    steps: [PRESS_PARK, REPLY, ACCEPT, pressAt(30_020)],
  },
  {
    name: 'a delivery that comes again after the next park',
    under: 'park#2',
    messages: 'around',
    base: { available: ['ada'], acceptAtOnce: true, travel: 'echoed' },
    steps: [PRESS_PARK, REPLY, pressAt(25_000)],
  },
];

const call = (of: string, nth: number): NamedCall => ({ of, nth });
const RELEASE = call('POST Participants', 1);
const SECOND_RELEASE = call('POST Participants', 2);
const NEWEST_MESSAGES = call('GET Messages', 2);
const CONFIRM = call('POST Documents', 2);
const SAVE_FAILURE = call('POST Documents', 3);
const INVITE = call('POST Invites', 1);
const LOOK_FOR_INVITE = call('GET Invites', 1);

const park1 = (at: NamedCall, kind: FaultKind) => ({ invocation: 'park#1', call: at, kind });
const wake1 = (at: NamedCall, kind: FaultKind) => ({ invocation: 'wake#1', call: at, kind });

/** What reconcile finds, and repairs under every fault of its own. */
export const REPAIRING: readonly Situation[] = [
  {
    name: 'reconcile a healthy park',
    under: 'reconcile#1',
    messages: 'around',
    base: {},
    steps: [PRESS_PARK, RECONCILE],
  },
  {
    name: 'reconcile a lost delivery',
    under: 'reconcile#1',
    messages: 'around',
    base: { travel: 'lost' },
    steps: [PRESS_PARK, REPLY, RECONCILE],
  },
  {
    name: 'reconcile an accepted task without events',
    under: 'reconcile#1',
    messages: 'around',
    base: { taskEvents: false },
    steps: [PRESS_PARK, REPLY, ACCEPT, RECONCILE],
  },
  {
    name: 'reconcile a canceled task without events',
    under: 'reconcile#1',
    messages: 'around',
    base: { taskEvents: false },
    steps: [PRESS_PARK, REPLY, CANCEL, RECONCILE],
  },
  {
    name: 'reconcile a park that died after the release',
    under: 'reconcile#1',
    messages: 'around',
    base: { faults: [park1(CONFIRM, 'killed-before')] },
    steps: [PRESS_PARK, RECONCILE],
  },
  {
    name: 'reconcile a park that died before the release',
    under: 'reconcile#1',
    messages: 'around',
    base: { faults: [park1(RELEASE, 'killed-before')] },
    steps: [PRESS_PARK, RECONCILE],
  },
  {
    name: 'reconcile a wake that died before its invite',
    under: 'reconcile#1',
    messages: 'around',
    base: { faults: [wake1(INVITE, 'killed-before')] },
    steps: [PRESS_PARK, REPLY, RECONCILE],
  },
  {
    name: 'reconcile a wake that died after its invite',
    under: 'reconcile#1',
    messages: 'around',
    base: { faults: [wake1(INVITE, 'killed-after')] },
    steps: [PRESS_PARK, REPLY, RECONCILE],
  },
  {
    name: 'reconcile a closed conversation',
    under: 'reconcile#1',
    messages: 'around',
    base: {},
    steps: [PRESS_PARK, { when: afterPark(5_000), action: { do: 'close-conversation' } }, RECONCILE],
  },
  {
    name: 'reconcile a removed row',
    under: 'reconcile#1',
    messages: 'around',
    base: {},
    steps: [PRESS_PARK, { when: afterPark(5_000), action: { do: 'remove-list-item' } }, RECONCILE],
  },
];

/** States that need two faults in the right places, or a stranger's hand. */
export const RARE: readonly Situation[] = [
  {
    name: 'a release that is never confirmed',
    messages: 'anywhere',
    under: 'park#1',
    base: { showList: false, faults: [park1(RELEASE, 'never-arrives'), park1(SECOND_RELEASE, 'never-arrives')] },
    steps: [PRESS_PARK],
  },
  {
    name: 'newest messages that cannot be read',
    messages: 'anywhere',
    under: 'park#1',
    base: { showList: false, faults: [park1(NEWEST_MESSAGES, 'refused-always')] },
    steps: [PRESS_PARK],
  },
  {
    name: 'a return within the park that fails twice',
    messages: 'anywhere',
    under: 'park#1',
    base: { showList: false, faults: [park1(INVITE, 'refused-always'), park1(SAVE_FAILURE, 'refused-always')] },
    steps: [PRESS_PARK],
  },
  {
    name: 'a lost invite that cannot be looked for',
    messages: 'anywhere',
    under: 'wake#1',
    base: { faults: [wake1(INVITE, 'never-arrives'), wake1(LOOK_FOR_INVITE, 'refused-always')] },
    steps: [PRESS_PARK, REPLY],
  },
  {
    name: 'a wake webhook that a stranger removed',
    messages: 'around',
    under: 'reconcile#1',
    base: { travel: 'once' },
    steps: [PRESS_PARK, { when: afterPark(5_000), action: { do: 'remove-wake-webhook' } }, RECONCILE],
  },
];

/** With the settings' defaults, or replies to the agent who parked. */
export const USUAL: readonly Situation[] = [...PARKING, ...RETURNING, ...CROSSING, ...REPAIRING];

export const SITUATIONS: readonly Situation[] = [...USUAL, ...CONFIGURED, ...HARDER, ...DUE, ...EVENTS, ...THANKS];

export function scheduleOf({ name, base, steps }: Situation): Schedule {
  return { ...PLAIN, name, ...base, steps };
}

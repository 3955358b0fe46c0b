import { defaultSwitches, otherSwitches } from '../../../local-twilio/src/kernel/switches';
import { INTERESTING } from '../run/interesting';
import { ANOTHER_VERSIONS, FAULT_KINDS } from '../schedules/schedule';
import { SWITCHES } from '../schedules/drawn-switches';

const ACTIONS = [
  ...['customer-writes', 'press-park', 'press-unpark', 'bot-writes', 'colleague-writes', 'others-write-attributes'],
  ...['close-conversation', 'cancel-task', 'accept', 'decline', 'reconcile', 'remove-list-item', 'remove-wake-webhook'],
  ...['complete', 'park-other', 'other-returns', 'another-version-writes', 'event-comes'],
];
const TRAVELS = ['once', 'twice', 'late', 'scattered', 'echoed', 'lost'];
const REPAIRS = [
  'webhook created',
  'list item',
  'the customer',
  'taken over',
  'accepted: traces',
  'its task',
  'conversation is',
  'ghost row',
];

const BOTH_POSITIONS = SWITCHES.flatMap((name) =>
  [defaultSwitches[name], otherSwitches[name]].map((position) => `switch ${name}: ${position}`),
);

/** States of which a simulation that never reached them would prove nothing, by what the runs counted. */
export const MUST_BE_REACHED: readonly string[] = [
  ...FAULT_KINDS.map((kind) => `fault ${kind}`),
  ...ACTIONS.map((action) => `action ${action}`),
  ...TRAVELS.map((travel) => `delivery ${travel}`),
  ...TRAVELS.filter((travel) => travel !== 'echoed').map((travel) => `call of a flow ${travel}`),
  ...['unparking → parked', 'parked → ignored', 'a flow waited for', 'routed for a flow'],
  ...['wrap-up completed by the agent', 'a customer writes beside a completion'],
  ...['returned with a boost', 'returned to the queue', 'the limit tried at last', 'slot left to the count'],
  ...TRAVELS.filter((travel) => travel !== 'lost').map((travel) => `task event ${travel}`),
  ...['record parking', 'record parked', 'record unparking', 'record returning', 'reply pending'],
  ...['conflict (412)', 'Function killed', 'call of a killed Function landed', 'Park pressed again'],
  ...['call aborted by the SDK', 'the board looked at', 'a waiting customer on the board'],
  ...['a message waited as long as it may', 'a transferred task parked', 'an invite to one agent died'],
  ...ANOTHER_VERSIONS.map((what) => `record unreadable: ${what}`),
  ...BOTH_POSITIONS,
  ...[
    'a reply waited for its time',
    'a closing remark waited',
    'its time came at last',
    'a task for its time',
    'repair: its time',
  ],
  ...['a task for an event', 'event woken', 'event noted', 'event already-back', 'repair: an event'],
  ...['task.canceled', 'others wrote in the documented window', 'new task compared with the old one'],
  ...['returning → unparking', 'returning → parked', 'returning → ended', 'parked → unparking', 'unreadable → parking'],
  ...REPAIRS.map((repair) => `repair: ${repair}`),
  ...INTERESTING,
];

/** Too seldom for a sample of the schedules. */
const SELDOM = new Set<string>([
  ...INTERESTING,
  ...['action remove-wake-webhook', 'slot left to the count', 'others wrote in the documented window'],
  ...[
    'a reply waited for its time',
    'repair: an event',
    'repair: webhook created',
    'repair: ghost row',
    'repair: list item',
  ],
  ...TRAVELS.map((travel) => `call of a flow ${travel}`),
]);

/** Every kind of fault, action, delivery, state and switch: what also a sample of the schedules must reach. */
export const REACHED_BY_A_SAMPLE = MUST_BE_REACHED.filter((what) => !SELDOM.has(what));

/** What was never reached of that. */
export function unreached(counts: ReadonlyMap<string, number>, must = MUST_BE_REACHED): string[] {
  return [...new Set(must)].filter((what) => !counts.get(what));
}

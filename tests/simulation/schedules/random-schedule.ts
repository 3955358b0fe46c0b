import { random, type Random } from '../engine/random';
import { drawnConfiguration } from './configured';
import { PLAIN } from './plain';
import {
  ANOTHER_VERSIONS,
  FAULT_KINDS,
  type Action,
  type PlannedFault,
  type Schedule,
  type Step,
  type When,
} from './schedule';

/** A schedule with up to five faults, drawn from a seed and a number. */
export function randomSchedule(seed: string, number: number): Schedule {
  const name = `random ${seed} ${number}`;
  const chance = random(name);
  const { pick } = chance;
  const configured = drawnConfiguration(name);
  const event = ofBackOffice(random(`${name}: an event`));
  return {
    ...PLAIN,
    ...configured,
    name,
    seed: name,
    channel: pick(['web', 'sms', 'whatsapp']),
    showList: chance.chance(0.75),
    taskEvents: chance.chance(0.6),
    taskEventTravel: pick(['once', 'once', 'once', 'twice', 'late', 'scattered', 'echoed']),
    travel: pick(['once', 'once', 'once', 'twice', 'late', 'scattered', 'echoed', 'lost']),
    available: pick([['ada'], ['ada'], ['ben'], ['ada', 'ben'], []]),
    pressAgain: chance.chance(0.6),
    acceptAtOnce: chance.chance(0.35),
    ttlPasses: chance.chance(0.05),
    attributesChars: pick([0, 0, 0, 0, 3_900, 4_000, 4_090]),
    transfers: pick([[], [], [], [], [], ['agent'], ['queue'], ['queue', 'agent']]),
    steps: [
      ...steps(chance),
      ...stepsOfConfiguration(configured, random(`${name}: its steps`)),
      ...stepsOfOthers(random(`${name}: another version`)),
      ...event.steps,
    ],
    faults: [...faults(chance), ...event.faults],
  };
}

/** Invocations that faults and moments refer to; those that a run does not have are never reached. */
const INVOCATIONS = [
  ...['park#1', 'park#1', 'park#1', 'park#2', 'wake#1', 'wake#1', 'wake#2', 'unpark#1', 'unpark#2'],
  ...['task.canceled#1', 'reservation.accepted#2', 'reconcile#1', 'reconcile#2'],
];

/** Calls that matter most in an invocation are among its first twenty. */
const MAX_CALLS = 20;

function faults(chance: Random): PlannedFault[] {
  const many = chance.between(0, 4);
  return Array.from({ length: many }, () => ({
    invocation: chance.pick(INVOCATIONS),
    call: chance.between(1, MAX_CALLS),
    kind: chance.pick(FAULT_KINDS),
  }));
}

function steps(chance: Random): Step[] {
  const press: Step = {
    when: { at: 'time', ms: 1_000 },
    action: { do: 'press-park', lastSeen: chance.pick(['newest', 'newest', 'newest', 'behind', 'ahead']) },
  };
  const twice: Step = { ...press, when: { at: 'time', ms: 1_000 + chance.between(0, 400) } };
  const others = Array.from(
    { length: chance.between(1, 6) },
    (): Step => ({
      when: moment(chance),
      action: action(chance),
    }),
  );
  return [press, ...(chance.chance(0.1) ? [twice] : []), ...others];
}

/** What people do because of the settings: they complete what they wrap up, and park another conversation. */
function stepsOfConfiguration({ wrapUp, maxParked }: Pick<Schedule, 'wrapUp' | 'maxParked'>, chance: Random): Step[] {
  const actions: Action[] = [
    ...(wrapUp && chance.chance(0.7) ? [{ do: 'complete' } as const] : []),
    ...(wrapUp && chance.chance(0.2) ? [{ do: 'complete' } as const] : []),
    ...(maxParked !== null && chance.chance(0.8) ? [{ do: 'park-other' } as const] : []),
    ...(maxParked !== null && chance.chance(0.4) ? [{ do: 'other-returns' } as const] : []),
  ];
  return actions.map((action) => ({ when: moment(chance), action }));
}

/** Now and then the Functions of another version write the record. */
function stepsOfOthers(chance: Random): Step[] {
  if (!chance.chance(0.05)) return [];
  return [{ when: moment(chance), action: { do: 'another-version-writes', what: chance.pick(ANOTHER_VERSIONS) } }];
}

/** Now and then a back office sends an event, or two, and a call of the Function that takes it fails. */
function ofBackOffice(chance: Random): Pick<Schedule, 'steps' | 'faults'> {
  if (!chance.chance(0.15)) return { steps: [], faults: [] };
  const many = chance.pick([1, 1, 2]);
  const steps = Array.from({ length: many }, (): Step => ({ when: moment(chance), action: { do: 'event-comes' } }));
  const fault = { invocation: chance.pick(['event#1', 'event#1', 'event#2']), call: chance.between(1, MAX_CALLS) };
  return { steps, faults: chance.chance(0.4) ? [{ ...fault, kind: chance.pick(FAULT_KINDS) }] : [] };
}

function moment(chance: Random): When {
  const invocation = chance.pick(INVOCATIONS);
  switch (chance.pick(['time', 'call', 'call', 'answer', 'answer'])) {
    case 'time':
      return { at: 'time', ms: chance.pick([chance.between(0, 3_000), chance.between(3_000, 200_000)]) };
    case 'call':
      return { at: 'call', invocation, call: chance.between(1, MAX_CALLS) };
    default:
      return { at: 'answer', invocation, ms: chance.pick([0, 5, 200, 5_000, chance.between(0, 120_000)]) };
  }
}

function action(chance: Random): Action {
  const pick = chance.pick<() => Action>;
  return pick([
    () => ({ do: 'customer-writes' }),
    () => ({ do: 'customer-writes' }),
    () => ({ do: 'customer-writes', times: 2 }),
    () => ({ do: 'press-unpark', by: 'ada', routeTo: 'me' }),
    () => ({ do: 'press-unpark', by: 'ada', routeTo: 'me' }),
    () => ({ do: 'press-unpark', by: 'sofia', routeTo: chance.pick(['workflow', 'original', 'me']) }),
    () => ({ do: 'press-unpark', by: 'ben', routeTo: 'me' }),
    () => ({ do: 'press-park' }),
    () => ({ do: 'bot-writes', webhooks: chance.chance(0.5) }),
    () => ({ do: 'colleague-writes', by: chance.pick(['ben', 'sofia']) }),
    () => ({ do: 'others-write-attributes' }),
    () => ({ do: chance.pick(['cancel-task', 'decline', 'accept']) }),
    () => ({ do: chance.pick(['close-conversation', 'remove-list-item', 'others-write-attributes']) }),
    () => ({ do: 'reconcile' }),
  ])();
}

/** So many schedules of a seed. */
export function* randomSchedules(seed: string, many: number, from = 0): Generator<Schedule> {
  for (let number = from; number < from + many; number += 1) yield randomSchedule(seed, number);
}

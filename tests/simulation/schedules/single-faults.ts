import { random } from '../engine/random';
import { drawnFlowTravel } from './configured';
import { drawnSwitches, turned } from './drawn-switches';
import { FAULT_KINDS, type FaultKind, type PlannedFault, type Schedule, type Step, type Travel } from './schedule';
import type { Situation } from './situation';
import { scheduleOf } from './situations';

/** Where a customer's message falls. */
type Placement = 'none' | 'before, not on screen' | 'right after' | 'long after' | number;

interface Grid {
  readonly situation: Situation;
  /** How many calls the invocation makes when nothing goes wrong. */
  readonly calls: number;
  /** Which of them only read: to them it makes no difference whether a lost call took effect. */
  readonly reads: ReadonlySet<number>;
}

/** Faults of a call that changes nothing. */
const FAULTS_OF_READS: ReadonlySet<FaultKind> = new Set([
  ...(['refused-once', 'refused-always', 'rate-limited', 'never-arrives', 'late', 'killed-before'] as const),
]);

function kindsOf({ reads }: Grid, call: number): readonly FaultKind[] {
  return reads.has(call) ? FAULT_KINDS.filter((kind) => FAULTS_OF_READS.has(kind)) : FAULT_KINDS;
}

/** In `thinnedFaults` every fault meets every so-many-th moment, and every moment every so-many-th fault. */
const THINNED_BY = 4;

/** A quarter of singleFaults, spread evenly: for the tests that run on every change. */
export function* thinnedFaults(grid: Grid): Generator<Schedule> {
  const moments = placements(grid.situation, grid.calls).length;
  let at = 0;
  for (const variant of variantsOf(grid)) {
    const [fault, moment] = [Math.floor(at / moments), at % moments];
    if ((fault + moment) % Math.min(THINNED_BY, moments) === 0) yield mixed(grid.situation, variant);
    at += 1;
  }
  yield* turnedFaults(grid);
}

/**
 * Every fault of every call, with the customer's message before, between any two calls, right after and long after; and
 * some of them once more, with Twilio doing the other way what it leaves open.
 */
export function* singleFaults(grid: Grid): Generator<Schedule> {
  for (const variant of variantsOf(grid)) yield mixed(grid.situation, variant);
  yield* turnedFaults(grid);
}

const TURNED_SHARE = 1 / 16;

function* turnedFaults(grid: Grid): Generator<Schedule> {
  const { situation } = grid;
  for (const variant of variantsOf(grid))
    if (random(`${situation.name} ${variant.name} turned`).chance(TURNED_SHARE))
      yield mixed(situation, { ...variant, position: 'turned' });
}

function* variantsOf(grid: Grid): Generator<Variant> {
  const { situation, calls } = grid;
  for (let call = 1; call <= calls; call += 1)
    for (const kind of kindsOf(grid, call))
      for (const placement of placements(situation, calls)) {
        const fault = { invocation: situation.under, call, kind };
        yield { faults: [fault], placement, name: `${describe(fault)}, message ${placement}` };
      }
}

/** Every pair of faults, with the customer's message somewhere. */
export function* pairsOfFaults(grid: Grid): Generator<Schedule> {
  const { situation, calls } = grid;
  const singles: { call: number; kind: FaultKind }[] = [];
  for (let call = 1; call <= calls; call += 1) for (const kind of kindsOf(grid, call)) singles.push({ call, kind });
  for (const [at, one] of singles.entries())
    for (const other of singles.slice(at + 1)) {
      if (one.call === other.call || one.kind.startsWith('killed')) continue;
      const faults = [one, other].map((fault) => ({ invocation: situation.under, ...fault }));
      const name = faults.map(describe).join(' and ');
      const placement = random(`${situation.name} ${name}`).pick(placements(situation, calls));
      yield mixed(situation, { faults, placement, name: `${name}, message ${placement}` });
    }
}

/** Nothing goes wrong but the moment of the message; Twilio does what it leaves open in one way and in the other. */
export function* placementsOnly({ situation, calls }: Grid): Generator<Schedule> {
  for (const placement of placements(situation, calls))
    for (const position of [undefined, 'turned'] as const)
      yield mixed(situation, { faults: [], placement, name: `message ${placement}`, ...(position && { position }) });
}

const describe = ({ invocation, call, kind }: PlannedFault & { call: number }) => `${invocation} call ${call} ${kind}`;

function placements({ messages: where }: Situation, calls: number): Placement[] {
  const between = Array.from({ length: calls }, (_, at) => at + 1);
  switch (where) {
    case 'anywhere':
      return ['none', 'before, not on screen', ...between, 'right after', 'long after'];
    case 'around':
      return ['none', 'before, not on screen', Math.ceil(calls / 2), 'right after'];
  }
}

interface Variant {
  readonly faults: readonly PlannedFault[];
  readonly placement: Placement;
  readonly name: string;
  /** What Twilio leaves open goes as it is drawn, or just the other way. */
  readonly position?: 'turned';
}

const TRAVELS: readonly Travel[] = ['once', 'once', 'twice', 'late', 'scattered'];

/** The rest of the schedule is drawn from its name, so that all circumstances meet all faults. */
function mixed(situation: Situation, { faults, placement, name: drawnAs, position }: Variant): Schedule {
  const base = scheduleOf(situation);
  const seed = `${situation.name}: ${drawnAs}${position === 'turned' ? ', switches turned' : ''}`;
  const { chance, pick } = random(seed);
  const switches = drawnSwitches(`${situation.name}: ${drawnAs}`);
  const drawn = {
    flowTravel: drawnFlowTravel(seed),
    channel: pick(['web', 'sms', 'whatsapp'] as const),
    travel: pick(TRAVELS),
    taskEvents: base.taskEvents && (situation.under.includes('.') || chance(0.6)),
    pressAgain: chance(0.5),
    acceptAtOnce: chance(0.3),
    available: pick([['ada'], ['ada'], ['ben'], ['ada', 'ben']] as const),
    switches: position === 'turned' ? turned(switches) : switches,
    taskEventTravel: pick(['once', 'once', 'twice', 'scattered'] as const),
  };
  return {
    ...base,
    ...drawn,
    ...situation.base,
    switches: { ...drawn.switches, ...situation.base.switches },
    name: seed,
    seed,
    steps: [...stepsWith(base.steps, placement), ...messages(situation, placement)],
    faults: [...base.faults, ...faults],
  };
}

/** The press itself tells whether the agent had the message on screen. */
function stepsWith(steps: readonly Step[], placement: Placement): readonly Step[] {
  if (placement !== 'before, not on screen') return steps;
  return steps.map((step) =>
    step.action.do === 'press-park' ? { ...step, action: { do: 'press-park', lastSeen: 'behind' } } : step,
  );
}

function messages({ under }: Situation, placement: Placement): Step[] {
  const action = { do: 'customer-writes' } as const;
  switch (placement) {
    case 'none':
      return [];
    case 'before, not on screen':
      return [{ when: { at: 'time', ms: 900 }, action }];
    case 'right after':
      return [{ when: { at: 'answer', invocation: under, ms: 5 }, action }];
    case 'long after':
      return [{ when: { at: 'answer', invocation: under, ms: 90_000 }, action }];
    default:
      return [{ when: { at: 'call', invocation: under, call: placement }, action }];
  }
}

import type { FunctionLibrary } from '../functions/load-function';
import type { Schedule } from '../schedules/schedule';
import { pairsOfFaults, placementsOnly, singleFaults, thinnedFaults } from '../schedules/single-faults';
import type { Situation } from '../schedules/situation';
import { scheduleOf } from '../schedules/situations';
import { failureText } from '../report/failure-text';
import { runSchedule, type RunResult } from './run-schedule';

/** Failures that are kept with their traces; the others are only counted. */
const KEPT = 20;

/** A run that broke a rule, as plain data. */
export interface Failure {
  readonly name: string;
  readonly rules: readonly string[];
  /** Its trace, what broke, and how to run it again. */
  readonly text: string;
}

/** What many runs have shown: plain data, so that it goes from one process to another. */
export interface Tally {
  runs: number;
  failed: number;
  readonly failures: Failure[];
  /** Runs that broke a rule, by rule. */
  readonly rules: Map<string, number>;
  /** How often each fault, action and state was reached. */
  readonly counts: Map<string, number>;
  /** Runs and failures, by the number of faults that really struck. */
  readonly byFaults: Map<number, { runs: number; ms: number }>;
}

export function emptyTally(): Tally {
  return { runs: 0, failed: 0, failures: [], rules: new Map(), counts: new Map(), byFaults: new Map() };
}

/** Runs schedules one after the other and adds up what they show. */
export async function runMany(schedules: Iterable<Schedule>, library: FunctionLibrary, tally: Tally): Promise<void> {
  for (const schedule of schedules) {
    const startedMs = performance.now();
    const result = await runSchedule(schedule, library);
    addTo(tally, result, performance.now() - startedMs);
  }
}

function addTo(tally: Tally, result: RunResult, tookMs: number): void {
  tally.runs += 1;
  let struck = 0;
  for (const [what, times] of result.counts) {
    tally.counts.set(what, (tally.counts.get(what) ?? 0) + times);
    if (what.startsWith('fault ')) struck += times;
  }
  const same = tally.byFaults.get(struck) ?? { runs: 0, ms: 0 };
  tally.byFaults.set(struck, { runs: same.runs + 1, ms: same.ms + tookMs });
  if (result.violations.length === 0) return;
  tally.failed += 1;
  for (const { rule } of result.violations) tally.rules.set(rule, (tally.rules.get(rule) ?? 0) + 1);
  if (tally.failures.length < KEPT) tally.failures.push(failureOf(result));
}

function failureOf(result: RunResult): Failure {
  const { schedule, violations } = result;
  return { name: schedule.name, rules: violations.map(({ rule }) => rule), text: failureText(result) };
}

/** Adds what another process has seen. */
export function mergeInto(tally: Tally, other: Tally): void {
  tally.runs += other.runs;
  tally.failed += other.failed;
  tally.failures.push(...other.failures.slice(0, KEPT - tally.failures.length));
  for (const [rule, runs] of other.rules) tally.rules.set(rule, (tally.rules.get(rule) ?? 0) + runs);
  for (const [what, times] of other.counts) tally.counts.set(what, (tally.counts.get(what) ?? 0) + times);
  for (const [faults, { runs, ms }] of other.byFaults) {
    const same = tally.byFaults.get(faults) ?? { runs: 0, ms: 0 };
    tally.byFaults.set(faults, { runs: same.runs + runs, ms: same.ms + ms });
  }
}

const GRIDS = {
  placements: placementsOnly,
  thinned: thinnedFaults,
  singles: singleFaults,
  pairs: pairsOfFaults,
} as const;
export type Grid = keyof typeof GRIDS;

export interface Share {
  readonly part: number;
  readonly of: number;
}

/** Every `of`-th schedule from the `part`-th on, so that several processes share the work. */
export function* shareOf(schedules: Iterable<Schedule>, { part, of }: Share) {
  let at = 0;
  for (const schedule of schedules) if (at++ % of === part - 1) yield schedule;
}

type CleanRun = Pick<RunResult, 'schedule' | 'violations' | 'calls' | 'reads'>;

const cleanRuns = new WeakMap<FunctionLibrary, Map<string, CleanRun>>();

/** Nothing goes wrong in it; one serves all grids over a situation. Its trace, and so its world, is not kept. */
async function cleanRun(situation: Situation, library: FunctionLibrary): Promise<CleanRun> {
  const known = cleanRuns.get(library) ?? new Map<string, CleanRun>();
  cleanRuns.set(library, known);
  const found = known.get(situation.name);
  if (found) return found;
  const { calls, reads, schedule, violations } = await runSchedule(scheduleOf(situation), library);
  const run = { calls, reads, schedule, violations };
  known.set(situation.name, run);
  return run;
}

/** The schedules of a grid over one situation; a clean run tells how many calls there are to go wrong. */
export async function gridOf(grid: Grid, situation: Situation, library: FunctionLibrary): Promise<Iterable<Schedule>> {
  const clean = await cleanRun(situation, library);
  const calls = clean.calls.get(situation.under) ?? 0;
  if (calls === 0 && clean.violations.length > 0) return [clean.schedule];
  if (calls === 0) throw new Error(`${situation.name}: ${situation.under} makes no call`);
  return GRIDS[grid]({ situation, calls, reads: clean.reads.get(situation.under) ?? new Set() });
}

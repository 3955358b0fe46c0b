import { builtFunctions } from '../functions/built-functions';
import type { FunctionLibrary } from '../functions/load-function';
import { gridOf, shareOf } from '../run/run-many';
import { runSchedule } from '../run/run-schedule';
import { randomSchedules } from '../schedules/random-schedule';
import type { Schedule } from '../schedules/schedule';
import { SITUATIONS } from '../schedules/situations';
import { buildMutant } from './build-mutant';
import type { Mutant } from './mutant';
import { MUTANTS } from './mutants';

/** Random runs after the single faults, before a mutant counts as not caught. */
const RANDOM_RUNS = 500;
/** Of the single faults, and of the pairs, every so many is run: enough to see a broken rule, and soon. */
const EVERY = 23;

export interface Hunted {
  readonly runs: number;
  /** Broken rule by schedule; for a mutant at most one. */
  readonly broken: readonly { readonly schedule: string; readonly rule: string }[];
}

/**
 * Runs schedules on the Functions with one defect until one breaks a rule. `undefined` is the product itself, of which
 * every schedule is run: to catch a mutant by one that the product does not pass would prove nothing.
 */
export async function huntMutant(name: string | undefined, known: ReadonlySet<string>): Promise<Hunted> {
  const mutant = MUTANTS.find((one) => one.name === name);
  if (name !== undefined && !mutant) throw new Error(`there is no mutant ${name}`);
  const { folder, remove } = await buildMutant(mutant);
  try {
    const library = await builtFunctions(folder);
    return await run(library, schedules(library, mutant?.shownIn), { known, toTheEnd: !mutant });
  } finally {
    remove();
  }
}

async function run(
  library: FunctionLibrary,
  hunting: AsyncIterable<Schedule>,
  { known, toTheEnd }: { known: ReadonlySet<string>; toTheEnd: boolean },
): Promise<Hunted> {
  const broken: { schedule: string; rule: string }[] = [];
  let runs = 0;
  for await (const schedule of hunting) {
    runs += 1;
    const [violation] = (await runSchedule(schedule, library)).violations;
    if (violation && !known.has(schedule.name)) broken.push({ schedule: schedule.name, rule: violation.rule });
    if (broken.length > 0 && !toTheEnd) break;
  }
  return { runs, broken };
}

/** A defect may keep a situation from ever coming about. */
async function gridIfReached(...[grid, situation, library]: Parameters<typeof gridOf>): Promise<Iterable<Schedule>> {
  return gridOf(grid, situation, library).catch(() => []);
}

async function* schedules(library: FunctionLibrary, shownIn: Mutant['shownIn']): AsyncGenerator<Schedule> {
  if (shownIn) yield* shownFirst(library, shownIn);
  for (const situation of SITUATIONS) yield* await gridIfReached('placements', situation, library);
  yield* randomSchedules('mutants', 200);
  for (const situation of SITUATIONS)
    yield* shareOf(await gridIfReached('singles', situation, library), { part: 1, of: EVERY });
  yield* randomSchedules('more mutants', RANDOM_RUNS);
}

async function* shownFirst(
  library: FunctionLibrary,
  { situations, by }: NonNullable<Mutant['shownIn']>,
): AsyncGenerator<Schedule> {
  for (const situation of SITUATIONS.filter(({ name }) => name.includes(situations))) {
    const grid = await gridIfReached(by, situation, library);
    yield* by === 'pairs' ? shareOf(grid, { part: 1, of: EVERY }) : grid;
  }
}

import { builtFunctions } from '../functions/built-functions';
import type { FunctionLibrary } from '../functions/load-function';
import { gridOf, shareOf } from '../run/run-many';
import { runSchedule, type RunResult } from '../run/run-schedule';
import { randomSchedules } from '../schedules/random-schedule';
import type { Schedule } from '../schedules/schedule';
import { SITUATIONS } from '../schedules/situations';
import { buildMutant } from './build-mutant';
import { MUTANTS } from './mutants';

/** Random runs after the single faults, before a mutant counts as not caught. */
const RANDOM_RUNS = 500;
/** Of the single faults every so many is run: enough to see a broken rule, and soon. */
const EVERY = 23;

interface Hunt {
  readonly runs: number;
  readonly caught: RunResult | undefined;
}

async function main(): Promise<boolean> {
  const broken = await brokenByProduct();
  const wanted = MUTANTS.filter(({ name }) => name.includes(process.argv[2] ?? ''));
  let missed = 0;
  for (const mutant of wanted) {
    const { folder, remove } = await buildMutant(mutant);
    const { runs, caught } = await hunt(await builtFunctions(folder), broken);
    remove();
    const rule = caught?.violations[0]?.rule;
    if (!rule && !mutant.equivalent) missed += 1;
    console.log(`${mutant.name.padEnd(64)} ${rule ?? `NOT CAUGHT ${mutant.equivalent ?? ''}`} after ${runs} runs`);
  }
  console.log(`\n${wanted.length - missed} of ${wanted.length} mutants caught`);
  return missed === 0 && broken.size === 0;
}

/** Names of schedules that the product itself does not pass: to catch a mutant by them would prove nothing. */
async function brokenByProduct(): Promise<ReadonlySet<string>> {
  const { folder, remove } = await buildMutant(undefined);
  const library = await builtFunctions(folder);
  const broken = new Set<string>();
  let runs = 0;
  for await (const schedule of schedules(library)) {
    runs += 1;
    const result = await runSchedule(schedule, library);
    if (result.violations.length > 0) broken.add(schedule.name);
  }
  remove();
  console.log(`The product itself broke a rule in ${broken.size} of ${runs} runs ${[...broken].join('; ')}\n`);
  return broken;
}

/** Runs schedules until one breaks a rule. */
async function hunt(library: FunctionLibrary, broken: ReadonlySet<string>): Promise<Hunt> {
  let runs = 0;
  for await (const schedule of schedules(library)) {
    runs += 1;
    const result = await runSchedule(schedule, library);
    if (result.violations.length > 0 && !broken.has(schedule.name)) return { runs, caught: result };
  }
  return { runs, caught: undefined };
}

async function* schedules(library: FunctionLibrary): AsyncGenerator<Schedule> {
  for (const situation of SITUATIONS) yield* await gridOf('placements', situation, library);
  yield* randomSchedules('mutants', 200);
  for (const situation of SITUATIONS)
    yield* shareOf(await gridOf('singles', situation, library), { part: 1, of: EVERY });
  yield* randomSchedules('more mutants', RANDOM_RUNS);
}

void main().then((passed) => {
  process.exitCode = passed ? 0 : 1;
});

import { builtFunctions } from '../functions/built-functions';
import type { FunctionLibrary } from '../functions/load-function';
import { failureText } from '../report/table';
import { gridOf } from '../run/run-many';
import { runSchedule, type RunResult } from '../run/run-schedule';
import { randomSchedules } from '../schedules/random-schedule';
import type { Schedule } from '../schedules/schedule';
import { SITUATIONS } from '../schedules/situations';
import { buildMutant } from './build-mutant';
import { MUTANTS } from './mutants';

/** Random runs after the single faults, before a mutant counts as not caught. */
const RANDOM_RUNS = 1_500;
/** Of the single faults every so many is run: enough to see a broken rule, and soon. */
const EVERY = 23;

interface Hunt {
  readonly runs: number;
  readonly caught: RunResult | undefined;
}

async function main(): Promise<boolean> {
  if (!(await productPasses())) return false;
  const wanted = MUTANTS.filter(({ name }) => name.includes(process.argv[2] ?? ''));
  let missed = 0;
  for (const mutant of wanted) {
    const { folder, remove } = await buildMutant(mutant);
    const { runs, caught } = await hunt(await builtFunctions(folder));
    remove();
    const rule = caught?.violations[0]?.rule;
    if (!rule && !mutant.equivalent) missed += 1;
    console.log(`${mutant.name.padEnd(64)} ${rule ?? `NOT CAUGHT ${mutant.equivalent ?? ''}`} after ${runs} runs`);
  }
  console.log(`\n${wanted.length - missed} of ${wanted.length} mutants caught`);
  return missed === 0;
}

/** The product itself must pass what catches its mutants, or a catch would prove nothing. */
async function productPasses(): Promise<boolean> {
  const { folder, remove } = await buildMutant(undefined);
  const { runs, caught } = await hunt(await builtFunctions(folder));
  remove();
  console.log(caught ? failureText(caught) : `The product itself: no rule broken in ${runs} runs\n`);
  return !caught;
}

/** Runs schedules until one breaks a rule. */
async function hunt(library: FunctionLibrary): Promise<Hunt> {
  let runs = 0;
  for await (const schedule of schedules(library)) {
    runs += 1;
    const result = await runSchedule(schedule, library);
    if (result.violations.length > 0) return { runs, caught: result };
  }
  return { runs, caught: undefined };
}

async function* schedules(library: FunctionLibrary): AsyncGenerator<Schedule> {
  yield* randomSchedules('mutants', 100);
  for (const situation of SITUATIONS) {
    let at = 0;
    for (const schedule of await gridOf('singles', situation, library)) if (at++ % EVERY === 0) yield schedule;
  }
  yield* randomSchedules('more mutants', RANDOM_RUNS);
}

void main().then((passed) => {
  process.exitCode = passed ? 0 : 1;
});

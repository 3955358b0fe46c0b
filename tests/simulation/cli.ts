import { Command } from 'commander';

import { builtFunctions } from './functions/built-functions';
import type { FunctionLibrary } from './functions/load-function';
import { unreached } from './report/coverage';
import { failureText, report } from './report/table';
import { emptyTally, gridOf, runMany, shareOf, type Grid, type Tally } from './run/run-many';
import { runSchedule } from './run/run-schedule';
import { parseSchedule } from './schedules/parse-schedule';
import { randomSchedules } from './schedules/random-schedule';
import { RARE, SITUATIONS } from './schedules/situations';

interface Options {
  readonly random: string;
  readonly seed: string;
  readonly grid: string[];
  readonly share: string;
  readonly only?: string;
  readonly replay?: string;
  readonly trace?: boolean;
}

const program = new Command('simulate')
  .description('Runs the built Functions under faults and checks the promises of parking.')
  .option('--random <runs>', 'random schedules with up to four faults', '20000')
  .option('--seed <seed>', 'of the random schedules', 'night')
  .option('--grid <names...>', 'placements, thinned, singles, pairs or none', ['placements', 'singles', 'pairs'])
  .option('--only <words>', 'of the grids, only situations whose name has these words in it')
  .option('--share <part/of>', 'only a part of the schedules, for several processes side by side', '1/1')
  .option('--replay <schedule>', 'runs one schedule (JSON, as printed with a failure) and prints its trace')
  .option('--trace', 'prints the trace of every kept failure');

async function main(): Promise<boolean> {
  const options = program.parse().opts<Options>();
  const library = await builtFunctions();
  return options.replay === undefined ? simulate(options, library) : replay(options.replay, library);
}

async function simulate(options: Options, library: FunctionLibrary): Promise<boolean> {
  const tally = emptyTally();
  const startedMs = performance.now();
  for (const grid of (['placements', 'thinned', 'singles', 'pairs'] as const).filter((one) =>
    options.grid.includes(one),
  ))
    await runGrid(grid, options, { library, tally });
  await runMany(shareOf(randomSchedules(options.seed, Number(options.random)), shareIn(options)), library, tally);
  console.log(report(tally, performance.now() - startedMs));
  for (const failure of options.trace ? tally.failures : tally.failures.slice(0, 1)) console.log(failureText(failure));
  const never = unreached(tally.counts);
  if (never.length > 0) console.log(`\nNever reached, so nothing is proven of: ${never.join(', ')}`);
  return tally.failed === 0 && never.length === 0;
}

async function runGrid(
  grid: Grid,
  options: Options,
  { library, tally }: { library: FunctionLibrary; tally: Tally },
): Promise<void> {
  const situations = grid === 'placements' ? [...SITUATIONS, ...RARE] : SITUATIONS;
  for (const situation of situations.filter(({ name }) => name.includes(options.only ?? ''))) {
    const [before, told] = [tally.runs, tally.failures.length];
    await runMany(shareOf(await gridOf(grid, situation, library), shareIn(options)), library, tally);
    console.error(`${grid}: ${situation.name}: ${tally.runs - before} runs`);
    for (const { schedule, violations } of tally.failures.slice(told))
      console.error(`  BROKEN by ${schedule.name}: ${violations.map(({ rule }) => rule).join(', ')}`);
  }
}

function shareIn({ share }: Options): { part: number; of: number } {
  const [part = 1, of = 1] = share.split('/').map(Number);
  return { part, of };
}

async function replay(text: string, library: FunctionLibrary): Promise<boolean> {
  const result = await runSchedule(parseSchedule(text), library);
  console.log(failureText(result));
  return result.violations.length === 0;
}

void main().then((passed) => {
  process.exitCode = passed ? 0 : 1;
});

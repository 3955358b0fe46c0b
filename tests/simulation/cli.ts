import { Command } from 'commander';

import { builtFunctions } from './functions/built-functions';
import { unreached } from './report/coverage';
import { failureText } from './report/failure-text';
import { report } from './report/table';
import { emptyTally, mergeInto, type Grid, type Tally } from './run/run-many';
import { runSchedule } from './run/run-schedule';
import { parseSchedule } from './schedules/parse-schedule';
import type { Situation } from './schedules/situation';
import { RARE, SITUATIONS, USUAL } from './schedules/situations';
import { startPool, type Pool } from './workers/pool';

interface Options {
  readonly random: string;
  readonly seed: string;
  readonly grid: string[];
  readonly only: string;
  readonly replay?: string;
  readonly trace?: boolean;
}

const program = new Command('simulate')
  .description('Runs the built Functions under faults and checks the promises of parking.')
  .option('--random <runs>', 'random schedules with up to four faults', '20000')
  .option('--seed <seed>', 'of the random schedules', 'night')
  .option('--grid <names...>', 'placements, thinned, singles, pairs or none', ['placements', 'singles', 'pairs'])
  .option('--only <words>', 'of the grids, only situations whose name has these words in it', '')
  .option('--replay <schedule>', 'runs one schedule (JSON, as printed with a failure) and prints its trace')
  .option('--trace', 'prints the trace of every kept failure');

/** Random schedules that are handed out at once, so that progress is seen. */
const RANDOM_AT_ONCE = 2_000;

async function main(): Promise<boolean> {
  const options = program.parse().opts<Options>();
  if (options.replay !== undefined) return replay(options.replay);
  const pool = startPool();
  return simulate(options, pool).finally(() => pool.end());
}

async function simulate(options: Options, pool: Pool): Promise<boolean> {
  const tally = emptyTally();
  const startedMs = performance.now();
  for (const grid of (['placements', 'thinned', 'singles', 'pairs'] as const).filter((one) =>
    options.grid.includes(one),
  ))
    await runGrid(grid, options.only, { pool, tally });
  await runRandom(options, { pool, tally });
  console.log(report(tally, performance.now() - startedMs));
  for (const { text } of options.trace ? tally.failures : tally.failures.slice(0, 1)) console.log(text);
  const never = unreached(tally.counts);
  if (never.length > 0) console.log(`\nNever reached, so nothing is proven of: ${never.join(', ')}`);
  return tally.failed === 0 && never.length === 0;
}

interface Running {
  readonly pool: Pool;
  readonly tally: Tally;
}

async function runGrid(grid: Grid, only: string, { pool, tally }: Running): Promise<void> {
  for (const { name } of situationsOf(grid).filter((one) => one.name.includes(only)))
    tell(`${grid}: ${name}`, await pool.simulate({ kind: 'grid', grid, situation: name }), tally);
}

/** What the settings change meets pairs of faults in the random schedules. */
function situationsOf(grid: Grid): readonly Situation[] {
  switch (grid) {
    case 'placements':
      return [...SITUATIONS, ...RARE];
    case 'thinned':
    case 'singles':
      return SITUATIONS;
    case 'pairs':
      return USUAL;
  }
}

async function runRandom({ random, seed }: Options, { pool, tally }: Running): Promise<void> {
  const many = Number(random);
  for (let from = 0; from < many; from += RANDOM_AT_ONCE) {
    const next = Math.min(RANDOM_AT_ONCE, many - from);
    tell(`random ${seed}`, await pool.simulate({ kind: 'random', seed, from, many: next }), tally);
  }
}

function tell(what: string, part: Tally, total: Tally): void {
  mergeInto(total, part);
  console.error(`${what}: ${part.runs} runs, ${total.runs} in all`);
  for (const { name, rules } of part.failures) console.error(`  BROKEN by ${name}: ${rules.join(', ')}`);
}

async function replay(text: string): Promise<boolean> {
  const result = await runSchedule(parseSchedule(text), await builtFunctions());
  console.log(failureText(result));
  return result.violations.length === 0;
}

void main().then((passed) => {
  process.exitCode = passed ? 0 : 1;
});

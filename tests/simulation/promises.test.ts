/** @jest-environment node */
import { builtFunctions } from './functions/built-functions';
import type { FunctionLibrary } from './functions/load-function';
import { unreached } from './report/coverage';
import { failureText, report } from './report/table';
import { emptyTally, gridOf, runMany, type Tally } from './run/run-many';
import { runSchedule } from './run/run-schedule';
import { randomSchedule, randomSchedules } from './schedules/random-schedule';
import { RARE, SITUATIONS } from './schedules/situations';

/** `SIMULATE=all` runs the whole grid, as `npm run simulate` does; otherwise every fourth of it, spread evenly. */
const GRID = process.env.SIMULATE === 'all' ? 'singles' : 'thinned';
const RANDOM_RUNS = 2_000;
const TIMEOUT_MS = 15 * 60_000;

/** Empty when no run since then broke a rule; else the first that did, as a text that tells how to run it again. */
const brokenSince = ({ failures }: Tally, known: number): string =>
  failures
    .slice(known, known + 1)
    .map(failureText)
    .join();

describe('the promises of parking', () => {
  const all = emptyTally();
  const startedMs = performance.now();
  let library: FunctionLibrary;

  beforeAll(async () => {
    library = await builtFunctions();
  });

  it('runs one schedule the same way every time', async () => {
    const schedule = randomSchedule('same', 3);
    const first = await runSchedule(schedule, library);
    await runSchedule(randomSchedule('same', 4), library);
    const again = await runSchedule(schedule, library);
    expect(again.trace()).toBe(first.trace());
  });

  it.each(SITUATIONS)(
    'hold under single faults with a message at any moment: $name',
    async (situation) => {
      const known = all.failures.length;
      await runMany(await gridOf('placements', situation, library), library, all);
      await runMany(await gridOf(GRID, situation, library), library, all);
      expect(brokenSince(all, known)).toBe('');
    },
    TIMEOUT_MS,
  );

  it.each(RARE)(
    'hold in a rare state: $name',
    async (situation) => {
      const known = all.failures.length;
      await runMany(await gridOf('placements', situation, library), library, all);
      expect(brokenSince(all, known)).toBe('');
    },
    TIMEOUT_MS,
  );

  it(
    `hold in ${RANDOM_RUNS} random schedules with up to four faults`,
    async () => {
      const known = all.failures.length;
      await runMany(randomSchedules('test', RANDOM_RUNS), library, all);
      expect(brokenSince(all, known)).toBe('');
    },
    TIMEOUT_MS,
  );

  it('were tried in every state that matters', () => {
    process.stdout.write(`${report(all, performance.now() - startedMs)}\n`);
    expect(unreached(all.counts)).toEqual([]);
  });
});

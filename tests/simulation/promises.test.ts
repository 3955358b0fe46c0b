/** @jest-environment node */
import { builtFunctions } from './functions/built-functions';
import { MUST_BE_REACHED, REACHED_BY_A_SAMPLE, unreached } from './report/coverage';
import { report } from './report/table';
import { emptyTally, mergeInto, type Grid, type Tally } from './run/run-many';
import { runSchedule } from './run/run-schedule';
import { randomSchedule } from './schedules/random-schedule';
import { CONFIGURED } from './schedules/configured-situations';
import { DUE } from './schedules/due-situations';
import { EVENTS } from './schedules/event-situations';
import { HARDER } from './schedules/harder-situations';
import type { Situation } from './schedules/situation';
import { RARE, USUAL } from './schedules/situations';
import { THANKS } from './schedules/thanks-situations';
import { startPool, type Pool } from './workers/pool';

/** How much runs; each is spread evenly over all faults and moments. `tests/simulation/README.md` says what for. */
const SIZES = {
  sample: { grid: 'thinned', every: 17 },
  thinned: { grid: 'thinned', every: 1 },
  singles: { grid: 'singles', every: 1 },
} as const satisfies Record<string, { grid: Grid; every: number }>;
const { grid: SINGLES, every: EVERY } = SIZES[sizeAsked()];
const RANDOM_RUNS = 2_000;
const TIMEOUT_MS = 30 * 60_000;

function sizeAsked(): keyof typeof SIZES {
  const { SIMULATE: asked = 'thinned' } = process.env;
  const known = (Object.keys(SIZES) as (keyof typeof SIZES)[]).find((size) => size === asked);
  if (known === undefined) throw new Error(`SIMULATE=${asked}: it is one of ${Object.keys(SIZES).join(', ')}`);
  return known;
}

describe('the promises of parking', () => {
  const all = emptyTally();
  const startedMs = performance.now();
  let pool: Pool;

  beforeAll(() => {
    pool = startPool();
  });
  afterAll(() => pool.end());

  /** Empty when no run broke a rule; else the first that did, as a text that tells how to run it again. */
  async function brokenIn(parts: readonly Promise<Tally>[]): Promise<string> {
    const tally = emptyTally();
    for (const part of await Promise.all(parts)) mergeInto(tally, part);
    mergeInto(all, tally);
    return tally.failures
      .slice(0, 1)
      .map(({ text }) => text)
      .join('');
  }

  const grid = (name: Grid, { name: situation }: Situation, every: number = EVERY) =>
    pool.simulate({ kind: 'grid', grid: name, situation, every });

  it(
    'runs one schedule the same way every time',
    async () => {
      const library = await builtFunctions();
      const schedule = randomSchedule('same', 3);
      const first = await runSchedule(schedule, library);
      await runSchedule(randomSchedule('same', 4), library);
      const again = await runSchedule(schedule, library);
      expect(again.trace()).toBe(first.trace());
    },
    TIMEOUT_MS,
  );

  it.each(USUAL)(
    'hold under single faults with a message at any moment: $name',
    async (situation) => {
      expect(await brokenIn([grid('placements', situation), grid(SINGLES, situation)])).toBe('');
    },
    TIMEOUT_MS,
  );

  it.each(CONFIGURED)(
    'hold under single faults with what the settings change: $name',
    async (situation) => {
      expect(await brokenIn([grid('placements', situation), grid('thinned', situation)])).toBe('');
    },
    TIMEOUT_MS,
  );

  it.each(HARDER)(
    'hold when Twilio is slow and strict, and agents are away: $name',
    async (situation) => {
      expect(await brokenIn([grid('placements', situation, 1), grid('thinned', situation)])).toBe('');
    },
    TIMEOUT_MS,
  );

  it.each(DUE)(
    'hold when it is parked until a time: $name',
    async (situation) => {
      expect(await brokenIn([grid('placements', situation, 1), grid('thinned', situation)])).toBe('');
    },
    TIMEOUT_MS,
  );

  it.each(EVENTS)(
    'hold when another system brings it back: $name',
    async (situation) => {
      expect(await brokenIn([grid('placements', situation), grid('thinned', situation)])).toBe('');
    },
    TIMEOUT_MS,
  );

  it.each(THANKS)(
    'hold when a closing remark leaves it parked: $name',
    async (situation) => {
      expect(await brokenIn([grid('placements', situation, 1), grid('thinned', situation)])).toBe('');
    },
    TIMEOUT_MS,
  );

  it.each(RARE)(
    'hold in a rare state: $name',
    async (situation) => {
      expect(await brokenIn([grid('placements', situation)])).toBe('');
    },
    TIMEOUT_MS,
  );

  it(
    'hold in random schedules with up to four faults',
    async () => {
      const random = { kind: 'random', seed: 'test', from: 0, many: RANDOM_RUNS, every: EVERY } as const;
      expect(await brokenIn([pool.simulate(random)])).toBe('');
    },
    TIMEOUT_MS,
  );

  it('were tried in every state that matters', () => {
    process.stdout.write(`${report(all, performance.now() - startedMs)}\n`);
    expect(unreached(all.counts, EVERY === 1 ? MUST_BE_REACHED : REACHED_BY_A_SAMPLE)).toEqual([]);
  });
});

import { random } from '../engine/random';
import type { FunctionLibrary } from '../functions/load-function';
import { emptyTally, gridOf, runMany, shareOf, type Grid, type Share, type Tally } from '../run/run-many';
import { randomSchedules } from '../schedules/random-schedule';
import type { Schedule } from '../schedules/schedule';
import { RARE, SITUATIONS } from '../schedules/situations';

/** What one process is asked to run: a share of a grid over one situation, or of the random schedules of a seed. */
export type Job = {
  readonly share: Share;
  /** Only every so-many-th schedule; all unless it says so. */ readonly every?: number;
} & (
  | { readonly kind: 'grid'; readonly grid: Grid; readonly situation: string }
  | { readonly kind: 'random'; readonly seed: string; readonly from: number; readonly many: number }
);

export async function runJob(job: Job, library: FunctionLibrary): Promise<Tally> {
  const tally = emptyTally();
  await runMany(shareOf(shareOf(await schedulesOf(job, library), sampleOf(job)), job.share), library, tally);
  return tally;
}

/** A sample begins elsewhere in each grid: all of them begin alike. */
function sampleOf(job: Job): Share {
  const of = job.every ?? 1;
  const name = job.kind === 'grid' ? `${job.grid} ${job.situation}` : job.seed;
  return { part: random(name).pick(Array.from({ length: of }, (_, at) => at + 1)), of };
}

function schedulesOf(job: Job, library: FunctionLibrary): Iterable<Schedule> | Promise<Iterable<Schedule>> {
  switch (job.kind) {
    case 'random':
      return randomSchedules(job.seed, job.many, job.from);
    case 'grid': {
      const situation = [...SITUATIONS, ...RARE].find(({ name }) => name === job.situation);
      if (!situation) throw new Error(`there is no situation ${job.situation}`);
      return gridOf(job.grid, situation, library);
    }
  }
}

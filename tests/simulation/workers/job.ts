import type { FunctionLibrary } from '../functions/load-function';
import { emptyTally, gridOf, runMany, shareOf, type Grid, type Share, type Tally } from '../run/run-many';
import { randomSchedules } from '../schedules/random-schedule';
import type { Schedule } from '../schedules/schedule';
import { RARE, SITUATIONS } from '../schedules/situations';

/** What one process is asked to run: a share of a grid over one situation, or of the random schedules of a seed. */
export type Job = { readonly share: Share } & (
  | { readonly kind: 'grid'; readonly grid: Grid; readonly situation: string }
  | { readonly kind: 'random'; readonly seed: string; readonly from: number; readonly many: number }
);

export async function runJob(job: Job, library: FunctionLibrary): Promise<Tally> {
  const tally = emptyTally();
  await runMany(shareOf(await schedulesOf(job, library), job.share), library, tally);
  return tally;
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

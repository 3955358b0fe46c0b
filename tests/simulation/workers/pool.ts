import { availableParallelism } from 'node:os';

import { Worker } from 'jest-worker';

import type { Hunted } from '../mutants/hunt';
import { emptyTally, mergeInto, type Tally } from '../run/run-many';
import type { Job } from './job';
import type * as Methods from './worker';

type WithoutShare<Any> = Any extends unknown ? Omit<Any, 'share'> : never;

export interface Pool {
  readonly processes: number;
  /** Runs a job shared among all processes. */
  simulate(job: WithoutShare<Job>): Promise<Tally>;
  /** One process looks for one mutant; undefined: the product itself. */
  hunt(mutant: string | undefined, broken: readonly string[]): Promise<Hunted>;
  end(): Promise<unknown>;
}

/** As many processes as there are cores: a simulated run needs nothing but a processor. */
export function startPool(processes = availableParallelism()): Pool {
  // A process runs TypeScript as the command line does; its methods are those of the file it is given.
  const options = { numWorkers: processes, exposedMethods: ['simulate', 'hunt'] };
  const worker = new Worker(require.resolve('./worker'), {
    ...options,
    forkOptions: { execArgv: ['--require', 'tsx/cjs'], stdio: 'inherit' },
  }) as Worker & typeof Methods;
  return {
    processes,
    async simulate(job) {
      const shares = Array.from({ length: processes }, (_, at) => ({ part: at + 1, of: processes }));
      const tally = emptyTally();
      for (const part of await Promise.all(shares.map((share) => worker.simulate({ ...job, share }))))
        mergeInto(tally, part);
      return tally;
    },
    hunt: (mutant, broken) => worker.hunt(mutant, broken),
    end: () => worker.end(),
  };
}

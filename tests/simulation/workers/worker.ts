import { builtFunctions } from '../functions/built-functions';
import type { FunctionLibrary } from '../functions/load-function';
import { huntMutant, type Hunted } from '../mutants/hunt';
import type { Tally } from '../run/run-many';
import { runJob, type Job } from './job';

let library: Promise<FunctionLibrary> | undefined;

/** Called from another process: runs a job on the built Functions, which are loaded once. */
export async function simulate(job: Job): Promise<Tally> {
  library ??= builtFunctions();
  return runJob(job, await library);
}

/** Called from another process: builds the Functions with one defect and looks for a run that shows it. */
export function hunt(mutant: string | undefined, broken: readonly string[]): Promise<Hunted> {
  return huntMutant(mutant, new Set(broken));
}

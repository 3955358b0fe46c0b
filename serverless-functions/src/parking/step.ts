import type { Ports } from './ports';

export type StepOutcome = 'done' | 'failed';

/** Runs one step that must not stop the others. */
export async function step(ports: Ports, name: string, run: () => Promise<void>): Promise<StepOutcome> {
  try {
    await run();
    ports.log(name, 'done');
    return 'done';
  } catch (error) {
    ports.log(name, 'failed', { reason: error instanceof Error ? error.message : 'unknown' });
    return 'failed';
  }
}

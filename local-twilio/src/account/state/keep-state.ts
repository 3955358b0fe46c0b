import type { World } from '../world';
import { StateError } from './state-error';
import { stateText, writeState } from './state-file';

/** A burst of changes is written once. */
const WRITE_AFTER_MS = 500;

interface Keeping {
  readonly file: string;
  /** Told once per row of failures; the next change tries again. */
  readonly onFailure: (error: StateError) => void;
}

/** Writes the state file soon after every change, and once more when it ends. */
export function keepState(world: World, { file, onFailure }: Keeping): () => void {
  let timer: NodeJS.Timeout | undefined;
  let failing = false;

  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    try {
      writeState(file, stateText(world.state(), world.clock.nowMs()));
      failing = false;
    } catch (cause) {
      if (!failing) onFailure(new StateError('state-unwritable', file, 'it cannot be written', { cause }));
      failing = true;
    }
  };
  const unsubscribe = world.events.subscribe(({ type }) => {
    if (type !== 'call.finished') timer ??= setTimeout(write, WRITE_AFTER_MS).unref();
  });
  write();
  return () => {
    unsubscribe();
    write();
  };
}

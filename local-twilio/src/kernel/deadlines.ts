import type { Clock } from './clock';

/** What is due at a time that the state holds, with one timer for each thing at most. */
export interface Deadlines<T extends object> {
  /** Looks at its time again; call it after whatever may have moved it. `run` is called once, when it has come. */
  watch(thing: T, run: () => void): void;
  /** For what is gone. */
  forget(thing: T): void;
}

interface Armed {
  readonly dueMs: number;
  readonly cancel: () => void;
}

/** `dueMs` is asked again when the time has come: null is never, and later is waited for. */
export function deadlines<T extends object>(clock: Clock, dueMs: (thing: T) => number | null): Deadlines<T> {
  const armed = new Map<T, Armed>();

  const forget = (thing: T) => {
    armed.get(thing)?.cancel();
    armed.delete(thing);
  };
  const watch = (thing: T, run: () => void) => {
    const nextMs = dueMs(thing);
    if (nextMs !== null && armed.get(thing)?.dueMs === nextMs) return;
    forget(thing);
    if (nextMs === null) return;
    const cancel = clock.schedule(nextMs - clock.nowMs(), () => {
      armed.delete(thing);
      const nowDueMs = dueMs(thing);
      if (nowDueMs === null) return;
      if (nowDueMs > clock.nowMs()) watch(thing, run);
      else run();
    });
    armed.set(thing, { dueMs: nextMs, cancel });
  };
  return { watch, forget };
}

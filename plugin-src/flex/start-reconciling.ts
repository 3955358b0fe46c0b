export interface ReconcilingPorts {
  /** Does not reject. */
  reconcile: () => Promise<void>;
  /** A number from 0 up to 1. */
  random: () => number;
  /** Calls `run` after the delay; the answer cancels it. */
  schedule: (run: () => void, delayMs: number) => () => void;
}

const EVERY_MS = 4 * 60_000;

/**
 * Asks the Functions every few minutes to repair what was left half done; the server does it once for all desktops.
 * Jitter keeps desktops that were opened together apart. Quiet: nobody can act on what it answers. Returns a stop.
 */
export function startReconciling({ reconcile, random, schedule }: ReconcilingPorts): () => void {
  let stopped = false;
  let cancel = () => {};
  const next = () => {
    if (stopped) return;
    cancel = schedule(() => void reconcile().then(next), EVERY_MS * (0.5 + random()));
  };
  next();
  return () => {
    stopped = true;
    cancel();
  };
}

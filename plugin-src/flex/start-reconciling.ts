/** How soon a conversation comes back at its time; undefined when none has one. */
export type NextDue = number | 'not-known' | undefined;

export interface ReconcilingPorts {
  /** Does not reject. */
  reconcile: () => Promise<NextDue>;
  /** A number from 0 up to 1. */
  random: () => number;
  /** Calls `run` after the delay; the answer cancels it. */
  schedule: (run: () => void, delayMs: number) => () => void;
  now: () => Date;
}

export interface Reconciling {
  stop(): void;
  /** A conversation comes back at this moment, which the Functions have not told yet. */
  comesBackAt(atMs: number): void;
}

/** Time enough for the desktop to load. What came due while nobody was logged in waits for this first call. */
const FIRST_AFTER_MS = 5_000;
/** Desktops that are opened at the same minute in the morning do not ask in the same second. */
const FIRST_SPREAD_MS = 15_000;
const EVERY_MS = 4 * 60_000;
/** What is due is asked for within this time. */
const DUE_WITHIN_MS = 4_000;
/** After a failure while something is due. */
const TRY_AGAIN_AFTER_MS = 15_000;
/** Further ahead than this the next regular call tells again. */
const AIM_WITHIN_MS = 15 * 60_000;

/**
 * Asks the Functions to repair what was left half done, soon after login and then every few minutes, and at the time at
 * which the next conversation is due; they do it once for all desktops. Jitter keeps desktops that were opened together
 * apart. Quiet: nobody can act on what it answers.
 */
export function startReconciling({ now, random, reconcile, schedule }: ReconcilingPorts): Reconciling {
  let stopped = false;
  let cancelNext = () => {};
  let cancelDue = () => {};
  /** By this computer's clock. */
  let dueAtMs = Infinity;
  /** What this desktop chose while a call is on its way, whose answer may not know of it. */
  let chosenMeanwhileMs = Infinity;

  const aim = (atMs: number) => {
    cancelDue();
    dueAtMs = atMs;
    const delayMs = Math.max(0, atMs - now().getTime()) + dueDelayMs(random());
    if (delayMs <= AIM_WITHIN_MS) cancelDue = schedule(() => void ask(), delayMs);
  };
  const ask = async () => {
    const isDue = dueAtMs <= now().getTime();
    chosenMeanwhileMs = Infinity;
    const next = await reconcile();
    if (stopped) return;
    if (next !== 'not-known') aim(Math.min(now().getTime() + (next ?? Infinity), chosenMeanwhileMs));
    else if (isDue) aim(now().getTime() + TRY_AGAIN_AFTER_MS);
  };
  const loop = (delayMs: number) => {
    if (stopped) return;
    cancelNext = schedule(() => void ask().then(() => loop(EVERY_MS * (0.5 + random()))), delayMs);
  };
  loop(FIRST_AFTER_MS + FIRST_SPREAD_MS * random());
  return {
    stop() {
      stopped = true;
      cancelNext();
      cancelDue();
    },
    comesBackAt(atMs) {
      chosenMeanwhileMs = Math.min(chosenMeanwhileMs, atMs);
      if (!stopped && atMs < dueAtMs) aim(atMs);
    },
  };
}

/** How much the desktops are drawn to the end: of some hundreds only a few are so early that nobody was before them. */
const SHYNESS = 8;

/**
 * Every open desktop knows the time, and one call is enough: most wait nearly as long as they may, and by then the call
 * of the earliest has left nothing to do. The timer of RFC 5401 (section 3.2.3), which keeps a crowd from answering at
 * once.
 */
function dueDelayMs(chance: number): number {
  return (DUE_WITHIN_MS / SHYNESS) * Math.log1p(chance * Math.expm1(SHYNESS));
}

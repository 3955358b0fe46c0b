import type { Activity } from './activity';
import type { SimClock } from './sim-clock';

/** A run that is still busy after this much virtual time would never end. */
const LONGEST_BUSY_MS = 48 * 60 * 60_000;

export interface EventLoop {
  /** Runs until nothing is under way; timers of the far future do not count. */
  untilQuiet(): Promise<void>;
  /** Lets that much virtual time pass. */
  pass(delayMs: number): Promise<void>;
}

interface Options {
  readonly clock: SimClock;
  readonly activity: Activity;
  readonly beforeStep: () => void;
  /** Called when all that the step set in motion has come to rest. */
  readonly afterStep: () => void;
}

/** Lets every promise settle: setImmediate runs when no microtask is left. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function createEventLoop({ clock, activity, beforeStep, afterStep }: Options): EventLoop {
  const step = async () => {
    beforeStep();
    clock.step();
    await settle();
    afterStep();
  };
  return {
    async untilQuiet() {
      const latestMs = clock.nowMs() + LONGEST_BUSY_MS;
      await settle();
      while (!activity.isQuiet()) {
        const dueMs = clock.nextDueMs();
        if (dueMs === undefined || dueMs > latestMs) throw new Error('the run does not come to rest');
        await step();
      }
    },
    async pass(delayMs) {
      let over = false;
      clock.schedule(delayMs, () => {
        over = true;
      });
      while (!over) await step();
    },
  };
}

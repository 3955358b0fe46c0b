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
  /** How long TaskRouter takes to offer what waits: no Function is at work then, and yet something is under way. */
  readonly routingMs: number;
}

/** An offer may make Functions work, whose work may be offered again. */
const ROUTING_ROUNDS = 3;

/** Lets every promise settle: setImmediate runs when no microtask is left. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function createEventLoop({ clock, activity, beforeStep, afterStep, routingMs }: Options): EventLoop {
  const step = async () => {
    beforeStep();
    clock.step();
    await settle();
    afterStep();
  };
  const untilQuiet = async () => {
    const latestMs = clock.nowMs() + LONGEST_BUSY_MS;
    await settle();
    while (!activity.isQuiet()) {
      const dueMs = clock.nextDueMs();
      if (dueMs === undefined || dueMs > latestMs) throw new Error('the run does not come to rest');
      await step();
    }
  };
  const pass = async (delayMs: number) => {
    let over = false;
    clock.schedule(delayMs, () => {
      over = true;
    });
    while (!over) await step();
  };
  return {
    pass,
    async untilQuiet() {
      await untilQuiet();
      if (routingMs === 0) return;
      for (let round = 0; round < ROUTING_ROUNDS; round += 1) {
        await pass(routingMs);
        if (activity.isQuiet()) return;
        await untilQuiet();
      }
    },
  };
}

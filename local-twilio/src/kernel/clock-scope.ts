import type { Clock } from './clock';
import { guarded, type OnFailure } from './failures';

/** A clock whose timers can be forgotten without those that others set on the same clock. */
export interface ClockScope extends Clock {
  /** Forgets every timer that was set through it, and sets none from then on. */
  end(): void;
}

/** The same time; an error in a timer goes to `onFailure`, so that the timers after it fire as well. */
export function clockScope(clock: Clock, onFailure: OnFailure): ClockScope {
  const pending = new Set<() => void>();
  let ended = false;

  return {
    nowMs: () => clock.nowMs(),
    stopwatchMs: () => clock.stopwatchMs(),
    advance: (byMs) => clock.advance(byMs),
    dueCount: () => clock.dueCount(),
    stop: () => clock.stop(),
    schedule(delayMs, run) {
      if (ended) return () => undefined;
      const fire = guarded('a timer', run, onFailure);
      const cancelTimer = clock.schedule(delayMs, () => {
        pending.delete(cancel);
        fire();
      });
      const cancel = () => {
        pending.delete(cancel);
        cancelTimer();
      };
      pending.add(cancel);
      return cancel;
    },
    end() {
      ended = true;
      for (const cancel of [...pending]) cancel();
    },
  };
}

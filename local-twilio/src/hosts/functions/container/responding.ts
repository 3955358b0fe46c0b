const PING_EVERY_MS = 500;
/** Two seconds without an answer: others wait no longer for a Function that computes, or is in a loop. */
const UNANSWERED_TURNS = 4;

export interface Responding {
  /** Asks again and again, until it may rest. */
  watch(): void;
  rest(): void;
  heard(): void;
}

/**
 * Whether somebody who is pinged answers. It counts turns of this process, not time: when this process was busy itself,
 * the answers wait for it.
 */
export function watchResponding(ping: () => void, onSilent: () => void): Responding {
  let timer: NodeJS.Timeout | undefined;
  let unanswered = 0;
  return {
    watch() {
      timer ??= setInterval(() => {
        if (unanswered === 0) ping();
        unanswered += 1;
        if (unanswered > UNANSWERED_TURNS) onSilent();
      }, PING_EVERY_MS);
    },
    rest() {
      clearInterval(timer);
      timer = undefined;
    },
    heard() {
      unanswered = 0;
    },
  };
}

import type { Clock } from '../../../../serverless-functions/src/parking/ports';

export interface FakeClock extends Clock {
  advance(byMs: number): void;
  /** Limits that promises were given, in ms. */
  readonly limitsMs: number[];
}

/** A clock that stands still until it is told; sleeping moves it. `timeout` notes the limit and never cuts. */
export function fakeClock(startMs = 0): FakeClock {
  let nowMs = startMs;
  const limitsMs: number[] = [];
  return {
    nowMs: () => nowMs,
    async sleep(delayMs) {
      nowMs += delayMs;
    },
    async timeout(promise, limitMs) {
      limitsMs.push(limitMs);
      return promise;
    },
    advance(byMs) {
      nowMs += byMs;
    },
    limitsMs,
  };
}

import type { Clock } from '../../../local-twilio/src/kernel/clock';

interface Timer {
  readonly dueMs: number;
  readonly order: number;
  readonly run: () => void;
  cancelled: boolean;
}

/** A clock that moves one timer at a time, so that whatever a timer set in motion can come to rest before the next. */
export interface SimClock extends Clock {
  /** When the next timer falls due; undefined when there is none. */
  nextDueMs(): number | undefined;
  /** Moves time to the next timer and runs it. */
  step(): void;
}

const isBefore = (one: Timer, other: Timer): boolean =>
  one.dueMs < other.dueMs || (one.dueMs === other.dueMs && one.order < other.order);

export function simClock(startMs: number): SimClock {
  const heap: Timer[] = [];
  let nowMs = startMs;
  let order = 0;

  const peek = (): Timer | undefined => {
    while (heap[0]?.cancelled) pop(heap);
    return heap[0];
  };
  const step = () => {
    const timer = peek();
    if (!timer) return;
    pop(heap);
    nowMs = Math.max(nowMs, timer.dueMs);
    timer.run();
  };
  return {
    nowMs: () => nowMs,
    stopwatchMs: () => nowMs,
    schedule(delayMs, run) {
      const timer: Timer = { dueMs: nowMs + Math.max(0, delayMs), order: order++, run, cancelled: false };
      push(heap, timer);
      return () => {
        timer.cancelled = true;
      };
    },
    advance(byMs) {
      const untilMs = nowMs + byMs;
      for (let next = peek(); next && next.dueMs <= untilMs; next = peek()) step();
      nowMs = untilMs;
    },
    dueCount: () => heap.filter((timer) => !timer.cancelled && timer.dueMs <= nowMs).length,
    stop: () => {
      heap.length = 0;
    },
    nextDueMs: () => peek()?.dueMs,
    step,
  };
}

function push(heap: Timer[], timer: Timer): void {
  let at = heap.length;
  heap.push(timer);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent];
    if (!above || !isBefore(timer, above)) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = timer;
}

function pop(heap: Timer[]): void {
  const last = heap.pop();
  if (!last || heap.length === 0) return;
  let at = 0;
  for (;;) {
    const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
    const smaller = right && left && isBefore(right, left) ? 2 * at + 2 : 2 * at + 1;
    const child = heap[smaller];
    if (!child || !isBefore(child, last)) break;
    heap[at] = child;
    at = smaller;
  }
  heap[at] = last;
}

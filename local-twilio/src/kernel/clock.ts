import { Heap } from 'heap-js';

import { guarded } from './failures';

/** Time as the local Twilio sees it. Nothing else in the rules may read a clock or set a timer. */
export interface Clock {
  /** Milliseconds since the epoch. */
  nowMs(): number;
  /** Grows steadily, with fractions, from any start: only to tell how long something took. */
  stopwatchMs(): number;
  /** Runs `run` once after `delayMs`; call the answer to cancel it. */
  schedule(delayMs: number, run: () => void): () => void;
  /** Moves time forward and fires what falls due, in order; throws the first error of a timer when all have fired. */
  advance(byMs: number): void;
  /** Timers due now or earlier that have not fired yet. */
  dueCount(): number;
  /** Forgets every timer and lets the process end. */
  stop(): void;
}

interface Timer {
  readonly dueMs: number;
  readonly order: number;
  readonly run: () => void;
  /** Fired or cancelled. Cancelled ones stay in the heap until they would be next, or until it is mostly of them. */
  isOver: boolean;
}

interface TimerQueue {
  add(dueMs: number, run: () => void): () => void;
  /** The next timer that is due at that time, taken out. */
  takeDue(untilMs: number): Timer | undefined;
  dueCount(nowMs: number): number;
  clear(): void;
}

/** By due time, then by order of scheduling: two runs of one schedule fire alike. */
const byTime = (one: Timer, other: Timer): number => one.dueMs - other.dueMs || one.order - other.order;
const FEW_TIMERS = 64;

function timerQueue(): TimerQueue {
  let timers = new Heap<Timer>(byTime);
  let order = 0;
  let cancelled = 0;

  const dropCancelled = () => {
    const left = timers.toArray().filter(({ isOver }) => !isOver);
    timers = new Heap<Timer>(byTime);
    timers.init(left);
    cancelled = 0;
  };

  return {
    add(dueMs, run) {
      const timer: Timer = { dueMs, order: order++, run, isOver: false };
      timers.push(timer);
      return () => {
        if (timer.isOver) return;
        timer.isOver = true;
        cancelled += 1;
        if (cancelled > FEW_TIMERS && cancelled > timers.size() / 2) dropCancelled();
      };
    },
    takeDue(untilMs) {
      for (let next = timers.peek(); next && next.dueMs <= untilMs; next = timers.peek()) {
        timers.pop();
        if (!next.isOver) {
          next.isOver = true;
          return next;
        }
        cancelled -= 1;
      }
      return undefined;
    },
    dueCount: (nowMs) => timers.toArray().filter(({ dueMs, isOver }) => !isOver && dueMs <= nowMs).length,
    clear: () => {
      timers.clear();
      cancelled = 0;
    },
  };
}

/** A clock that stands still until it is advanced: for tests and simulations. */
export function virtualClock(startMs: number): Clock {
  const queue = timerQueue();
  let now = startMs;
  return {
    nowMs: () => now,
    stopwatchMs: () => now,
    schedule: (delayMs, run) => queue.add(now + Math.max(0, delayMs), run),
    advance(byMs) {
      const until = now + byMs;
      const errors: unknown[] = [];
      for (let timer = queue.takeDue(until); timer; timer = queue.takeDue(until)) {
        now = Math.max(now, timer.dueMs);
        guarded('a timer', timer.run, (_what, error) => errors.push(error))();
      }
      now = until;
      if (errors.length > 0) throw errors[0];
    },
    dueCount: () => queue.dueCount(now),
    stop: () => queue.clear(),
  };
}

const LONGEST_NODE_TIMER_MS = 2_147_483_647;

/** The machine's clock, which can also be moved forward by hand. It starts ahead if it has been moved before. */
export function systemClock(notBeforeMs = 0): Clock {
  let aheadMs = Math.max(0, notBeforeMs - Date.now());
  const inner = virtualClock(Date.now() + aheadMs);
  let stopped = false;
  const pending = new Set<NodeJS.Timeout>();

  const catchUp = () => inner.advance(Math.max(0, Date.now() + aheadMs - inner.nowMs()));
  const wake = (delayMs: number, woken: () => void) => {
    const timeout = setTimeout(
      () => {
        pending.delete(timeout);
        if (stopped) return;
        try {
          catchUp();
        } finally {
          woken();
        }
      },
      Math.min(delayMs, LONGEST_NODE_TIMER_MS),
    );
    pending.add(timeout.unref());
    return timeout;
  };

  return {
    nowMs: () => Math.max(inner.nowMs(), Date.now() + aheadMs),
    stopwatchMs: () => performance.now(),
    schedule(delayMs, run) {
      const now = Date.now() + aheadMs;
      const dueMs = now + Math.max(0, delayMs);
      let isOver = false;
      let timeout: NodeJS.Timeout;
      const cancel = inner.schedule(Math.max(0, dueMs - inner.nowMs()), () => {
        isOver = true;
        run();
      });
      // Node may wake a millisecond early, and never waits longer than some weeks: what is not due yet is waited for again.
      const arm = (leftMs: number) => {
        timeout = wake(leftMs, () => {
          if (!isOver) arm(Math.max(1, dueMs - Date.now() - aheadMs));
        });
      };
      arm(Math.max(0, delayMs));
      return () => {
        isOver = true;
        cancel();
        clearTimeout(timeout);
        pending.delete(timeout);
      };
    },
    advance(byMs) {
      aheadMs += byMs;
      catchUp();
    },
    dueCount: () => inner.dueCount(),
    stop() {
      stopped = true;
      for (const timeout of pending) clearTimeout(timeout);
      pending.clear();
      inner.stop();
    },
  };
}

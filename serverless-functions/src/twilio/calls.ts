import { TwilioFailure } from '../parking/errors';
import type { Clock } from '../parking/ports';
import { failureOf } from './failure';

/** Longest wait for an answer that may be asked for again; a few slow calls still fit into a Function's 10 s. */
const CALL_TIMEOUT_MS = 2_500;
/** A call that must not happen twice gets all the time there is but this: somebody still has to be answered. */
const ANSWER_MS = 500;
/** Longest wait for news to be taken; nobody's answer may come noticeably later for it. */
const TELL_TIMEOUT_MS = 1_000;
const PAUSE_BEFORE_RETRY_MS = 150;
/** So that many Functions that are told "too many requests" do not all come back at the same moment. */
const JITTER_MS = 150;
/** The SDK ends a request by itself; this only catches what it cannot, such as a request that never got a socket. */
const BACKSTOP_MS = 250;

/** Turns of the microtask queue that a caller's own awaiting takes, generously. */
const TURNS = 20;

export interface TimeLimits {
  /** No call is sent after this. */
  callUntilMs: number;
  /** No retry is sent after this: whoever called us does not wait longer. */
  retryUntilMs: number;
}

/**
 * How every call to Twilio is made: bounded in time, and tried once more only where that is harmless.
 * Remembers whether the answer to a write was lost, because such a write may still take effect later.
 */
export class Calls {
  private lostAnswers = false;
  private limitMs = CALL_TIMEOUT_MS;
  private readonly writes = new Set<Promise<unknown>>();

  constructor(
    private readonly clock: Clock,
    private readonly limits: TimeLimits,
    private readonly random: () => number = Math.random,
  ) {}

  /** How long the request that is being made may take. */
  timeoutMs(): number {
    return this.limitMs;
  }

  hadLostAnswers(): boolean {
    return this.lostAnswers;
  }

  /** Resolves when no write is under way: after its answer a Function is frozen with all that it has begun. */
  async allWritesEnded(): Promise<void> {
    while (this.writes.size > 0) {
      await Promise.allSettled(this.writes);
      // Whoever waited for one of them may begin the next at once.
      for (let turn = 0; turn < TURNS; turn += 1) await Promise.resolve();
    }
  }

  /** Reads change nothing, so they are repeated whatever went wrong. */
  read<T>(run: () => Promise<T>): Promise<T> {
    return this.withOneRetry(
      () => this.timed(run, CALL_TIMEOUT_MS),
      (failure) => failure.kind !== 'refused',
    );
  }

  /** Writes that may be repeated: a second one finds the first one's effect and changes nothing more. */
  write<T>(run: () => Promise<T>): Promise<T> {
    return this.tracked(
      this.withOneRetry(
        () => this.noted(run, CALL_TIMEOUT_MS),
        (failure) => failure.kind !== 'refused',
      ),
    );
  }

  /**
   * Writes that must not happen twice are repeated only when the first certainly changed nothing. They get what is left
   * of the caller's patience, because a lost answer costs more here than a late one.
   */
  nonIdempotentWrite<T>(run: () => Promise<T>): Promise<T> {
    return this.tracked(
      this.withOneRetry(
        () => this.noted(run, Math.max(CALL_TIMEOUT_MS, this.limits.retryUntilMs - ANSWER_MS - this.clock.nowMs())),
        (failure) => failure.kind === 'rate-limited' || failure.kind === 'unavailable',
      ),
    );
  }

  /** News that nothing depends on: sent once, not waited for long, and never in anybody's way. */
  async bestEffort(run: () => Promise<unknown>): Promise<void> {
    await this.timed(run, TELL_TIMEOUT_MS);
  }

  /** A write and what it may still try, until nothing of it is under way. */
  private tracked<T>(writing: Promise<T>): Promise<T> {
    this.writes.add(writing);
    const ended = () => void this.writes.delete(writing);
    writing.then(ended, ended);
    return writing;
  }

  /** A write; one whose answer did not come, in time or at all, may still take effect. */
  private async noted<T>(run: () => Promise<T>, limitMs: number): Promise<T> {
    try {
      return await this.timed(run, limitMs);
    } catch (error) {
      if (failureOf(error).kind === 'unknown') this.lostAnswers = true;
      throw error;
    }
  }

  private async withOneRetry<T>(run: () => Promise<T>, again: (failure: TwilioFailure) => boolean): Promise<T> {
    try {
      return await run();
    } catch (error) {
      const failure = failureOf(error);
      const pauseMs = PAUSE_BEFORE_RETRY_MS + Math.floor(this.random() * JITTER_MS);
      if (!again(failure) || this.clock.nowMs() + pauseMs >= this.limits.retryUntilMs) throw failure;
      await this.clock.sleep(pauseMs);
      return run().catch((second: unknown) => {
        throw failureOf(second);
      });
    }
  }

  private async timed<T>(run: () => Promise<T>, longestMs: number): Promise<T> {
    const leftMs = this.limits.callUntilMs - this.clock.nowMs();
    if (leftMs <= 0) throw new TwilioFailure('unavailable', { cause: 'no time left for another call' });
    const limitMs = Math.min(longestMs, leftMs);
    return this.clock.timeout(this.begin(run, limitMs), limitMs + BACKSTOP_MS);
  }

  /** The SDK asks for the timeout while it makes the request, which it does before `run` returns. */
  private begin<T>(run: () => Promise<T>, limitMs: number): Promise<T> {
    this.limitMs = limitMs;
    try {
      return run();
    } finally {
      this.limitMs = CALL_TIMEOUT_MS;
    }
  }
}

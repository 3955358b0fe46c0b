import { TwilioFailure } from '../parking/errors';
import type { Clock } from '../parking/ports';
import { failureOf } from './failure';

/** Longest wait for one answer; a few slow calls still fit into the 10 s that a Function lives. */
const CALL_TIMEOUT_MS = 2_500;
/** Longest wait for news to be taken; nobody's answer may come noticeably later for it. */
const TELL_TIMEOUT_MS = 1_000;
const PAUSE_BEFORE_RETRY_MS = 150;

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

  constructor(
    private readonly clock: Clock,
    private readonly limits: TimeLimits,
  ) {}

  hadLostAnswers(): boolean {
    return this.lostAnswers;
  }

  /** Reads change nothing, so they are repeated whatever went wrong. */
  read<T>(run: () => Promise<T>): Promise<T> {
    return this.twice(
      () => this.timed(run),
      (failure) => failure.kind !== 'refused',
    );
  }

  /** Writes that may be repeated: a second one finds the first one's effect and changes nothing more. */
  async write<T>(run: () => Promise<T>): Promise<T> {
    return this.twice(
      () => this.noting(run),
      (failure) => failure.kind !== 'refused',
    );
  }

  /** Writes that must not happen twice are repeated only when the first certainly changed nothing. */
  async once<T>(run: () => Promise<T>): Promise<T> {
    return this.twice(
      () => this.noting(run),
      (failure) => failure.kind === 'rate-limited' || failure.kind === 'unavailable',
    );
  }

  /** News that nothing depends on: sent once, not waited for long, and never in anybody's way. */
  async tell(run: () => Promise<unknown>): Promise<void> {
    if (this.clock.nowMs() >= this.limits.callUntilMs) return;
    await this.clock.timeout(run(), TELL_TIMEOUT_MS).catch(() => undefined);
  }

  /** A write; one whose answer did not come, in time or at all, may still take effect. */
  private async noting<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await this.timed(run);
    } catch (error) {
      if (failureOf(error).kind === 'unknown') this.lostAnswers = true;
      throw error;
    }
  }

  private async twice<T>(run: () => Promise<T>, again: (failure: TwilioFailure) => boolean): Promise<T> {
    try {
      return await run();
    } catch (error) {
      const failure = failureOf(error);
      if (!again(failure) || this.clock.nowMs() + PAUSE_BEFORE_RETRY_MS >= this.limits.retryUntilMs) throw failure;
      await this.clock.sleep(PAUSE_BEFORE_RETRY_MS);
      return run().catch((second: unknown) => {
        throw failureOf(second);
      });
    }
  }

  private async timed<T>(run: () => Promise<T>): Promise<T> {
    const leftMs = this.limits.callUntilMs - this.clock.nowMs();
    if (leftMs <= 0) throw new TwilioFailure('unavailable', { cause: 'no time left for another call' });
    return this.clock.timeout(run(), Math.min(CALL_TIMEOUT_MS, leftMs));
  }
}

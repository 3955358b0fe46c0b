import type { Context } from '../events';
import { deadlines } from '../../../kernel/deadlines';
import { TwilioError } from '../../../kernel/errors';
import type { Versioned } from '../store';

interface Expiry {
  readonly held: Versioned;
  readonly ttlSeconds: number | undefined;
  readonly expire: () => void;
}

/** Life times of documents, maps, lists, streams and items: https://www.twilio.com/docs/sync/objects-ttl */
export interface Expiries {
  /** Throws for a life time that nothing may have. Ask before anything is changed. */
  check(...ttlSeconds: readonly (number | undefined)[]): void;
  /** Sets or clears the life time. A TTL stays where it is until it is sent again; 0 takes it away. */
  set(expiry: Expiry): void;
  /** Lets it expire when its time has come. */
  watch(held: Versioned, expire: () => void): void;
  /** What was removed does not expire. */
  forget(held: Versioned): void;
}

export function createExpiries({ clock, limits, switches }: Context): Expiries {
  const { watch, forget } = deadlines<Versioned>(clock, ({ expiresAtMs }) =>
    expiresAtMs !== null && switches.syncExpiry === 'late' ? expiresAtMs + limits.syncExpiryLateMs : expiresAtMs,
  );
  const check = (...asked: readonly (number | undefined)[]) => {
    if (asked.some((ttl) => ttl !== undefined && (ttl < 0 || ttl > limits.syncTtlSecondsMax)))
      throw new TwilioError(400, 54011, 'Invalid TTL');
  };
  return {
    watch,
    forget,
    check,
    set({ held, ttlSeconds, expire }) {
      if (ttlSeconds === undefined) return;
      check(ttlSeconds);
      held.expiresAtMs = ttlSeconds === 0 ? null : clock.nowMs() + ttlSeconds * 1000;
      watch(held, expire);
    },
  };
}

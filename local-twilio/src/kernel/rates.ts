import type { Clock } from './clock';
import { TwilioError } from './errors';
import type { Limits } from './limits';

/** How often one thing may be used. Each throws 429 when it is too much; nothing took effect then. */
export interface Rates {
  /** Update of a Conversation; create, update, delete of its participants and messages, by REST or SDK. */
  conversationAction(conversationSid: string): void;
  /** Create and delete of Conversations, users and roles, counted over the whole service. */
  serviceAction(serviceSid: string): void;
  /** A Sync object and its items count as one; what subscribers are told does not count. */
  syncRead(objectSid: string): void;
  syncWrite(objectSid: string): void;
  syncCreation(serviceSid: string): void;
  streamMessage(streamSid: string): void;
  clear(): void;
}

interface Window {
  readonly key: string;
  readonly calls: number;
  readonly windowMs: number;
  readonly refuse: () => TwilioError;
}

/** More keys than this and those that are idle are forgotten. */
const KEYS_KEPT = 5_000;
const SECOND_MS = 1_000;

/**
 * https://www.twilio.com/docs/api/errors/50063; that it is the one for a single Conversation is not confirmed: its page
 * and that of 50074 both speak of the service.
 */
const tooManyActions = () => new TwilioError(429, 50063, 'Actions per second limit exceeded');
/** https://www.twilio.com/docs/api/errors/50074 */
const tooManyOfService = () => new TwilioError(429, 50074, 'Global actions per second limit exceeded');
/** https://www.twilio.com/docs/api/errors/54009 */
const tooManySyncCalls = () => new TwilioError(429, 54009, 'Rate limit exceeded');

/** Counts in sliding windows; Sync's burst window is read as: that many times the rate within it, and no more. */
export function createRates(clock: Clock, limits: Limits): Rates {
  const used = new Map<string, number[]>();

  const forgetIdle = (sinceMs: number) => {
    for (const [key, times] of used) if ((times.at(-1) ?? 0) <= sinceMs) used.delete(key);
  };

  const take = ({ key, calls, windowMs, refuse }: Window) => {
    const now = clock.nowMs();
    const recent = (used.get(key) ?? []).filter((at) => at > now - windowMs);
    if (recent.length >= calls) throw refuse();
    recent.push(now);
    used.set(key, recent);
    if (used.size > KEYS_KEPT) forgetIdle(now - limits.syncBurstWindowMs);
  };

  const syncWindow = {
    calls: limits.syncCallsPerSecond * (limits.syncBurstWindowMs / SECOND_MS),
    windowMs: limits.syncBurstWindowMs,
    refuse: tooManySyncCalls,
  };
  const streamWindow = {
    ...syncWindow,
    calls: limits.syncStreamMessagesPerSecond * (limits.syncBurstWindowMs / SECOND_MS),
  };
  const actions = { calls: limits.conversationActionsPerSecond, windowMs: SECOND_MS, refuse: tooManyActions };
  const ofService = { calls: limits.conversationsCreatedPerSecond, windowMs: SECOND_MS, refuse: tooManyOfService };

  return {
    conversationAction: (sid) => take({ key: `action ${sid}`, ...actions }),
    serviceAction: (sid) => take({ key: `service ${sid}`, ...ofService }),
    syncRead: (sid) => take({ key: `read ${sid}`, ...syncWindow }),
    syncWrite: (sid) => take({ key: `write ${sid}`, ...syncWindow }),
    syncCreation: (sid) => take({ key: `create ${sid}`, ...syncWindow }),
    streamMessage: (sid) => take({ key: `stream ${sid}`, ...streamWindow }),
    clear: () => used.clear(),
  };
}

/** A REST call that may be one too many. */
export interface CountedOperation {
  readonly operationId: string;
  readonly params: Readonly<Record<string, string>>;
}

import type { LastWords } from '../../flex/conversation';

/** How long the agent can still say Keep. */
export const COUNTDOWN_MS = 30_000;
/** A countdown that is this much over was not seen to its end: the computer slept. */
const SLEPT_MS = 10_000;

/** All that decides whether an open conversation is parked because its customer is silent. */
export interface SilenceFacts {
  nowMs: number;
  /** null: never. */
  parkAfterMs: number | null;
  /** The Park button is there and can be pressed. */
  mayPark: boolean;
  /** There is a draft, or the composer has the focus. */
  isWriting: boolean;
  lastWords: LastWords | undefined;
  /** When the task came to this agent. */
  cameAtMs: number;
  /** When the agent said Keep, or a park by itself was refused. */
  keptAtMs: number | undefined;
  /** When this page began to count down for this task. */
  countingSinceMs: number | undefined;
}

export type SilenceStep =
  /** Until one of the facts changes. */
  { kind: 'nothing' } | { kind: 'wait'; untilMs: number } | { kind: 'count-down'; parkAtMs: number } | { kind: 'park' };

/**
 * What to do about a silent customer. Only an answer in this very task counts: a conversation that has just come back
 * at its time, with old words in it, is there because somebody wants to look at it.
 */
export function silenceStep(facts: SilenceFacts): SilenceStep {
  const { isWriting, lastWords, mayPark, nowMs, parkAfterMs } = facts;
  if (parkAfterMs === null || !mayPark || isWriting) return { kind: 'nothing' };
  if (lastWords?.answeredAtMs === undefined || lastWords.answeredAtMs < facts.cameAtMs) return { kind: 'nothing' };
  const dueAtMs = Math.max(lastWords.atMs, facts.keptAtMs ?? 0) + parkAfterMs;
  if (nowMs < dueAtMs) return { kind: 'wait', untilMs: dueAtMs };
  const parkAtMs = countdownOf(facts, dueAtMs) + COUNTDOWN_MS;
  return nowMs < parkAtMs ? { kind: 'count-down', parkAtMs } : { kind: 'park' };
}

/** When the countdown began that counts: an earlier silence's does not, nor one that nobody can have seen. */
function countdownOf({ countingSinceMs, nowMs }: SilenceFacts, dueAtMs: number): number {
  const isOfNow =
    countingSinceMs !== undefined && countingSinceMs >= dueAtMs && nowMs < countingSinceMs + COUNTDOWN_MS + SLEPT_MS;
  return isOfNow ? countingSinceMs : nowMs;
}

import {
  EXPIRES_AFTER_MS,
  EXPIRES_SOON_AFTER_MS as TELL_AFTER_MS,
  expiryCountsFromMs,
  PARK_AFTER_MS,
  PARK_AT_LAST_AFTER_MS,
} from '../../../serverless-functions/src/contract/task-expiry';

const TRY_AGAIN_AFTER_MS = 5 * 60_000;

/** All that decides what is done about a task that Twilio is going to delete. */
export interface ExpiryFacts {
  nowMs: number;
  beforeTaskExpires: 'park' | 'warn' | 'nothing';
  /** The Park button is there and can be pressed. */
  mayPark: boolean;
  isWriting: boolean;
  /** When the task was made. */
  createdAtMs: number;
  /** When it came to this agent. */
  cameAtMs: number;
  /** The agent has been told. */
  wasTold: boolean;
  /** When a park by itself was refused. */
  refusedAtMs: number | undefined;
}

export type ExpiryStep =
  /** Until one of the facts changes. */
  | { kind: 'nothing' }
  | { kind: 'wait'; untilMs: number }
  /** `parksAtMs`: when it is parked if the agent does nothing. */
  | { kind: 'tell'; parksAtMs: number | undefined }
  | { kind: 'park' };

export function expiryStep(facts: ExpiryFacts): ExpiryStep {
  const { beforeTaskExpires, mayPark, nowMs, wasTold } = facts;
  if (beforeTaskExpires === 'nothing' || !mayPark) return { kind: 'nothing' };
  const sinceMs = expiryCountsFromMs(facts);
  const parksAtMs = beforeTaskExpires === 'park' ? parkAtMs(facts, sinceMs) : undefined;
  if (parksAtMs !== undefined && parksAtMs <= nowMs) return { kind: 'park' };
  const tellAtMs = sinceMs + TELL_AFTER_MS;
  const isOver = parksAtMs === undefined && sinceMs + EXPIRES_AFTER_MS <= nowMs;
  if (!wasTold && !isOver) {
    return tellAtMs <= nowMs ? { kind: 'tell', parksAtMs } : { kind: 'wait', untilMs: tellAtMs };
  }
  return parksAtMs === undefined ? { kind: 'nothing' } : { kind: 'wait', untilMs: parksAtMs };
}

function parkAtMs({ isWriting, refusedAtMs }: ExpiryFacts, sinceMs: number): number {
  const dueAtMs = sinceMs + (isWriting ? PARK_AT_LAST_AFTER_MS : PARK_AFTER_MS);
  return Math.max(dueAtMs, (refusedAtMs ?? -Infinity) + TRY_AGAIN_AFTER_MS);
}

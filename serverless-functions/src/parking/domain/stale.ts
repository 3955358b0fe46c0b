import type { InteractionRecord } from './record';

/**
 * How long a claim is left to its Function: a Function lives 10 s (twilio.com/docs/serverless/functions-assets/faq),
 * a call it sent may land a few seconds later, and the rest is margin for clocks that differ.
 */
export const STALE_AFTER_MS = 30_000;

/** A claim whose Function cannot be at work any more, so that the next event may take the record over. */
export function isStale(record: InteractionRecord, nowMs: number): boolean {
  switch (record.state) {
    case 'parking':
    case 'unparking':
      // A claim from the future is of a clock that is wrong, and no reason to wait for ever.
      return Math.abs(nowMs - record.claimedAtMs) >= STALE_AFTER_MS;
    case 'parked':
    case 'returning':
      return false;
  }
}

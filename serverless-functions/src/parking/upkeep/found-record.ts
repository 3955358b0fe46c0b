import type { ConversationSid } from '../../contract/sids';
import { isDue as hasTimeCome } from '../domain/due';
import { isStale } from '../domain/stale';
import type { Stored, Unreadable } from '../ports';
import { isUnreadable } from '../record-port';
import type { MaxAgeRule } from './max-age';

/** A healthy parked record can wait for the next round; everything that is on its way somewhere cannot. */
export function isDue(
  found: Stored | Unreadable,
  { maxAge, again, nowMs }: { maxAge: MaxAgeRule; again: ReadonlySet<ConversationSid>; nowMs: number },
): boolean {
  if (again.has(conversationOf(found))) return true;
  if (isUnreadable(found)) return false;
  const { record } = found;
  switch (record.state) {
    case 'parking':
    case 'unparking':
      return isStale(record, nowMs);
    case 'returning':
      return true;
    case 'parked':
      return (
        record.lateCallsUntilMs !== undefined ||
        (record.flow?.untilMs ?? Infinity) <= nowMs ||
        hasTimeCome(record.park, nowMs) ||
        maxAge.isOver(record) ||
        maxAge.isToBeReminded(record)
      );
  }
}

export function conversationOf(found: Stored | Unreadable): ConversationSid {
  return isUnreadable(found) ? found.unreadable : found.record.park.conversationSid;
}

/** An unreadable record may have lost it. */
export function parkIdOf(found: Stored | Unreadable): string {
  return isUnreadable(found) ? (found.salvaged?.park.parkId ?? found.unreadable) : found.record.park.parkId;
}

import type { ConversationSid } from '../../contract/sids';
import { retryOnConflict } from '../apply';
import { ParkingError } from '../errors';
import type { Found, Ports } from '../ports';
import { isUnreadable } from '../record-port';
import { takeOver } from '../take-over';
import { isTakenCareOf } from '../truth';
import { claimAndRoute, type Claimed } from './route';

/** What a back office sends to a wake link. */
export interface WakeEvent {
  conversationSid: ConversationSid;
  parkId: string;
  token: string;
  /** For the next agent. */
  note?: string | undefined;
}

/** Nothing about the conversation: whoever has the link may bring it back, and no more. */
export interface WakeByEventAnswer {
  /** `noted`: a Studio flow has it, and the agent who gets it from there sees the note. */
  status: 'woken' | 'noted' | 'already-back';
}

/** A back office says that a parked conversation can go on: one new task, however often the event comes. */
export async function wakeByEvent(ports: Ports, event: WakeEvent): Promise<WakeByEventAnswer> {
  const verdict = ports.wakeLinks.check(event, event.token);
  if (verdict === 'off') throw new ParkingError('wake-links-off');
  if (verdict === 'wrong') throw new ParkingError('wake-link-invalid');
  return retryOnConflict(
    () => ports.records.read(event.conversationSid),
    (found) => attempt(ports, event, found),
  );
}

async function attempt(ports: Ports, event: WakeEvent, found: Found): Promise<WakeByEventAnswer | undefined> {
  if (isUnreadable(found)) throw new ParkingError('record-unreadable');
  // An old link touches nothing, not even to repair it.
  if (!found || found.record.park.parkId !== event.parkId) throw new ParkingError('wake-link-expired');
  const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
  const stored = await takeOver(ports, found, claim);
  if (!stored) return undefined;
  const served = await isTakenCareOf(ports, stored.record);
  return answerOf(await claimAndRoute(ports, stored, { type: 'eventCame', note: event.note, served, claim }));
}

/** Undefined: read again. Throws what the caller should know, or try again. */
function answerOf(claimed: Claimed): WakeByEventAnswer | undefined {
  switch (claimed.kind) {
    case 'again':
      return undefined;
    case 'routed':
      return { status: 'woken' };
    case 'noted':
    case 'handed-over':
      return { status: 'noted' };
    case 'ignored':
      return { status: 'already-back' };
    case 'unconfirmed':
      throw new ParkingError('unpark-unconfirmed');
    case 'failed':
    case 'closed':
      throw new ParkingError(claimed.code);
  }
}

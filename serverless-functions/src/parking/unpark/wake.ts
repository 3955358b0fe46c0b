import type { ConversationParticipantSid, ConversationSid } from '../../contract/sids';
import { retryOnConflict } from '../apply';
import { removeOrphans } from '../clean-up';
import type { InteractionRecord, ParkingRecord } from '../domain/record';
import { ParkingError } from '../errors';
import type { Found, Ports } from '../ports';
import { isUnreadable } from '../record-port';
import { takeOver } from '../take-over';
import { hasAgent, isAgentReleased, isByCustomer, isTakenCareOf } from '../truth';
import { loneRemark } from './lone-remark';
import { claimAndRoute, type Claimed } from './route';

/** A message event of the wake webhook. */
export interface WakeMessage {
  conversationSid: ConversationSid;
  /** Undefined when Twilio did not say; then the message counts as new. */
  index: number | undefined;
  author: string;
  participantSid?: ConversationParticipantSid;
  /** Only to judge whether it needs an answer soon. */
  said: { body: string; hasMedia: boolean };
  /** From the webhook's URL. */
  parkId: string;
}

export interface WakeAnswer {
  /** `handed-over`: to a Studio flow. */
  status: 'routed' | 'handed-over' | 'ignored' | 'noted';
  why?: string;
}

/** The customer wrote: one new task, by the workflow, however often and in whatever order the event comes. */
export function wake(ports: Ports, message: WakeMessage): Promise<WakeAnswer> {
  return retryOnConflict(
    () => ports.records.read(message.conversationSid, message.parkId),
    (found) => attempt(ports, message, found),
  );
}

async function attempt(ports: Ports, message: WakeMessage, found: Found): Promise<WakeAnswer | undefined> {
  // The webhook of a record that cannot be read may be all that the customer has, so nothing is tidied up there.
  if (!isUnreadable(found) && found?.record.park.parkId !== message.parkId)
    await removeOrphans(ports, message.conversationSid, found?.record.park.parkId);
  if (!found) return { status: 'ignored', why: 'nothing-parked' };
  const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
  const stored = await takeOver(ports, found, claim);
  if (!stored) return undefined;
  const reason = await whyItIsNoNews(ports, message, stored.record);
  if (reason) return { status: 'ignored', why: reason };
  const [known, remark] = await Promise.all([facts(ports, stored.record), loneRemark(ports, message, stored.record)]);
  const event = { type: 'customerWrote', ...known, ...(remark !== undefined && { remark }), claim } as const;
  return wakeAnswer(await claimAndRoute(ports, stored, event));
}

async function whyItIsNoNews(
  ports: Ports,
  message: WakeMessage,
  { park }: InteractionRecord,
): Promise<'seen' | 'not-a-customer' | undefined> {
  if (message.index !== undefined && message.index <= park.lastSeenMessageIndex) return 'seen';
  return (await isByCustomer(ports, park, message)) ? undefined : 'not-a-customer';
}

/** What the rule book has to know in this state, and no call more. */
async function facts(ports: Ports, record: InteractionRecord): Promise<{ agentGone: boolean; served: boolean }> {
  const agentGone = record.state !== 'parking' || (await isAgentGone(ports, record));
  return { agentGone, served: await isTakenCareOf(ports, record) };
}

/** Not while somebody is in the conversation: a press of Park that is about to be undone has a record for a moment. */
async function isAgentGone(ports: Ports, { park }: ParkingRecord): Promise<boolean> {
  const [isReleased, isThere] = await Promise.all([isAgentReleased(ports, park), hasAgent(ports, park)]);
  return isReleased && !isThere;
}

/** What came of it; undefined: read again. Throws what the caller should try again. */
export function wakeAnswer(claimed: Claimed): WakeAnswer | undefined {
  switch (claimed.kind) {
    case 'again':
      return undefined;
    case 'routed':
    case 'handed-over':
    case 'noted':
      return { status: claimed.kind };
    case 'ignored':
      return { status: 'ignored', why: claimed.why };
    case 'closed':
      return { status: 'ignored', why: claimed.code };
    case 'unconfirmed':
      throw new ParkingError('unpark-unconfirmed');
    case 'failed':
      throw new ParkingError(claimed.code);
  }
}

import type { ConversationParticipantSid, ConversationSid } from '../../contract/sids';
import { claimAndRoute, type Claimed } from './claim';
import type { ParkingRecord } from '../domain/record';
import { ParkingError } from '../errors';
import { removeOrphans } from '../orphans';
import type { Ports, Stored } from '../ports';
import { rounds } from '../records';
import { settle } from '../settle';
import { hasAgent, isAgentReleased, isByCustomer, isServed } from '../truth';

/** A message event of the wake webhook. */
export interface WakeMessage {
  conversationSid: ConversationSid;
  /** Undefined when Twilio did not say; then the message counts as new. */
  index: number | undefined;
  author: string;
  participantSid?: ConversationParticipantSid;
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
  return rounds(ports, message.conversationSid, (stored) => decide(ports, message, stored));
}

async function decide(ports: Ports, message: WakeMessage, found: Stored | undefined): Promise<WakeAnswer | undefined> {
  if (found?.record.park.parkId !== message.parkId) {
    await removeOrphans(ports, message.conversationSid, found?.record.park.parkId);
  }
  if (!found) return { status: 'ignored', why: 'nothing-parked' };
  const { park } = found.record;
  if (message.index !== undefined && message.index <= park.lastSeenMessageIndex)
    return { status: 'ignored', why: 'seen' };
  if (!(await isByCustomer(ports, park, message))) return { status: 'ignored', why: 'not-a-customer' };
  const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
  const stored = await settle(ports, found, claim);
  if (!stored) return undefined;
  return answer(await claimAndRoute(ports, stored, { type: 'customerWrote', ...(await facts(ports, stored)), claim }));
}

/** What the rule book has to know in this state, and no call more. */
async function facts(ports: Ports, { record }: Stored): Promise<{ agentGone: boolean; served: boolean }> {
  switch (record.state) {
    case 'parking':
      return { agentGone: await isAgentGone(ports, record), served: false };
    case 'returning':
      return { agentGone: true, served: await isServed(ports, record) };
    case 'parked':
    case 'unparking':
      return { agentGone: true, served: false };
  }
}

/** Not while somebody is in the conversation: a press of Park that is about to be undone has a record for a moment. */
async function isAgentGone(ports: Ports, { park }: ParkingRecord): Promise<boolean> {
  const [isReleased, isServed] = await Promise.all([isAgentReleased(ports, park), hasAgent(ports, park)]);
  return isReleased && !isServed;
}

/** What came of it; undefined: read again. Throws what the caller should try again. */
export function answer(claimed: Claimed): WakeAnswer | undefined {
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
      return { status: 'ignored', why: 'conversation-closed' };
    case 'unconfirmed':
      throw new ParkingError('unpark-unconfirmed');
    case 'failed':
      throw new ParkingError(claimed.code);
  }
}

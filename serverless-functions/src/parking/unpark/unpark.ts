import type { ConversationSid, WorkerSid } from '../../contract/sids';
import type { UnparkAnswer, UnparkRequest } from '../../contract/unpark';
import { mayActOnAll, type Caller } from '../caller';
import { claimAndRoute, type Claimed } from './claim';
import { forget } from '../clean-up';
import type { EventOf } from '../domain/events';
import type { Target } from '../domain/record';
import { codeOf, ParkingError } from '../errors';
import type { Conversation, Ports, Stored } from '../ports';
import { rounds } from '../records';
import { settle } from '../settle';
import { isCustomerWaiting, isServed } from '../truth';

/** How long an unpark waits for another one of the same conversation before it says busy. */
const WAIT_FOR_OTHER_CLAIM_MS = 5_000;
const LOOK_EVERY_MS = 500;

interface Asked {
  ports: Ports;
  request: UnparkRequest;
  caller: Caller;
  /** State of the conversation, read beside the token check; undefined when it could not be read. */
  conversation: Conversation | 'unreadable' | undefined;
  waitUntilMs: number;
}

/** An agent asks for a parked conversation: straight to him, or where a supervisor wants it. */
export async function unpark(ports: Ports, request: UnparkRequest, verifying: Promise<Caller>): Promise<UnparkAnswer> {
  const { conversationSid } = request;
  const reading = Promise.all([ports.records.read(conversationSid), readConversation(ports, conversationSid)]);
  reading.catch(() => undefined);
  const caller = await verifying;
  if (request.routeTo !== 'me' && !mayActOnAll(caller)) throw new ParkingError('not-permitted');
  const [first, conversation] = await reading;
  const waitUntilMs = ports.clock.nowMs() + WAIT_FOR_OTHER_CLAIM_MS;
  const asked = { ports, request, caller, conversation, waitUntilMs };
  return (await decide(asked, first)) ?? rounds(ports, conversationSid, (stored) => decide(asked, stored));
}

async function readConversation(ports: Ports, sid: ConversationSid): Promise<Asked['conversation']> {
  try {
    return await ports.conversations.fetch(sid);
  } catch {
    // The invite will tell; a failed look must not stop an unpark.
    return 'unreadable';
  }
}

async function decide(asked: Asked, found: Stored | undefined): Promise<UnparkAnswer | undefined> {
  const { ports, caller } = asked;
  const gone = goneCode(asked.conversation);
  if (gone) return endClosed(asked, found, gone);
  const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
  if (!found) throw new ParkingError('not-parked');
  const stored = await settle(ports, found, claim);
  if (!stored) return undefined;
  const by = { workerSid: caller.workerSid, mayActOnAll: mayActOnAll(caller) };
  const served = stored.record.state === 'returning' && (await isServed(ports, stored.record));
  const event = { type: 'unparkAsked', by, target: targetOf(asked, stored), served, claim } as const;
  return answer(asked, stored, await claimAndRoute(ports, stored, event satisfies EventOf<'unparkAsked'>));
}

function goneCode(conversation: Asked['conversation']): 'conversation-closed' | 'conversation-not-found' | undefined {
  if (conversation === undefined) return 'conversation-not-found';
  if (conversation !== 'unreadable' && conversation.state === 'closed') return 'conversation-closed';
  return undefined;
}

/** A closed conversation never comes back: its row goes and the agent is told. */
async function endClosed(
  { ports, caller }: Asked,
  stored: Stored | undefined,
  code: 'conversation-closed' | 'conversation-not-found',
): Promise<never> {
  const owner = stored?.record.park.agent.workerSid;
  if (stored && owner !== caller.workerSid && !mayActOnAll(caller)) throw new ParkingError('not-your-park');
  if (stored) await forget(ports, stored);
  throw new ParkingError(code);
}

function targetOf({ request, caller }: Asked, { record }: Stored): Target {
  const workers: Record<'me' | 'original', WorkerSid> = {
    me: caller.workerSid,
    original: record.park.agent.workerSid,
  };
  return request.routeTo === 'workflow' ? { to: 'workflow' } : { to: 'worker', workerSid: workers[request.routeTo] };
}

async function answer(asked: Asked, stored: Stored, claimed: Claimed): Promise<UnparkAnswer | undefined> {
  const { conversationSid } = asked.request;
  switch (claimed.kind) {
    case 'routed':
      return { status: 'unparked', conversationSid, taskSid: claimed.taskSid };
    case 'again':
    case 'handed-over':
    case 'noted':
      return undefined;
    case 'ignored':
      return stored.record.state === 'unparking' ? waitForOther(asked) : alreadyUnparked(asked, stored);
    case 'closed':
      throw new ParkingError('conversation-closed');
    case 'unconfirmed':
      throw new ParkingError('unpark-unconfirmed');
    case 'failed': {
      const back = await routeReplyMeanwhile(asked);
      if (back) return back;
      throw new ParkingError(claimed.code);
    }
  }
}

/** A reply that came while this unpark had the claim was left to it, so it is routed now as it would have been. */
async function routeReplyMeanwhile({ ports, request }: Asked): Promise<UnparkAnswer | undefined> {
  const { conversationSid } = request;
  try {
    const stored = await ports.records.read(conversationSid);
    if (stored?.record.state !== 'parked' || !(await isCustomerWaiting(ports, stored.record.park))) return undefined;
    const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
    const event = { type: 'customerWrote', agentGone: true, served: false, claim } as const;
    const claimed = await claimAndRoute(ports, stored, event);
    if (claimed.kind === 'routed') return { status: 'already-unparked', conversationSid, taskSid: claimed.taskSid };
  } catch (error) {
    ports.log('reply-meanwhile', 'left-to-reconcile', { reason: codeOf(error) });
  }
  return undefined;
}

function alreadyUnparked({ request }: Asked, { record }: Stored): UnparkAnswer {
  const { conversationSid } = request;
  return {
    status: 'already-unparked',
    conversationSid,
    ...(record.state === 'returning' && { taskSid: record.taskSid }),
  };
}

/** Waits for the claim of somebody else and answers its outcome; when that failed, this one tries itself. */
async function waitForOther(asked: Asked): Promise<UnparkAnswer | undefined> {
  const { ports, request } = asked;
  while (ports.clock.nowMs() < asked.waitUntilMs) {
    await ports.clock.sleep(LOOK_EVERY_MS);
    const stored = await ports.records.read(request.conversationSid);
    if (!stored) return { status: 'already-unparked', conversationSid: request.conversationSid };
    if (stored.record.state === 'returning') return alreadyUnparked(asked, stored);
    if (stored.record.state === 'parked') return undefined;
  }
  throw new ParkingError('busy');
}

import type { ConversationSid } from '../../contract/sids';
import type { UnparkAnswer, UnparkRequest } from '../../contract/unpark';
import { mayActOnAll, type Caller } from '../caller';
import { removeGhostRows } from '../upkeep/ghost-rows';
import { apply, readRecord, retryOnConflict } from '../apply';
import { decide } from '../domain/decide';
import { UNKNOWN_WORKER } from '../domain/damaged-record';
import type { EventOf } from '../domain/events';
import { codeOf, ParkingError } from '../errors';
import type { Conversation, Found, Ports, Stored } from '../ports';
import { isUnreadable } from '../record-port';
import { takeOver } from '../take-over';
import { isCustomerWaiting, isServed } from '../truth';
import { ensureTakes, lookAtDestination, targetOf, type Looked } from './destination';
import { claimAndRoute, type Claimed } from './route';

/** How long an unpark waits for another one of the same conversation before it says busy. */
const WAIT_FOR_OTHER_CLAIM_MS = 5_000;
const LOOK_EVERY_MS = 500;

interface UnparkContext {
  ports: Ports;
  request: UnparkRequest;
  caller: Caller;
  /** State of the conversation, read beside the token check; undefined when it could not be read. */
  conversation: Conversation | 'unreadable' | undefined;
  looked: Looked;
  waitUntilMs: number;
}

/** An agent asks for a parked conversation: straight to them, or where a supervisor wants it. */
export async function unpark(ports: Ports, request: UnparkRequest, verifying: Promise<Caller>): Promise<UnparkAnswer> {
  const { conversationSid } = request;
  const reading = Promise.all([
    ports.records.read(conversationSid),
    readConversation(ports, conversationSid),
    lookAtDestination(ports, request),
  ]);
  reading.catch(() => undefined);
  const caller = await verifying;
  if (request.routeTo !== 'me' && !mayActOnAll(caller)) throw new ParkingError('not-permitted');
  const [first, conversation, looked] = await reading;
  const waitUntilMs = ports.clock.nowMs() + WAIT_FOR_OTHER_CLAIM_MS;
  const context = { ports, request, caller, conversation, looked, waitUntilMs };
  const again = () =>
    retryOnConflict(
      () => ports.records.read(conversationSid),
      (found) => attempt(context, found),
    );
  return (await attempt(context, first)) ?? again();
}

async function readConversation(ports: Ports, sid: ConversationSid): Promise<UnparkContext['conversation']> {
  try {
    return await ports.conversations.fetch(sid);
  } catch {
    // The invite will tell; a failed look must not stop an unpark.
    return 'unreadable';
  }
}

async function attempt(context: UnparkContext, found: Found): Promise<UnparkAnswer | undefined> {
  const { ports, request, caller, looked } = context;
  const gone = goneCode(context.conversation);
  if (gone) return endClosed(context, found, gone);
  if (!found) return notParked(context);
  const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
  ensureIsTheirs(context, found);
  const stored = await takeOver(ports, found, claim);
  if (!stored) return undefined;
  const by = { workerSid: caller.workerSid, mayActOnAll: mayActOnAll(caller) };
  const served = stored.record.state === 'returning' && (await isServed(ports, stored.record));
  const { state, park } = stored.record;
  // What is on its way already has been answered: the room that is missing now may be what it takes itself.
  if (state === 'parked' || (state === 'returning' && !served)) ensureTakes(request, { park, looked });
  const event = { type: 'unparkAsked', by, target: targetOf(request, { park, caller }), served, claim } as const;
  return answer(context, stored, await claimAndRoute(ports, stored, event satisfies EventOf<'unparkAsked'>));
}

/** What a dead Function left of the row that was pressed goes with the press. */
async function notParked({ ports, caller, request }: UnparkContext): Promise<never> {
  await removeGhostRows(ports, caller.workerSid, [request.conversationSid]);
  throw new ParkingError('not-parked');
}

/** Nothing is done to somebody else's park, not even a take-over; who parked a damaged one may not be known. */
function ensureIsTheirs({ caller }: UnparkContext, found: Found): void {
  if (mayActOnAll(caller)) return;
  const owner = isUnreadable(found) ? found.salvaged?.park.agent.workerSid : found?.record.park.agent.workerSid;
  if (owner === undefined || owner === UNKNOWN_WORKER) throw new ParkingError('record-unreadable');
  if (owner !== caller.workerSid) throw new ParkingError('not-your-park');
}

function goneCode(
  conversation: UnparkContext['conversation'],
): 'conversation-closed' | 'conversation-not-found' | undefined {
  if (conversation === undefined) return 'conversation-not-found';
  if (conversation !== 'unreadable' && conversation.state === 'closed') return 'conversation-closed';
  return undefined;
}

/** A closed conversation never comes back: its row goes and the agent is told. */
async function endClosed(
  context: UnparkContext,
  found: Found,
  code: 'conversation-closed' | 'conversation-not-found',
): Promise<never> {
  if (found) ensureIsTheirs(context, found);
  if (found && !isUnreadable(found))
    await apply(context.ports, found, decide(found.record, { type: 'conversationClosed' }));
  throw new ParkingError(code);
}

async function answer(context: UnparkContext, stored: Stored, claimed: Claimed): Promise<UnparkAnswer | undefined> {
  const { conversationSid } = context.request;
  switch (claimed.kind) {
    case 'routed':
      return { status: 'unparked', conversationSid, taskSid: claimed.taskSid };
    case 'again':
    case 'handed-over':
    case 'noted':
      return undefined;
    case 'ignored':
      return stored.record.state === 'unparking' ? waitForOther(context) : alreadyUnparked(context, stored);
    case 'closed':
      throw new ParkingError(claimed.code);
    case 'unconfirmed':
      throw new ParkingError('unpark-unconfirmed');
    case 'failed': {
      const back = await routeReplyMeanwhile(context);
      if (back) return back;
      throw new ParkingError(claimed.code);
    }
  }
}

/**
 * A reply that came while this unpark had the claim was left to it, so it is routed now as it would have been. The wake
 * of a later message may have been faster.
 */
async function routeReplyMeanwhile({ ports, request }: UnparkContext): Promise<UnparkAnswer | undefined> {
  const { conversationSid } = request;
  try {
    const stored = await readRecord(ports, conversationSid);
    if (stored?.record.state === 'returning') return alreadyUnparked({ request }, stored);
    if (stored?.record.state !== 'parked' || !(await isCustomerWaiting(ports, stored.record.park))) return undefined;
    const claim = { claimId: ports.newId(), atMs: ports.clock.nowMs() };
    const event = { type: 'customerWrote', agentGone: true, served: false, claim } as const;
    const claimed = await claimAndRoute(ports, stored, event);
    if (claimed.kind === 'routed') return { status: 'already-unparked', conversationSid, taskSid: claimed.taskSid };
    const now = claimed.kind === 'again' ? await readRecord(ports, conversationSid) : undefined;
    if (now?.record.state === 'returning') return alreadyUnparked({ request }, now);
  } catch (error) {
    ports.log('reply-meanwhile', 'left-to-reconcile', { reason: codeOf(error) });
  }
  return undefined;
}

function alreadyUnparked({ request }: Pick<UnparkContext, 'request'>, { record }: Stored): UnparkAnswer {
  const { conversationSid } = request;
  return {
    status: 'already-unparked',
    conversationSid,
    ...(record.state === 'returning' && { taskSid: record.taskSid }),
  };
}

/** Waits for the claim of somebody else and answers its outcome; when that failed, this one tries itself. */
async function waitForOther(context: UnparkContext): Promise<UnparkAnswer | undefined> {
  const { ports, request } = context;
  while (ports.clock.nowMs() < context.waitUntilMs) {
    await ports.clock.sleep(LOOK_EVERY_MS);
    const stored = await readRecord(ports, request.conversationSid);
    if (!stored) return { status: 'already-unparked', conversationSid: request.conversationSid };
    if (stored.record.state === 'returning') return alreadyUnparked(context, stored);
    if (stored.record.state === 'parked') return undefined;
  }
  throw new ParkingError('busy');
}

import type { ErrorCode } from '../../contract/error-codes';
import type { TaskSid } from '../../contract/sids';
import { apply, isState, type Applied } from '../apply';
import { decide } from '../domain/decide';
import type { ClaimingEvent } from '../domain/events';
import type { InviteTarget, Target } from '../domain/plans';
import type { Problem, UnparkingRecord } from '../domain/record';
import { codeOf, TwilioFailure } from '../errors';
import type { Conversation, Ports, Stored } from '../ports';
import { step } from '../step';
import { findOpenTask } from '../truth';
import { handOver } from './hand-over';
import { chooseTarget, sendInvite, type Sent } from './invite';

const BY_WORKFLOW: InviteTarget = { to: 'workflow' };

export type Routed =
  | { kind: 'routed'; taskSid: TaskSid }
  /** A Studio flow has it; it stays parked until the flow asks for an agent. */
  | { kind: 'handed-over' }
  /** Twilio gave no answer; the record stays claimed until it can be known. */
  | { kind: 'unconfirmed' }
  /** Parked as before. */
  | { kind: 'failed'; code: ErrorCode }
  /** It can never come back, and nothing is parked any more. */
  | { kind: 'closed'; code: 'conversation-closed' | 'channel-failed' };

export type Claimed =
  | Routed
  /** Somebody else wrote the record in between: read it and decide again. */
  | { kind: 'again' }
  /** The event was taken in, and there is nothing to route. */
  | { kind: 'noted' }
  | Extract<Applied, { kind: 'ignored' }>;

/** Applies an event, and routes when it made this invocation the one that routes. */
export async function claimAndRoute(ports: Ports, stored: Stored, event: ClaimingEvent): Promise<Claimed> {
  // A take-over may have claimed it already, for a reply that a dead Function had noted.
  if (isClaimedBy(stored, event.claim.claimId)) return route(ports, stored);
  const decision = decide(stored.record, event);
  const routes = decision.kind === 'moved' && decision.effects.includes('route');
  // Where it can go is looked up beside the claim, so that it costs no time of its own.
  const choosing = routes && isUnparking(decision.record) ? beside(ports, decision.record) : undefined;
  const applied = await apply(ports, stored, decision);
  switch (applied.kind) {
    case 'conflict':
      return { kind: 'again' };
    case 'ignored':
      return applied;
    case 'ended':
      return { kind: 'noted' };
    case 'moved':
      return routes && isState(applied.stored, 'unparking')
        ? route(ports, applied.stored, choosing)
        : { kind: 'noted' };
  }
}

/** Who wraps up the parked task has no room for it before that wrap-up has ended, which only the claimer may do. */
function beside(ports: Ports, record: UnparkingRecord): Promise<Target> | undefined {
  return record.park.wrapUp ? undefined : chooseTarget(ports, record);
}

function isUnparking(record: Stored['record']): record is UnparkingRecord {
  return record.state === 'unparking';
}

/** The claim of this invocation on a record, ready to be routed. */
export function isClaimedBy(stored: Stored, claimId: string): stored is Stored<UnparkingRecord> {
  return stored.record.state === 'unparking' && stored.record.claimId === claimId;
}

/**
 * Sends the invite of a claimed record, then cleans up. The record says throughout how far it came. `choosing`: where
 * it can go, when that is being looked up already.
 */
export async function route(
  ports: Ports,
  stored: Stored<UnparkingRecord>,
  choosing?: Promise<Target>,
): Promise<Routed> {
  const { park } = stored.record;
  await endWrapUp(ports, stored.record);
  const target = await (choosing ?? chooseTarget(ports, stored.record));
  if (target.to === 'studio') {
    const kind = await handOver(ports, stored, target);
    return kind === 'impossible' ? route(ports, stored, Promise.resolve(BY_WORKFLOW)) : { kind };
  }
  const [sent, fetched] = await Promise.allSettled([
    sendInvite(ports, stored.record, target),
    park.showList ? ports.conversations.fetch(park.conversationSid) : undefined,
  ]);
  const conversation = fetched.status === 'fulfilled' ? fetched.value : undefined;
  if (sent.status === 'fulfilled') return finish(ports, stored, { ...sent.value, conversation });
  if (!(sent.reason instanceof TwilioFailure)) throw sent.reason;
  return recover(ports, stored, { failure: sent.reason, target, conversation });
}

/**
 * A parked task that still wraps up ends when its conversation comes back. Twilio does not say whether closing its
 * participant later would take an agent out of the Conversation who is in it again with the new task; and until it is
 * closed the agent has no room for that task.
 */
async function endWrapUp(ports: Ports, { park }: UnparkingRecord): Promise<void> {
  if (!park.wrapUp) return;
  await step(ports, 'end-wrap-up', () => ports.interactions.release(park, park.agent.participantSid, 'closed'));
}

/** The task exists, so a record that could not be written is no failure: a take-over finds the task. */
async function finish(
  ports: Ports,
  stored: Stored<UnparkingRecord>,
  { taskSid, target, conversation }: Sent & { conversation: Conversation | undefined },
): Promise<Routed> {
  const { claimId } = stored.record;
  const sent = { claimId, taskSid, target, atMs: ports.clock.nowMs(), allCallsAnswered: !ports.hadLostAnswers() };
  try {
    await apply(ports, stored, { ...decide(stored.record, { type: 'inviteSent', ...sent }), conversation });
  } catch (error) {
    ports.log('save-returning', 'left-to-take-over', { reason: codeOf(error) });
  }
  return { kind: 'routed', taskSid };
}

interface Failed {
  failure: TwilioFailure;
  target: InviteTarget;
  conversation: Conversation | undefined;
}

async function recover(ports: Ports, stored: Stored<UnparkingRecord>, failed: Failed): Promise<Routed> {
  const { failure } = failed;
  if (failure.kind === 'unknown') return lookAgain(ports, stored, failed);
  const dead = failure.kind === 'refused' ? await whyItIsOver(ports, stored, failed) : undefined;
  if (dead) {
    await apply(ports, stored, decide(stored.record, { type: 'conversationClosed' }));
    return { kind: 'closed', code: dead };
  }
  const problem = problemOf(failure, stored.record);
  const { claimId } = stored.record;
  await apply(ports, stored, decide(stored.record, { type: 'inviteFailed', claimId, ...(problem && { problem }) }));
  return { kind: 'failed', code: problem ?? (failure.kind === 'refused' ? 'routing-refused' : codeOf(failure)) };
}

/** A refused invite may mean that the conversation was closed meanwhile, or that its channel has failed. */
async function whyItIsOver(
  ports: Ports,
  { record: { park } }: Stored<UnparkingRecord>,
  { conversation }: Failed,
): Promise<'conversation-closed' | 'channel-failed' | undefined> {
  try {
    const [now, hasFailed] = await Promise.all([
      conversation ?? ports.conversations.fetch(park.conversationSid),
      ports.interactions.hasFailed(park),
    ]);
    if (now?.state === 'closed') return 'conversation-closed';
    return hasFailed ? 'channel-failed' : undefined;
  } catch (error) {
    ports.log('look-why-refused', 'failed', { reason: codeOf(error) });
    return undefined;
  }
}

/** Never a second invite after a lost answer: only a look whether the first one is there. */
async function lookAgain(ports: Ports, stored: Stored<UnparkingRecord>, failed: Failed): Promise<Routed> {
  try {
    const taskSid = await findOpenTask(ports, stored.record.park);
    if (taskSid) return await finish(ports, stored, { ...failed, taskSid });
  } catch (error) {
    ports.log('find-invite', 'failed', { reason: codeOf(error) });
  }
  return { kind: 'unconfirmed' };
}

/** Where somebody wanted it and Twilio refuses it is no problem of the park: it still goes by its workflow. */
function problemOf({ kind, details }: TwilioFailure, { cause, target }: UnparkingRecord): Problem | undefined {
  if (kind !== 'refused') return undefined;
  if (details.status === 404) return 'channel-gone';
  return cause === 'agent-asked' && target.to !== 'workflow' ? undefined : 'routing-refused';
}

import type { ErrorCode } from '../../contract/error-codes';
import type { TaskSid } from '../../contract/sids';
import { cleanUp, forget } from '../clean-up';
import { returnAttributes } from '../domain/attributes';
import { parseAttributes } from '../domain/conversation-attributes';
import type { EventOf } from '../domain/events';
import type { InteractionRecord, Park, Problem, InviteTarget, Target, UnparkingRecord } from '../domain/record';
import { handOver } from './hand-over';
import { inviteRouting, keepsWebhook } from '../domain/routing';
import { codeOf, ParkingError, TwilioFailure } from '../errors';
import type { Conversation, Ports, Stored } from '../ports';
import { prepareReturn } from './prepare-return';
import { rearm } from './rearm';
import { advance } from '../records';
import { step } from '../step';
import { findOpenTask } from '../truth';
import { withDefaultWorkflow } from './workflow-gone';

const BY_WORKFLOW: InviteTarget = { to: 'workflow' };

export type Routed =
  | { kind: 'routed'; taskSid: TaskSid }
  /** A Studio flow has it; it stays parked until the flow asks for an agent. */
  | { kind: 'handed-over' }
  /** Twilio gave no answer; the record stays claimed until it can be known. */
  | { kind: 'unconfirmed' }
  /** Parked as before. */
  | { kind: 'failed'; code: ErrorCode }
  | { kind: 'closed' };

interface Sent {
  taskSid: TaskSid;
  /** Where it went in the end. */
  target: InviteTarget;
}

/**
 * Sends the invite of a claimed record, then cleans up. The record says throughout how far it came. `choosing`: where
 * it can go, when that is being looked up already.
 */
export async function route(
  ports: Ports,
  stored: Stored<UnparkingRecord>,
  choosing: Promise<Target> = prepareReturn(ports, stored.record),
): Promise<Routed> {
  const { park } = stored.record;
  const target = await choosing;
  if (target.to === 'studio') {
    const kind = await handOver(ports, stored, target);
    return kind === 'impossible' ? route(ports, stored, Promise.resolve(BY_WORKFLOW)) : { kind };
  }
  const [sent, fetched] = await Promise.allSettled([
    send(ports, stored.record, target),
    fetchConversation(ports, park),
  ]);
  const conversation = fetched.status === 'fulfilled' ? fetched.value : undefined;
  if (sent.status === 'fulfilled') return finish(ports, stored, { ...sent.value, conversation });
  if (!(sent.reason instanceof TwilioFailure)) throw sent.reason;
  return recover(ports, stored, { failure: sent.reason, target, conversation });
}

/** A customer who waits goes by the workflow when Twilio refuses the worker or the queue that the settings name. */
async function send(ports: Ports, { park, cause }: UnparkingRecord, target: InviteTarget): Promise<Sent> {
  try {
    return { taskSid: await invite(ports, park, target), target };
  } catch (error) {
    const mayGoElsewhere = cause === 'customer-wrote' && target.to !== 'workflow';
    if (!mayGoElsewhere || !(error instanceof TwilioFailure) || error.kind !== 'refused') throw error;
    ports.log('invite', 'by-workflow-instead', { refused: target.to });
    return { taskSid: await invite(ports, park, BY_WORKFLOW), target: BY_WORKFLOW };
  }
}

async function invite(ports: Ports, park: Park, target: InviteTarget): Promise<TaskSid> {
  const attributes = returnAttributes(park, parseAttributes(park.task.attributes) ?? {});
  if (!attributes) throw new ParkingError('attributes-too-large');
  if (attributes.dropped !== 'nothing') ports.log('attributes', 'shortened', { dropped: attributes.dropped });
  return ports.interactions.invite(park, { routing: inviteRouting(park, target), attributes: attributes.json });
}

function fetchConversation(ports: Ports, park: Park): Promise<Conversation | undefined> {
  return ports.conversations.fetch(park.conversationSid);
}

async function finish(
  ports: Ports,
  stored: Stored<UnparkingRecord>,
  { taskSid, target, conversation }: Sent & { conversation: Conversation | undefined },
): Promise<Routed> {
  const webhook = !keepsWebhook(target);
  const cleaning = cleanUp(ports, stored.record, { webhook, ...(conversation && { conversation }) });
  const saving = save(ports, stored, { type: 'inviteSent', ...sentAt(ports, stored.record), taskSid, target });
  await Promise.all([cleaning, saving]);
  return { kind: 'routed', taskSid };
}

function sentAt(ports: Ports, { claimId }: UnparkingRecord) {
  return { claimId, atMs: ports.clock.nowMs(), settled: !ports.hadLostAnswers() };
}

/** The task exists, so a record that could not be written is no failure: a take-over finds the task. */
async function save(ports: Ports, stored: Stored, event: EventOf<'inviteSent'>): Promise<void> {
  try {
    await advance(ports, stored, event);
  } catch (error) {
    ports.log('save-returning', 'left-to-take-over', { reason: codeOf(error) });
  }
}

async function recover(
  ports: Ports,
  stored: Stored<UnparkingRecord>,
  {
    failure,
    target,
    conversation,
  }: { failure: TwilioFailure; target: InviteTarget; conversation: Conversation | undefined },
): Promise<Routed> {
  if (failure.kind === 'unknown') return lookAgain(ports, stored, { target, conversation });
  if (conversation?.state === 'closed') {
    await forget(ports, stored);
    return { kind: 'closed' };
  }
  const elsewhere = failure.kind === 'refused' ? await withDefaultWorkflow(ports, stored) : undefined;
  if (elsewhere) return route(ports, elsewhere, Promise.resolve(target));
  const problem = problemOf(failure, stored.record);
  await advance(ports, stored, { type: 'inviteFailed', claimId: stored.record.claimId, ...(problem && { problem }) });
  // A conversation that was returning has no wake path any more.
  await step(ports, 'rearm', async () => void (await rearm(ports, stored.record.park.conversationSid)));
  return { kind: 'failed', code: problem ?? (failure.kind === 'refused' ? 'routing-refused' : codeOf(failure)) };
}

/** Never a second invite after a lost answer: only a look whether the first one is there. */
async function lookAgain(
  ports: Ports,
  stored: Stored<UnparkingRecord>,
  { target, conversation }: { target: InviteTarget; conversation: Conversation | undefined },
): Promise<Routed> {
  try {
    const taskSid = await findOpenTask(ports, stored.record.park);
    if (taskSid) return await finish(ports, stored, { taskSid, target, conversation });
  } catch (error) {
    ports.log('find-invite', 'failed', { reason: codeOf(error) });
  }
  return { kind: 'unconfirmed' };
}

/** A worker who asked and cannot be invited is no problem of the park: it still goes by its workflow. */
function problemOf({ kind, details }: TwilioFailure, { cause, target }: UnparkingRecord): Problem | undefined {
  if (kind !== 'refused') return undefined;
  if (details.status === 404) return 'channel-gone';
  return cause === 'agent-asked' && target.to === 'worker' ? undefined : 'routing-refused';
}

/** The claim of this invocation on a record, ready to be routed. */
export function isClaimedBy(stored: Stored, claimId: string): stored is Stored<UnparkingRecord> {
  const record: InteractionRecord = stored.record;
  return record.state === 'unparking' && record.claimId === claimId;
}

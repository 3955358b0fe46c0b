import type { ErrorCode } from '../contract/error-codes';
import type { TaskSid } from '../contract/sids';
import { cleanUp, forget } from './clean-up';
import { returnAttributes } from './domain/attributes';
import { parseAttributes } from './domain/conversation-attributes';
import type { EventOf } from './domain/events';
import type { InteractionRecord, Park, Problem, Target, UnparkingRecord } from './domain/record';
import { inviteRouting, keepsWebhook } from './domain/routing';
import { codeOf, ParkingError, TwilioFailure } from './errors';
import type { Conversation, Ports, Stored } from './ports';
import { rearm } from './rearm';
import { advance } from './records';
import { step } from './step';
import { findOpenTask } from './truth';

export type Routed =
  | { kind: 'routed'; taskSid: TaskSid }
  /** Twilio gave no answer; the record stays claimed until it can be known. */
  | { kind: 'unconfirmed' }
  /** Parked as before. */
  | { kind: 'failed'; code: ErrorCode }
  | { kind: 'closed' };

/** Sends the invite of a claimed record, then cleans up. The record says throughout how far it came. */
export async function route(ports: Ports, stored: Stored<UnparkingRecord>): Promise<Routed> {
  const { park } = stored.record;
  const [sent, fetched] = await Promise.allSettled([invite(ports, stored.record), fetchConversation(ports, park)]);
  const conversation = fetched.status === 'fulfilled' ? fetched.value : undefined;
  if (sent.status === 'fulfilled') return finish(ports, stored, { taskSid: sent.value, conversation });
  if (!(sent.reason instanceof TwilioFailure)) throw sent.reason;
  return recover(ports, stored, { failure: sent.reason, conversation });
}

async function invite(ports: Ports, { park, target }: UnparkingRecord): Promise<TaskSid> {
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
  { taskSid, conversation }: { taskSid: TaskSid; conversation: Conversation | undefined },
): Promise<Routed> {
  const webhook = !keepsWebhook(stored.record.target);
  const cleaning = cleanUp(ports, stored.record, { webhook, ...(conversation && { conversation }) });
  const saving = save(ports, stored, { type: 'inviteSent', ...sentAt(ports, stored.record), taskSid });
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
  { failure, conversation }: { failure: TwilioFailure; conversation: Conversation | undefined },
): Promise<Routed> {
  if (failure.kind === 'unknown') return lookAgain(ports, stored, conversation);
  if (conversation?.state === 'closed') {
    await forget(ports, stored);
    return { kind: 'closed' };
  }
  const problem = problemOf(failure, stored.record.target);
  await advance(ports, stored, { type: 'inviteFailed', claimId: stored.record.claimId, ...(problem && { problem }) });
  // A conversation that was returning has no wake path any more.
  await step(ports, 'rearm', async () => void (await rearm(ports, stored.record.park.conversationSid)));
  return { kind: 'failed', code: problem ?? (failure.kind === 'refused' ? 'routing-refused' : codeOf(failure)) };
}

/** Never a second invite after a lost answer: only a look whether the first one is there. */
async function lookAgain(
  ports: Ports,
  stored: Stored<UnparkingRecord>,
  conversation: Conversation | undefined,
): Promise<Routed> {
  try {
    const taskSid = await findOpenTask(ports, stored.record.park);
    if (taskSid) return await finish(ports, stored, { taskSid, conversation });
  } catch (error) {
    ports.log('find-invite', 'failed', { reason: codeOf(error) });
  }
  return { kind: 'unconfirmed' };
}

/** A worker who cannot be invited is no problem of the park: it still goes by its workflow. */
function problemOf({ kind, details }: TwilioFailure, target: Target): Problem | undefined {
  if (kind !== 'refused') return undefined;
  if (details.status === 404) return 'channel-gone';
  return target.to === 'workflow' ? 'routing-refused' : undefined;
}

/** The claim of this invocation on a record, ready to be routed. */
export function isClaimedBy(stored: Stored, claimId: string): stored is Stored<UnparkingRecord> {
  const record: InteractionRecord = stored.record;
  return record.state === 'unparking' && record.claimId === claimId;
}

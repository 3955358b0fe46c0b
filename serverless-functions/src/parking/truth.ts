import type { TaskSid } from '../contract/sids';
import { parseAttributes } from './domain/conversation-attributes';
import { authorOf, unseen, type MessageHead } from './domain/messages';
import type { InteractionRecord, Park, ReturningRecord } from './domain/record';
import { directInviteEndsAtMs } from './domain/routing';
import type { ConversationParticipant, NewestMessages, Ports, SentInvite } from './ports';

/** TaskRouter's statuses of a task that somebody will get, has, or wraps up (twilio.com/docs/taskrouter/api/task). */
const UNACCEPTED: ReadonlySet<string | undefined> = new Set(['pending', 'reserved']);
const OPEN: ReadonlySet<string | undefined> = new Set(['pending', 'reserved', 'assigned', 'wrapping']);

/** Twilio shows a new task 0.3 to 4 s after its invite; the rest is margin. */
const NEW_TASK_MS = 10_000;

/** How long a new task that must be there is waited for. */
export const WAIT_FOR_TASK_MS = 4_500;
export const LOOK_EVERY_MS = 700;

/** What a direct invite may last beyond its time, for TaskRouter's clock and ours. */
const DIRECT_INVITE_GRACE_MS = 30_000;

/** The parked task is over (completed, canceled or forgotten) or wraps up, so the agent is out of the conversation. */
export async function isAgentReleased(ports: Ports, park: Park): Promise<boolean> {
  const status = await ports.tasks.status(park.task.sid);
  return !OPEN.has(status) || isWrappingUp(park, status);
}

function isWrappingUp({ wrapUp }: Park, status: string | undefined): boolean {
  return wrapUp === true && status === 'wrapping';
}

/** Pending, or in somebody's hands. A task that wraps up brings nobody back. */
export async function isPendingOrAssigned(ports: Ports, task: TaskSid): Promise<boolean> {
  const status = await ports.tasks.status(task);
  return OPEN.has(status) && status !== 'wrapping';
}

/** The same for a task that may be so new that TaskRouter does not show it yet: then it is waited for. */
export async function isPendingOrAssignedSoon(ports: Ports, task: TaskSid): Promise<boolean> {
  const untilMs = ports.clock.nowMs() + WAIT_FOR_TASK_MS;
  for (;;) {
    const status = await ports.tasks.status(task);
    if (status !== undefined || ports.clock.nowMs() >= untilMs) return OPEN.has(status) && status !== 'wrapping';
    await ports.clock.sleep(LOOK_EVERY_MS);
  }
}

export async function isOpen(ports: Ports, task: TaskSid): Promise<boolean> {
  return OPEN.has(await ports.tasks.status(task));
}

/** Somebody of the contact centre is in the conversation, whichever way they came. */
export async function hasAgent(ports: Ports, park: Park): Promise<boolean> {
  const isAway = await isAwayForWrapUp(ports, park);
  return isAgentAmong(ports, { park, isAway }, await ports.conversations.participants(park.conversationSid));
}

/**
 * Who only wraps up the parked task may still be listed in the Conversation, although they have left. To be asked before
 * the participants are read: who completes their task in between would otherwise seem to be there.
 */
export async function isAwayForWrapUp(ports: Ports, park: Park): Promise<boolean> {
  return park.wrapUp === true && isWrappingUp(park, await ports.tasks.status(park.task.sid));
}

export async function isAgentAmong(
  ports: Ports,
  { park, isAway }: { park: Park; isAway: boolean },
  participants: readonly ConversationParticipant[],
): Promise<boolean> {
  const others = participants.filter(({ sid }) => park.customers.every(({ participantSid }) => participantSid !== sid));
  const answers = await Promise.all(
    others.map(({ identity }) => {
      if (identity === undefined) return false;
      return identity === park.agent.identity ? !isAway : ports.workers.hasIdentity(identity);
    }),
  );
  return answers.includes(true);
}

/**
 * Somebody takes care of a returning conversation, or will: its task is open, or an agent is in it already. A task that
 * cannot be read is not yet a dead one: Twilio may show it only seconds after its invite.
 */
export async function isServed(ports: Ports, record: ReturningRecord): Promise<boolean> {
  return isServedBy(ports, record, await ports.tasks.status(record.taskSid));
}

/** The same for who has just read the status of its task. */
export async function isServedBy(ports: Ports, record: ReturningRecord, status: string | undefined): Promise<boolean> {
  if (status === undefined && isYoung(ports, record)) return true;
  if (UNACCEPTED.has(status)) return !(await wasOverdueAndIsEnded(ports, record));
  return OPEN.has(status) || hasAgent(ports, record.park);
}

/** Whether somebody takes care of it, or is about to. Asks no more than this state needs. */
export async function isTakenCareOf(ports: Ports, record: InteractionRecord): Promise<boolean> {
  switch (record.state) {
    case 'returning':
      return isServed(ports, record);
    case 'parked':
      // Only where a call whose answer was lost may have brought an agent in after all.
      return record.lateCallsUntilMs !== undefined && hasAgent(ports, record.park);
    case 'parking':
    case 'unparking':
      return false;
  }
}

/** So young that its task may not be readable yet. */
export function isYoung(ports: Ports, { sinceMs }: Pick<ReturningRecord, 'sinceMs'>): boolean {
  return Math.abs(ports.clock.nowMs() - sinceMs) < NEW_TASK_MS;
}

export function isUnaccepted(status: string | undefined): boolean {
  return UNACCEPTED.has(status);
}

/** Ends a direct invite that TaskRouter should have ended by itself; false: it is not overdue, or was accepted. */
export async function wasOverdueAndIsEnded(ports: Ports, record: ReturningRecord): Promise<boolean> {
  const endsAtMs = directInviteEndsAtMs(record);
  if (endsAtMs === undefined || ports.clock.nowMs() < endsAtMs + DIRECT_INVITE_GRACE_MS) return false;
  const isEnded = await ports.tasks.cancel(record.taskSid, 'Not accepted in time');
  ports.log('direct-invite', isEnded ? 'ended' : 'accepted-meanwhile');
  return isEnded;
}

/** An open task that an invite of this park made; how a lost answer is found again. */
export async function findOpenTask(
  ports: Ports,
  park: Pick<Park, 'parkId' | 'interactionSid' | 'channelSid' | 'task'>,
): Promise<TaskSid | undefined> {
  const invites = await ports.interactions.invites(park);
  const candidates = invites.filter((invite) => invite.taskSid !== park.task.sid && mayBeOf(invite, park.parkId));
  const open = await Promise.all(candidates.map(({ taskSid }) => isPendingOrAssigned(ports, taskSid)));
  return candidates.find((_, at) => open[at])?.taskSid;
}

/** Invites too long for our mark bear none, so only those that bear another park's are certainly not ours. */
function mayBeOf({ attributes }: SentInvite, parkId: string): boolean {
  const original = parseAttributes(attributes)?.originalRouting;
  if (typeof original !== 'object' || original === null || !('parkId' in original)) return true;
  return original.parkId === parkId;
}

/** Whether a customer wrote what the agent had not seen when they parked, apart from a closing remark that waits. */
export async function isCustomerWaiting(ports: Ports, park: Park): Promise<boolean> {
  return customerWrote(ports, park, await ports.conversations.newestMessages(park.conversationSid));
}

export async function customerWrote(
  ports: Ports,
  park: Park,
  { messages, complete }: NewestMessages,
): Promise<boolean> {
  const fresh = unseen(messages, park);
  // Older unseen messages are beyond the page: better one task too early than a customer who waits.
  if (fresh.length === messages.length && !complete) return true;
  const others = fresh.filter(({ index }) => index !== park.remark?.index);
  const answers = await Promise.all(others.map((message) => isByCustomer(ports, park, message)));
  return answers.includes(true);
}

/** Who wrote, looking up authors that were not there when the conversation was parked. */
export async function isByCustomer(ports: Ports, park: Park, message: Omit<MessageHead, 'index'>): Promise<boolean> {
  switch (authorOf(message, park)) {
    case 'customer':
      return true;
    case 'not-a-customer':
      return false;
    case 'unknown': {
      const participants = await ports.conversations.participants(park.conversationSid);
      const author = participants.find((participant) => isFrom(message, participant));
      const isCustomer =
        author !== undefined && (author.address !== undefined || !(await isIdentityOfWorker(ports, author)));
      if (!isCustomer) ports.log('author', 'not-a-customer', { participantSid: message.participantSid ?? 'none' });
      return isCustomer;
    }
  }
}

function isFrom(message: Omit<MessageHead, 'index'>, { sid, identity, address }: ConversationParticipant): boolean {
  if (message.participantSid) return message.participantSid === sid;
  return message.author === identity || message.author === address;
}

async function isIdentityOfWorker(ports: Ports, { identity }: { identity?: string }): Promise<boolean> {
  return identity === undefined || ports.workers.hasIdentity(identity);
}

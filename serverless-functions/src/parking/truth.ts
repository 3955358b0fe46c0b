import type { TaskSid } from '../contract/sids';
import { authorOf, unseen, type MessageHead } from './domain/messages';
import type { Park, ReturningRecord } from './domain/record';
import { parseAttributes } from './domain/conversation-attributes';
import type { Ports, SentInvite } from './ports';

/** TaskRouter's statuses of a task that somebody has or will get (twilio.com/docs/taskrouter/api/task). */
const OPEN = new Set(['pending', 'reserved', 'assigned', 'wrapping']);

/** The parked task is over (completed, canceled or forgotten) or wraps up, so the agent is out of the conversation. */
export async function isAgentReleased(ports: Ports, park: Park): Promise<boolean> {
  const task = await ports.tasks.fetch(park.task.sid);
  return task === undefined || !OPEN.has(task.status) || isWrappingUp(park, task.status);
}

function isWrappingUp({ wrapUp }: Park, status: string): boolean {
  return wrapUp === true && status === 'wrapping';
}

/** He may be listed in the Conversation until he completes his task, although he has left it. */
async function hasLeftForWrapUp(ports: Ports, park: Park): Promise<boolean> {
  if (!park.wrapUp) return false;
  const task = await ports.tasks.fetch(park.task.sid);
  return task !== undefined && isWrappingUp(park, task.status);
}

/** Somebody has it or will; a task of an agent's earlier park that still wraps up is nobody's way back. */
export async function isOffered(ports: Ports, task: TaskSid): Promise<boolean> {
  const found = await ports.tasks.fetch(task);
  return found !== undefined && OPEN.has(found.status) && found.status !== 'wrapping';
}

export async function isOpen(ports: Ports, task: TaskSid): Promise<boolean> {
  const found = await ports.tasks.fetch(task);
  return found !== undefined && OPEN.has(found.status);
}

/** Somebody of the contact centre is in the conversation, whichever way he came. */
export async function hasAgent(ports: Ports, park: Park): Promise<boolean> {
  const [participants, isAway] = await Promise.all([
    ports.conversations.participants(park.conversationSid),
    hasLeftForWrapUp(ports, park),
  ]);
  const strangers = participants.filter(
    ({ sid, identity }) =>
      park.customers.every(({ participantSid }) => participantSid !== sid) &&
      !(isAway && identity === park.agent.identity),
  );
  const answers = await Promise.all(
    strangers.map(({ identity }) => (identity === undefined ? false : isWorker(ports, park, identity))),
  );
  return answers.includes(true);
}

async function isWorker(ports: Ports, park: Park, identity: string): Promise<boolean> {
  return identity === park.agent.identity || ports.workers.hasIdentity(identity);
}

/** Somebody takes care of a returning conversation, or will: its task is open, or an agent is in it already. */
export async function isServed(ports: Ports, { taskSid, park }: ReturningRecord): Promise<boolean> {
  return (await isOpen(ports, taskSid)) || hasAgent(ports, park);
}

/** An open task that an invite of this park made; how a lost answer is found again. */
export async function findOpenTask(ports: Ports, park: Park): Promise<TaskSid | undefined> {
  const invites = await ports.interactions.invites(park);
  const candidates = invites.filter((invite) => invite.taskSid !== park.task.sid && mayBeOf(invite, park));
  const open = await Promise.all(candidates.map(({ taskSid }) => isOffered(ports, taskSid)));
  return candidates.find((_, at) => open[at])?.taskSid;
}

/** Invites too long for our mark bear none, so only those that bear another park's are certainly not ours. */
function mayBeOf({ attributes }: SentInvite, { parkId }: Park): boolean {
  const original = parseAttributes(attributes)?.originalRouting;
  if (typeof original !== 'object' || original === null || !('parkId' in original)) return true;
  return original.parkId === parkId;
}

/** Whether a customer wrote what the agent had not seen when he parked. */
export async function isCustomerWaiting(ports: Ports, park: Park): Promise<boolean> {
  const { messages, complete } = await ports.conversations.newestMessages(park.conversationSid);
  return customerWrote(ports, park, { messages, complete });
}

export async function customerWrote(
  ports: Ports,
  park: Park,
  { messages, complete }: { messages: MessageHead[]; complete: boolean },
): Promise<boolean> {
  const fresh = unseen(messages, park);
  // Older unseen messages are beyond the page: better one task too early than a customer who waits.
  if (fresh.length === messages.length && !complete) return true;
  const answers = await Promise.all(fresh.map((message) => isByCustomer(ports, park, message)));
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
      const author = participants.find(({ sid }) => sid === message.participantSid);
      const customer =
        author !== undefined && (author.address !== undefined || !(await isIdentityOfWorker(ports, author)));
      if (!customer) ports.log('author', 'not-a-customer', { participantSid: message.participantSid ?? 'none' });
      return customer;
    }
  }
}

async function isIdentityOfWorker(ports: Ports, { identity }: { identity?: string }): Promise<boolean> {
  return identity === undefined || ports.workers.hasIdentity(identity);
}

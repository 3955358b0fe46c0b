import type { ConversationSid } from '../../contract/sids';
import { expiryCountsFromMs, PARK_AFTER_MS, PARK_AT_LAST_AFTER_MS } from '../../contract/task-expiry';
import type { Caller } from '../caller';
import { channelOfTask, type ChannelOfTask } from '../domain/messaging-task';
import { codeOf } from '../errors';
import { park } from '../park/park';
import type { NewestMessages, Ports, Task } from '../ports';

/** The oldest tasks of agents; the others are younger. */
const LOOK_AT = 20;
/** Parks of one run: each is a handful of calls in a row. */
const PARK_AT_MOST = 3;
/** A desktop that is open parks first, also when its agent was writing to the last. */
const DESKTOP_FIRST_MS = 60_000;
/** For the next agent. The desktop says it in the agent's language, which nobody knows here. */
const REASON = 'Kept from Twilio’s 24-hour limit';

interface Expiring {
  task: Task;
  channel: ChannelOfTask;
}

export interface Told {
  repaired: (at: ConversationSid, what: string) => void;
  needsAPerson: (at: ConversationSid, what: string) => void;
}

/**
 * Parks what Twilio is about to delete with its task and no desktop parks: that of an agent who has gone home, or whose
 * browser is closed. A customer without an answer is routed at once. Answers whether there are more
 * that `untilMs` left no time for.
 */
export async function parkExpiringTasks(ports: Ports, untilMs: number, told: Told): Promise<boolean> {
  const { enabled, beforeTaskExpires } = await ports.settings.current();
  if (!enabled || beforeTaskExpires !== 'park') return false;
  const expiring = (await ports.tasks.assignedLongest(LOOK_AT)).flatMap((task) => expiringOf(ports, task));
  let parked = 0;
  for (const each of expiring) {
    if (parked === PARK_AT_MOST || isOver(ports, untilMs)) return true;
    if (await parkIfNobodyDoes(ports, each, told)) parked += 1;
  }
  return false;
}

function expiringOf(ports: Ports, task: Task): Expiring[] {
  const isOld = task.createdAtMs !== undefined && isOver(ports, task.createdAtMs + PARK_AFTER_MS);
  const channel = isOld ? channelOfTask(task.attributes) : undefined;
  return channel ? [{ task, channel }] : [];
}

async function parkIfNobodyDoes(ports: Ports, { channel, task }: Expiring, told: Told): Promise<boolean> {
  try {
    const agent = await agentWhoLeavesItAlone(ports, task);
    if (!agent) return false;
    const lastSeenMessageIndex = lastAnswered(
      await ports.conversations.newestMessages(channel.conversationSid),
      agent.identity,
    );
    const request = { taskSid: task.sid, ...channel, lastSeenMessageIndex, reason: REASON };
    await park(ports, request, Promise.resolve(agent));
    told.repaired(channel.conversationSid, 'parked before Twilio deletes its task');
    return true;
  } catch (error) {
    ports.log('expiring-task', 'failed', { taskSid: task.sid, reason: codeOf(error) });
    told.needsAPerson(channel.conversationSid, codeOf(error));
    return false;
  }
}

/** Undefined while there is still time for the agent, or for their desktop. */
async function agentWhoLeavesItAlone(ports: Ports, { createdAtMs = 0, sid }: Task): Promise<Caller | undefined> {
  const held = await ports.tasks.acceptedBy(sid);
  const agent = held && (await ports.workers.presence(held.workerSid));
  if (!agent) return undefined;
  const sinceMs = expiryCountsFromMs({ createdAtMs, cameAtMs: held.atMs });
  const afterMs = agent.isAvailable ? PARK_AT_LAST_AFTER_MS + DESKTOP_FIRST_MS : PARK_AFTER_MS + DESKTOP_FIRST_MS;
  if (!isOver(ports, sinceMs + afterMs)) return undefined;
  return { workerSid: held.workerSid, identity: agent.identity, roles: [] };
}

/** What the customer wrote after the agent's last words counts as not seen, so that the conversation is routed. */
function lastAnswered({ messages }: NewestMessages, identity: string): number {
  return messages.find(({ author }) => author === identity)?.index ?? -1;
}

function isOver({ clock }: Ports, atMs: number): boolean {
  return clock.nowMs() >= atMs;
}

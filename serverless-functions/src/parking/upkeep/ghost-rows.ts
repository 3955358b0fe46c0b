import type { ConversationSid, WorkerSid } from '../../contract/sids';
import { STALE_AFTER_MS } from '../domain/stale';
import type { Found, Ports } from '../ports';
import { isUnreadable } from '../record-port';
import { step } from '../step';

/**
 * Takes rows out of an agent's own list that no record stands behind: a dead Function may have left them. Answers the
 * conversations whose rows went. Nothing is read that the desktop did not ask about.
 */
export async function removeGhostRows(
  ports: Ports,
  workerSid: WorkerSid,
  conversations: readonly ConversationSid[],
): Promise<ConversationSid[]> {
  const removed: ConversationSid[] = [];
  const check = async (conversationSid: ConversationSid) => {
    if (mayHaveRow(workerSid, await ports.records.read(conversationSid))) return;
    const item = await ports.list.peek({ workerSid, conversationSid });
    if (!item || ports.clock.nowMs() - Date.parse(item.parkedAt) < STALE_AFTER_MS) return;
    await ports.list.remove(item);
    removed.push(conversationSid);
  };
  await Promise.all(conversations.map((one) => step(ports, 'check-row', () => check(one))));
  return removed;
}

/** What cannot be read keeps its row: an agent can press Unpark there. */
function mayHaveRow(workerSid: WorkerSid, found: Found): boolean {
  if (isUnreadable(found)) return true;
  return found !== undefined && found.record.park.agent.workerSid === workerSid && found.record.state !== 'returning';
}

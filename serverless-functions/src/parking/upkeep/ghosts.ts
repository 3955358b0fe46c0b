import type { ConversationSid } from '../../contract/sids';
import { STALE_AFTER_MS } from '../domain/stale';
import { step } from '../step';
import type { Ports } from '../ports';

/** Removes rows without a record: old enough that no park can be about to write it. Returns their conversations. */
export async function removeGhosts(ports: Ports, untilMs: number): Promise<ConversationSid[]> {
  const removed: ConversationSid[] = [];
  for await (const item of ports.list.all()) {
    const ageMs = ports.clock.nowMs() - Date.parse(item.parkedAt);
    if (ports.clock.nowMs() >= untilMs) return removed;
    if (ageMs < STALE_AFTER_MS) continue;
    const stored = await ports.records.read(item.conversationSid);
    if (stored?.record.park.parkId === item.parkId && stored.record.state !== 'returning') continue;
    if ((await step(ports, 'remove-ghost', () => ports.list.remove(item))) === 'done')
      removed.push(item.conversationSid);
  }
  return removed;
}

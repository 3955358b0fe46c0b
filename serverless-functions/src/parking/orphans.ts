import type { ConversationSid } from '../contract/sids';
import { step } from './step';
import { STALE_AFTER_MS } from './domain/stale';
import type { Park } from './domain/record';
import type { Ports, WakeWebhook } from './ports';

/**
 * Removes webhooks of ours that no record knows, once they are old enough that no park can be about to write the
 * record. They come from calls that landed after their park was undone, and would eat the limit of five.
 */
export async function removeOrphans(
  ports: Ports,
  conversationSid: ConversationSid,
  currentParkId: string | undefined,
): Promise<'done' | 'failed'> {
  return removeWhere(ports, conversationSid, (webhook) => webhook.parkId !== currentParkId && isOld(ports, webhook));
}

/**
 * Removes every webhook of a park, however many there are, and with them the orphans. `failed` also when a young one
 * of another park is left: it may be an orphan, which only time tells.
 */
export async function removeAllOf(ports: Ports, { conversationSid, parkId }: Park): Promise<'done' | 'failed'> {
  let isYoungLeft = false;
  const removed = await removeWhere(ports, conversationSid, (webhook) => {
    const goes = webhook.parkId === parkId || isOld(ports, webhook);
    isYoungLeft ||= !goes;
    return goes;
  });
  return isYoungLeft ? 'failed' : removed;
}

function isOld(ports: Ports, { createdAtMs }: WakeWebhook): boolean {
  return ports.clock.nowMs() - createdAtMs >= STALE_AFTER_MS;
}

function removeWhere(ports: Ports, conversation: ConversationSid, goes: (webhook: WakeWebhook) => boolean) {
  return step(ports, 'remove-webhooks', async () => {
    const going = (await ports.wakeWebhooks.list(conversation)).filter(goes);
    await Promise.all(going.map(({ sid }) => ports.wakeWebhooks.remove(conversation, sid)));
  });
}

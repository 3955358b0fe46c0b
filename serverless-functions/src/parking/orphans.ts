import type { ConversationSid } from '../contract/sids';
import { step } from './step';
import { STALE_AFTER_MS } from './domain/stale';
import type { Ports } from './ports';

/**
 * Removes webhooks of ours that no record knows, once they are old enough that no park can be about to write the
 * record. They come from calls that landed after their park was undone, and would eat the limit of five.
 */
export async function removeOrphans(
  ports: Ports,
  conversationSid: ConversationSid,
  currentParkId: string | undefined,
): Promise<void> {
  await step(ports, 'remove-orphans', async () => {
    const nowMs = ports.clock.nowMs();
    const orphans = (await ports.wakeWebhooks.list(conversationSid)).filter(
      ({ parkId, createdAtMs }) => parkId !== currentParkId && nowMs - createdAtMs >= STALE_AFTER_MS,
    );
    await Promise.all(orphans.map(({ sid }) => ports.wakeWebhooks.remove(conversationSid, sid)));
  });
}

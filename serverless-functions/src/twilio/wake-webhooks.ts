import type { Twilio } from 'twilio';
import { z } from 'zod';

import { webhookSid } from '../contract/sids';
import { ParkingError } from '../parking/errors';
import type { Clock, WakeWebhook, WakeWebhooks } from '../parking/ports';
import { STALE_AFTER_MS } from '../parking/domain/stale';
import type { Calls } from './calls';
import { failureOf, isRefused, orUndefined } from './failure';
import { wakeUrl, readWakeUrl } from './wake-url';

/** Five webhooks per conversation at most (twilio.com/docs/api/errors/50361). */
const LIMIT_REACHED = { twilioCode: 50361 };
const configuration = z.object({ url: z.string() });

/** Our conversation-scoped webhooks (twilio.com/docs/conversations/api/conversation-scoped-webhook-resource). */
export function createWakeWebhooks(
  client: Twilio,
  calls: Calls,
  { functionsDomain, clock }: { functionsDomain: string; clock: Clock },
): WakeWebhooks {
  const webhooksOf = (conversation: string) => client.conversations.v1.conversations(conversation).webhooks;

  const port: WakeWebhooks = {
    async create(park) {
      try {
        return await create(park);
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind === 'unknown') return findCreated(park, failure);
        if (!isRefused(failure, LIMIT_REACHED)) throw failure;
        if (!(await freeSlots(park))) throw new ParkingError('webhook-limit', { cause: failure });
        return create(park);
      }
    },
    async list(conversation) {
      const found = (await orUndefined(calls.read(() => webhooksOf(conversation).list()))) ?? [];
      return found.flatMap((webhook) => {
        const parsed = configuration.safeParse(webhook.configuration);
        const ours = parsed.success ? readWakeUrl(parsed.data.url) : undefined;
        return ours
          ? [{ ...ours, sid: webhookSid.parse(webhook.sid), createdAtMs: webhook.dateCreated.getTime() }]
          : [];
      });
    },
    async remove(conversation, sid) {
      await orUndefined(calls.write(() => client.conversations.v1.conversations(conversation).webhooks(sid).remove()));
    },
  };

  type Asked = Parameters<WakeWebhooks['create']>[0];

  async function create({ conversationSid, parkId, lastSeenMessageIndex }: Asked) {
    const created = await calls.nonIdempotentWrite(() =>
      webhooksOf(conversationSid).create({
        target: 'webhook',
        'configuration.url': wakeUrl({ functionsDomain, parkId }),
        'configuration.method': 'post',
        'configuration.filters': ['onMessageAdded'],
        // Whether messages before the webhook are replayed is undocumented; nothing depends on it.
        ...(lastSeenMessageIndex >= 0 && { 'configuration.replayAfter': lastSeenMessageIndex }),
      }),
    );
    return webhookSid.parse(created.sid);
  }

  /** The answer was lost: it is there, or it may still come and is then removed as an orphan. */
  async function findCreated({ conversationSid, parkId }: Asked, failure: Error) {
    const created = (await port.list(conversationSid)).find((webhook) => webhook.parkId === parkId);
    if (!created) throw failure;
    return created.sid;
  }

  /** Removes our own leftovers of earlier parks; never anybody else's. */
  async function freeSlots({ conversationSid, parkId }: Asked): Promise<boolean> {
    const isLeftover = (webhook: WakeWebhook) =>
      (webhook.parkId !== parkId || webhook.functionsDomain !== functionsDomain) &&
      clock.nowMs() - webhook.createdAtMs >= STALE_AFTER_MS;
    const leftovers = (await port.list(conversationSid)).filter(isLeftover);
    await Promise.all(leftovers.map(({ sid }) => port.remove(conversationSid, sid)));
    return leftovers.length > 0;
  }

  return port;
}

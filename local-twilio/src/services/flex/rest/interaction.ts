import { z } from 'zod';
import { invalidParameter } from '../../../kernel/errors';
import type { Request } from '../account';
import { readJsonObject } from '../../../kernel/rest/body';
import type { Interaction } from '../entities';
import { readInvite } from './routing';

const channel = z.object({
  type: z.enum(['web', 'whatsapp', 'sms']),
  initiated_by: z.enum(['customer', 'agent', 'api']).optional(),
  properties: z.object({ media_channel_sid: z.string().optional() }).passthrough().optional(),
  participants: z
    .array(
      z
        .object({
          identity: z.string().optional(),
          address: z.string().optional(),
          proxy_address: z.string().optional(),
          name: z.string().optional(),
        })
        .passthrough(),
    )
    .optional(),
});

/** https://www.twilio.com/docs/flex/developer/conversations/interactions-api/interactions */
export function createFromRest({ account, body }: Request): Interaction {
  const parsed = channel.safeParse(readJsonObject(body.Channel, 'Channel'));
  if (!parsed.success) throw invalidParameter(`Channel: ${parsed.error.issues[0]?.message ?? 'is invalid'}`);
  const { type, properties, participants = [] } = parsed.data;
  const [customer] = participants;
  return account.flex.createInteraction({
    channelType: type,
    conversationSid: properties?.media_channel_sid,
    customer:
      customer?.address === undefined || type === 'web'
        ? customer?.identity === undefined
          ? undefined
          : { identity: customer.identity }
        : {
            messagingBinding: {
              type,
              address: customer.address,
              proxyAddress: customer.proxy_address ?? '',
              name: customer.name ?? null,
            },
          },
    invite: body.Routing === undefined ? undefined : readInvite(body.Routing),
  });
}

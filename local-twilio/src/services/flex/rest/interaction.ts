import { z } from 'zod';
import { invalidParameter, TwilioError } from '../../../kernel/errors';
import type { Request } from '../account';
import { readJsonObject } from '../../../kernel/rest/body';
import type { NewInteraction } from '../commands';
import type { Interaction, InviteRouting } from '../entities';
import { readInvite } from './routing';

const SERVED = ['web', 'whatsapp', 'sms'] as const;

const participant = z
  .object({
    identity: z.string().optional(),
    address: z.string().optional(),
    proxy_address: z.string().optional(),
    name: z.string().optional(),
  })
  .strict();

const channel = z
  .object({
    type: z.enum(['voice', 'sms', 'whatsapp', 'web', 'chat', 'email', 'messenger', 'gbm']),
    initiated_by: z.enum(['customer', 'agent', 'api']),
    properties: z.object({ media_channel_sid: z.string().optional() }).strict().optional(),
    participants: z.array(participant).optional(),
  })
  .strict();

type Channel = z.infer<typeof channel>;

function readChannel(value: unknown): Channel {
  const parsed = channel.safeParse(readJsonObject(value, 'Channel'));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = ['Channel', ...(issue?.path ?? [])].join('.');
  if (issue?.code === 'unrecognized_keys')
    throw new TwilioError(501, 20501, `CreateInteraction: ${place}.${issue.keys.join(', ')} is not emulated`);
  throw invalidParameter(`${place}: ${issue?.message ?? 'is invalid'}`);
}

function servedType({ type }: Channel): NewInteraction['channelType'] {
  const served = SERVED.find((one) => one === type);
  if (!served) throw new TwilioError(501, 20501, `CreateInteraction: channels of type ${type} are not emulated`);
  return served;
}

function customerOf({ participants = [] }: Channel, type: NewInteraction['channelType']): NewInteraction['customer'] {
  const [customer, another] = participants;
  if (!customer) return undefined;
  if (another) throw new TwilioError(501, 20501, 'CreateInteraction: several Channel.participants are not emulated');
  const { identity, address, proxy_address: proxyAddress = '', name = null } = customer;
  if (type !== 'web' && address !== undefined) return { messagingBinding: { type, address, proxyAddress, name } };
  if (identity === undefined) throw invalidParameter('Channel.participants.0 needs an identity or an address');
  return { identity };
}

/** What each way of starting needs, by the table of request parameters on the page below. */
function checkInitiator({ initiated_by: by, properties, participants = [] }: Channel, invite?: InviteRouting): void {
  if (by === 'customer' && properties?.media_channel_sid === undefined)
    throw invalidParameter('Channel.properties.media_channel_sid is required where a customer initiates');
  if (by !== 'agent') return;
  if (participants.length === 0) throw invalidParameter('Channel.participants is required where an agent initiates');
  if (invite?.queueSid === undefined || invite.workerSid === undefined)
    throw invalidParameter('Routing.properties needs queue_sid and worker_sid where an agent initiates');
}

/** https://www.twilio.com/docs/flex/developer/conversations/interactions-api/interactions */
export function createFromRest({ account, body }: Request): Interaction {
  const given = readChannel(body.Channel);
  const channelType = servedType(given);
  const invite = body.Routing === undefined ? undefined : readInvite(body.Routing);
  checkInitiator(given, invite);
  return account.flex.createInteraction({
    channelType,
    initiatedBy: given.initiated_by,
    conversationSid: given.properties?.media_channel_sid,
    customer: customerOf(given, channelType),
    invite,
  });
}

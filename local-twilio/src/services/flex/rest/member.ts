import { z } from 'zod';
import { TwilioError } from '../../../kernel/errors';
import { jsonBody } from '../../../kernel/json';
import { text } from '../../../kernel/rest/request';
import type { Request } from '../account';
import type { Flex } from '../commands';
import type { ChannelType } from '../entities';

type Input = Parameters<Flex['addParticipant']>[1];

/** Whom the resource names beside agents. */
const types = ['customer', 'supervisor', 'external', 'unknown'] as const;

const mediaProperties = z
  .object({
    identity: z.string().optional(),
    address: z.string().optional(),
    proxy_address: z.string().optional(),
    name: z.string().optional(),
  })
  .strict();

const notEmulated = (what: string) =>
  new TwilioError(501, 20501, `CreateInteractionChannelParticipant: ${what} is not emulated`);

/** https://www.twilio.com/docs/api/errors/45367 */
const invalid = (what: string) => new TwilioError(400, 45367, `Failed to add Participant: ${what}`);

/** https://www.twilio.com/docs/flex/developer/conversations/interactions-api/interaction-channel-participants */
export function readMember(request: Request, channelType: ChannelType): Input {
  const asked = text(request, 'Type');
  const type = types.find((one) => one === asked);
  if (!type) throw notEmulated(`Type ${asked}, who comes by an invite,`);
  const parsed = mediaProperties.safeParse(jsonBody(request.body.MediaProperties));
  if (parsed.success) return { type, member: memberOf(parsed.data, channelType) };
  for (const issue of parsed.error.issues)
    if (issue.code === 'unrecognized_keys') throw notEmulated(`MediaProperties.${issue.keys.join(', ')}`);
  throw invalid('MediaProperties are invalid');
}

function memberOf(given: z.infer<typeof mediaProperties>, channelType: ChannelType): Input['member'] {
  const { identity, address, proxy_address: proxyAddress = '', name = null } = given;
  if ((identity === undefined) === (address === undefined))
    throw invalid('MediaProperties need an identity or an address');
  if (identity !== undefined) return { identity };
  if (channelType === 'web' || address === undefined)
    throw invalid(`a channel of type ${channelType} has no addresses`);
  return { messagingBinding: { type: channelType, address, proxyAddress, name } };
}

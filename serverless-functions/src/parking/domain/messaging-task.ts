import { z } from 'zod';

import { conversationSid, interactionChannelSid, interactionSid } from '../../contract/sids';
import type { ParkRequest } from '../../contract/park';
import { parseAttributes } from './conversation-attributes';

const messagingTask = z
  .object({
    flexInteractionSid: interactionSid,
    flexInteractionChannelSid: interactionChannelSid,
    conversationSid,
  })
  .transform((attributes) => ({
    interactionSid: attributes.flexInteractionSid,
    channelSid: attributes.flexInteractionChannelSid,
    conversationSid: attributes.conversationSid,
  }));

export type ChannelOfTask = Pick<ParkRequest, 'interactionSid' | 'channelSid' | 'conversationSid'>;

/** What Flex writes into the attributes (JSON) of a messaging task; undefined for every other task. */
export function channelOfTask(attributes: string): ChannelOfTask | undefined {
  return messagingTask.safeParse(parseAttributes(attributes)).data;
}

import { z } from 'zod';

import { parkUntil } from './park-until';
import { wholeNumber } from './whole-number';
import { conversationSid, interactionChannelSid, interactionSid, syncMapSid, taskSid } from './sids';

export const PARK_PATH = '/flex/park-interaction';

/** What the plugin sends to park, as flat form fields (`Token` beside them). SIDs are hints; the server verifies them. */
export const parkRequest = z.object({
  taskSid,
  interactionSid,
  channelSid: interactionChannelSid,
  conversationSid,
  /** Index of the last message that the agent had on screen; -1 when there is none. */
  lastSeenMessageIndex: wholeNumber.pipe(z.number().min(-1)),
  /** Why the agent parks, and what the next agent should know. */
  reason: z.string().trim().max(60).optional(),
  note: z.string().trim().max(500).optional(),
  ...parkUntil,
});
export type ParkRequest = z.infer<typeof parkRequest>;

export const parkAnswer = z.discriminatedUnion('status', [
  /** The agent is free and the conversation waits. `listItem` only with `show_list`. */
  z.object({
    status: z.literal('parked'),
    conversationSid,
    listItem: z.object({ mapSid: syncMapSid, mapItemKey: conversationSid }).optional(),
  }),
  /** The agent is free, and the customer wrote meanwhile: the conversation is already being routed again. */
  z.object({ status: z.literal('returned'), conversationSid }),
]);
export type ParkAnswer = z.infer<typeof parkAnswer>;

import { z } from 'zod';

import { conversationSid, interactionChannelSid, interactionSid, taskSid } from './sids';

export const COMPLETE_PARKED_PATH = '/flex/complete-parked-task';

/** Asks to complete a task in wrap-up whose conversation was parked; flat form fields (`Token` beside them). */
export const completeParkedRequest = z.object({
  taskSid,
  interactionSid,
  channelSid: interactionChannelSid,
  conversationSid,
});
export type CompleteParkedRequest = z.infer<typeof completeParkedRequest>;

export const completeParkedAnswer = z.discriminatedUnion('status', [
  /** The task is over; the conversation is as it was. */
  z.object({ status: z.literal('completed'), taskSid }),
  /** No wrap-up of a conversation that lives on: whatever Flex does to complete the task is right. */
  z.object({ status: z.literal('leave-to-flex'), taskSid }),
]);
export type CompleteParkedAnswer = z.infer<typeof completeParkedAnswer>;

import { z } from 'zod';

import { conversationSid, taskSid } from './sids';

export const UNPARK_PATH = '/flex/unpark-interaction';

/** Who gets the conversation: the caller, whoever the workflow picks, or the agent who parked it. */
export const routeTo = z.enum(['me', 'workflow', 'original']);
export type RouteTo = z.infer<typeof routeTo>;

/** What the plugin sends to unpark, as flat form fields (`Token` beside them). */
export const unparkRequest = z.object({ conversationSid, routeTo: routeTo.default('me') });
export type UnparkRequest = z.infer<typeof unparkRequest>;

export const unparkAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('unparked'), conversationSid, taskSid }),
  /** Somebody else (the customer, another agent) brought it back first. */
  z.object({ status: z.literal('already-unparked'), conversationSid, taskSid: taskSid.optional() }),
]);
export type UnparkAnswer = z.infer<typeof unparkAnswer>;

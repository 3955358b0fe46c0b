import { z } from 'zod';

import { conversationSid, taskQueueSid, taskSid, workerSid } from './sids';

export const UNPARK_PATH = '/flex/unpark-interaction';

/** Who gets the conversation; all but `me` are for supervisors and admins. */
export const destination = z.union([
  /** The caller, whoever the workflow picks, or the agent who parked it. */
  z.object({ routeTo: z.enum(['me', 'workflow', 'original']).default('me') }),
  /** An agent, for as long as an agent who unparks has to accept. */
  z.object({ routeTo: z.literal('worker'), workerSid }),
  z.object({ routeTo: z.literal('queue'), queueSid: taskQueueSid }),
]);
export type Destination = z.infer<typeof destination>;
/** The same as it may be sent: `me` need not be said. */
export type SentDestination = z.input<typeof destination>;

/** What the plugin sends to unpark, as flat form fields (`Token` beside them). */
export const unparkRequest = z.object({ conversationSid }).and(destination);
export type UnparkRequest = z.infer<typeof unparkRequest>;

export const unparkAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('unparked'), conversationSid, taskSid }),
  /** Somebody else (the customer, another agent) brought it back first. */
  z.object({ status: z.literal('already-unparked'), conversationSid, taskSid: taskSid.optional() }),
]);
export type UnparkAnswer = z.infer<typeof unparkAnswer>;

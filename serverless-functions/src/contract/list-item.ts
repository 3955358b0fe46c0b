import { z } from 'zod';

import { conversationSid, interactionSid, interactionChannelSid, workerSid, type WorkerSid } from './sids';

/** Unique name of the Sync map that holds an agent's parked interactions, in Flex's default Sync service. */
export function parkedInteractionsMapName(worker: WorkerSid): string {
  return `ParkedInteractions_${worker}`;
}

/** Why a parked conversation cannot be routed by us any more, or not as it should be. */
export const problem = z.enum(['channel-gone', 'routing-refused', 'record-unreadable']);
export type Problem = z.infer<typeof problem>;

/**
 * One row of the Parked Interactions list: the data of a Sync map item whose key is the conversation SID.
 * Any Flex token can read it, so it holds the minimum a row shows: no message text, no task attributes.
 */
export const listItem = z.object({
  parkId: z.string(),
  conversationSid,
  interactionSid,
  channelSid: interactionChannelSid,
  workerSid,
  customerName: z.string(),
  customerAddress: z.string(),
  /** As in the task attributes: web, whatsapp, sms, messenger … */
  channelType: z.string(),
  queueName: z.string(),
  /** ISO 8601. */
  parkedAt: z.string().datetime(),
  /** ISO 8601; the reply windows of WhatsApp and Messenger count from it. */
  lastCustomerMessageAt: z.string().datetime().optional(),
  /** ISO 8601: when it comes back by itself. */
  backAt: z.string().datetime().optional(),
  /** A reply does not bring it back before `backAt`; `unread`: one waits. Absent: it does. */
  replies: z.enum(['wait', 'unread']).optional().catch(undefined),
  reason: z.string().optional(),
  note: z.string().optional(),
  /** Why it needs attention, as far as it is known. One that this version does not know counts as none. */
  problem: problem.optional().catch(undefined),
});
export type ListItem = z.infer<typeof listItem>;

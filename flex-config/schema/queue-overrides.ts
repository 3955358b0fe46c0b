import { z } from 'zod';

import {
  onCustomerReply,
  replyQueue,
  studioFlowSid,
  unparkInviteTimeoutSeconds,
  wholeNumberUpTo,
  workerInviteTimeoutSeconds,
} from './reply-settings';

const trueOrFalse = z.boolean({ invalid_type_error: 'must be true or false' });

/** How many conversations an agent may have parked; null is any number. One page of Sync items holds them. */
export const maxParkedPerAgent = wholeNumberUpTo(50, { min: 1, of: 'conversations', orNull: true }).nullable();

/** What one queue does otherwise. */
export const queueOverrides = z
  .object(
    {
      may_park: trueOrFalse.optional(),
      ask_for_note: trueOrFalse.optional(),
      max_parked_per_agent: maxParkedPerAgent.optional(),
      on_customer_reply: onCustomerReply.optional(),
      worker_invite_timeout_seconds: workerInviteTimeoutSeconds.optional(),
      unpark_invite_timeout_seconds: unparkInviteTimeoutSeconds.optional(),
      reply_queue: replyQueue.optional(),
      studio_flow_sid: studioFlowSid.optional(),
    },
    { invalid_type_error: 'must be an object' },
  )
  .strict();

/** By the queue's name or SID. */
export const queues = z.record(queueOverrides, {
  invalid_type_error: 'must be an object: settings per queue, by its name or SID',
});

/** The same as code uses it. */
export interface QueueOverrides {
  mayPark?: boolean;
  askForNote?: boolean;
  maxParkedPerAgent?: number | null;
  onCustomerReply?: z.infer<typeof onCustomerReply>;
  workerInviteTimeoutSeconds?: number;
  unparkInviteTimeoutSeconds?: number;
  replyQueue?: z.infer<typeof replyQueue>;
  studioFlowSid?: z.infer<typeof studioFlowSid>;
}

export function overridesByQueue(byQueue: z.infer<typeof queues>): Record<string, QueueOverrides> {
  return Object.fromEntries(Object.entries(byQueue).map(([queue, values]) => [queue, overridesOf(values)]));
}

function overridesOf(values: z.infer<typeof queueOverrides>): QueueOverrides {
  const { may_park, ask_for_note, max_parked_per_agent, on_customer_reply } = values;
  const { worker_invite_timeout_seconds, unpark_invite_timeout_seconds, reply_queue, studio_flow_sid } = values;
  return {
    ...(may_park !== undefined && { mayPark: may_park }),
    ...(ask_for_note !== undefined && { askForNote: ask_for_note }),
    ...(max_parked_per_agent !== undefined && { maxParkedPerAgent: max_parked_per_agent }),
    ...(on_customer_reply && { onCustomerReply: on_customer_reply }),
    ...(worker_invite_timeout_seconds && { workerInviteTimeoutSeconds: worker_invite_timeout_seconds }),
    ...(unpark_invite_timeout_seconds && { unparkInviteTimeoutSeconds: unpark_invite_timeout_seconds }),
    ...(reply_queue && { replyQueue: reply_queue }),
    ...(studio_flow_sid && { studioFlowSid: studio_flow_sid }),
  };
}

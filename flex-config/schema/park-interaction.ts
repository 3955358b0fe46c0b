import { z } from 'zod';

import { maxParkedPerAgent, queues } from './queue-overrides';
import {
  onCustomerReply,
  replyQueue,
  returningPriorityBoost,
  studioFlowSid,
  studioTimeoutMinutes,
  taskRouterEvents,
  unparkInviteTimeoutSeconds,
  workerInviteTimeoutSeconds,
} from './reply-settings';

const trueOrFalse = (byDefault: boolean) =>
  z.boolean({ invalid_type_error: 'must be true or false' }).default(byDefault);

/** What happens when the agent parks although the customer wrote last. */
export const customerSpokeLast = z.enum(['warn', 'allow', 'refuse'], {
  errorMap: () => ({ message: 'must be warn, allow or refuse' }),
});

const reasons = z
  .array(z.string().min(1, 'must not be empty').max(60, 'must have 60 characters at most'), {
    invalid_type_error: 'must be a list of texts',
  })
  .max(20, 'must have 20 entries at most');

/** By language tag, such as `en` or `pt-BR`; the first one is for every other language. */
const courtesyMessage = z.record(
  z.string().min(1, 'must not be empty').max(1000, 'must have 1000 characters at most'),
  { invalid_type_error: 'must be an object: a text per language tag' },
);

/** `ui_attributes.custom_data.features.park_interaction`: the feature's settings, all optional, nothing else allowed. */
export const parkInteraction = z
  .object(
    {
      enabled: trueOrFalse(false),
      show_list: trueOrFalse(false),
      ask_for_note: trueOrFalse(false),
      note_reasons: reasons.default([]),
      customer_spoke_last: customerSpokeLast.default('warn'),
      wrap_up: trueOrFalse(false),
      courtesy_message: courtesyMessage.default({}),
      max_park_age_hours: z
        .number({ invalid_type_error: 'must be a number of hours, or null' })
        .positive('must be more than 0')
        .nullable()
        .default(null),
      at_max_park_age: z
        .enum(['route', 'close'], { errorMap: () => ({ message: 'must be route or close' }) })
        .default('route'),
      on_customer_reply: onCustomerReply.default('workflow'),
      worker_invite_timeout_seconds: workerInviteTimeoutSeconds.default(60),
      unpark_invite_timeout_seconds: unparkInviteTimeoutSeconds.default(120),
      reply_queue: replyQueue.default('original'),
      studio_flow_sid: studioFlowSid.default(null),
      studio_timeout_minutes: studioTimeoutMinutes.default(10),
      taskrouter_events: taskRouterEvents.default('callback'),
      returning_priority_boost: returningPriorityBoost.default(0),
      max_parked_per_agent: maxParkedPerAgent.default(null),
      queues: queues.default({}),
    },
    { invalid_type_error: 'must be an object' },
  )
  .strict();
export type ParkInteraction = z.infer<typeof parkInteraction>;

import { z } from 'zod';

const ORIGINAL_OR_QUEUE = /^(original|WQ[0-9a-f]{32})$/;
const QUEUE_RULE = 'must be original or the SID of a queue (WQ and 32 hex digits)';

function isQueueSid(text: string): text is `WQ${string}` {
  return text.startsWith('WQ');
}

const oneOf = <Values extends [string, ...string[]]>(...values: Values) => {
  const [last, ...others] = [...values].reverse();
  return z.enum(values, { errorMap: () => ({ message: `must be ${others.reverse().join(', ')} or ${last}` }) });
};

/** A rule that names what is counted. */
export const wholeNumberUpTo = (max: number, { min, of, orNull }: { min: number; of: string; orNull?: true }) => {
  const rule = `must be a whole number of ${of} from ${min} to ${max}${orNull ? ', or null' : ''}`;
  return z.number({ invalid_type_error: rule }).int(rule).min(min, rule).max(max, rule);
};

/** Where a customer's reply goes. */
export const onCustomerReply = oneOf('workflow', 'worker', 'queue', 'studio');

/** An invite's task waits 24 h by default; a direct invite is to be over long before. */
export const workerInviteTimeoutSeconds = wholeNumberUpTo(3600, { min: 10, of: 'seconds' });

/** How long an agent who unparks has to accept. */
export const unparkInviteTimeoutSeconds = wholeNumberUpTo(600, { min: 10, of: 'seconds' });

export const replyQueue = z
  .string({ invalid_type_error: QUEUE_RULE })
  .regex(ORIGINAL_OR_QUEUE, QUEUE_RULE)
  .transform((text) => (isQueueSid(text) ? text : ('original' as const)));

const FLOW_RULE = 'must be the SID of a Studio flow (FW and 32 hex digits), or null';

function isFlowSid(text: string): text is `FW${string}` {
  return text.startsWith('FW');
}

/** Which flow gets the customer's reply. */
export const studioFlowSid = z
  .string({ invalid_type_error: FLOW_RULE })
  .regex(/^FW[0-9a-f]{32}$/, FLOW_RULE)
  .transform((text) => (isFlowSid(text) ? text : null))
  .nullable();

export const studioTimeoutMinutes = wholeNumberUpTo(1440, { min: 1, of: 'minutes' });

/** How TaskRouter's events reach the Functions. */
export const taskRouterEvents = oneOf('callback', 'event-streams');

export const returningPriorityBoost = wholeNumberUpTo(1000, { min: 0, of: 'points' });

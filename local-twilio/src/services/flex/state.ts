import { z } from 'zod';
import { bySid, ms, sid, textOrNull, type Kept } from '../../kernel/shapes';

export const interaction = z
  .object({ sid: sid('KD'), createdAtMs: ms, channelSids: z.array(sid('UO')), webhookTtid: textOrNull })
  .strict();

const participantRouting = z.object({ taskSid: sid('WT'), workerSid: sid('WK'), reservationSid: sid('WR') }).strict();

export const participant = z
  .object({
    sid: sid('UT'),
    channelSid: sid('UO'),
    interactionSid: sid('KD'),
    type: z.enum(['agent', 'customer', 'supervisor', 'external', 'unknown']),
    /** The participant of the Conversation that this one stands for. */
    conversationParticipantSid: sid('MB'),
    routing: participantRouting.nullable(),
    createdAtMs: ms,
    status: z.enum(['open', 'wrapup', 'closed']),
    updatedAtMs: ms,
  })
  .strict();

export const invite = z
  .object({
    sid: sid('KG'),
    channelSid: sid('UO'),
    interactionSid: sid('KD'),
    taskSid: sid('WT'),
    createdAtMs: ms,
    status: z.enum(['pending', 'accepted', 'declined', 'canceled']),
  })
  .strict();

export const transfer = z
  .object({
    sid: sid('UX'),
    interactionSid: sid('KD'),
    channelSid: sid('UO'),
    fromParticipantSid: z.string(),
    /** A worker or a queue. */
    to: z.string(),
    createdAtMs: ms,
  })
  .strict();

export const routing = z
  .object({
    workspaceSid: z.string(),
    workflowSid: z.string().optional(),
    queueSid: z.string().optional(),
    workerSid: z.string().optional(),
    /** SID or unique name. */
    taskChannel: z.string().optional(),
    attributes: z.record(z.unknown()),
    priority: z.number().optional(),
    timeoutSeconds: z.number().optional(),
  })
  .strict();

export const paused = z
  .object({
    workerSid: sid('WK'),
    participantSid: z.string(),
    queueSid: sid('WQ'),
    taskChannelSid: sid('TC'),
    /** The task's, JSON text. */
    attributes: z.string(),
    pausedAtMs: ms,
    untilMs: ms,
  })
  .strict();

export const channel = z
  .object({
    sid: sid('UO'),
    interactionSid: sid('KD'),
    type: z.enum(['web', 'whatsapp', 'sms']),
    conversationSid: sid('CH'),
    createdAtMs: ms,
    status: z.enum(['setup', 'active', 'inactive', 'pause', 'failed', 'closed']),
    updatedAtMs: ms,
    /** Since when Flex has done nothing with it. */
    idleSinceMs: ms,
    participants: bySid(participant),
    invites: bySid(invite),
    transfers: z.array(transfer),
    /** Of the newest invite; a reply after Leave, and a pause that ends, go the same way. */
    lastRouting: routing.nullable(),
    paused: paused.nullable(),
  })
  .strict();

/** Twilio's own fields; whoever sets them may set any. */
export const configuration = z.object({ account_sid: z.string(), ui_attributes: z.record(z.unknown()) }).passthrough();

export const flexState = z
  .object({ configuration, interactions: bySid(interaction), channels: bySid(channel) })
  .strict();

/** What is kept of Flex. */
export type FlexState = Kept<typeof flexState, 'configuration'>;

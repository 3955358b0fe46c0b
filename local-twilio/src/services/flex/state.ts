import { z } from 'zod';
import { bySid, ms, sid, textOrNull, type Shape } from '../../kernel/shapes';
import type { InviteRouting } from './commands';
import type {
  FlexConfiguration,
  Interaction,
  InteractionChannel,
  InteractionParticipant,
  Invite,
  PausedChannel,
  Transfer,
} from './entities';
import type { FlexStore } from './store';

const interaction: Shape<Interaction> = z
  .object({ sid: sid('KD'), createdAtMs: ms, channelSids: z.array(sid('UO')), webhookTtid: textOrNull })
  .strict();

const participant: Shape<InteractionParticipant> = z
  .object({
    sid: sid('UT'),
    channelSid: sid('UO'),
    interactionSid: sid('KD'),
    type: z.enum(['agent', 'customer', 'supervisor', 'external', 'unknown']),
    conversationParticipantSid: sid('MB'),
    routing: z
      .object({ taskSid: sid('WT'), workerSid: sid('WK'), reservationSid: sid('WR') })
      .strict()
      .nullable(),
    createdAtMs: ms,
    status: z.enum(['open', 'wrapup', 'closed']),
    updatedAtMs: ms,
  })
  .strict();

const invite: Shape<Invite> = z
  .object({
    sid: sid('KG'),
    channelSid: sid('UO'),
    interactionSid: sid('KD'),
    taskSid: sid('WT'),
    createdAtMs: ms,
    status: z.enum(['pending', 'accepted', 'declined', 'canceled']),
  })
  .strict();

const transfer: Shape<Transfer> = z
  .object({
    sid: sid('UX'),
    interactionSid: sid('KD'),
    channelSid: sid('UO'),
    fromParticipantSid: z.string(),
    to: z.string(),
    createdAtMs: ms,
  })
  .strict();

const routing: Shape<InviteRouting> = z
  .object({
    workspaceSid: z.string(),
    workflowSid: z.string().optional(),
    queueSid: z.string().optional(),
    workerSid: z.string().optional(),
    taskChannel: z.string().optional(),
    attributes: z.record(z.unknown()),
    priority: z.number().optional(),
    timeoutSeconds: z.number().optional(),
  })
  .strict();

const paused: Shape<PausedChannel> = z
  .object({
    workerSid: sid('WK'),
    participantSid: z.string(),
    queueSid: sid('WQ'),
    taskChannelSid: sid('TC'),
    attributes: z.string(),
    pausedAtMs: ms,
    untilMs: ms,
  })
  .strict();

const channel: Shape<InteractionChannel> = z
  .object({
    sid: sid('UO'),
    interactionSid: sid('KD'),
    type: z.enum(['web', 'whatsapp', 'sms']),
    conversationSid: sid('CH'),
    createdAtMs: ms,
    status: z.enum(['setup', 'active', 'inactive', 'pause', 'failed', 'closed']),
    updatedAtMs: ms,
    idleSinceMs: ms,
    participants: bySid(participant),
    invites: bySid(invite),
    transfers: z.array(transfer),
    lastRouting: routing.nullable(),
    paused: paused.nullable(),
  })
  .strict();

/** Twilio's own fields; whoever sets them may set any. */
const configuration: Shape<FlexConfiguration> = z
  .object({ account_sid: z.string(), ui_attributes: z.record(z.unknown()) })
  .passthrough();

export const flexState: Shape<FlexStore> = z
  .object({ configuration, interactions: bySid(interaction), channels: bySid(channel) })
  .strict();

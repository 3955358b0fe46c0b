import { z } from 'zod';
import { bySid, ms, sid, textOrNull, type Shape } from '../../core/shapes';
import type { FlexConfiguration, Interaction, InteractionChannel, InteractionParticipant, Invite } from './entities';
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

const channel: Shape<InteractionChannel> = z
  .object({
    sid: sid('UO'),
    interactionSid: sid('KD'),
    type: z.enum(['web', 'whatsapp', 'sms']),
    conversationSid: sid('CH'),
    createdAtMs: ms,
    status: z.enum(['setup', 'active', 'inactive', 'failed', 'closed']),
    updatedAtMs: ms,
    idleSinceMs: ms,
    participants: bySid(participant),
    invites: bySid(invite),
  })
  .strict();

/** Twilio's own fields; whoever sets them may set any. */
const configuration: Shape<FlexConfiguration> = z
  .object({ account_sid: z.string(), ui_attributes: z.record(z.unknown()) })
  .passthrough();

export const flexState: Shape<FlexStore> = z
  .object({ configuration, interactions: bySid(interaction), channels: bySid(channel) })
  .strict();

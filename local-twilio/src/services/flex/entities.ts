import type { Sid } from '../../kernel/sids';
import type { InviteRouting } from './commands';

export type ChannelType = 'web' | 'whatsapp' | 'sms';

export interface Interaction {
  readonly sid: Sid<'KD'>;
  readonly createdAtMs: number;
  readonly channelSids: Sid<'UO'>[];
  webhookTtid: string | null;
}

export type InteractionChannelStatus = 'setup' | 'active' | 'inactive' | 'pause' | 'failed' | 'closed';

export interface InteractionChannel {
  readonly sid: Sid<'UO'>;
  readonly interactionSid: Sid<'KD'>;
  readonly type: ChannelType;
  readonly conversationSid: Sid<'CH'>;
  readonly createdAtMs: number;
  status: InteractionChannelStatus;
  updatedAtMs: number;
  /** Since when Flex has done nothing with it. */
  idleSinceMs: number;
  readonly participants: Map<string, InteractionParticipant>;
  readonly invites: Map<string, Invite>;
  readonly transfers: Transfer[];
  /** Of the newest invite; a reply after Leave, and a pause that ends, go the same way. */
  lastRouting: InviteRouting | null;
  paused: PausedChannel | null;
}

/** What resuming needs; the task itself is forgotten long before. */
export interface PausedChannel {
  readonly workerSid: Sid<'WK'>;
  readonly participantSid: string;
  readonly queueSid: Sid<'WQ'>;
  readonly taskChannelSid: Sid<'TC'>;
  /** The task's, JSON text. */
  readonly attributes: string;
  readonly pausedAtMs: number;
  readonly untilMs: number;
}

export interface Transfer {
  readonly sid: Sid<'UX'>;
  readonly interactionSid: Sid<'KD'>;
  readonly channelSid: Sid<'UO'>;
  readonly fromParticipantSid: string;
  /** A worker or a queue. */
  readonly to: string;
  readonly createdAtMs: number;
}

export type InteractionParticipantType = 'agent' | 'customer' | 'supervisor' | 'external' | 'unknown';

export interface ParticipantRouting {
  readonly taskSid: Sid<'WT'>;
  readonly workerSid: Sid<'WK'>;
  readonly reservationSid: Sid<'WR'>;
}

export interface InteractionParticipant {
  readonly sid: Sid<'UT'>;
  readonly channelSid: Sid<'UO'>;
  readonly interactionSid: Sid<'KD'>;
  readonly type: InteractionParticipantType;
  /** The participant of the Conversation that this one stands for. */
  readonly conversationParticipantSid: Sid<'MB'>;
  readonly routing: ParticipantRouting | null;
  readonly createdAtMs: number;
  status: 'open' | 'wrapup' | 'closed';
  updatedAtMs: number;
}

export interface Invite {
  readonly sid: Sid<'KG'>;
  readonly channelSid: Sid<'UO'>;
  readonly interactionSid: Sid<'KD'>;
  readonly taskSid: Sid<'WT'>;
  readonly createdAtMs: number;
  status: 'pending' | 'accepted' | 'declined' | 'canceled';
}

/** The Flex Configuration resource, in Twilio's own snake_case. */
export interface FlexConfiguration {
  account_sid: string;
  ui_attributes: Record<string, unknown>;
  [field: string]: unknown;
}

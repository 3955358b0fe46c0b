import type { z } from 'zod';
import type { Kept } from '../../kernel/shapes';
import type { channel, configuration, interaction, invite, participant, paused, routing, transfer } from './state';

export type Interaction = Kept<typeof interaction, 'webhookTtid'>;

export type InteractionChannel = Kept<
  typeof channel,
  'status' | 'updatedAtMs' | 'idleSinceMs' | 'lastRouting' | 'paused'
>;

export type InteractionChannelStatus = InteractionChannel['status'];

export type ChannelType = InteractionChannel['type'];

export type InviteRouting = Kept<typeof routing>;

/** What resuming needs; the task itself is forgotten long before. */
export type PausedChannel = Kept<typeof paused>;

export type Transfer = Kept<typeof transfer>;

export type InteractionParticipant = Kept<typeof participant, 'status' | 'updatedAtMs'>;

export type Invite = Kept<typeof invite, 'status'>;

/** The Flex Configuration resource, in Twilio's own snake_case. */
export type FlexConfiguration = z.output<typeof configuration>;

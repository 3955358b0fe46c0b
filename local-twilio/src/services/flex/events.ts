import type { Context as KernelContext } from '../../kernel/context';
import type { ConversationsEvent } from '../conversations/events';
import type { FlexConfiguration, Interaction, InteractionChannel, InteractionParticipant, Invite } from './entities';

export type FlexEvent =
  | { readonly type: 'interaction.created'; readonly interaction: Interaction }
  | { readonly type: 'interaction.channel.updated'; readonly channel: InteractionChannel }
  | {
      readonly type: 'participant.added' | 'participant.modified' | 'participant.removed';
      readonly channel: InteractionChannel;
      readonly participant: InteractionParticipant;
    }
  | {
      readonly type: 'invite.created' | 'invite.updated';
      readonly channel: InteractionChannel;
      readonly invite: Invite;
    }
  | { readonly type: 'flex.configuration.updated'; readonly configuration: FlexConfiguration };
export type Context = KernelContext<FlexEvent | ConversationsEvent>;

import type { Context as KernelContext } from '../../kernel/context';
import type {
  ChatUser,
  Conversation,
  ConversationParticipant,
  ConversationState,
  DeliveryReceipt,
  Message,
  ScopedWebhook,
  Source,
} from './entities';

export type ConversationsEvent =
  | {
      readonly type: 'conversation.added' | 'conversation.updated' | 'conversation.removed';
      readonly conversation: Conversation;
    }
  | {
      readonly type: 'conversation.state';
      readonly conversation: Conversation;
      readonly from: ConversationState;
      readonly reason: 'API' | 'TIMER' | 'EVENT';
    }
  | {
      readonly type: 'conversation.message.added' | 'conversation.message.updated' | 'conversation.message.removed';
      readonly conversation: Conversation;
      readonly message: Message;
      readonly source: Source;
      /** Whether this event may fire webhooks. */
      readonly webhooks: boolean;
    }
  | {
      readonly type: 'conversation.message.delivery';
      readonly conversation: Conversation;
      readonly message: Message;
      readonly receipt: DeliveryReceipt;
    }
  | {
      readonly type:
        | 'conversation.participant.added'
        | 'conversation.participant.updated'
        | 'conversation.participant.removed'
        | 'conversation.participant.read';
      readonly conversation: Conversation;
      readonly participant: ConversationParticipant;
    }
  | {
      readonly type: 'conversation.webhook.added' | 'conversation.webhook.updated' | 'conversation.webhook.removed';
      readonly conversation: Conversation;
      readonly webhook: ScopedWebhook;
    }
  | { readonly type: 'conversation.typing'; readonly conversation: Conversation; readonly author: string }
  | { readonly type: 'user.updated'; readonly user: ChatUser };

export type Context = KernelContext<ConversationsEvent>;

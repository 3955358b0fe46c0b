import type { Context as KernelContext } from '../../kernel/context';
import type {
  ChatUser,
  Conversation,
  ConversationParticipant,
  ConversationState,
  DeliveryReceipt,
  MediaItem,
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

export const mediaField = (media: readonly MediaItem[]): string =>
  JSON.stringify(
    media.map(({ sid, contentType, filename, sizeBytes }) => ({
      Sid: sid,
      ContentType: contentType,
      Filename: filename,
      Size: sizeBytes,
    })),
  );

/** The form fields of message events: https://www.twilio.com/docs/conversations/conversations-webhooks#onmessageadded */
export function messageFields(conversation: Conversation, message: Message): Record<string, string> {
  const fields: Record<string, string> = {
    MessageSid: message.sid,
    Index: String(message.index),
    Author: message.author ?? 'system',
    Body: message.body ?? '',
    Attributes: message.attributes,
    DateCreated: new Date(message.createdAtMs).toISOString(),
  };
  if (message.participantSid) fields.ParticipantSid = message.participantSid;
  if (conversation.messagingServiceSid) fields.MessagingServiceSid = conversation.messagingServiceSid;
  if (message.source === 'SDK' && message.author) fields.ClientIdentity = message.author;
  if (message.media.length > 0) fields.Media = mediaField(message.media);
  return fields;
}

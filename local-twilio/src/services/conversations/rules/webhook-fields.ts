import type {
  ChatUser,
  Conversation,
  ConversationParticipant,
  DeliveryReceipt,
  Message,
  MessagingBinding,
} from '../entities';
import { messageFields } from '../events';

const iso = (ms: number): string => new Date(ms).toISOString();

/** Fields without a value are left out. */
export const present = (fields: Readonly<Record<string, string | null | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])),
  );

/** https://www.twilio.com/docs/conversations/conversations-webhooks#onconversationupdated */
export const conversationFields = (conversation: Conversation): Record<string, string> =>
  present({
    DateCreated: iso(conversation.createdAtMs),
    DateUpdated: iso(conversation.updatedAtMs),
    FriendlyName: conversation.friendlyName,
    UniqueName: conversation.uniqueName,
    Attributes: conversation.attributes,
    MessagingServiceSid: conversation.messagingServiceSid,
    State: conversation.state,
  });

export const bindingFields = (binding: MessagingBinding | null | undefined) => ({
  'MessagingBinding.Address': binding?.address,
  'MessagingBinding.ProxyAddress': binding?.proxyAddress,
  'MessagingBinding.Type': binding?.type.toUpperCase() ?? 'CHAT',
});

/** https://www.twilio.com/docs/conversations/conversations-webhooks#onparticipantadded */
export function participantFields(participant: ConversationParticipant): Record<string, string> {
  const { messagingBinding: binding, lastReadMessageIndex } = participant;
  return present({
    ParticipantSid: participant.sid,
    DateCreated: iso(participant.createdAtMs),
    DateUpdated: iso(participant.updatedAtMs),
    Identity: participant.identity,
    RoleSid: participant.roleSid,
    Attributes: participant.attributes,
    ...bindingFields(binding),
    LastReadMessageIndex: lastReadMessageIndex === null ? null : String(lastReadMessageIndex),
  });
}

/** https://www.twilio.com/docs/conversations/conversations-webhooks#onmessageupdated */
export const changedMessageFields = (conversation: Conversation, message: Message): Record<string, string> => ({
  ...messageFields(conversation, message),
  DateUpdated: iso(message.updatedAtMs),
});

/** https://www.twilio.com/docs/conversations/conversations-webhooks#onuserupdated */
export const userFields = (user: ChatUser): Record<string, string> =>
  present({
    UserSid: user.sid,
    DateCreated: iso(user.createdAtMs),
    DateUpdated: iso(user.updatedAtMs),
    Identity: user.identity,
    Attributes: user.attributes,
    FriendlyName: user.friendlyName,
    RoleSid: user.roleSid,
    isOnline: String(user.online),
    isNotifiable: 'false',
  });

export const removedAt = (ms: number): Record<string, string> => ({ DateRemoved: iso(ms) });

/** https://www.twilio.com/docs/conversations/conversations-webhooks#ondeliveryupdated */
export function receiptFields(message: Message, receipt: DeliveryReceipt): Record<string, string> {
  return {
    MessageSid: message.sid,
    DeliveryReceiptSid: receipt.sid,
    ChannelMessageSid: receipt.channelMessageSid,
    ParticipantSid: receipt.participantSid,
    Status: receipt.status,
    ErrorCode: String(receipt.errorCode),
    DateCreated: iso(receipt.createdAtMs),
    DateUpdated: iso(receipt.updatedAtMs),
  };
}

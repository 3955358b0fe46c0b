import type { ChatUser, Conversation, ConversationParticipant, Message } from '../entities';
import { aggregatedDelivery } from '../rules/receipts';
import { isoTime } from '../../../kernel/browser/times';
import { channelName, messagesName, rosterName } from './names';

/** The data of the Sync objects of Conversations, as the SDK's own field names have it. */

export function channelData(conversation: Conversation): Record<string, unknown> {
  const last = conversation.messages[conversation.messages.length - 1];
  return {
    sid: conversation.sid,
    friendlyName: conversation.friendlyName,
    uniqueName: conversation.uniqueName,
    attributes: conversation.attributes,
    createdBy: conversation.createdBy,
    dateCreated: isoTime(conversation.createdAtMs),
    dateUpdated: isoTime(conversation.updatedAtMs),
    messages: messagesName(conversation.sid),
    roster: rosterName(conversation.sid),
    notificationLevel: null,
    state: { current: conversation.state, dateUpdated: isoTime(conversation.stateUpdatedAtMs) },
    bindings: {},
    ...(last ? { lastMessage: { index: last.index, timestamp: isoTime(last.createdAtMs) } } : {}),
  };
}

export function messageData(message: Message): Record<string, unknown> {
  return {
    sid: message.sid,
    author: message.author,
    text: message.body ?? '',
    timestamp: isoTime(message.createdAtMs),
    dateUpdated: isoTime(message.updatedAtMs),
    lastUpdatedBy: message.author,
    attributes: message.attributes,
    type: message.media.length ? 'media' : 'text',
    memberSid: message.participantSid,
    delivery: aggregatedDelivery(message),
    medias: message.media.map((media) => ({
      sid: media.sid,
      contentType: media.contentType,
      filename: media.filename,
      size: media.sizeBytes,
      category: media.category,
    })),
  };
}

export function rosterData(participant: ConversationParticipant): Record<string, unknown> {
  const binding = participant.messagingBinding;
  return {
    identity: participant.identity,
    type: binding?.type ?? 'chat',
    attributes: participant.attributes,
    roleSid: participant.roleSid,
    lastConsumedMessageIndex: participant.lastReadMessageIndex,
    lastConsumptionTimestamp: participant.lastReadAtMs === null ? null : isoTime(participant.lastReadAtMs),
    dateCreated: isoTime(participant.createdAtMs),
    dateUpdated: isoTime(participant.updatedAtMs),
    bindings: binding
      ? {
          [binding.type]: {
            type: binding.type,
            address: binding.address,
            proxy_address: binding.proxyAddress,
            name: binding.name,
          },
        }
      : {},
  };
}

/** One entry of a user's list of conversations. */
export function membershipData(participant: ConversationParticipant): Record<string, unknown> {
  return {
    status: 'joined',
    channel: channelName(participant.conversationSid),
    sid: participant.conversationSid,
    lastConsumedMessageIndex: participant.lastReadMessageIndex,
    notificationLevel: 'default',
  };
}

/** A user's map: one item per property. */
export function userItems(user: Pick<ChatUser, 'friendlyName' | 'attributes' | 'online'>) {
  return [
    { name: 'attributes', data: { value: user.attributes } },
    { name: 'friendlyName', data: { value: user.friendlyName } },
    { name: 'reachability', data: { online: user.online, notifiable: false } },
  ] as const;
}

export function participantOf(conversation: Conversation, identity: string): ConversationParticipant | undefined {
  return [...conversation.participants.values()].find((participant) => participant.identity === identity);
}

import type { ChatUser, Conversation, ConversationParticipant, DeliveryReceipt, Message } from '../entities';
import type { ConversationsAccount } from '../account';
import { isoTime } from '../../../kernel/browser/times';
import { channelName, messagesName, myConversationsName, rosterName, userName } from './names';

const AIM = 'https://aim.us1.twilio.com';
const MEDIA = 'https://mcs.us1.twilio.com/v1/Services';

/** GET /Client/v2/Configuration: where the SDK finds everything else. */
export function clientConfiguration(account: ConversationsAccount, me: ChatUser): Record<string, unknown> {
  const service = account.conversations.service.sid;
  const root = `${AIM}/Client/v2/Services/${service}`;
  return {
    identity: me.identity,
    account_sid: account.accountSid,
    service_sid: service,
    user_sid: me.sid,
    options: {
      reachability_enabled: true,
      typing_indicator_timeout: 5,
      consumption_report_interval: 'PT5S',
      http_cache_interval: 'PT5S',
      user_infos_to_subscribe: 100,
      media_attachments_count_limit: 10,
      media_attachment_size_limit_in_mb: 150,
      media_attachments_total_size_limit_in_mb: 150,
      email_histories_allowed_mime_types: ['text/html'],
      email_bodies_allowed_mime_types: ['text/html', 'text/plain'],
    },
    sync_objects: { my_user_info: userName(me.identity), my_conversations: myConversationsName(me.sid) },
    links: {
      my_conversations: `${root}/Users/${me.identity}/Conversations`,
      conversations: `${root}/Conversations`,
      users: `${root}/Users`,
      current_user: `${root}/Users/${me.identity}`,
      typing: `${AIM}/v1/typing`,
      media_service: `${MEDIA}/${service}/Media`,
      media_set_service: `${MEDIA}/${service}/MediaSets`,
      messages_receipts: `${root}/Conversations/%s/Messages/%s/Receipts`,
    },
  };
}

export function conversationAnswer(
  conversation: Conversation,
  participant: ConversationParticipant | undefined,
  me: ChatUser,
): Record<string, unknown> {
  const { sid, serviceSid } = conversation;
  return {
    chat_service_sid: serviceSid,
    conversation_sid: sid,
    sid,
    friendly_name: conversation.friendlyName,
    unique_name: conversation.uniqueName,
    attributes: conversation.attributes,
    status: participant ? 'joined' : 'notParticipating',
    created_by: conversation.createdBy,
    date_created: isoTime(conversation.createdAtMs),
    date_updated: isoTime(conversation.updatedAtMs),
    last_read_message_index: participant?.lastReadMessageIndex ?? null,
    notification_level: 'default',
    sync_objects: {
      conversation: channelName(sid),
      messages: messagesName(sid),
      participants: rosterName(sid),
      my_channels: myConversationsName(me.sid),
    },
    url: `${AIM}/Client/v2/Services/${serviceSid}/Conversations/${sid}`,
    links: {},
  };
}

export function messageAnswer(message: Message, accountSid: string, serviceSid: string): Record<string, unknown> {
  const { sid, conversationSid } = message;
  return {
    sid,
    index: message.index,
    body: message.body,
    author: message.author,
    attributes: message.attributes,
    date_created: isoTime(message.createdAtMs),
    date_updated: isoTime(message.updatedAtMs),
    account_sid: accountSid,
    chat_service_sid: serviceSid,
    conversation_sid: conversationSid,
    url: `${AIM}/Client/v2/Services/${serviceSid}/Conversations/${conversationSid}/Messages/${sid}`,
    links: {},
  };
}

export function receiptAnswer(message: Message, receipt: DeliveryReceipt): Record<string, unknown> {
  return {
    sid: receipt.sid,
    message_sid: message.sid,
    conversation_sid: message.conversationSid,
    channel_message_sid: receipt.channelMessageSid,
    participant_sid: receipt.participantSid,
    status: receipt.status,
    error_code: receipt.errorCode,
    date_created: isoTime(receipt.createdAtMs),
    date_updated: isoTime(receipt.updatedAtMs),
  };
}

export function participantAnswer(participant: ConversationParticipant): Record<string, unknown> {
  return {
    sid: participant.sid,
    identity: participant.identity,
    attributes: participant.attributes,
    role_sid: participant.roleSid,
    date_created: isoTime(participant.createdAtMs),
    date_updated: isoTime(participant.updatedAtMs),
  };
}

/** A user, or someone whom the SDK takes for one: customers are asked for by identity or address. */
export function userAnswer(account: ConversationsAccount, identity: string): Record<string, unknown> {
  const user = account.conversations.users().find((one) => one.identity === identity);
  const now = account.clock.nowMs();
  return {
    sid: user?.sid ?? null,
    identity,
    friendly_name: user?.friendlyName ?? identity,
    attributes: user?.attributes ?? '{}',
    sync_objects: { user_info_map: userName(identity) },
    date_created: isoTime(user?.createdAtMs ?? now),
    date_updated: isoTime(user?.updatedAtMs ?? now),
  };
}

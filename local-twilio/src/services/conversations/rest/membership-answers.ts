import { isoSeconds } from '../../../kernel/rest/times';
import type { ChatUser, Conversation, ConversationParticipant } from '../entities';
import { bindingOf, timersOf } from './answers';

const root = 'https://conversations.twilio.com/v1';

export interface Membership {
  readonly conversation: Conversation;
  readonly participant: ConversationParticipant;
  /** Whose identity the participant has; undefined for SMS and WhatsApp. */
  readonly user: ChatUser | undefined;
}

/** https://www.twilio.com/docs/conversations/api/participant-conversation-resource */
export function participantConversationAnswer(accountSid: string, membership: Membership): unknown {
  const { conversation, participant, user } = membership;
  const base = `${root}/Services/${conversation.serviceSid}/Conversations/${conversation.sid}`;
  return {
    account_sid: accountSid,
    chat_service_sid: conversation.serviceSid,
    participant_sid: participant.sid,
    participant_user_sid: user?.sid ?? null,
    participant_identity: participant.identity,
    participant_messaging_binding: bindingOf(participant),
    conversation_sid: conversation.sid,
    conversation_unique_name: conversation.uniqueName,
    conversation_friendly_name: conversation.friendlyName,
    conversation_attributes: conversation.attributes,
    conversation_date_created: isoSeconds(conversation.createdAtMs),
    conversation_date_updated: isoSeconds(conversation.updatedAtMs),
    conversation_created_by: conversation.createdBy,
    conversation_state: conversation.state,
    conversation_timers: timersOf(conversation),
    links: { participant: `${base}/Participants/${participant.sid}`, conversation: base },
  };
}

/** https://www.twilio.com/docs/conversations/api/user-conversation-resource */
export function userConversationAnswer(accountSid: string, user: ChatUser, membership: Membership): unknown {
  const { conversation, participant } = membership;
  const service = `${root}/Services/${conversation.serviceSid}`;
  const base = `${service}/Conversations/${conversation.sid}`;
  const { lastReadMessageIndex: read } = participant;
  return {
    account_sid: accountSid,
    chat_service_sid: conversation.serviceSid,
    conversation_sid: conversation.sid,
    unread_messages_count: read === null ? null : conversation.messages.filter(({ index }) => index > read).length,
    last_read_message_index: read,
    participant_sid: participant.sid,
    user_sid: user.sid,
    friendly_name: conversation.friendlyName,
    conversation_state: conversation.state,
    timers: timersOf(conversation),
    attributes: conversation.attributes,
    date_created: isoSeconds(conversation.createdAtMs),
    date_updated: isoSeconds(conversation.updatedAtMs),
    created_by: conversation.createdBy,
    notification_level: 'default',
    unique_name: conversation.uniqueName,
    url: `${service}/Users/${user.sid}/Conversations/${conversation.sid}`,
    links: { participant: `${base}/Participants/${participant.sid}`, conversation: base },
  };
}

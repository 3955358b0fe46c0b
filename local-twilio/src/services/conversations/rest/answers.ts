import { isoOrNull, isoSeconds } from '../../../kernel/rest/times';
import type { Conversation, ConversationParticipant, DeliveryReceipt, Message, ScopedWebhook } from '../entities';
import { aggregatedDelivery } from '../rules/receipts';

/** What answers need to know of the request. */
interface AnswerOptions {
  readonly accountSid: string;
  readonly serviceSid: string;
  /** Whether the request came in under /v1/Services/IS…: then answers name the service. */
  readonly underService: boolean;
}

const root = 'https://conversations.twilio.com/v1';

export const bindingOf = ({ messagingBinding: binding }: ConversationParticipant) =>
  binding && { type: binding.type, address: binding.address, proxy_address: binding.proxyAddress };

export function timersOf({ inactiveAtMs, closedAtMs }: Conversation) {
  return {
    ...(inactiveAtMs === null ? {} : { date_inactive: isoSeconds(inactiveAtMs) }),
    ...(closedAtMs === null ? {} : { date_closed: isoSeconds(closedAtMs) }),
  };
}

function mediaOf(message: Message) {
  if (message.media.length === 0) return null;
  return message.media.map(({ sid, contentType, filename, sizeBytes, category }) => ({
    sid,
    content_type: contentType,
    filename,
    size: sizeBytes,
    category,
  }));
}

interface Frame {
  readonly accountSid: string;
  readonly serviceSid: string;
  /** `chat_service_sid`, for answers under a service. */
  readonly service: object;
  readonly urlOf: (conversationSid: string) => string;
}

function conversationOf({ accountSid, serviceSid, urlOf }: Frame, conversation: Conversation): unknown {
  return {
    account_sid: accountSid,
    chat_service_sid: serviceSid,
    messaging_service_sid: conversation.messagingServiceSid,
    sid: conversation.sid,
    friendly_name: conversation.friendlyName,
    unique_name: conversation.uniqueName,
    attributes: conversation.attributes,
    state: conversation.state,
    date_created: isoSeconds(conversation.createdAtMs),
    date_updated: isoSeconds(conversation.updatedAtMs),
    timers: timersOf(conversation),
    bindings: {},
    url: urlOf(conversation.sid),
    links: {
      participants: `${urlOf(conversation.sid)}/Participants`,
      messages: `${urlOf(conversation.sid)}/Messages`,
      webhooks: `${urlOf(conversation.sid)}/Webhooks`,
      export: `${urlOf(conversation.sid)}/Export`,
    },
  };
}

function participantOf({ accountSid, urlOf, service }: Frame, participant: ConversationParticipant): unknown {
  return {
    account_sid: accountSid,
    ...service,
    conversation_sid: participant.conversationSid,
    sid: participant.sid,
    identity: participant.identity,
    attributes: participant.attributes,
    messaging_binding: bindingOf(participant),
    role_sid: participant.roleSid,
    date_created: isoSeconds(participant.createdAtMs),
    date_updated: isoSeconds(participant.updatedAtMs),
    url: `${urlOf(participant.conversationSid)}/Participants/${participant.sid}`,
    last_read_message_index: participant.lastReadMessageIndex,
    last_read_timestamp: isoOrNull(participant.lastReadAtMs),
  };
}

function messageOf({ accountSid, urlOf, service }: Frame, message: Message): unknown {
  return {
    account_sid: accountSid,
    ...service,
    conversation_sid: message.conversationSid,
    sid: message.sid,
    index: message.index,
    author: message.author ?? 'system',
    body: message.body,
    media: mediaOf(message),
    attributes: message.attributes,
    participant_sid: message.participantSid,
    date_created: isoSeconds(message.createdAtMs),
    date_updated: isoSeconds(message.updatedAtMs),
    delivery: aggregatedDelivery(message),
    content_sid: null,
    url: `${urlOf(message.conversationSid)}/Messages/${message.sid}`,
    links: {
      delivery_receipts: `${urlOf(message.conversationSid)}/Messages/${message.sid}/Receipts`,
      channel_metadata: `${urlOf(message.conversationSid)}/Messages/${message.sid}/ChannelMetadata`,
    },
  };
}

function receiptOf({ accountSid, urlOf, service }: Frame, message: Message, receipt: DeliveryReceipt): unknown {
  return {
    account_sid: accountSid,
    ...service,
    conversation_sid: message.conversationSid,
    message_sid: message.sid,
    sid: receipt.sid,
    channel_message_sid: receipt.channelMessageSid,
    participant_sid: receipt.participantSid,
    status: receipt.status,
    error_code: receipt.errorCode,
    date_created: isoSeconds(receipt.createdAtMs),
    date_updated: isoSeconds(receipt.updatedAtMs),
    url: `${urlOf(message.conversationSid)}/Messages/${message.sid}/Receipts/${receipt.sid}`,
  };
}

function webhookOf({ accountSid, urlOf, service }: Frame, webhook: ScopedWebhook): unknown {
  return {
    sid: webhook.sid,
    account_sid: accountSid,
    ...service,
    conversation_sid: webhook.conversationSid,
    target: webhook.target,
    url: `${urlOf(webhook.conversationSid)}/Webhooks/${webhook.sid}`,
    configuration: {
      ...(webhook.url === null ? {} : { url: webhook.url, method: webhook.method.toLowerCase() }),
      ...(webhook.filters.length > 0 ? { filters: webhook.filters } : {}),
      ...(webhook.triggers.length > 0 ? { triggers: webhook.triggers } : {}),
      ...(webhook.flowSid === null ? {} : { flow_sid: webhook.flowSid }),
      ...(webhook.replayAfter === null ? {} : { replay_after: webhook.replayAfter }),
    },
    date_created: isoSeconds(webhook.createdAtMs),
    date_updated: isoSeconds(webhook.updatedAtMs),
  };
}

/** Builds the answers of one account. */
export function conversationsAnswers({ accountSid, serviceSid, underService }: AnswerOptions) {
  const base = underService ? `${root}/Services/${serviceSid}` : root;
  const service = underService ? { chat_service_sid: serviceSid } : {};
  const frame: Frame = { accountSid, serviceSid, service, urlOf: (sid) => `${base}/Conversations/${sid}` };
  return {
    conversation: (conversation: Conversation) => conversationOf(frame, conversation),
    participant: (participant: ConversationParticipant) => participantOf(frame, participant),
    message: (message: Message) => messageOf(frame, message),
    receipt: (message: Message, receipt: DeliveryReceipt) => receiptOf(frame, message, receipt),
    webhook: (webhook: ScopedWebhook) => webhookOf(frame, webhook),
  };
}

import type { Context } from '../events';
import type {
  Conversation,
  ConversationParticipant,
  DeliveryReceipt,
  Message,
  ScopedWebhook,
  Source,
} from '../entities';

export type WebhookEventType =
  | 'onMessageAdded'
  | 'onMessageUpdated'
  | 'onMessageRemoved'
  | 'onConversationUpdated'
  | 'onConversationStateUpdated'
  | 'onConversationRemoved'
  | 'onParticipantAdded'
  | 'onParticipantUpdated'
  | 'onParticipantRemoved'
  | 'onDeliveryUpdated';

interface Occurrence {
  readonly conversation: Conversation;
  readonly eventType: WebhookEventType;
  readonly source: Source;
  readonly fields: Readonly<Record<string, string>>;
  /** The message's text, for keyword triggers. */
  readonly text?: string;
}

const iso = (ms: number): string => new Date(ms).toISOString();

/** The form fields of message events: https://www.twilio.com/docs/conversations/conversations-webhooks#onmessageadded */
export function messageFields(conversation: Conversation, message: Message): Record<string, string> {
  const fields: Record<string, string> = {
    MessageSid: message.sid,
    Index: String(message.index),
    Author: message.author ?? 'system',
    Body: message.body ?? '',
    Attributes: message.attributes,
    DateCreated: iso(message.createdAtMs),
  };
  if (message.participantSid) fields.ParticipantSid = message.participantSid;
  if (conversation.messagingServiceSid) fields.MessagingServiceSid = conversation.messagingServiceSid;
  if (message.source === 'SDK' && message.author) fields.ClientIdentity = message.author;
  if (message.media.length > 0) {
    fields.Media = JSON.stringify(
      message.media.map((media) => ({
        Sid: media.sid,
        ContentType: media.contentType,
        Filename: media.filename,
        Size: media.sizeBytes,
      })),
    );
  }
  return fields;
}

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

export function participantFields(participant: ConversationParticipant): Record<string, string> {
  const binding = participant.messagingBinding;
  return {
    ParticipantSid: participant.sid,
    Attributes: participant.attributes,
    DateCreated: iso(participant.createdAtMs),
    ...(participant.identity ? { Identity: participant.identity } : {}),
    ...(binding
      ? { 'MessagingBinding.Address': binding.address, 'MessagingBinding.ProxyAddress': binding.proxyAddress }
      : {}),
  };
}

/** Sends an event to one scoped webhook, whatever its filters. */
export function fireWebhook(context: Context, webhook: ScopedWebhook, occurrence: Occurrence): void {
  if (!webhook.url) return;
  const { conversation, eventType, source, fields } = occurrence;
  context.deliveries.send({
    sid: context.sids.next('WD'),
    kind: 'conversations',
    method: webhook.method,
    url: webhook.url,
    timeoutMs: context.limits.conversationsWebhookTimeoutMs,
    retries: () => (context.switches.webhookRetry === 'once' ? 1 : 0),
    params: {
      AccountSid: context.accountSid,
      ChatServiceSid: conversation.serviceSid,
      EventType: eventType,
      Source: source,
      ConversationSid: conversation.sid,
      WebhookSid: webhook.sid,
      ...fields,
    },
  });
}

function matches(webhook: ScopedWebhook, { eventType, text }: Occurrence): boolean {
  switch (webhook.target) {
    case 'webhook':
      return webhook.filters.includes(eventType);
    case 'trigger':
      return eventType === 'onMessageAdded' && webhook.triggers.some((word) => (text ?? '').includes(word));
    case 'studio':
      return false;
  }
}

/** Sends an event to every scoped webhook of the conversation that asked for it. */
export function fireWebhooks(context: Context, occurrence: Occurrence): void {
  for (const webhook of occurrence.conversation.webhooks.values()) {
    if (matches(webhook, occurrence)) fireWebhook(context, webhook, occurrence);
  }
}

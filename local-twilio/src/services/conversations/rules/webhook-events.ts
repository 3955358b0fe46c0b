import type { Context } from '../events';
import type { Conversation, DeliveryReceipt, Message, ScopedWebhook, Source } from '../entities';

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

import type { Context } from '../events';
import type { WebhookConfiguration } from '../configuration-entities';
import type { Conversation, Origin, ScopedWebhook } from '../entities';
import type { ConversationStore } from '../store';

/** What scoped webhooks may ask for: https://www.twilio.com/docs/conversations/api/conversation-scoped-webhook-resource */
export const SCOPED_EVENTS = [
  'onMessageAdded',
  'onMessageUpdated',
  'onMessageRemoved',
  'onConversationUpdated',
  'onConversationStateUpdated',
  'onConversationRemoved',
  'onParticipantAdded',
  'onParticipantUpdated',
  'onParticipantRemoved',
  'onDeliveryUpdated',
  // In no list of Twilio's for one conversation; accepted as before, and told of users who take part in it.
  'onUserAdded',
  'onUserUpdated',
] as const;

/** All post-action webhooks: https://www.twilio.com/docs/conversations/conversations-webhooks */
export const POST_EVENTS = [...SCOPED_EVENTS, 'onConversationAdded'] as const;

export type WebhookEventType = (typeof POST_EVENTS)[number];

interface Occurrence {
  readonly conversation: Conversation;
  readonly eventType: WebhookEventType;
  readonly by: Origin;
  readonly fields: Readonly<Record<string, string>>;
  /** The message's text, for keyword triggers. */
  readonly text?: string;
}

interface Target {
  readonly method: 'GET' | 'POST';
  readonly url: string;
}

type Told = Pick<Occurrence, 'eventType' | 'by' | 'fields'>;

function send(context: Context, { method, url }: Target, { eventType, by, fields }: Told): void {
  context.deliveries.send({
    sid: context.sids.next('WD'),
    kind: 'conversations',
    method,
    url,
    timeoutMs: context.limits.conversationsWebhookTimeoutMs,
    retries: () => (context.switches.webhookRetry === 'once' ? 1 : 0),
    params: {
      AccountSid: context.accountSid,
      EventType: eventType,
      Source: by.source,
      ...(by.source === 'SDK' && by.identity ? { ClientIdentity: by.identity } : {}),
      ...fields,
    },
  });
}

const about = ({ serviceSid, sid }: Conversation) => ({ ChatServiceSid: serviceSid, ConversationSid: sid });

/** Sends an event to one scoped webhook, whatever its filters. */
export function fireWebhook(context: Context, webhook: ScopedWebhook, occurrence: Occurrence): void {
  const { conversation, eventType, by, fields } = occurrence;
  if (!webhook.url) return;
  const told = { ...about(conversation), WebhookSid: webhook.sid, ...fields };
  send(context, { method: webhook.method, url: webhook.url }, { eventType, by, fields: told });
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

/** The webhooks of the service and of the account. That both are told when both are set is not documented. */
function fireGlobal(context: Context, store: ConversationStore, told: Told): void {
  const configured: readonly WebhookConfiguration[] = [store.webhooks.service, store.webhooks.account];
  for (const { method, filters, postWebhookUrl: url } of configured)
    if (url && filters.includes(told.eventType)) send(context, { method, url }, told);
}

/**
 * Sends an event to every webhook that asked for it: of the conversation, of the service, of the account. Nothing is
 * sent of what was done over REST without X-Twilio-Webhook-Enabled.
 */
export function fireWebhooks(context: Context, store: ConversationStore, occurrence: Occurrence): void {
  const { conversation, eventType, by, fields } = occurrence;
  if (!by.webhooks) return;
  for (const webhook of conversation.webhooks.values())
    if (matches(webhook, occurrence)) fireWebhook(context, webhook, occurrence);
  fireGlobal(context, store, { eventType, by, fields: { ...about(conversation), ...fields } });
}

/** Of a user: to the service and the account, and to the conversations in which they are. */
export function fireUserWebhooks(context: Context, store: ConversationStore, told: Told & { identity: string }): void {
  const { eventType, by, fields, identity } = told;
  if (!by.webhooks) return;
  for (const conversation of store.conversations.values()) {
    if (![...conversation.participants.values()].some((participant) => participant.identity === identity)) continue;
    for (const webhook of conversation.webhooks.values())
      if (webhook.target === 'webhook' && webhook.filters.includes(eventType))
        fireWebhook(context, webhook, { conversation, eventType, by, fields });
  }
  fireGlobal(context, store, { eventType, by, fields: { ChatServiceSid: store.service.sid, ...fields } });
}

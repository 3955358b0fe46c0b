import type { Context } from '../events';
import { TwilioError } from '../../../kernel/errors';
import type { Conversations, NewScopedWebhook } from '../commands';
import type { Conversation, Origin, ScopedWebhook } from '../entities';
import { getConversation, getOpenConversation } from '../store';
import type { ConversationStore } from '../store';
import { messageFields } from '../events';
import { fireWebhook, SCOPED_EVENTS } from './webhook-events';

type ScopedWebhooks = Pick<Conversations, 'addWebhook' | 'updateWebhook' | 'removeWebhook'>;

const knownFilters: readonly string[] = SCOPED_EVENTS;

export function getWebhook(conversation: Conversation, sid: string): ScopedWebhook {
  // https://www.twilio.com/docs/api/errors/50363
  if (!/^WH[0-9a-f]{32}$/i.test(sid)) throw new TwilioError(400, 50363, `Invalid conversation webhook SID ${sid}`);
  const found = conversation.webhooks.get(sid);
  if (!found) throw new TwilioError(404, 50360, `Conversation webhook ${sid} not found`);
  return found;
}

function checkUrl(url: string, maxCharacters: number): void {
  // https://www.twilio.com/docs/api/errors/50372
  if (url.length > maxCharacters) throw new TwilioError(400, 50372, 'Webhook URL is too long');
  const host = /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).hostname : '';
  // Twilio cannot call a laptop. Its Flex template expects 50388 there; no page of it was found.
  if (!host || host === 'localhost' || host === '127.0.0.1') throw new TwilioError(400, 50388, 'Invalid webhook URL');
}

function readMethod(method: string, { switches }: Context): ScopedWebhook['method'] {
  if (method !== method.toLowerCase() && switches.scopedWebhookMethodCase === 'lower-only')
    throw new TwilioError(400, 20001, `Method ${method} must be lower case`);
  const upper = method.toUpperCase();
  if (upper !== 'GET' && upper !== 'POST')
    throw new TwilioError(400, 20001, `Method ${method} is neither get nor post`);
  return upper;
}

/** Throws what Twilio says of settings that make no sense; `input` is whole, or over what is there. */
export function checkWebhook(
  input: Partial<NewScopedWebhook>,
  target: ScopedWebhook['target'],
  { limits }: Context,
): void {
  const unknown = (input.filters ?? []).find((filter) => !knownFilters.includes(filter));
  // https://www.twilio.com/docs/api/errors/50365, and so on for the other codes.
  if (unknown) throw new TwilioError(400, 50365, `Unknown filter ${unknown}`);
  const triggers = input.triggers ?? [];
  if (triggers.length > limits.webhookTriggers) throw new TwilioError(400, 50362, 'Too many webhook triggers');
  if (triggers.some((word) => word === '' || word.length > limits.webhookTriggerCharacters))
    throw new TwilioError(400, 50366, 'Invalid webhook trigger');
  if (target !== 'studio' && input.url === undefined)
    throw new TwilioError(400, 50369, 'Configuration.Url is required');
  // https://www.twilio.com/docs/api/errors/50370
  if (target === 'webhook' && input.filters?.length === 0)
    throw new TwilioError(400, 50370, 'Configuration.Filters is required');
  // https://www.twilio.com/docs/api/errors/50371
  if (target === 'trigger' && triggers.length === 0)
    throw new TwilioError(400, 50371, 'Configuration.Triggers is required');
  // https://www.twilio.com/docs/api/errors/50367
  if (input.flowSid !== undefined && !/^FW[0-9a-f]{32}$/i.test(input.flowSid))
    throw new TwilioError(400, 50367, `Invalid flow SID ${input.flowSid}`);
  if (target === 'studio' && !input.flowSid) throw new TwilioError(400, 50369, 'Configuration.FlowSid is required');
  if (input.url !== undefined) checkUrl(input.url, limits.webhookUrlCharacters);
}

/** ReplayAfter on create: what Twilio does is not documented, see the switch. */
function replay(context: Context, conversation: Conversation, webhook: ScopedWebhook): void {
  const { switches } = context;
  const after = webhook.replayAfter;
  if (after === null || !webhook.filters.includes('onMessageAdded')) return;
  for (const message of conversation.messages.filter(({ index }) => index > after)) {
    if (switches.replayAfterOnCreate === 'ignored') return;
    const fields = messageFields(conversation, message);
    const by: Origin = { source: message.source, webhooks: true };
    fireWebhook(context, webhook, { conversation, eventType: 'onMessageAdded', by, fields });
  }
}

export function createScopedWebhooks(context: Context, store: ConversationStore): ScopedWebhooks {
  const { clock, events, limits, sids } = context;

  return {
    addWebhook(conversationSid, input) {
      const conversation = getOpenConversation(store, conversationSid);
      if (conversation.webhooks.size >= limits.scopedWebhooksPerConversation)
        throw new TwilioError(400, 50361, 'Conversation has reached its limit of 5 webhooks');
      checkWebhook({ ...input, filters: input.filters ?? [] }, input.target, context);
      const now = clock.nowMs();
      const webhook: ScopedWebhook = {
        sid: sids.next('WH'),
        conversationSid: conversation.sid,
        target: input.target,
        createdAtMs: now,
        url: input.url ?? null,
        method: readMethod(input.method ?? 'post', context),
        filters: input.filters ?? [],
        triggers: input.triggers ?? [],
        flowSid: input.flowSid ?? null,
        replayAfter: input.replayAfter ?? null,
        updatedAtMs: now,
      };
      conversation.webhooks.set(webhook.sid, webhook);
      events.emit({ type: 'conversation.webhook.added', conversation, webhook });
      replay(context, conversation, webhook);
      return webhook;
    },
    updateWebhook(conversationSid, webhookSid, changes) {
      const conversation = getOpenConversation(store, conversationSid);
      const webhook = getWebhook(conversation, webhookSid);
      checkWebhook(
        {
          ...changes,
          url: changes.url ?? webhook.url ?? undefined,
          flowSid: changes.flowSid ?? webhook.flowSid ?? undefined,
          triggers: changes.triggers ?? webhook.triggers,
        },
        webhook.target,
        context,
      );
      // First, since it may be refused.
      webhook.method = changes.method === undefined ? webhook.method : readMethod(changes.method, context);
      webhook.url = changes.url ?? webhook.url;
      webhook.filters = changes.filters ?? webhook.filters;
      webhook.triggers = changes.triggers ?? webhook.triggers;
      webhook.updatedAtMs = clock.nowMs();
      events.emit({ type: 'conversation.webhook.updated', conversation, webhook });
      return webhook;
    },
    removeWebhook(conversationSid, webhookSid) {
      const conversation = getConversation(store, conversationSid);
      const webhook = getWebhook(conversation, webhookSid);
      conversation.webhooks.delete(webhook.sid);
      events.emit({ type: 'conversation.webhook.removed', conversation, webhook });
    },
  };
}

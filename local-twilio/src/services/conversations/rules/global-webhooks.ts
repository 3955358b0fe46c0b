import { invalidParameter } from '../../../kernel/errors';
import type { Conversations } from '../commands';
import type { ConversationStore } from '../store';
import { PRE_EVENTS } from '../entities';
import { POST_EVENTS } from './webhook-events';

type GlobalWebhooks = Pick<Conversations, 'globalWebhooks' | 'setGlobalWebhooks'>;

const known: readonly string[] = [...PRE_EVENTS, ...POST_EVENTS];

/** https://www.twilio.com/docs/conversations/api/webhook-configuration-resource and per-service-webhook-resource */
export function createGlobalWebhooks(store: ConversationStore): GlobalWebhooks {
  return {
    globalWebhooks: (scope) => store.webhooks[scope],
    setGlobalWebhooks(scope, { method, filters, preWebhookUrl, postWebhookUrl }) {
      const configuration = store.webhooks[scope];
      const unknown = (filters ?? []).find((filter) => !known.includes(filter));
      if (unknown) throw invalidParameter(`Filters: ${unknown} is not known`);
      const upper = method?.toUpperCase() ?? configuration.method;
      if (upper !== 'GET' && upper !== 'POST') throw invalidParameter(`Method ${upper} is neither GET nor POST`);
      configuration.method = upper;
      configuration.filters = filters ?? configuration.filters;
      if (preWebhookUrl !== undefined) configuration.preWebhookUrl = preWebhookUrl || null;
      if (postWebhookUrl !== undefined) configuration.postWebhookUrl = postWebhookUrl || null;
      return configuration;
    },
  };
}

import { defineService, restProduct, type BrowserSide } from '../../kernel/service';
import type { ConversationsAccount } from './account';
import { conversationSyncChanges } from './browser/changes';
import { mediaStore } from './browser/media';
import { conversationNotices } from './browser/notices';
import { conversationRoutes } from './browser/routes';
import { conversationSyncSource } from './browser/source';
import { conversationsMissing } from './rest/missing';
import { conversationsRest } from './rest/operations';
import { enforceConversationRates } from './rest/rates';
import { createConversations } from './rules/create';
import { conversationsState } from './state';

export const conversations = defineService({
  name: 'conversations',
  state: { name: 'conversations', shape: conversationsState },
  create: createConversations,
  stateOf: (own) => own.state(),
  rest: [
    restProduct({
      host: 'conversations.twilio.com',
      spec: 'conversations_v1',
      operations: conversationsRest,
      missing: conversationsMissing,
      enforceRates: enforceConversationRates,
    }),
  ],
  browser({ account, journal }: BrowserSide<ConversationsAccount>) {
    const media = mediaStore(account);
    return {
      routes: [...conversationRoutes(account, media), ...media.routes],
      source: conversationSyncSource(account, journal),
      changes: conversationSyncChanges(account),
      notices: conversationNotices,
    };
  },
});

import type { Context } from '../events';
import { namedSid } from '../../../kernel/sids';
import type { Sid } from '../../../kernel/sids';
import type { Conversations } from '../commands';
import { createGlobalWebhooks } from './global-webhooks';
import { createLifecycle } from './lifecycle';
import { createMedia } from './media';
import { createMessages } from './messages';
import { createParticipants } from './participants';
import { createReceipts } from './receipts';
import { createScopedWebhooks } from './scoped-webhooks';
import { noConversations, type ConversationsState } from '../state';
import type { ConversationStore } from '../store';
import { createUsers } from './users';

/** Flex has one chat service; all conversations live in it. */
export function createConversations(
  context: Context,
  serviceSid: Sid<'IS'>,
  state: ConversationsState = noConversations(),
): Conversations {
  const now = context.clock.nowMs();
  const store: ConversationStore = {
    service: { sid: serviceSid, createdAtMs: now, friendlyName: 'Flex Chat Service', updatedAtMs: now },
    ...state,
    defaultRoleSid: namedSid('RL', 'participant'),
    defaultMessagingServiceSid: namedSid('MG', 'default'),
  };
  const users = createUsers(context, store);
  return {
    service: store.service,
    state: () => state,
    ...users,
    ...createLifecycle(context, store),
    ...createParticipants(context, store, users.user),
    ...createMessages(context, store),
    ...createMedia(context, store),
    ...createReceipts(context, store),
    ...createScopedWebhooks(context, store),
    ...createGlobalWebhooks(store),
  };
}

import type { ConversationsEvent } from '../events';
import type { Building } from '../../../kernel/service';
import type { Conversations } from '../commands';
import { createAddresses } from './addresses';
import { createAsking } from './asking';
import { createGlobalWebhooks } from './global-webhooks';
import { createLifecycle } from './lifecycle';
import { createMedia } from './media';
import { createMessages } from './messages';
import { createParticipants } from './participants';
import { createReceipts } from './receipts';
import { createRoles } from './roles';
import { createScopedWebhooks } from './scoped-webhooks';
import { CHANNEL_USER, DEFAULT_MESSAGING_SERVICE } from '../configuration-state';
import type { ConversationsState } from '../state';
import type { ConversationStore } from '../store';
import { createUsers } from './users';

/** Flex has one chat service; all conversations live in it. */
export function createConversations({
  context,
  setUp,
  state,
}: Building<ConversationsEvent, object, ConversationsState>): Conversations {
  const { chatServiceSid: serviceSid, proxies } = setUp;
  const now = context.clock.nowMs();
  const store: ConversationStore = {
    service: { sid: serviceSid, createdAtMs: now, friendlyName: 'Flex Chat Service', updatedAtMs: now },
    ...state,
    defaultRoleSid: CHANNEL_USER,
    defaultMessagingServiceSid: DEFAULT_MESSAGING_SERVICE,
  };
  const users = createUsers(context, store);
  const announcing = { context, store, user: users.user };
  const commands: Omit<Conversations, 'asking'> = {
    service: store.service,
    state: () => state,
    ...users,
    ...createLifecycle(announcing),
    ...createParticipants(announcing),
    ...createMessages(context, store),
    ...createMedia(context, store),
    ...createReceipts(context, store),
    ...createScopedWebhooks(context, store),
    ...createGlobalWebhooks(store),
    ...createRoles(context, store),
    ...createAddresses(context, store, proxies),
    removeUser(identity, by) {
      for (const { sid, participants, state } of commands.ofIdentity(identity))
        for (const member of participants.values())
          if (member.identity === identity && state !== 'closed') commands.removeParticipant(sid, member.sid, by);
      store.users.delete(identity);
    },
  };
  return { ...commands, asking: createAsking(context, store, commands) };
}

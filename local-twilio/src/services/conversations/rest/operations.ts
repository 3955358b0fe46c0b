import type { Handler, Handlers } from '../account';
import { addresses } from './addresses';
import { conversations, conversationsWithParticipants } from './conversations';
import { participantConversations, userConversations } from './memberships';
import { messages } from './messages';
import { participants } from './participants';
import { receipts } from './receipts';
import { globalWebhooks } from './global-webhooks';
import { roles } from './roles';
import { services, users } from './users';
import { webhooks } from './webhooks';

/** The same operations exist at /v1/X and at /v1/Services/IS…/X, named ListX and ListServiceX. */
function bothWays(resource: string, handlers: Handlers): Handlers {
  const named = Object.entries(handlers).flatMap(([verb, handler]): [string, Handler][] => [
    [`${verb}${resource}`, handler],
    [`${verb}Service${resource}`, handler],
  ]);
  return Object.fromEntries(named);
}

export const conversationsRest: Handlers = {
  ...services,
  ...globalWebhooks,
  ...addresses,
  ...bothWays('Conversation', conversations),
  ...bothWays('ConversationWithParticipants', conversationsWithParticipants),
  ...bothWays('ConversationParticipant', participants),
  ...bothWays('ConversationMessage', messages),
  ...bothWays('ConversationMessageReceipt', receipts),
  ...bothWays('ConversationScopedWebhook', webhooks),
  ...bothWays('User', users),
  ...bothWays('Role', roles),
  ...bothWays('UserConversation', userConversations),
  ...bothWays('ParticipantConversation', participantConversations),
};

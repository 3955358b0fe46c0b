import type { CountedOperation } from '../../../kernel/rates';
import type { ConversationsAccount } from '../account';

const CONVERSATION_ACTION =
  /^(?:(?:Create|Update|Delete)(?:Service)?Conversation(?:Message|Participant)|Update(?:Service)?Conversation)$/;
const SERVICE_ACTION =
  /^(?:(?:Create|Delete)(?:Service)?Conversation(?:WithParticipants)?|(?:Create|Update|Delete)(?:Service)?(?:User|Role))$/;

type Account = Pick<ConversationsAccount, 'conversations' | 'rates'>;

/** https://www.twilio.com/en-us/changelog/increasing-actions-per-second-for-conversations- */
export function enforceConversationRates(
  { conversations, rates }: Account,
  { operationId, params }: CountedOperation,
): void {
  if (SERVICE_ACTION.test(operationId)) rates.serviceAction(conversations.service.sid);
  if (!CONVERSATION_ACTION.test(operationId)) return;
  const conversation = conversations.find(params['ConversationSid'] ?? params['Sid'] ?? '');
  if (conversation) rates.conversationAction(conversation.sid);
}

/** What an agent's browser writes to a Conversation. */
export type ClientWrite = 'conversation' | 'message' | 'participant' | 'read-mark' | 'typing';

const isAction = {
  conversation: true,
  message: true,
  participant: true,
  'read-mark': false,
  typing: false,
} as const satisfies Record<ClientWrite, boolean>;

/** Counts a write of the Conversations SDK: to the same thirty a second as those over REST. */
export function enforceClientRate(
  { rates }: Pick<Account, 'rates'>,
  conversationSid: string,
  write: ClientWrite,
): void {
  if (isAction[write]) rates.conversationAction(conversationSid);
}

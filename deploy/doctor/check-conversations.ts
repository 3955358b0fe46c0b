import type { Facts } from './facts';
import { green, red } from './lines';
import type { Line } from './lines';

const TITLE = 'Flex Conversations';

/**
 * The Functions find conversations in the account's default service; Flex has its own, and both have to be one:
 * twilio.com/docs/flex/developer/conversations/best-practices.
 */
export function checkConversations({ flex, defaultConversationsServiceSid }: Facts): Line[] {
  const { conversationsServiceSid: own } = flex;
  if (own === undefined) {
    return [red(TITLE, 'off', 'Parking is for conversations: move the account to Flex Conversations.')];
  }
  if (own !== defaultConversationsServiceSid) {
    const found = `Flex uses ${own}, but the account's default service is ${defaultConversationsServiceSid ?? 'not set'}`;
    const remedy = `Make ${own} the default in Console > Conversations > Manage > Defaults.`;
    return [red(TITLE, found, remedy)];
  }
  return [green(TITLE, `on (${own}), the account's default`)];
}

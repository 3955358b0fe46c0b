import type { Context } from './events';
import { notFound, TwilioError } from '../../kernel/errors';
import type { Sid } from '../../kernel/sids';
import type { ChatService, Conversation } from './entities';
import type { ConversationsState } from './state';

/** The state of one chat service, shared by the rules of this folder. */
export interface ConversationStore extends ConversationsState {
  readonly service: ChatService;
  readonly defaultRoleSid: Sid<'RL'>;
  /** What a Conversation belongs to that names none: https://www.twilio.com/docs/conversations/api/configuration-resource */
  readonly defaultMessagingServiceSid: Sid<'MG'>;
}

export function findConversation(store: ConversationStore, name: string): Conversation | undefined {
  return (
    store.conversations.get(name) ?? [...store.conversations.values()].find(({ uniqueName }) => uniqueName === name)
  );
}

export function getConversation(store: ConversationStore, name: string): Conversation {
  const found = findConversation(store, name);
  if (!found) throw notFound(`/Conversations/${name}`);
  return found;
}

/** A closed Conversation is final: https://www.twilio.com/docs/api/errors/50377 */
export function getOpenConversation(store: ConversationStore, name: string): Conversation {
  const conversation = getConversation(store, name);
  if (conversation.state === 'closed')
    throw new TwilioError(400, 50377, 'Conversation is closed and cannot be changed');
  return conversation;
}

/**
 * Attributes must be JSON, and no bigger than the limit. 50303 and 50304 (https://www.twilio.com/docs/api/errors/50303) are
 * told of a channel's attributes; that messages, participants and users share them is not confirmed.
 */
export function checkAttributes(attributes: string, maxBytes: number): string {
  if (Buffer.byteLength(attributes) > maxBytes)
    throw new TwilioError(400, 50303, `Attributes too long, ${maxBytes} bytes at most`);
  try {
    JSON.parse(attributes);
  } catch {
    throw new TwilioError(400, 50304, 'Attributes not valid JSON');
  }
  return attributes;
}

/** https://www.twilio.com/docs/api/errors/50003 */
export function checkFriendlyName(name: string | null, { limits }: Context): string | null {
  if (name !== null && name.length > limits.friendlyNameCharacters)
    throw new TwilioError(400, 50003, 'FriendlyName too long');
  return name;
}

/** https://www.twilio.com/docs/api/errors/50390; an empty name is none. */
export function checkUniqueName(store: ConversationStore, uniqueName: string | null): string | null {
  if (!uniqueName) return null;
  if (/^CH[0-9a-f]{32}$/i.test(uniqueName))
    throw new TwilioError(400, 50390, 'Unique name should not match conversation sid pattern');
  if (findConversation(store, uniqueName))
    throw new TwilioError(409, 50353, `Conversation with unique name ${uniqueName} already exists`);
  return uniqueName;
}

/** What Twilio keeps for itself: https://www.twilio.com/docs/api/errors/48033 */
const reserved = ['system', 'private', 'unique'];

/** https://www.twilio.com/docs/api/errors/50203, 50206 and 50207 */
export function checkIdentity(identity: string): string {
  if (identity.length > 256) throw new TwilioError(400, 50207, 'Identity too long');
  if (/^US[0-9a-f]{32}$/.test(identity))
    throw new TwilioError(400, 50206, 'Identity should not match user SID pattern');
  if (reserved.includes(identity)) throw new TwilioError(400, 50203, 'Identity reserved');
  return identity;
}

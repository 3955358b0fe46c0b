import { TwilioError } from '../../../kernel/errors';
import type { Role } from '../configuration-entities';
import { SERVICE_USER } from '../configuration-state';
import type { Permission } from '../configuration-commands';
import type { Conversation } from '../entities';
import type { ConversationStore } from '../store';

/** Of both types: https://www.twilio.com/docs/conversations/api/role-resource#permission-values */
const ofBoth = [
  'addParticipant',
  'deleteAnyMessage',
  'deleteConversation',
  'editAnyMessage',
  'editAnyMessageAttributes',
  'editAnyUserInfo',
  'editConversationAttributes',
  'editConversationName',
  'editOwnMessage',
  'editOwnMessageAttributes',
  'editOwnUserInfo',
  'removeParticipant',
  // Not on the page, and given to roles in public code: github.com/RJPearson94/twilio-sdk-go, examples of roles.
  'addNonChatParticipant',
  'editAnyParticipantAttributes',
  'editNotificationLevel',
  'editOwnParticipantAttributes',
];

const known = {
  service: [...ofBoth, 'createConversation', 'joinConversation'],
  conversation: [...ofBoth, 'deleteOwnMessage', 'leaveConversation', 'sendMediaMessage', 'sendMessage'],
} as const satisfies Record<Role['type'], readonly string[]>;

/** https://www.twilio.com/docs/api/errors/50104 */
export function checkPermissions(type: Role['type'], permissions: readonly string[]): readonly string[] {
  const unknown = permissions.find((permission) => !known[type].includes(permission));
  if (unknown !== undefined) throw new TwilioError(400, 50104, `Permission not found: ${unknown}`);
  return permissions;
}

interface Wish {
  readonly identity: string;
  readonly permission: Permission;
  readonly conversation?: Conversation;
}

/**
 * Whether somebody with an SDK may do it, by their role in the service or that in the Conversation. REST callers may do
 * everything. https://www.twilio.com/docs/conversations/api/role-resource, and /docs/api/errors/50107
 */
export function checkMay({ roles, users }: ConversationStore, { identity, permission, conversation }: Wish): void {
  const ofUser = users.get(identity)?.roleSid ?? SERVICE_USER;
  const participants = [...(conversation?.participants.values() ?? [])];
  const inIt = participants.find((participant) => participant.identity === identity)?.roleSid;
  const may = [ofUser, inIt].some((sid) => sid !== undefined && roles.get(sid)?.permissions.includes(permission));
  if (!may) throw new TwilioError(403, 50107, `User not authorized for command: ${identity} lacks ${permission}`);
}

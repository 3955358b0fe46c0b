import { invalidParameter, notFound, TwilioError } from '../../../kernel/errors';
import type { Conversations } from '../commands';
import type { Role } from '../configuration-entities';
import type { Context } from '../events';
import { findConversation, type ConversationStore } from '../store';
import { checkMay, checkPermissions } from './permissions';

type Roles = Pick<Conversations, 'roles' | 'role' | 'createRole' | 'setPermissions' | 'removeRole' | 'checkMay'>;

/** The role of that SID, if it is of that type: https://www.twilio.com/docs/api/errors/50109 */
export function checkRole({ roles }: ConversationStore, sid: string, type: Role['type']): Role['sid'] {
  const found = roles.get(sid);
  if (found?.type !== type && type === 'conversation')
    throw new TwilioError(400, 50109, `Conversation role not found: ${sid}`);
  if (found?.type !== type) throw invalidParameter(`RoleSid: there is no ${type} role ${sid}`);
  return found.sid;
}

/** https://www.twilio.com/docs/conversations/api/role-resource */
export function createRoles({ clock, sids, limits }: Context, store: ConversationStore): Roles {
  const { roles } = store;
  const get = (sid: string): Role => {
    const found = roles.get(sid);
    if (!found) throw notFound(`/Roles/${sid}`);
    return found;
  };
  return {
    roles: () => [...roles.values()],
    role: get,
    createRole(input) {
      checkPermissions(input.type, input.permissions);
      if (input.friendlyName.length > limits.roleNameCharacters)
        throw invalidParameter(`FriendlyName has more than ${limits.roleNameCharacters} characters`);
      const now = clock.nowMs();
      const role: Role = { sid: sids.next('RL'), ...input, createdAtMs: now, updatedAtMs: now };
      roles.set(role.sid, role);
      return role;
    },
    setPermissions(sid, permissions) {
      const role = get(sid);
      role.permissions = checkPermissions(role.type, permissions);
      role.updatedAtMs = clock.nowMs();
      return role;
    },
    removeRole: (sid) => void roles.delete(get(sid).sid),
    checkMay(identity, permission, sid) {
      const conversation = sid === undefined ? undefined : findConversation(store, sid);
      checkMay(store, { identity, permission, conversation });
    },
  };
}

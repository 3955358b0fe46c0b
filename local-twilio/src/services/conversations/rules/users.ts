import type { Context } from '../events';
import { TwilioError } from '../../../kernel/errors';
import type { Conversations, UserChanges } from '../commands';
import { QUIETLY, type ChatUser, type Origin } from '../entities';
import { SERVICE_USER } from '../configuration-state';
import { checkRole } from './roles';
import { fireUserWebhooks } from './webhook-events';
import { userFields } from './webhook-fields';
import { checkAttributes, checkIdentity } from '../store';
import type { ConversationStore } from '../store';

type Users = Pick<Conversations, 'users' | 'user' | 'createUser' | 'updateUser'>;

export function createUsers(context: Context, store: ConversationStore) {
  const { clock, events, limits, sids } = context;
  const create = (identity: string, given: UserChanges, by: Origin): ChatUser => {
    const { attributes = '{}', roleSid, friendlyName = identity } = given;
    const now = clock.nowMs();
    const created: ChatUser = {
      sid: sids.next('US'),
      serviceSid: store.service.sid,
      identity,
      createdAtMs: now,
      roleSid: roleSid === undefined ? SERVICE_USER : checkRole(store, roleSid, 'service'),
      friendlyName,
      attributes: checkAttributes(attributes, limits.participantAttributesBytes),
      online: false,
      updatedAtMs: now,
    };
    store.users.set(identity, created);
    fireUserWebhooks(context, store, { eventType: 'onUserAdded', by, identity, fields: userFields(created) });
    return created;
  };
  const user = (identity: string, by: Origin = QUIETLY): ChatUser =>
    store.users.get(identity) ?? create(identity, {}, by);
  return {
    users: (): readonly ChatUser[] => [...store.users.values()],
    user,
    createUser(identity, given, by = QUIETLY) {
      // https://www.twilio.com/docs/api/errors/50201
      if (store.users.has(identity)) throw new TwilioError(409, 50201, 'User already exists');
      return create(checkIdentity(identity), given, by);
    },
    updateUser(identity, changes, by = QUIETLY) {
      const changed = user(identity);
      // All of it is checked before any of it is done.
      const { attributes, roleSid } = changes;
      if (attributes !== undefined) checkAttributes(attributes, limits.participantAttributesBytes);
      changed.roleSid = roleSid === undefined ? changed.roleSid : checkRole(store, roleSid, 'service');
      changed.attributes = attributes ?? changed.attributes;
      changed.friendlyName = changes.friendlyName ?? changed.friendlyName;
      changed.online = changes.online ?? changed.online;
      changed.updatedAtMs = clock.nowMs();
      events.emit({ type: 'user.updated', user: changed });
      fireUserWebhooks(context, store, { eventType: 'onUserUpdated', by, identity, fields: userFields(changed) });
      return changed;
    },
  } satisfies Users;
}

import type { Context } from '../events';
import type { Conversations } from '../commands';
import { QUIETLY, type ChatUser, type Origin } from '../entities';
import { fireUserWebhooks } from './webhook-events';
import { userFields } from './webhook-fields';
import { checkAttributes } from '../store';
import type { ConversationStore } from '../store';

type Users = Pick<Conversations, 'users' | 'user' | 'updateUser'>;

export function createUsers(context: Context, store: ConversationStore) {
  const { clock, events, limits, sids } = context;
  const user = (identity: string, by: Origin = QUIETLY): ChatUser => {
    const known = store.users.get(identity);
    if (known) return known;
    const now = clock.nowMs();
    const created: ChatUser = {
      sid: sids.next('US'),
      serviceSid: store.service.sid,
      identity,
      createdAtMs: now,
      friendlyName: identity,
      attributes: '{}',
      online: false,
      updatedAtMs: now,
    };
    store.users.set(identity, created);
    fireUserWebhooks(context, store, { eventType: 'onUserAdded', by, identity, fields: userFields(created) });
    return created;
  };
  return {
    users: (): readonly ChatUser[] => [...store.users.values()],
    user,
    updateUser(identity, changes, by = QUIETLY) {
      const changed = user(identity);
      changed.friendlyName = changes.friendlyName ?? changed.friendlyName;
      changed.online = changes.online ?? changed.online;
      if (changes.attributes !== undefined)
        changed.attributes = checkAttributes(changes.attributes, limits.participantAttributesBytes);
      changed.updatedAtMs = clock.nowMs();
      events.emit({ type: 'user.updated', user: changed });
      fireUserWebhooks(context, store, { eventType: 'onUserUpdated', by, identity, fields: userFields(changed) });
      return changed;
    },
  } satisfies Users;
}

import type { Context } from '../events';
import type { Conversations } from '../commands';
import type { ChatUser } from '../entities';
import { checkAttributes } from '../store';
import type { ConversationStore } from '../store';

type Users = Pick<Conversations, 'users' | 'user' | 'updateUser'>;

export function createUsers({ clock, events, limits, sids }: Context, store: ConversationStore): Users {
  const user = (identity: string): ChatUser => {
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
    return created;
  };
  return {
    users: () => [...store.users.values()],
    user,
    updateUser(identity, changes) {
      const changed = user(identity);
      changed.friendlyName = changes.friendlyName ?? changed.friendlyName;
      changed.online = changes.online ?? changed.online;
      if (changes.attributes !== undefined)
        changed.attributes = checkAttributes(changes.attributes, limits.participantAttributesBytes);
      changed.updatedAtMs = clock.nowMs();
      events.emit({ type: 'user.updated', user: changed });
      return changed;
    },
  };
}

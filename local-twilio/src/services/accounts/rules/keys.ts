import { notFound } from '../../../kernel/errors';
import type { Accounts } from '../commands';
import type { Context } from '../events';
import type { ApiKey } from '../entities';
import type { AccountsState } from '../state';

type Keys = Pick<Accounts, 'keys' | 'key' | 'keySecret' | 'createKey' | 'renameKey' | 'removeKey'>;

export function createKeys({ clock, sids }: Context, { keys }: AccountsState): Keys {
  const get = (sid: string): ApiKey => {
    const found = keys.get(sid);
    if (!found) throw notFound(`/Keys/${sid}`);
    return found;
  };
  return {
    keys: () => [...keys.values()],
    key: get,
    keySecret: (sid) => keys.get(sid)?.secret,
    createKey(friendlyName) {
      const now = clock.nowMs();
      const sid = sids.next('SK');
      const secret = sids.next('SK').slice(2);
      const key: ApiKey = { sid, secret, createdAtMs: now, friendlyName, updatedAtMs: now };
      keys.set(sid, key);
      return key;
    },
    renameKey(sid, friendlyName) {
      const key = get(sid);
      key.friendlyName = friendlyName;
      key.updatedAtMs = clock.nowMs();
      return key;
    },
    removeKey: (sid) => void keys.delete(get(sid).sid),
  };
}

import type { Context } from '../events';
import type { Sync } from '../commands';
import type { SyncList, SyncService } from '../entities';
import { checkUniqueName, created, findByName, getByName, getService, touch } from '../store';
import type { SyncStore } from '../store';
import type { Expiries } from './expiry';

type Lists = Pick<Sync, 'findList' | 'createList' | 'setListTtl' | 'removeList'>;

export function createLists(context: Context, store: SyncStore, expiries: Expiries): Lists {
  const { events, sids, switches } = context;
  const silentExpiry = () => switches.syncRemovedEventOnExpiry === 'silent';

  const getList = (serviceSid: string, name: string) => getByName(getService(store, serviceSid).lists, name, 'Lists');
  const dropList = (service: SyncService, list: SyncList, silent: boolean) => {
    if (!service.lists.delete(list.sid)) return;
    for (const held of [list, ...list.items.values()]) expiries.forget(held);
    touch(context, store, list);
    if (!silent) events.emit({ type: 'sync.list.removed', list });
  };
  for (const service of store.services.values())
    for (const list of service.lists.values()) expiries.watch(list, () => dropList(service, list, silentExpiry()));

  const expiry = (service: SyncService, list: SyncList, ttlSeconds: number | undefined) =>
    expiries.set({ held: list, ttlSeconds, expire: () => dropList(service, list, silentExpiry()) });

  return {
    findList: (serviceSid, name) => findByName(getService(store, serviceSid).lists, name),
    createList(serviceSid, { uniqueName, ...options }) {
      const service = getService(store, serviceSid);
      const name = checkUniqueName(service.lists, uniqueName, context);
      const list: SyncList = {
        // A new SID each time, as with documents: whoever follows an old list must not see the next one of that name.
        sid: sids.next('ES'),
        serviceSid: service.sid,
        uniqueName: name,
        items: new Map(),
        nextIndex: 0,
        ...created(context, store, options),
      };
      expiry(service, list, options.ttlSeconds);
      service.lists.set(list.sid, list);
      events.emit({ type: 'sync.list.added', list });
      return list;
    },
    setListTtl(serviceSid, name, ttlSeconds) {
      const list = getList(serviceSid, name);
      expiries.check(ttlSeconds);
      touch(context, store, list);
      expiry(getService(store, serviceSid), list, ttlSeconds);
      return list;
    },
    removeList(serviceSid, name) {
      dropList(getService(store, serviceSid), getList(serviceSid, name), false);
    },
  };
}

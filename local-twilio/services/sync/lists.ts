import type { Context } from '../../core/context';
import { notFound } from '../../core/errors';
import { namedSid } from '../../core/sids';
import type { Sync } from './commands';
import type { SyncList, SyncListItem, SyncService } from './entities';
import {
  checkData,
  checkRevision,
  checkUniqueName,
  created,
  findByName,
  getByName,
  getService,
  setExpiry,
  touch,
} from './store';
import type { SyncStore } from './store';

type Lists = Pick<Sync, 'findList' | 'createList' | 'removeList' | 'addListItem' | 'updateListItem' | 'removeListItem'>;

export function createLists(context: Context, store: SyncStore): Lists {
  const { events, sids, switches } = context;
  const silentExpiry = switches.syncRemovedEventOnExpiry === 'silent';

  const getList = (serviceSid: string, name: string) => getByName(getService(store, serviceSid).lists, name, 'Lists');
  const getItem = (list: SyncList, index: number): SyncListItem => {
    const found = list.items.get(index);
    if (!found) throw notFound(`/Lists/${list.sid}/Items/${index}`);
    return found;
  };
  const dropList = (service: SyncService, list: SyncList, silent: boolean) => {
    if (!service.lists.delete(list.sid)) return;
    touch(context, store, list);
    if (!silent) events.emit({ type: 'sync.list.removed', list });
  };
  const dropItem = (list: SyncList, item: SyncListItem, silent: boolean) => {
    if (!list.items.delete(item.index)) return;
    touch(context, store, list, item);
    if (!silent) events.emit({ type: 'sync.list-item.removed', list, item });
  };
  const itemExpiry = (list: SyncList, item: SyncListItem, ttlSeconds: number | undefined) =>
    setExpiry(context, { held: item, ttlSeconds, expire: () => dropItem(list, item, silentExpiry) });

  return {
    findList: (serviceSid, name) => findByName(getService(store, serviceSid).lists, name),
    createList(serviceSid, { uniqueName, ...options }) {
      const service = getService(store, serviceSid);
      const name = checkUniqueName(service.lists, uniqueName, context);
      const list: SyncList = {
        sid: name === null ? sids.next('ES') : namedSid('ES', `${service.sid}:${name}`),
        serviceSid: service.sid,
        uniqueName: name,
        items: new Map(),
        nextIndex: 0,
        ...created(context, store, options),
      };
      setExpiry(context, {
        held: list,
        ttlSeconds: options.ttlSeconds,
        expire: () => dropList(service, list, silentExpiry),
      });
      service.lists.set(list.sid, list);
      events.emit({ type: 'sync.list.added', list });
      return list;
    },
    removeList(serviceSid, name) {
      dropList(getService(store, serviceSid), getList(serviceSid, name), false);
    },
    addListItem(serviceSid, listName, data, options = {}) {
      const list = getList(serviceSid, listName);
      const item: SyncListItem = {
        index: list.nextIndex,
        data: checkData(data, context),
        ...created(context, store, options),
      };
      list.nextIndex += 1;
      list.items.set(item.index, item);
      touch(context, store, list);
      item.lastEventId = list.lastEventId;
      itemExpiry(list, item, options.ttlSeconds);
      events.emit({ type: 'sync.list-item.added', list, item });
      return item;
    },
    updateListItem(serviceSid, listName, { index, data, ...options }) {
      const list = getList(serviceSid, listName);
      const item = getItem(list, index);
      checkRevision(item, options.ifMatch);
      if (data !== undefined) item.data = checkData(data, context);
      touch(context, store, list, item);
      itemExpiry(list, item, options.ttlSeconds);
      events.emit({ type: 'sync.list-item.updated', list, item });
      return item;
    },
    removeListItem(serviceSid, listName, { index, ...options }) {
      const list = getList(serviceSid, listName);
      const item = getItem(list, index);
      checkRevision(item, options.ifMatch);
      dropItem(list, item, false);
    },
  };
}

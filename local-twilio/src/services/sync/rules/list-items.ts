import type { Context } from '../events';
import { notFound } from '../../../kernel/errors';
import type { Sync } from '../commands';
import type { SyncList, SyncListItem } from '../entities';
import { checkData, checkRevision, created, getByName, getService, touch } from '../store';
import type { SyncStore } from '../store';
import type { Expiries } from './expiry';

type ListItems = Pick<Sync, 'addListItem' | 'updateListItem' | 'removeListItem'>;

export function createListItems(context: Context, store: SyncStore, expiries: Expiries): ListItems {
  const { events, switches } = context;
  const silentExpiry = () => switches.syncRemovedEventOnExpiry === 'silent';

  const getList = (serviceSid: string, name: string) => getByName(getService(store, serviceSid).lists, name, 'Lists');
  const getItem = (list: SyncList, index: number): SyncListItem => {
    const found = list.items.get(index);
    if (!found) throw notFound(`/Lists/${list.sid}/Items/${index}`);
    return found;
  };
  const dropItem = (list: SyncList, item: SyncListItem, silent: boolean) => {
    if (!list.items.delete(item.index)) return;
    expiries.forget(item);
    touch(context, store, list, item);
    if (!silent) events.emit({ type: 'sync.list-item.removed', list, item });
  };
  const itemExpiry = (list: SyncList, item: SyncListItem, ttlSeconds: number | undefined) =>
    expiries.set({ held: item, ttlSeconds, expire: () => dropItem(list, item, silentExpiry()) });

  for (const service of store.services.values())
    for (const list of service.lists.values())
      for (const item of list.items.values()) expiries.watch(item, () => dropItem(list, item, silentExpiry()));

  return {
    addListItem(...[serviceSid, listName, data, options = {}]: Parameters<Sync['addListItem']>) {
      const list = getList(serviceSid, listName);
      expiries.check(options.ttlSeconds, options.collectionTtlSeconds);
      const item: SyncListItem = {
        index: list.nextIndex,
        data: checkData(data, context.limits.syncDataBytes),
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
      checkRevision(item, 'list item', options.ifMatch);
      expiries.check(options.ttlSeconds, options.collectionTtlSeconds);
      if (data !== undefined) item.data = checkData(data, context.limits.syncDataBytes);
      touch(context, store, list, item);
      itemExpiry(list, item, options.ttlSeconds);
      events.emit({ type: 'sync.list-item.updated', list, item });
      return item;
    },
    removeListItem(serviceSid, listName, { index, ...options }) {
      const list = getList(serviceSid, listName);
      const item = getItem(list, index);
      checkRevision(item, 'list item', options.ifMatch);
      dropItem(list, item, false);
    },
  };
}

import type { Context } from '../events';
import { notFound, TwilioError } from '../../../kernel/errors';
import type { Sync } from '../commands';
import type { SyncMap, SyncMapItem } from '../entities';
import { checkData, checkRevision, created, getByName, getService, touch } from '../store';
import type { SyncStore } from '../store';
import type { Expiries } from './expiry';

type MapItems = Pick<Sync, 'createMapItem' | 'updateMapItem' | 'removeMapItem'>;

export function createMapItems(context: Context, store: SyncStore, expiries: Expiries): MapItems {
  const { events, limits, switches } = context;
  const silentExpiry = () => switches.syncRemovedEventOnExpiry === 'silent';

  const getMap = (serviceSid: string, name: string) => getByName(getService(store, serviceSid).maps, name, 'Maps');
  const getItem = (map: SyncMap, key: string): SyncMapItem => {
    const found = map.items.get(key);
    if (!found) throw notFound(`/Maps/${map.sid}/Items/${key}`);
    return found;
  };
  const dropItem = (map: SyncMap, item: SyncMapItem, silent: boolean) => {
    if (map.items.get(item.key) !== item) return;
    map.items.delete(item.key);
    expiries.forget(item);
    touch(context, store, map, item);
    if (!silent) events.emit({ type: 'sync.map-item.removed', map, item });
  };
  const itemExpiry = (map: SyncMap, item: SyncMapItem, ttlSeconds: number | undefined) =>
    expiries.set({ held: item, ttlSeconds, expire: () => dropItem(map, item, silentExpiry()) });

  for (const service of store.services.values())
    for (const map of service.maps.values())
      for (const item of map.items.values()) expiries.watch(item, () => dropItem(map, item, silentExpiry()));

  return {
    createMapItem(serviceSid, mapName, { key, data, ...options }) {
      const map = getMap(serviceSid, mapName);
      if (key.length === 0 || key.length > limits.syncKeyCharacters)
        throw new TwilioError(400, 54209, 'Invalid map item key');
      if (map.items.has(key)) throw new TwilioError(409, 54208, 'An item with this key already exists in the map');
      expiries.check(options.ttlSeconds, options.collectionTtlSeconds);
      const item: SyncMapItem = {
        key,
        data: checkData(data, context.limits.syncDataBytes),
        ...created(context, store, options),
      };
      map.items.set(key, item);
      touch(context, store, map);
      item.lastEventId = map.lastEventId;
      itemExpiry(map, item, options.ttlSeconds);
      events.emit({ type: 'sync.map-item.added', map, item });
      return item;
    },
    updateMapItem(serviceSid, mapName, { key, data, ...options }) {
      const map = getMap(serviceSid, mapName);
      const item = getItem(map, key);
      checkRevision(item, 'map item', options.ifMatch);
      expiries.check(options.ttlSeconds, options.collectionTtlSeconds);
      if (data !== undefined) item.data = checkData(data, context.limits.syncDataBytes);
      touch(context, store, map, item);
      itemExpiry(map, item, options.ttlSeconds);
      events.emit({ type: 'sync.map-item.updated', map, item });
      return item;
    },
    removeMapItem(serviceSid, mapName, { key, ...options }) {
      const map = getMap(serviceSid, mapName);
      const item = getItem(map, key);
      checkRevision(item, 'map item', options.ifMatch);
      dropItem(map, item, false);
    },
  };
}

import type { Context } from '../../core/context';
import { notFound, TwilioError } from '../../core/errors';
import { namedSid } from '../../core/sids';
import type { Sync } from './commands';
import type { SyncMap, SyncMapItem, SyncService } from './entities';
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

type Maps = Pick<Sync, 'findMap' | 'createMap' | 'removeMap' | 'createMapItem' | 'updateMapItem' | 'removeMapItem'>;

export function createMaps(context: Context, store: SyncStore): Maps {
  const { events, limits, sids, switches } = context;
  const silentExpiry = switches.syncRemovedEventOnExpiry === 'silent';

  const getMap = (serviceSid: string, name: string) => getByName(getService(store, serviceSid).maps, name, 'Maps');
  const getItem = (map: SyncMap, key: string): SyncMapItem => {
    const found = map.items.get(key);
    if (!found) throw notFound(`/Maps/${map.sid}/Items/${key}`);
    return found;
  };
  const dropMap = (service: SyncService, map: SyncMap, silent: boolean) => {
    if (!service.maps.delete(map.sid)) return;
    touch(context, store, map);
    if (!silent) events.emit({ type: 'sync.map.removed', map });
  };
  const dropItem = (map: SyncMap, item: SyncMapItem, silent: boolean) => {
    if (map.items.get(item.key) !== item) return;
    map.items.delete(item.key);
    touch(context, store, map, item);
    if (!silent) events.emit({ type: 'sync.map-item.removed', map, item });
  };
  const itemExpiry = (map: SyncMap, item: SyncMapItem, ttlSeconds: number | undefined) =>
    setExpiry(context, { held: item, ttlSeconds, expire: () => dropItem(map, item, silentExpiry) });

  return {
    findMap: (serviceSid, name) => findByName(getService(store, serviceSid).maps, name),
    createMap(serviceSid, { uniqueName, ...options }) {
      const service = getService(store, serviceSid);
      const name = checkUniqueName(service.maps, uniqueName, context);
      const map: SyncMap = {
        sid: name === null ? sids.next('MP') : namedSid('MP', `${service.sid}:${name}`),
        serviceSid: service.sid,
        uniqueName: name,
        items: new Map(),
        ...created(context, store, options),
      };
      setExpiry(context, {
        held: map,
        ttlSeconds: options.ttlSeconds,
        expire: () => dropMap(service, map, silentExpiry),
      });
      service.maps.set(map.sid, map);
      events.emit({ type: 'sync.map.added', map });
      return map;
    },
    removeMap(serviceSid, name) {
      dropMap(getService(store, serviceSid), getMap(serviceSid, name), false);
    },
    createMapItem(serviceSid, mapName, { key, data, ...options }) {
      const map = getMap(serviceSid, mapName);
      if (key.length === 0 || key.length > limits.syncKeyCharacters)
        throw new TwilioError(400, 54209, 'Invalid map item key');
      if (map.items.has(key)) throw new TwilioError(409, 54208, 'An item with this key already exists in the map');
      const item: SyncMapItem = { key, data: checkData(data, context), ...created(context, store, options) };
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
      checkRevision(item, options.ifMatch);
      if (data !== undefined) item.data = checkData(data, context);
      touch(context, store, map, item);
      itemExpiry(map, item, options.ttlSeconds);
      events.emit({ type: 'sync.map-item.updated', map, item });
      return item;
    },
    removeMapItem(serviceSid, mapName, { key, ...options }) {
      const map = getMap(serviceSid, mapName);
      const item = getItem(map, key);
      checkRevision(item, options.ifMatch);
      dropItem(map, item, false);
    },
  };
}

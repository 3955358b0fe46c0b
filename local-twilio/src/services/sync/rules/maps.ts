import type { Context } from '../events';
import type { Sync } from '../commands';
import type { SyncMap, SyncService } from '../entities';
import { checkUniqueName, created, findByName, getByName, getService, touch } from '../store';
import type { SyncStore } from '../store';
import type { Expiries } from './expiry';

type Maps = Pick<
  Sync,
  'findMap' | 'createMap' | 'setMapTtl' | 'removeMap' | 'setMapPermission' | 'removeMapPermission'
>;

export function createMaps(context: Context, store: SyncStore, expiries: Expiries): Maps {
  const { events, sids, switches } = context;
  const silentExpiry = () => switches.syncRemovedEventOnExpiry === 'silent';

  const getMap = (serviceSid: string, name: string) => getByName(getService(store, serviceSid).maps, name, 'Maps');
  const dropMap = (service: SyncService, map: SyncMap, silent: boolean) => {
    if (!service.maps.delete(map.sid)) return;
    for (const held of [map, ...map.items.values()]) expiries.forget(held);
    touch(context, store, map);
    if (!silent) events.emit({ type: 'sync.map.removed', map });
  };
  for (const service of store.services.values())
    for (const map of service.maps.values()) expiries.watch(map, () => dropMap(service, map, silentExpiry()));

  const expiry = (service: SyncService, map: SyncMap, ttlSeconds: number | undefined) =>
    expiries.set({ held: map, ttlSeconds, expire: () => dropMap(service, map, silentExpiry()) });

  return {
    findMap: (serviceSid, name) => findByName(getService(store, serviceSid).maps, name),
    createMap(serviceSid, { uniqueName, ...options }) {
      const service = getService(store, serviceSid);
      const name = checkUniqueName(service.maps, uniqueName, context);
      const map: SyncMap = {
        // A new SID each time, as with documents: whoever follows an old map must not see the next one of that name.
        sid: sids.next('MP'),
        serviceSid: service.sid,
        uniqueName: name,
        items: new Map(),
        permissions: new Map(),
        ...created(context, store, options),
      };
      expiry(service, map, options.ttlSeconds);
      const { createdBy: owner } = options;
      if (owner !== undefined && switches.syncMapCreator === 'owns')
        map.permissions.set(owner, { identity: owner, read: true, write: true, manage: true });
      service.maps.set(map.sid, map);
      events.emit({ type: 'sync.map.added', map });
      return map;
    },
    setMapPermission(serviceSid, name, permission) {
      getMap(serviceSid, name).permissions.set(permission.identity, permission);
    },
    removeMapPermission(serviceSid, name, identity) {
      getMap(serviceSid, name).permissions.delete(identity);
    },
    setMapTtl(serviceSid, name, ttlSeconds) {
      const map = getMap(serviceSid, name);
      expiries.check(ttlSeconds);
      touch(context, store, map);
      expiry(getService(store, serviceSid), map, ttlSeconds);
      return map;
    },
    removeMap(serviceSid, name) {
      dropMap(getService(store, serviceSid), getMap(serviceSid, name), false);
    },
  };
}

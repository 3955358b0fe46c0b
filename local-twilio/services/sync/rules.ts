import type { Context } from '../../core/context';
import type { Sid } from '../../core/sids';
import type { Sync } from './commands';
import { createDocuments } from './documents';
import type { SyncService } from './entities';
import { createListItems } from './list-items';
import { createLists } from './lists';
import { createMapItems } from './map-items';
import { createMaps } from './maps';
import { getService } from './store';
import type { SyncStore } from './store';

export interface SeedService {
  readonly sid: Sid<'IS'>;
  readonly friendlyName: string;
}

export function createSync(context: Context, seeds: readonly SeedService[]): Sync {
  let eventId = context.clock.nowMs();
  const newService = ({ sid, friendlyName }: SeedService, aclEnabled: boolean): SyncService => {
    const now = context.clock.nowMs();
    const dates = { createdAtMs: now, updatedAtMs: now };
    const objects = { documents: new Map(), maps: new Map(), lists: new Map() };
    return { sid, friendlyName, uniqueName: null, aclEnabled, ...dates, ...objects };
  };
  const services = seeds.map((seed) => newService(seed, false));
  const store: SyncStore = {
    services: new Map(services.map((service) => [service.sid, service])),
    nextEventId: () => ++eventId,
  };
  return {
    services: () => [...store.services.values()],
    service: (sid) => getService(store, sid),
    createService({ friendlyName = '', aclEnabled = false }) {
      const service = newService({ sid: context.sids.next('IS'), friendlyName }, aclEnabled);
      store.services.set(service.sid, service);
      return service;
    },
    removeService: (sid) => {
      store.services.delete(getService(store, sid).sid);
    },
    ...createDocuments(context, store),
    ...createMaps(context, store),
    ...createMapItems(context, store),
    ...createLists(context, store),
    ...createListItems(context, store),
  };
}

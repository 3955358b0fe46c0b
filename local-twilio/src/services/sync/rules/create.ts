import type { Building } from '../../../kernel/service';
import type { SyncEvent } from '../events';
import { invalidParameter } from '../../../kernel/errors';
import type { Sid } from '../../../kernel/sids';
import type { Sync } from '../commands';
import { createDocuments } from './documents';
import { createExpiries } from './expiry';
import type { SyncService } from '../entities';
import { createListItems } from './list-items';
import { createLists } from './lists';
import { createMapItems } from './map-items';
import { createMaps } from './maps';
import { createStreams } from './streams';
import type { SyncState } from '../state';
import { getService } from '../store';
import type { SyncStore } from '../store';

interface NewService {
  readonly sid: Sid<'IS'>;
  readonly friendlyName: string;
  readonly aclEnabled?: boolean;
}

/** A Sync service with nothing in it. */
export function newSyncService({ sid, friendlyName, aclEnabled = false }: NewService, nowMs: number): SyncService {
  const dates = { createdAtMs: nowMs, updatedAtMs: nowMs };
  const objects = { documents: new Map(), maps: new Map(), lists: new Map(), streams: new Map() };
  return { sid, friendlyName, uniqueName: null, aclEnabled, ...dates, ...objects };
}

export function createSync({ context, state }: Building<SyncEvent, object, SyncState>): Sync {
  const firstEventId = context.clock.nowMs();
  let eventId = firstEventId;
  const store: SyncStore = { services: state.services, nextEventId: () => ++eventId };
  const expiries = createExpiries(context);
  return {
    firstEventId,
    state: () => state,
    services: () => [...store.services.values()],
    service: (sid) => getService(store, sid),
    createService({ friendlyName = '', aclEnabled = false }) {
      const service = newSyncService({ sid: context.sids.next('IS'), friendlyName, aclEnabled }, context.clock.nowMs());
      store.services.set(service.sid, service);
      return service;
    },
    updateService(sid, { friendlyName, aclEnabled }) {
      const service = getService(store, sid);
      service.friendlyName = friendlyName ?? service.friendlyName;
      service.aclEnabled = aclEnabled ?? service.aclEnabled;
      service.updatedAtMs = context.clock.nowMs();
      return service;
    },
    removeService: (sid) => {
      const service = getService(store, sid);
      // Flex lives on it. Whether Twilio refuses it, and with which code, no page says.
      if (service === getService(store, 'default')) throw invalidParameter('The default service cannot be deleted');
      store.services.delete(service.sid);
      for (const container of [...service.maps.values(), ...service.lists.values()])
        for (const held of [container, ...container.items.values()]) expiries.forget(held);
      for (const held of [...service.documents.values(), ...service.streams.values()]) expiries.forget(held);
    },
    ...createDocuments(context, store, expiries),
    ...createMaps(context, store, expiries),
    ...createMapItems(context, store, expiries),
    ...createLists(context, store, expiries),
    ...createListItems(context, store, expiries),
    ...createStreams(context, store, expiries),
  };
}

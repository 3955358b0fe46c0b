import type { Context } from '../events';
import type { Sync } from '../commands';
import type { SyncDocument, SyncService } from '../entities';
import { checkData, checkRevision, checkUniqueName, created, findByName, getByName, getService, touch } from '../store';
import type { SyncStore } from '../store';
import type { Expiries } from './expiry';

type Documents = Pick<Sync, 'findDocument' | 'createDocument' | 'updateDocument' | 'removeDocument'>;

export function createDocuments(context: Context, store: SyncStore, expiries: Expiries): Documents {
  const { events, sids } = context;

  const drop = (service: SyncService, document: SyncDocument, silent: boolean) => {
    if (!service.documents.delete(document.sid)) return;
    expiries.forget(document);
    touch(context, store, document);
    if (!silent) events.emit({ type: 'sync.document.removed', document });
  };
  const expire = (service: SyncService, document: SyncDocument) => () =>
    drop(service, document, context.switches.syncRemovedEventOnExpiry === 'silent');
  const expiry = (service: SyncService, document: SyncDocument, ttlSeconds: number | undefined) =>
    expiries.set({ held: document, ttlSeconds, expire: expire(service, document) });
  for (const service of store.services.values())
    for (const document of service.documents.values()) expiries.watch(document, expire(service, document));

  return {
    findDocument: (serviceSid, name) => findByName(getService(store, serviceSid).documents, name),
    createDocument(serviceSid, { uniqueName, data = {}, ...options }) {
      const service = getService(store, serviceSid);
      const name = checkUniqueName(service.documents, uniqueName, context);
      const document: SyncDocument = {
        // A new SID each time: who removes an old document by SID must not remove the next one of that name.
        sid: sids.next('ET'),
        serviceSid: service.sid,
        uniqueName: name,
        data: checkData(data, context.limits.syncDataBytes),
        ...created(context, store, options),
      };
      expiry(service, document, options.ttlSeconds);
      service.documents.set(document.sid, document);
      events.emit({ type: 'sync.document.added', document });
      return document;
    },
    updateDocument(...[serviceSid, name, data, options = {}]: Parameters<Sync['updateDocument']>) {
      const service = getService(store, serviceSid);
      const document = getByName(service.documents, name, 'Documents');
      checkRevision(document, 'document', options.ifMatch);
      expiries.check(options.ttlSeconds);
      if (data !== undefined) document.data = checkData(data, context.limits.syncDataBytes);
      touch(context, store, document);
      expiry(service, document, options.ttlSeconds);
      events.emit({ type: 'sync.document.updated', document });
      return document;
    },
    removeDocument(serviceSid, name, options = {}) {
      const service = getService(store, serviceSid);
      const document = getByName(service.documents, name, 'Documents');
      checkRevision(document, 'document', options.ifMatch);
      drop(service, document, false);
    },
  };
}

import { DEFAULT_SERVICE } from '../entities';
import type { SyncDocument, SyncItem, SyncList, SyncMap } from '../entities';
import type { SyncAccount } from '../account';
import type { SyncItemView, SyncObjectView, SyncSource } from '../../../kernel/browser/sync/objects';

/** The objects of Flex's default Sync service: what a plugin sees with the agent's token. */
export function worldSyncSource(account: SyncAccount): SyncSource {
  return {
    find(_viewer, kind, name) {
      switch (kind) {
        case 'map': {
          const map = account.sync.findMap(DEFAULT_SERVICE, name);
          return map && mapView(map);
        }
        case 'list': {
          const list = account.sync.findList(DEFAULT_SERVICE, name);
          return list && listView(list);
        }
        case 'document': {
          const document = account.sync.findDocument(DEFAULT_SERVICE, name);
          return document && documentView(document);
        }
      }
    },
  };
}

export function mapView(map: SyncMap): SyncObjectView {
  return {
    ...common(map),
    kind: 'map',
    items: () =>
      [...map.items.values()].sort((a, b) => (a.key < b.key ? -1 : 1)).map((item) => itemView(item.key, item)),
  };
}

export function listView(list: SyncList): SyncObjectView {
  return {
    ...common(list),
    kind: 'list',
    items: () => [...list.items.values()].sort((a, b) => a.index - b.index).map((item) => itemView(item.index, item)),
  };
}

export function documentView(document: SyncDocument): SyncObjectView {
  return { ...common(document), kind: 'document', data: document.data, items: () => [] };
}

export function itemView(name: string | number, item: SyncItem): SyncItemView {
  const { data, revision, lastEventId, createdAtMs, updatedAtMs, expiresAtMs } = item;
  return { name, data, revision, lastEventId, createdAtMs, updatedAtMs, expiresAtMs };
}

function common(object: SyncMap | SyncList | SyncDocument) {
  const { sid, uniqueName, serviceSid, revision, lastEventId, createdAtMs, updatedAtMs, expiresAtMs, createdBy } =
    object;
  return { sid, uniqueName, serviceSid, revision, lastEventId, createdAtMs, updatedAtMs, expiresAtMs, createdBy };
}

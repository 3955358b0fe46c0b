import type { SyncEvent } from '../events';
import type { SyncChanges } from '../../../kernel/browser/sync/changes';
import type { ItemChange, SyncChangeDraft } from '../../../kernel/browser/sync/journal';

/** What subscribers of the account's own Sync objects are told. */
export const ownSyncChanges: SyncChanges<SyncEvent> = { changesFor };

function changesFor(event: SyncEvent): readonly SyncChangeDraft[] {
  switch (event.type) {
    case 'sync.map-item.added':
    case 'sync.map-item.updated':
    case 'sync.map-item.removed': {
      const { map, item } = event;
      const { data, revision } = item;
      return [{ ...ofObject('map', map), change: changeOf(event.type), item: { name: item.key, data, revision } }];
    }
    case 'sync.list-item.added':
    case 'sync.list-item.updated':
    case 'sync.list-item.removed': {
      const { list, item } = event;
      const { data, revision } = item;
      return [{ ...ofObject('list', list), change: changeOf(event.type), item: { name: item.index, data, revision } }];
    }
    case 'sync.document.updated':
    case 'sync.document.removed':
      return [{ ...ofObject('document', event.document), change: changeOf(event.type), data: event.document.data }];
    case 'sync.stream.message': {
      const { stream, published: message, eventId } = event;
      return [{ ...ofObject('stream', stream), eventId, change: 'added', message }];
    }
    case 'sync.stream.removed':
      return [{ ...ofObject('stream', event.stream), change: 'removed' }];
    case 'sync.map.removed':
      return [{ ...ofObject('map', event.map), change: 'removed' }];
    case 'sync.list.removed':
      return [{ ...ofObject('list', event.list), change: 'removed' }];
    default:
      return [];
  }
}

function ofObject(
  kind: SyncChangeDraft['kind'],
  object: { sid: string; uniqueName: string | null; lastEventId: number; revision: number },
) {
  const { sid, uniqueName, lastEventId, revision } = object;
  return { kind, objectSid: sid, objectUniqueName: uniqueName, eventId: lastEventId, objectRevision: revision };
}

function changeOf(type: string): ItemChange {
  if (type.endsWith('.added')) return 'added';
  return type.endsWith('.removed') ? 'removed' : 'updated';
}

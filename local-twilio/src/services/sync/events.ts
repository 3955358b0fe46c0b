import type { Context as KernelContext } from '../../kernel/context';
import type {
  SyncDocument,
  SyncList,
  SyncListItem,
  SyncMap,
  SyncMapItem,
  SyncStream,
  SyncStreamMessage,
} from './entities';

export type SyncEvent =
  | {
      readonly type: 'sync.document.added' | 'sync.document.updated' | 'sync.document.removed';
      readonly document: SyncDocument;
    }
  | { readonly type: 'sync.map.added' | 'sync.map.removed'; readonly map: SyncMap }
  | {
      readonly type: 'sync.map-item.added' | 'sync.map-item.updated' | 'sync.map-item.removed';
      readonly map: SyncMap;
      readonly item: SyncMapItem;
    }
  | { readonly type: 'sync.stream.added' | 'sync.stream.removed'; readonly stream: SyncStream }
  | {
      readonly type: 'sync.stream.message';
      readonly stream: SyncStream;
      readonly published: SyncStreamMessage;
      readonly eventId: number;
    }
  | { readonly type: 'sync.list.added' | 'sync.list.removed'; readonly list: SyncList }
  | {
      readonly type: 'sync.list-item.added' | 'sync.list-item.updated' | 'sync.list-item.removed';
      readonly list: SyncList;
      readonly item: SyncListItem;
    };

export type Context = KernelContext<SyncEvent>;

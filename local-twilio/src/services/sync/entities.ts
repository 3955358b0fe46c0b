import type { Kept } from '../../kernel/shapes';
import type { Sid } from '../../kernel/sids';
import type { document, list, listItem, map, mapItem, permission, service, stream } from './state';

/** The name of the service that Flex lives on; browsers see the objects of no other. */
export const DEFAULT_SERVICE = 'default';

/** What changes of every object and item. */
type Versioned = 'revision' | 'lastEventId' | 'updatedAtMs' | 'expiresAtMs';

export type SyncService = Kept<typeof service, 'friendlyName' | 'uniqueName' | 'aclEnabled' | 'updatedAtMs'>;

export type SyncDocument = Kept<typeof document, Versioned | 'data'>;

/** Its messages are told to whoever follows it, and kept by nobody: https://www.twilio.com/docs/sync/api/stream-resource */
export type SyncStream = Kept<typeof stream, Versioned>;

export interface SyncStreamMessage {
  readonly sid: Sid<'TZ'>;
  readonly data: unknown;
}

export type SyncMapItem = Kept<typeof mapItem, Versioned | 'data'>;

export type SyncListItem = Kept<typeof listItem, Versioned | 'data'>;

export type SyncItem = Omit<SyncMapItem, 'key'>;

/** What the tokens of one identity may do with a map while its service has `aclEnabled`. */
export type SyncPermission = Kept<typeof permission>;

export type SyncMap = Kept<typeof map, Versioned>;

export type SyncList = Kept<typeof list, Versioned | 'nextIndex'>;

import type { Sid } from '../../kernel/sids';

/** The name of the service that Flex lives on; browsers see the objects of no other. */
export const DEFAULT_SERVICE = 'default';

export interface SyncService {
  readonly sid: Sid<'IS'>;
  readonly createdAtMs: number;
  friendlyName: string;
  uniqueName: string | null;
  /** Browsers then need permissions; REST does not. Enforced for maps. */
  aclEnabled: boolean;
  updatedAtMs: number;
  /** By SID. Use `sync.findMap` and friends to look up by SID or unique name. */
  readonly documents: Map<string, SyncDocument>;
  readonly maps: Map<string, SyncMap>;
  readonly lists: Map<string, SyncList>;
}

interface SyncObject {
  readonly serviceSid: Sid<'IS'>;
  readonly uniqueName: string | null;
  readonly createdAtMs: number;
  readonly createdBy: string;
  /** Counts up; on the wire it is hexadecimal text. */
  revision: number;
  /** Grows with every change of the object or its items, also across restarts. */
  lastEventId: number;
  updatedAtMs: number;
  expiresAtMs: number | null;
}

export interface SyncDocument extends SyncObject {
  readonly sid: Sid<'ET'>;
  data: unknown;
}

export interface SyncItem {
  readonly createdAtMs: number;
  readonly createdBy: string;
  revision: number;
  lastEventId: number;
  updatedAtMs: number;
  expiresAtMs: number | null;
  data: unknown;
}

export interface SyncMapItem extends SyncItem {
  readonly key: string;
}

export interface SyncListItem extends SyncItem {
  readonly index: number;
}

/** What the tokens of one identity may do with a map while its service has `aclEnabled`. */
export interface SyncPermission {
  readonly identity: string;
  readonly read: boolean;
  readonly write: boolean;
  readonly manage: boolean;
}

export interface SyncMap extends SyncObject {
  readonly sid: Sid<'MP'>;
  /** By identity. */
  readonly permissions: Map<string, SyncPermission>;
  readonly items: Map<string, SyncMapItem>;
}

export interface SyncList extends SyncObject {
  readonly sid: Sid<'ES'>;
  readonly items: Map<number, SyncListItem>;
  nextIndex: number;
}

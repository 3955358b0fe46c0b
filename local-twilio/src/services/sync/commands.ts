import type { SyncState } from './state';
import type {
  SyncDocument,
  SyncList,
  SyncListItem,
  SyncMap,
  SyncMapItem,
  SyncPermission,
  SyncService,
  SyncStream,
  SyncStreamMessage,
} from './entities';

export interface WriteOptions {
  readonly ttlSeconds?: number;
  /** Of the map or list of an item; it is only checked with the item, and set by `setMapTtl` or `setListTtl`. */
  readonly collectionTtlSeconds?: number;
  /** Revision as on the wire (hexadecimal text); a mismatch is 412 / 54103. */
  readonly ifMatch?: string;
  readonly createdBy?: string;
}

/** Rules of Sync. Objects are named by SID or unique name. Commands throw a TwilioError when Twilio would refuse. */
export interface Sync {
  /** Ids of the changes of this run are greater. */
  readonly firstEventId: number;
  services(): readonly SyncService[];
  /** All that there is, live: what a state file keeps. */
  state(): SyncState;
  /** By SID or unique name; `default` is the account's first. */
  service(sid: string): SyncService;
  createService(input: { friendlyName?: string; aclEnabled?: boolean }): SyncService;
  updateService(sid: string, change: { friendlyName?: string; aclEnabled?: boolean }): SyncService;
  removeService(sid: string): void;
  findDocument(serviceSid: string, name: string): SyncDocument | undefined;
  findMap(serviceSid: string, name: string): SyncMap | undefined;
  findList(serviceSid: string, name: string): SyncList | undefined;
  createDocument(serviceSid: string, input: { uniqueName?: string; data?: unknown } & WriteOptions): SyncDocument;
  updateDocument(serviceSid: string, name: string, data: unknown, options?: WriteOptions): SyncDocument;
  removeDocument(serviceSid: string, name: string, options?: WriteOptions): void;
  createMap(serviceSid: string, input: { uniqueName?: string } & WriteOptions): SyncMap;
  /** Sets or clears the life time of the map itself. */
  setMapTtl(serviceSid: string, name: string, ttlSeconds: number | undefined): SyncMap;
  removeMap(serviceSid: string, name: string): void;
  setMapPermission(serviceSid: string, name: string, permission: SyncPermission): void;
  removeMapPermission(serviceSid: string, name: string, identity: string): void;
  createMapItem(serviceSid: string, map: string, item: { key: string; data: unknown } & WriteOptions): SyncMapItem;
  updateMapItem(serviceSid: string, map: string, item: { key: string; data?: unknown } & WriteOptions): SyncMapItem;
  removeMapItem(serviceSid: string, map: string, item: { key: string } & WriteOptions): void;
  createList(serviceSid: string, input: { uniqueName?: string } & WriteOptions): SyncList;
  setListTtl(serviceSid: string, name: string, ttlSeconds: number | undefined): SyncList;
  removeList(serviceSid: string, name: string): void;
  addListItem(serviceSid: string, list: string, data: unknown, options?: WriteOptions): SyncListItem;
  updateListItem(
    serviceSid: string,
    list: string,
    item: { index: number; data?: unknown } & WriteOptions,
  ): SyncListItem;
  findStream(serviceSid: string, name: string): SyncStream | undefined;
  createStream(serviceSid: string, input: { uniqueName?: string } & WriteOptions): SyncStream;
  setStreamTtl(serviceSid: string, name: string, ttlSeconds: number | undefined): SyncStream;
  removeStream(serviceSid: string, name: string): void;
  /** Tells whoever follows it now, and nobody later. */
  publish(serviceSid: string, stream: string, data: unknown): SyncStreamMessage;
  removeListItem(serviceSid: string, list: string, item: { index: number } & WriteOptions): void;
}

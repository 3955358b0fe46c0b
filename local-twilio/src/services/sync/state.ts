import { z } from 'zod';
import { bySid, mapOf, ms, msOrNull, sid, textOrNull, type Shape } from '../../kernel/shapes';
import type {
  SyncDocument,
  SyncList,
  SyncListItem,
  SyncMap,
  SyncMapItem,
  SyncPermission,
  SyncService,
} from './entities';

/** What is kept of Sync when the local Twilio ends. */
export interface SyncState {
  readonly services: Map<string, SyncService>;
}

const item = {
  createdAtMs: ms,
  createdBy: z.string(),
  revision: z.number(),
  lastEventId: z.number(),
  updatedAtMs: ms,
  expiresAtMs: msOrNull,
};
const object = { ...item, serviceSid: sid('IS'), uniqueName: textOrNull };
/** Sync keeps JSON objects only; left out it would be no key at all. */
const data = z.record(z.unknown());

const document: Shape<SyncDocument> = z.object({ ...object, sid: sid('ET'), data }).strict();
const mapItem: Shape<SyncMapItem> = z.object({ ...item, key: z.string(), data }).strict();
const listItem: Shape<SyncListItem> = z.object({ ...item, index: z.number(), data }).strict();

const permission: Shape<SyncPermission> = z
  .object({ identity: z.string(), read: z.boolean(), write: z.boolean(), manage: z.boolean() })
  .strict();

const map: Shape<SyncMap> = z
  .object({
    ...object,
    sid: sid('MP'),
    items: mapOf(mapItem, ({ key }) => key),
    permissions: mapOf(permission, ({ identity }) => identity),
  })
  .strict();

const list: Shape<SyncList> = z
  .object({ ...object, sid: sid('ES'), items: mapOf(listItem, ({ index }) => index), nextIndex: z.number() })
  .strict();

const service: Shape<SyncService> = z
  .object({
    sid: sid('IS'),
    createdAtMs: ms,
    friendlyName: z.string(),
    uniqueName: textOrNull,
    aclEnabled: z.boolean(),
    updatedAtMs: ms,
    documents: bySid(document),
    maps: bySid(map),
    lists: bySid(list),
  })
  .strict();

export const syncState: Shape<SyncState> = z.object({ services: bySid(service) }).strict();

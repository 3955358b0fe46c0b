import { z } from 'zod';
import { bySid, mapOf, ms, msOrNull, sid, textOrNull, type Kept } from '../../kernel/shapes';

const item = {
  createdAtMs: ms,
  createdBy: z.string(),
  /** Counts up; on the wire it is hexadecimal text. */
  revision: z.number(),
  /** Grows with every change of the object or its items, also across restarts. */
  lastEventId: z.number(),
  updatedAtMs: ms,
  expiresAtMs: msOrNull,
};
const object = { ...item, serviceSid: sid('IS'), uniqueName: textOrNull };
/** Sync keeps JSON objects only; left out it would be no key at all. */
const data = z.record(z.unknown());

export const document = z.object({ ...object, sid: sid('ET'), data }).strict();
export const mapItem = z.object({ ...item, key: z.string(), data }).strict();
export const listItem = z.object({ ...item, index: z.number(), data }).strict();

export const permission = z
  .object({ identity: z.string(), read: z.boolean(), write: z.boolean(), manage: z.boolean() })
  .strict();

export const map = z
  .object({
    ...object,
    sid: sid('MP'),
    items: mapOf(mapItem, ({ key }) => key),
    permissions: mapOf(permission, ({ identity }) => identity),
  })
  .strict();

export const list = z
  .object({ ...object, sid: sid('ES'), items: mapOf(listItem, ({ index }) => index), nextIndex: z.number() })
  .strict();

export const stream = z.object({ ...object, sid: sid('TO') }).strict();

export const service = z
  .object({
    sid: sid('IS'),
    createdAtMs: ms,
    friendlyName: z.string(),
    uniqueName: textOrNull,
    /** Browsers then need permissions; REST does not. Enforced for maps. */
    aclEnabled: z.boolean(),
    updatedAtMs: ms,
    /** By SID. Use `sync.findMap` and friends to look up by SID or unique name. */
    documents: bySid(document),
    maps: bySid(map),
    lists: bySid(list),
    streams: bySid(stream).default([]),
  })
  .strict();

export const syncState = z.object({ services: bySid(service) }).strict();

/** What is kept of Sync when the local Twilio ends. */
export type SyncState = Kept<typeof syncState>;

import type { Context } from './events';
import { invalidParameter, notFound, TwilioError } from '../../kernel/errors';
import type { WriteOptions } from './commands';
import type { SyncService } from './entities';

/** What documents, maps, lists and their items have in common. */
export interface Versioned {
  revision: number;
  lastEventId: number;
  updatedAtMs: number;
  expiresAtMs: number | null;
}

export interface SyncStore {
  readonly services: Map<string, SyncService>;
  /** Ids of events grow across restarts: browsers drop an event whose id they have passed. */
  nextEventId(): number;
}

export function getService(store: SyncStore, sid: string): SyncService {
  const [first] = store.services.values();
  if (sid === 'default' && first) return first;
  const found = store.services.get(sid) ?? [...store.services.values()].find(({ uniqueName }) => uniqueName === sid);
  if (!found) throw notFound(`/Services/${sid}`);
  return found;
}

export function findByName<T extends { readonly uniqueName: string | null }>(
  objects: ReadonlyMap<string, T>,
  name: string,
): T | undefined {
  return objects.get(name) ?? [...objects.values()].find(({ uniqueName }) => uniqueName === name);
}

export function getByName<T extends { readonly uniqueName: string | null }>(
  objects: ReadonlyMap<string, T>,
  name: string,
  what: string,
): T {
  const found = findByName(objects, name);
  if (!found) throw notFound(`/${what}/${name}`);
  return found;
}

/** The revision as it travels. */
export const revisionText = (revision: number): string => revision.toString(16);

/** https://www.twilio.com/docs/api/errors/54103, 54205 and 54155 */
const mismatchCodes = { document: 54103, 'map item': 54205, 'list item': 54155 } as const;

/** If-Match, see https://www.twilio.com/docs/sync/api/document-resource: a mismatch is 412. The ETag has quotes. */
export function checkRevision(held: Versioned, what: keyof typeof mismatchCodes, ifMatch: string | undefined): void {
  if (ifMatch === undefined) return;
  const revision = ifMatch.replaceAll('"', '');
  // https://www.twilio.com/docs/api/errors/54003
  if (!/^[0-9a-f]+$/i.test(revision)) throw new TwilioError(400, 54003, 'Invalid If-Match header');
  if (revision.toLowerCase() !== revisionText(held.revision))
    throw new TwilioError(412, mismatchCodes[what], `The revision of the ${what} does not match`);
}

/** At most 16 KiB of JSON, or 4 KiB in a stream: https://www.twilio.com/docs/api/errors/54006 */
export function checkData(data: unknown, maxBytes: number): Record<string, unknown> {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw invalidParameter('Data must be a JSON object');
  if (Buffer.byteLength(JSON.stringify(data)) > maxBytes) throw new TwilioError(400, 54006, 'Data too large');
  return structuredClone({ ...data });
}

export function checkUniqueName(
  objects: ReadonlyMap<string, { readonly uniqueName: string | null }>,
  uniqueName: string | undefined,
  { limits }: Context,
): string | null {
  if (uniqueName === undefined) return null;
  // https://www.twilio.com/docs/api/errors/54302: neither empty, nor too long, nor like a SID.
  if (
    uniqueName.length === 0 ||
    uniqueName.length > limits.syncUniqueNameCharacters ||
    /^[A-Z]{2}[a-f0-9]{32}$/.test(uniqueName)
  )
    throw new TwilioError(400, 54302, 'Invalid unique name');
  if (findByName(objects, uniqueName)) throw new TwilioError(409, 54301, 'Unique name already exists');
  return uniqueName;
}

export function created({ clock }: Context, store: SyncStore, { createdBy = 'system' }: WriteOptions) {
  const now = clock.nowMs();
  return {
    createdAtMs: now,
    createdBy,
    revision: 0,
    lastEventId: store.nextEventId(),
    updatedAtMs: now,
    expiresAtMs: null,
  };
}

/** Counts a change of the object or item. */
export function touch({ clock }: Context, store: SyncStore, ...held: readonly Versioned[]): void {
  const eventId = store.nextEventId();
  for (const one of held) {
    one.revision += 1;
    one.lastEventId = eventId;
    one.updatedAtMs = clock.nowMs();
  }
}

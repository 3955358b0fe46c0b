import type { Clock } from '../../clock';
import type { FlexToken } from '../viewer';
import type { SyncKind } from './objects';

export type ItemChange = 'added' | 'updated' | 'removed';

/**
 * What changed in a Sync object or in the result of a live query: `item` of maps, lists and queries, `data` of documents,
 * `message` of streams.
 */
export interface SyncChangeDraft {
  readonly kind: SyncKind | 'stream' | 'live_query';
  readonly objectSid: string;
  readonly objectUniqueName: string | null;
  readonly change: ItemChange;
  readonly item?: { readonly name: string | number; readonly data: unknown; readonly revision?: number };
  readonly data?: unknown;
  /** Of streams. */
  readonly message?: { readonly sid: string; readonly data: unknown };
  /** Given by the world's own Sync objects; the journal numbers the others. */
  readonly eventId?: number;
  readonly objectRevision?: number;
  /** Who of those that follow the object is told. Default: all. */
  readonly isFor?: (viewer: FlexToken) => boolean;
}

export interface SyncChange extends SyncChangeDraft {
  readonly eventId: number;
  readonly objectRevision: number;
  readonly atMs: number;
}

/** Remembers the newest changes of each object, so that a client that was away can catch up. */
export interface SyncJournal {
  record(draft: SyncChangeDraft): SyncChange;
  version(objectSid: string): { readonly revision: number; readonly lastEventId: number };
  /** Names of the items that were added while this server runs, as far as remembered. */
  added(objectSid: string): ReadonlySet<string | number>;
  /** Changes after that event, oldest first; undefined when they are no longer all known. */
  since(objectSid: string, eventId: number): readonly SyncChange[] | undefined;
  /** After a reset: what happened before is of other objects, though they may have the same SIDs. */
  forget(firstWorldEventId: number): void;
}

const CHANGES_KEPT = 100;

interface Log {
  revision: number;
  lastEventId: number;
  /** The event before the oldest change kept. */
  knownAfter: number;
  changes: SyncChange[];
}

/** `worldBeganAt`: every change of the world's own objects with a greater id happened before its eyes. */
export function syncJournal(clock: Clock, worldBeganAt = clock.nowMs()): SyncJournal {
  let firstWorldEventId = worldBeganAt;
  const logs = new Map<string, Log>();
  // Event ids must grow across restarts: pages compare them with those they remember.
  let firstEventId = clock.nowMs();
  let lastEventId = firstEventId;

  const logOf = (objectSid: string, knownAfter: number): Log => {
    const log = logs.get(objectSid) ?? {
      revision: 0,
      lastEventId: firstEventId,
      knownAfter,
      changes: [],
    };
    logs.set(objectSid, log);
    return log;
  };

  return {
    record(draft) {
      const log = logOf(draft.objectSid, draft.eventId === undefined ? firstEventId : firstWorldEventId);
      lastEventId = Math.max(lastEventId + 1, draft.eventId ?? 0);
      log.revision = draft.objectRevision ?? log.revision + 1;
      log.lastEventId = draft.eventId ?? lastEventId;
      const change = { ...draft, eventId: log.lastEventId, objectRevision: log.revision, atMs: clock.nowMs() };
      log.changes.push(change);
      const dropped = log.changes.length > CHANGES_KEPT ? log.changes.shift() : undefined;
      if (dropped) log.knownAfter = dropped.eventId;
      return change;
    },
    version: (objectSid) => logs.get(objectSid) ?? { revision: 0, lastEventId: firstEventId },
    added(objectSid) {
      const changes = logs.get(objectSid)?.changes ?? [];
      return new Set(changes.flatMap(({ change, item }) => (change === 'added' && item ? [item.name] : [])));
    },
    since(objectSid, eventId) {
      const log = logs.get(objectSid);
      if (!log) return eventId >= firstEventId ? [] : undefined;
      return eventId < log.knownAfter ? undefined : log.changes.filter((change) => change.eventId > eventId);
    },
    forget(worldBeginsAgainAt) {
      logs.clear();
      lastEventId += 1;
      firstEventId = lastEventId;
      firstWorldEventId = worldBeginsAgainAt;
    },
  };
}

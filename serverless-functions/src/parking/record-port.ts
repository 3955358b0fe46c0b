import type { ConversationSid } from '../contract/sids';
import type { Salvaged } from './domain/damaged-record';
import type { InteractionRecord } from './domain/record';

/** What the next conditional write of a document needs. */
export interface Revision {
  documentSid: string;
  revision: string;
}

/** A record together with its revision. */
export interface Stored<Record extends InteractionRecord = InteractionRecord> extends Revision {
  record: Record;
}

/** A document that is there and is no record of a version that we know: damaged, or of another version. */
export interface Unreadable extends Revision {
  unreadable: ConversationSid;
  /** What can be read of it all the same, if that is enough to route by. */
  salvaged: Salvaged | undefined;
}

/** Undefined: nothing is parked. */
export type Found = Stored | Unreadable | undefined;

export function isUnreadable(found: Found): found is Unreadable {
  return found !== undefined && 'unreadable' in found;
}

/** `conflict`: somebody else wrote meanwhile (HTTP 412, or it exists already); read again and decide again. */
export type Written = { kind: 'written'; stored: Stored } | { kind: 'conflict' };

export interface Records {
  /** `parkId`: of the webhook that fired, for a record that cannot be read. */
  read(conversation: ConversationSid, parkId?: string): Promise<Found>;
  create(record: InteractionRecord): Promise<Written>;
  replace(at: Revision, record: InteractionRecord): Promise<Written>;
  /** Removes just this revision. */
  remove(stored: Stored): Promise<'removed' | 'conflict'>;
  /** All records, page by page, from where an earlier run stopped. */
  pages(cursor: string | undefined): AsyncIterable<RecordPage>;
  /** Takes the lease of reconcile; undefined when another run has it. */
  lease(nowMs: number, untilMs: number): Promise<Lease | undefined>;
  /** Where the next run goes on. */
  saveProgress(lease: Lease): Promise<void>;
}

export interface RecordPage {
  records: (Stored | Unreadable)[];
  /** Brings back just this page; undefined for the first. */
  cursor: string | undefined;
  /** Brings the next page; undefined on the last. */
  nextCursor: string | undefined;
}

/** One round looks at every record; the next begins ten minutes later. */
export interface Lease {
  untilMs: number;
  /** Where the round goes on; undefined: at the first page. */
  cursor: string | undefined;
  /** How many records of that page were looked at in this round. */
  doneOnPage: number;
  /** When the last round that came to its end began; undefined while none has, or while one is on. */
  wholeRoundAtMs: number | undefined;
  /** When the round that is on began. */
  roundAtMs: number | undefined;
  /** What could not be looked at or repaired, so that the next run tries again without waiting for the next round. */
  again: readonly ConversationSid[];
}

import type { ConversationSid } from '../contract/sids';
import type { InteractionRecord } from './domain/record';

/** A record together with what the next conditional write needs. */
export interface Stored<Record extends InteractionRecord = InteractionRecord> {
  record: Record;
  documentSid: string;
  revision: string;
}

/** `conflict`: somebody else wrote meanwhile (HTTP 412, or it exists already); read again and decide again. */
export type Written = { kind: 'written'; stored: Stored } | { kind: 'conflict' };

export interface Records {
  read(conversation: ConversationSid): Promise<Stored | undefined>;
  create(record: InteractionRecord): Promise<Written>;
  replace(stored: Stored, record: InteractionRecord): Promise<Written>;
  /** Removes just this revision. */
  remove(stored: Stored): Promise<'removed' | 'conflict'>;
  /** All records, page by page, from where an earlier run stopped. */
  pages(cursor: string | undefined): AsyncIterable<RecordPage>;
  /** Takes the lease of reconcile; undefined when another run has it. */
  lease(nowMs: number, untilMs: number): Promise<Lease | undefined>;
  /** Where the next run goes on; undefined: from the start. */
  saveCursor(lease: Lease, cursor: string | undefined): Promise<void>;
}

export interface RecordPage {
  records: Stored[];
  /** Brings back just this page; undefined for the first. */
  cursor: string | undefined;
  /** Brings the next page; undefined on the last. */
  nextCursor: string | undefined;
}

export interface Lease {
  untilMs: number;
  cursor: string | undefined;
}

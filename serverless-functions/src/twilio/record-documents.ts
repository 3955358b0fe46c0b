import type { ConversationSid } from '../contract/sids';
import type { InteractionRecord } from '../parking/domain/record';
import type { Stored, Written } from '../parking/ports';
import { recordSchema } from './record-schema';

const NAME_PREFIX = 'ParkedInteraction_';
const RETURNING_TTL_SECONDS = 15 * 24 * 60 * 60;

/** A Sync document as the SDK gives it, as far as records need it. */
export interface RecordDocument {
  sid: string;
  revision: string;
  data: unknown;
}

/** Unique name of a conversation's record. */
export function recordName(conversation: ConversationSid): string {
  return `${NAME_PREFIX}${conversation}`;
}

export function isRecordName(uniqueName: string | null): boolean {
  return uniqueName?.startsWith(NAME_PREFIX) ?? false;
}

/** Seconds that Sync keeps the record; 0 is for ever. Only a returning one may go by itself. */
export function recordTtlSeconds({ state }: InteractionRecord): number {
  return state === 'returning' ? RETURNING_TTL_SECONDS : 0;
}

export function writtenAs({ sid, revision }: RecordDocument, record: InteractionRecord): Written {
  return { kind: 'written', stored: { record, documentSid: sid, revision } };
}

/** Anything that is no record (a tombstone, another version's) counts as none. */
export function storedOf({ sid, revision, data }: RecordDocument): Stored | undefined {
  const parsed = recordSchema.safeParse(data);
  return parsed.success ? { record: parsed.data, documentSid: sid, revision } : undefined;
}

/** Whether a document holds just this record, so that it was our own write whose answer was lost. */
export function holds(document: RecordDocument, record: InteractionRecord): boolean {
  const stored = storedOf(document);
  return stored !== undefined && JSON.stringify(stored.record) === JSON.stringify(recordSchema.parse(record));
}

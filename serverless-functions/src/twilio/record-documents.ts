import { z } from 'zod';

import { conversationSid, type ConversationSid } from '../contract/sids';
import { salvage } from '../parking/domain/damaged-record';
import { recordSchema, type InteractionRecord } from '../parking/domain/record';
import type { Found, Written } from '../parking/ports';

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

/** What stands in for a record between its conditional end and its removal, so that nobody removes a newer one. */
const tombstone = z.object({ removed: z.literal(true) });
export const TOMBSTONE = { removed: true } as const;

export function isTombstone({ data }: RecordDocument): boolean {
  return tombstone.safeParse(data).success;
}

/** The conversation that a record's name tells. */
export function conversationOf(uniqueName: string | null): ConversationSid | undefined {
  return conversationSid.safeParse(uniqueName?.slice(NAME_PREFIX.length)).data;
}

/** A document as what it holds: a record, nothing (a tombstone), or something that cannot be read. */
export function foundIn(
  document: RecordDocument,
  of: { conversationSid: ConversationSid; parkId?: string | undefined },
): Found {
  const { sid, revision, data } = document;
  const parsed = recordSchema.safeParse(data);
  if (parsed.success && parsed.data.park.conversationSid === of.conversationSid)
    return { record: parsed.data, documentSid: sid, revision };
  if (isTombstone(document)) return undefined;
  return { unreadable: of.conversationSid, documentSid: sid, revision, salvaged: salvage(data, of) };
}

/** Whether a document holds just this record, so that it was our own write whose answer was lost. */
export function holds({ data }: RecordDocument, record: InteractionRecord): boolean {
  const parsed = recordSchema.safeParse(data);
  return parsed.success && JSON.stringify(parsed.data) === JSON.stringify(recordSchema.parse(record));
}

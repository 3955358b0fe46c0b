import type { Twilio } from 'twilio';
import type { DocumentListInstance } from 'twilio/lib/rest/sync/v1/service/document';

import type { InteractionRecord } from '../parking/domain/record';
import { TwilioFailure } from '../parking/errors';
import type { RecordPage, Records, Stored, Written } from '../parking/ports';
import type { Revision } from '../parking/record-port';
import type { Calls } from './calls';
import { CHANGED, isRefused, NAME_TAKEN, orUndefined } from './failure';
import { createLease } from './lease';
import { pageQueryOf, pagingOf } from './paging';
import {
  conversationOf,
  foundIn,
  holds,
  isRecordName,
  isTombstone,
  recordName,
  recordTtlSeconds,
  TOMBSTONE,
  writtenAs,
  type RecordDocument,
} from './record-documents';

const TOMBSTONE_TTL_SECONDS = 60;
/** The most that Sync gives (twilio.com/docs/sync/api/document-resource). */
const PAGE_SIZE = 100;

/** Parking records: Sync documents in a service that only the Functions know, written with If-Match. */
export function createRecords(client: Twilio, calls: Calls, serviceSid: string): Records {
  const listUrl = `https://sync.twilio.com/v1/Services/${serviceSid}/Documents`;
  const sync: RecordSync = { calls, documents: client.sync.v1.services(serviceSid).documents, listUrl };
  return {
    ...createLease(sync.documents, calls),
    async read(conversation, parkId) {
      const document = await fetch(sync, recordName(conversation));
      return document && foundIn(document, { conversationSid: conversation, parkId });
    },
    create: (record) => createUnlessRemoved(sync, record),
    replace: (at, record) => replace(sync, at, record),
    remove: (stored) => remove(sync, stored),
    pages: (cursor) => pages(sync, cursor),
  };
}

interface RecordSync {
  documents: DocumentListInstance;
  calls: Calls;
  listUrl: string;
}

async function fetch({ documents, calls }: RecordSync, name: string): Promise<RecordDocument | undefined> {
  return orUndefined(calls.read(() => documents(name).fetch()));
}

async function createUnlessRemoved(sync: RecordSync, record: InteractionRecord): Promise<Written> {
  const first = await create(sync, record);
  if (first.kind === 'written') return first;
  const left = await fetch(sync, recordName(record.park.conversationSid));
  if (!left || !isTombstone(left)) return first;
  await orUndefined(sync.calls.write(() => sync.documents(left.sid).remove()));
  return create(sync, record);
}

async function create(sync: RecordSync, record: InteractionRecord): Promise<Written> {
  const uniqueName = recordName(record.park.conversationSid);
  const document = { uniqueName, data: record, ttl: recordTtlSeconds(record) };
  try {
    return writtenAs(await sync.calls.write(() => sync.documents.create(document)), record);
  } catch (error) {
    if (isRefused(error, NAME_TAKEN)) return conflictUnlessOurs(sync, record);
    throw error;
  }
}

async function replace(sync: RecordSync, at: Revision, record: InteractionRecord): Promise<Written> {
  const change = { data: record, ifMatch: at.revision, ttl: recordTtlSeconds(record) };
  try {
    return writtenAs(await sync.calls.write(() => sync.documents(at.documentSid).update(change)), record);
  } catch (error) {
    if (isRefused(error, CHANGED)) return conflictUnlessOurs(sync, record);
    if (isRefused(error, { status: 404 })) return { kind: 'conflict' };
    throw error;
  }
}

/** A write that was refused may have met our own first try, whose answer was lost. */
async function conflictUnlessOurs(sync: RecordSync, record: InteractionRecord): Promise<Written> {
  const document = await fetch(sync, recordName(record.park.conversationSid));
  return document && holds(document, record) ? writtenAs(document, record) : { kind: 'conflict' };
}

/**
 * Removing has no If-Match in Sync, so a conditional write of a tombstone ends the record and then its document goes,
 * by SID and never by name: a newer park may have made a document of the same name.
 */
async function remove(sync: RecordSync, { documentSid, revision }: Stored): Promise<'removed' | 'conflict'> {
  const end = { data: TOMBSTONE, ifMatch: revision, ttl: TOMBSTONE_TTL_SECONDS };
  try {
    await orUndefined(sync.calls.write(() => sync.documents(documentSid).update(end)));
  } catch (error) {
    if (!isRefused(error, CHANGED)) throw error;
    const now = await fetch(sync, documentSid);
    if (now && !isTombstone(now)) return 'conflict';
  }
  await orUndefined(sync.calls.write(() => sync.documents(documentSid).remove()));
  return 'removed';
}

interface Page {
  instances: (RecordDocument & { uniqueName: string })[];
  nextPageUrl?: string;
}

async function* pages(sync: RecordSync, from: string | undefined): AsyncIterable<RecordPage> {
  let cursor = from;
  for (;;) {
    const page: Page = await fetchPage(sync, cursor);
    const records = page.instances.flatMap((document) => {
      const of = isRecordName(document.uniqueName) ? conversationOf(document.uniqueName) : undefined;
      const found = of && foundIn(document, { conversationSid: of });
      return found ? [found] : [];
    });
    const nextCursor = pageQueryOf(page.nextPageUrl);
    yield { records, cursor, nextCursor };
    cursor = nextCursor;
    if (!cursor) return;
  }
}

/** A cursor that Sync does not take any more is the same as none: better looked at twice than never. */
async function fetchPage({ documents, calls, listUrl }: RecordSync, cursor: string | undefined): Promise<Page> {
  const first = () => calls.read(() => documents.page({ pageSize: PAGE_SIZE }));
  const paging = pagingOf(cursor ?? '');
  if (paging === '') return first();
  try {
    return await calls.read(() => documents.getPage(`${listUrl}?${paging}`));
  } catch (error) {
    if (error instanceof TwilioFailure && error.kind === 'refused') return first();
    throw error;
  }
}

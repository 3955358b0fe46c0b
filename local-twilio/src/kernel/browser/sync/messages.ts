import { isoTime } from '../times';
import type { SyncChange } from './journal';
import type { SyncItemView, SyncKind, SyncObjectView } from './objects';

const collections = { map: 'Maps', list: 'Lists', document: 'Documents' } as const satisfies Record<SyncKind, string>;

const objectUrl = (kind: SyncKind, sid: string): string => `https://cds.us1.twilio.com/v3/${collections[kind]}/${sid}`;
const itemUrl = (kind: SyncKind, sid: string, name: string | number): string =>
  `${objectUrl(kind, sid)}/Items/${encodeURIComponent(name)}`;
const hex = (revision: number): string => revision.toString(16);
const optionalTime = (atMs: number | null): string | null => (atMs === null ? null : isoTime(atMs));

export function objectAnswer(view: SyncObjectView, accountSid: string): Record<string, unknown> {
  const url = objectUrl(view.kind, view.sid);
  return {
    sid: view.sid,
    unique_name: view.uniqueName,
    account_sid: accountSid,
    service_sid: view.serviceSid,
    url,
    links: { items: `${url}/Items`, context: `${url}/Context`, messages: `${url}/Messages` },
    revision: hex(view.revision),
    last_event_id: view.lastEventId,
    date_expires: optionalTime(view.expiresAtMs),
    date_created: isoTime(view.createdAtMs),
    date_updated: isoTime(view.updatedAtMs),
    created_by: view.createdBy,
    ...(view.kind === 'document' ? { data: view.data } : {}),
  };
}

export function itemAnswer(view: SyncObjectView, item: SyncItemView, accountSid: string): Record<string, unknown> {
  return {
    ...(view.kind === 'map' ? { key: item.name } : { index: item.name }),
    account_sid: accountSid,
    service_sid: view.serviceSid,
    url: itemUrl(view.kind, view.sid, item.name),
    revision: hex(item.revision),
    last_event_id: item.lastEventId,
    date_created: isoTime(item.createdAtMs),
    date_updated: isoTime(item.updatedAtMs),
    date_expires: optionalTime(item.expiresAtMs),
    created_by: view.createdBy,
    data: item.data,
  };
}

/** The twilsock message type under which changes of that kind arrive. */
export const changeMessageType = (kind: SyncChange['kind']): string =>
  kind === 'stream' || kind === 'live_query' ? 'twilio.sync.event' : `com.twilio.rtd.cds.${kind}`;

function streamAnswer({ eventId, objectSid, objectUniqueName, atMs, message }: SyncChange): Record<string, unknown> {
  const stream = {
    id: eventId,
    stream_sid: objectSid,
    stream_unique_name: objectUniqueName,
    date_created: isoTime(atMs),
  };
  return {
    event_type: message ? 'stream_message_published' : 'stream_removed',
    event_protocol_version: 4,
    strictly_ordered: true,
    event: message ? { ...stream, message_sid: message.sid, message_data: message.data } : stream,
  };
}

/** A change as the Sync SDK reads it: `map_item_added`, `list_item_removed`, `document_updated` and so on. */
export function changeAnswer(change: SyncChange): Record<string, unknown> {
  const { kind, item } = change;
  if (kind === 'stream') return streamAnswer(change);
  if (kind === 'live_query') return liveQueryAnswer(change);
  const object = {
    id: change.eventId,
    [`${kind}_sid`]: change.objectSid,
    [`${kind}_unique_name`]: change.objectUniqueName,
    [`${kind}_revision`]: hex(change.objectRevision),
    date_created: isoTime(change.atMs),
  };
  const detail = item
    ? {
        ...(kind === 'map' ? { item_key: item.name } : { item_index: item.name }),
        item_url: itemUrl(kind, change.objectSid, item.name),
        item_revision: hex(item.revision ?? change.objectRevision),
        item_data: item.data,
      }
    : { document_data: change.data };
  return {
    event_type: item ? `${kind}_item_${change.change}` : `${kind}_${change.change}`,
    event_protocol_version: 4,
    strictly_ordered: true,
    event: { ...object, ...detail },
  };
}

/** `live_query_item_updated` and `live_query_item_removed`; what is new to a query is an update of it. */
function liveQueryAnswer({ change, item, objectSid, eventId }: SyncChange): Record<string, unknown> {
  return {
    event_type: `live_query_item_${change}`,
    event_protocol_version: 4,
    strictly_ordered: true,
    event: {
      id: eventId,
      last_event_id: eventId,
      query_id: objectSid,
      item_key: item?.name,
      item_data: item?.data,
      item_revision: item?.revision,
    },
  };
}

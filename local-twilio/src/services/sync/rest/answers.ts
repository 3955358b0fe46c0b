import { isoOrNull, isoSeconds } from '../../../kernel/rest/times';
import type {
  SyncDocument,
  SyncItem,
  SyncList,
  SyncListItem,
  SyncMap,
  SyncMapItem,
  SyncPermission,
  SyncService,
  SyncStream,
} from '../entities';
import { revisionText } from '../store';

const root = 'https://sync.twilio.com/v1/Services';

interface Common {
  readonly createdAtMs: number;
  readonly createdBy: string;
  readonly revision: number;
  readonly updatedAtMs: number;
  readonly expiresAtMs: number | null;
}

const common = (accountSid: string, serviceSid: string, held: Common) => ({
  account_sid: accountSid,
  service_sid: serviceSid,
  revision: revisionText(held.revision),
  date_expires: isoOrNull(held.expiresAtMs),
  date_created: isoSeconds(held.createdAtMs),
  date_updated: isoSeconds(held.updatedAtMs),
  created_by: held.createdBy,
});

export function documentAnswer(accountSid: string, document: SyncDocument): unknown {
  const url = `${root}/${document.serviceSid}/Documents/${document.sid}`;
  return {
    sid: document.sid,
    unique_name: document.uniqueName,
    ...common(accountSid, document.serviceSid, document),
    data: document.data,
    url,
    links: { permissions: `${url}/Permissions` },
  };
}

export function streamAnswer(accountSid: string, stream: SyncStream): unknown {
  const url = `${root}/${stream.serviceSid}/Streams/${stream.sid}`;
  const { revision: _unused, ...rest } = common(accountSid, stream.serviceSid, stream);
  return { sid: stream.sid, unique_name: stream.uniqueName, ...rest, url, links: { messages: `${url}/Messages` } };
}

export function mapAnswer(accountSid: string, map: SyncMap): unknown {
  const url = `${root}/${map.serviceSid}/Maps/${map.sid}`;
  return {
    sid: map.sid,
    unique_name: map.uniqueName,
    ...common(accountSid, map.serviceSid, map),
    url,
    links: { items: `${url}/Items`, permissions: `${url}/Permissions` },
  };
}

export function listAnswer(accountSid: string, list: SyncList): unknown {
  const url = `${root}/${list.serviceSid}/Lists/${list.sid}`;
  return {
    sid: list.sid,
    unique_name: list.uniqueName,
    ...common(accountSid, list.serviceSid, list),
    url,
    links: { items: `${url}/Items`, permissions: `${url}/Permissions` },
  };
}

const item = (accountSid: string, serviceSid: string, held: SyncItem) => ({
  ...common(accountSid, serviceSid, held),
  data: held.data,
});

export function mapItemAnswer(accountSid: string, map: SyncMap, held: SyncMapItem): unknown {
  return {
    key: held.key,
    map_sid: map.sid,
    ...item(accountSid, map.serviceSid, held),
    url: `${root}/${map.serviceSid}/Maps/${map.sid}/Items/${encodeURIComponent(held.key)}`,
  };
}

export function mapPermissionAnswer(
  accountSid: string,
  map: SyncMap,
  { identity, ...rights }: SyncPermission,
): unknown {
  return {
    account_sid: accountSid,
    service_sid: map.serviceSid,
    map_sid: map.sid,
    identity,
    ...rights,
    url: `${root}/${map.serviceSid}/Maps/${map.sid}/Permissions/${encodeURIComponent(identity)}`,
  };
}

export function listItemAnswer(accountSid: string, list: SyncList, held: SyncListItem): unknown {
  return {
    index: held.index,
    list_sid: list.sid,
    ...item(accountSid, list.serviceSid, held),
    url: `${root}/${list.serviceSid}/Lists/${list.sid}/Items/${held.index}`,
  };
}

export function serviceAnswer(accountSid: string, service: SyncService): unknown {
  const url = `${root}/${service.sid}`;
  return {
    sid: service.sid,
    unique_name: service.uniqueName,
    account_sid: accountSid,
    friendly_name: service.friendlyName,
    date_created: isoSeconds(service.createdAtMs),
    date_updated: isoSeconds(service.updatedAtMs),
    url,
    webhook_url: null,
    webhooks_from_rest_enabled: false,
    reachability_webhooks_enabled: false,
    acl_enabled: service.aclEnabled,
    reachability_debouncing_enabled: false,
    reachability_debouncing_window: 5000,
    links: {
      documents: `${url}/Documents`,
      lists: `${url}/Lists`,
      maps: `${url}/Maps`,
      streams: `${url}/Streams`,
    },
  };
}

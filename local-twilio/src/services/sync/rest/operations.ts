import { notFound } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, noContent, ok, param, text } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import { documentsRest } from './documents';
import { inOrder } from './order';
import { permissionsRest } from './permissions';
import { servicesRest } from './services';
import { streamsRest } from './streams';
import { collectionTtl, COLLECTION_TTL, data, ITEM_TTL, options, ORDER, service, uniqueName } from './request';
import { listItemWire, listWire, mapItemWire, mapWire } from './answers';

function mapOf(request: Request, name: string) {
  const found = request.account.sync.findMap(service(request), param(request, name));
  if (!found) throw notFound(`/Maps/${param(request, name)}`);
  return found;
}

function listOf(request: Request, name: string) {
  const found = request.account.sync.findList(service(request), param(request, name));
  if (!found) throw notFound(`/Lists/${param(request, name)}`);
  return found;
}

const maps: Handlers = {
  ListSyncMap: (request) =>
    page(
      request,
      'maps',
      [...request.account.sync.service(service(request)).maps.values()].map((map) =>
        mapWire(request.account.accountSid, map),
      ),
    ),
  CreateSyncMap: reading(['UniqueName', ...COLLECTION_TTL], (request) => {
    const input = {
      uniqueName: uniqueName(request),
      ttlSeconds: collectionTtl(request),
    };
    return created(mapWire(request.account.accountSid, request.account.sync.createMap(service(request), input)));
  }),
  FetchSyncMap: (request) => ok(mapWire(request.account.accountSid, mapOf(request, 'Sid'))),
  UpdateSyncMap: reading(COLLECTION_TTL, (request) => {
    const { sync, accountSid } = request.account;
    return ok(mapWire(accountSid, sync.setMapTtl(service(request), param(request, 'Sid'), collectionTtl(request))));
  }),
  DeleteSyncMap: (request) => {
    request.account.sync.removeMap(service(request), param(request, 'Sid'));
    return noContent();
  },
  ListSyncMapItem: reading(ORDER, (request) => {
    const map = mapOf(request, 'MapSid');
    // Items come in order of key: https://www.twilio.com/docs/sync/api/map-item-resource
    const sorted = [...map.items.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
    const items = inOrder(request, sorted, ({ key }) => key);
    return page(
      request,
      'items',
      items.map((item) => mapItemWire(request.account.accountSid, map, item)),
    );
  }),
  CreateSyncMapItem: reading(['Key', 'Data', ...ITEM_TTL], (request) => {
    const map = mapOf(request, 'MapSid');
    const input = { key: text(request, 'Key') ?? '', data: data(request), ...options(request) };
    const item = request.account.sync.createMapItem(service(request), map.sid, input);
    return created(mapItemWire(request.account.accountSid, map, item));
  }),
  FetchSyncMapItem: (request) => {
    const map = mapOf(request, 'MapSid');
    const item = map.items.get(param(request, 'Key'));
    if (!item) throw notFound(`/Maps/${map.sid}/Items/${param(request, 'Key')}`);
    return ok(mapItemWire(request.account.accountSid, map, item));
  },
  UpdateSyncMapItem: reading(['Data', ...ITEM_TTL, 'If-Match'], (request) => {
    const map = mapOf(request, 'MapSid');
    const input = { key: param(request, 'Key'), data: data(request), ...options(request) };
    return ok(
      mapItemWire(
        request.account.accountSid,
        map,
        request.account.sync.updateMapItem(service(request), map.sid, input),
      ),
    );
  }),
  DeleteSyncMapItem: reading(['If-Match'], (request) => {
    const input = { key: param(request, 'Key'), ...options(request) };
    request.account.sync.removeMapItem(service(request), param(request, 'MapSid'), input);
    return noContent();
  }),
};

const lists: Handlers = {
  ListSyncList: (request) =>
    page(
      request,
      'lists',
      [...request.account.sync.service(service(request)).lists.values()].map((list) =>
        listWire(request.account.accountSid, list),
      ),
    ),
  CreateSyncList: reading(['UniqueName', ...COLLECTION_TTL], (request) => {
    const input = {
      uniqueName: uniqueName(request),
      ttlSeconds: collectionTtl(request),
    };
    return created(listWire(request.account.accountSid, request.account.sync.createList(service(request), input)));
  }),
  FetchSyncList: (request) => ok(listWire(request.account.accountSid, listOf(request, 'Sid'))),
  UpdateSyncList: reading(COLLECTION_TTL, (request) => {
    const { sync, accountSid } = request.account;
    return ok(listWire(accountSid, sync.setListTtl(service(request), param(request, 'Sid'), collectionTtl(request))));
  }),
  DeleteSyncList: (request) => {
    request.account.sync.removeList(service(request), param(request, 'Sid'));
    return noContent();
  },
  ListSyncListItem: reading(ORDER, (request) => {
    const list = listOf(request, 'ListSid');
    const items = inOrder(request, [...list.items.values()], ({ index }) => index);
    return page(
      request,
      'items',
      items.map((item) => listItemWire(request.account.accountSid, list, item)),
    );
  }),
  CreateSyncListItem: reading(['Data', ...ITEM_TTL], (request) => {
    const list = listOf(request, 'ListSid');
    const item = request.account.sync.addListItem(service(request), list.sid, data(request), options(request));
    return created(listItemWire(request.account.accountSid, list, item));
  }),
  FetchSyncListItem: (request) => {
    const list = listOf(request, 'ListSid');
    const item = list.items.get(Number(param(request, 'Index')));
    if (!item) throw notFound(`/Lists/${list.sid}/Items/${param(request, 'Index')}`);
    return ok(listItemWire(request.account.accountSid, list, item));
  },
  UpdateSyncListItem: reading(['Data', ...ITEM_TTL, 'If-Match'], (request) => {
    const list = listOf(request, 'ListSid');
    const input = { index: Number(param(request, 'Index')), data: data(request), ...options(request) };
    return ok(
      listItemWire(
        request.account.accountSid,
        list,
        request.account.sync.updateListItem(service(request), list.sid, input),
      ),
    );
  }),
  DeleteSyncListItem: reading(['If-Match'], (request) => {
    const input = { index: Number(param(request, 'Index')), ...options(request) };
    request.account.sync.removeListItem(service(request), param(request, 'ListSid'), input);
    return noContent();
  }),
};

export const syncRest: Handlers = {
  ...servicesRest,
  ...documentsRest,
  ...maps,
  ...permissionsRest,
  ...lists,
  ...streamsRest,
};

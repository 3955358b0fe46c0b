import { notFound } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, noContent, ok, param, text } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import { mapItemAnswer, mapAnswer } from './answers';
import { inOrder } from './order';
import { assertChange, collectionTtl, COLLECTION_TTL, data, ITEM_TTL } from './request';
import { options, ORDER, revised, service, uniqueName } from './request';

function mapOf(request: Request, name: string) {
  const found = request.account.sync.findMap(service(request), param(request, name));
  if (!found) throw notFound(`/Maps/${param(request, name)}`);
  return found;
}

/** "How long before the Map Item's parent Sync Map expires", once the item itself has been written. */
function keepMap(request: Request, mapSid: string): void {
  const { collectionTtlSeconds } = options(request);
  if (collectionTtlSeconds !== undefined)
    request.account.sync.setMapTtl(service(request), mapSid, collectionTtlSeconds);
}

/** https://www.twilio.com/docs/sync/api/map-resource and map-item-resource */
export const mapsRest: Handlers = {
  ListSyncMap: (request) =>
    page(
      request,
      'maps',
      [...request.account.sync.service(service(request)).maps.values()].map((map) =>
        mapAnswer(request.account.accountSid, map),
      ),
    ),
  CreateSyncMap: reading(['UniqueName', ...COLLECTION_TTL], (request) => {
    const input = {
      uniqueName: uniqueName(request),
      ttlSeconds: collectionTtl(request),
    };
    return created(mapAnswer(request.account.accountSid, request.account.sync.createMap(service(request), input)));
  }),
  FetchSyncMap: (request) => ok(mapAnswer(request.account.accountSid, mapOf(request, 'Sid'))),
  UpdateSyncMap: reading(COLLECTION_TTL, (request) => {
    const { sync, accountSid } = request.account;
    assertChange(request);
    return ok(mapAnswer(accountSid, sync.setMapTtl(service(request), param(request, 'Sid'), collectionTtl(request))));
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
      items.map((item) => mapItemAnswer(request.account.accountSid, map, item)),
    );
  }),
  CreateSyncMapItem: reading(['Key', 'Data', ...ITEM_TTL], (request) => {
    const map = mapOf(request, 'MapSid');
    const input = { key: text(request, 'Key') ?? '', data: data(request), ...options(request) };
    const item = request.account.sync.createMapItem(service(request), map.sid, input);
    keepMap(request, map.sid);
    return revised(created(mapItemAnswer(request.account.accountSid, map, item)), item);
  }),
  FetchSyncMapItem: (request) => {
    const map = mapOf(request, 'MapSid');
    const item = map.items.get(param(request, 'Key'));
    if (!item) throw notFound(`/Maps/${map.sid}/Items/${param(request, 'Key')}`);
    return revised(ok(mapItemAnswer(request.account.accountSid, map, item)), item);
  },
  UpdateSyncMapItem: reading(['Data', ...ITEM_TTL, 'If-Match'], (request) => {
    assertChange(request);
    const map = mapOf(request, 'MapSid');
    const input = { key: param(request, 'Key'), data: data(request), ...options(request) };
    const item = request.account.sync.updateMapItem(service(request), map.sid, input);
    keepMap(request, map.sid);
    return revised(ok(mapItemAnswer(request.account.accountSid, map, item)), item);
  }),
  DeleteSyncMapItem: reading(['If-Match'], (request) => {
    const input = { key: param(request, 'Key'), ...options(request) };
    request.account.sync.removeMapItem(service(request), param(request, 'MapSid'), input);
    return noContent();
  }),
};

import { notFound } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, noContent, ok, param } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import { listItemAnswer, listAnswer } from './answers';
import { inOrder } from './order';
import { assertChange, collectionTtl, COLLECTION_TTL, data, ITEM_TTL } from './request';
import { options, ORDER, revised, service, uniqueName } from './request';

function listOf(request: Request, name: string) {
  const found = request.account.sync.findList(service(request), param(request, name));
  if (!found) throw notFound(`/Lists/${param(request, name)}`);
  return found;
}

/** "How long before the List Item's parent Sync List expires", once the item itself has been written. */
function keepList(request: Request, listSid: string): void {
  const { collectionTtlSeconds } = options(request);
  if (collectionTtlSeconds !== undefined)
    request.account.sync.setListTtl(service(request), listSid, collectionTtlSeconds);
}

/** https://www.twilio.com/docs/sync/api/list-resource and listitem-resource */
export const listsRest: Handlers = {
  ListSyncList: (request) =>
    page(
      request,
      'lists',
      [...request.account.sync.service(service(request)).lists.values()].map((list) =>
        listAnswer(request.account.accountSid, list),
      ),
    ),
  CreateSyncList: reading(['UniqueName', ...COLLECTION_TTL], (request) => {
    const input = {
      uniqueName: uniqueName(request),
      ttlSeconds: collectionTtl(request),
    };
    return created(listAnswer(request.account.accountSid, request.account.sync.createList(service(request), input)));
  }),
  FetchSyncList: (request) => ok(listAnswer(request.account.accountSid, listOf(request, 'Sid'))),
  UpdateSyncList: reading(COLLECTION_TTL, (request) => {
    const { sync, accountSid } = request.account;
    assertChange(request);
    return ok(listAnswer(accountSid, sync.setListTtl(service(request), param(request, 'Sid'), collectionTtl(request))));
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
      items.map((item) => listItemAnswer(request.account.accountSid, list, item)),
    );
  }),
  CreateSyncListItem: reading(['Data', ...ITEM_TTL], (request) => {
    const list = listOf(request, 'ListSid');
    const item = request.account.sync.addListItem(service(request), list.sid, data(request), options(request));
    keepList(request, list.sid);
    return revised(created(listItemAnswer(request.account.accountSid, list, item)), item);
  }),
  FetchSyncListItem: (request) => {
    const list = listOf(request, 'ListSid');
    const item = list.items.get(Number(param(request, 'Index')));
    if (!item) throw notFound(`/Lists/${list.sid}/Items/${param(request, 'Index')}`);
    return revised(ok(listItemAnswer(request.account.accountSid, list, item)), item);
  },
  UpdateSyncListItem: reading(['Data', ...ITEM_TTL, 'If-Match'], (request) => {
    assertChange(request);
    const list = listOf(request, 'ListSid');
    const input = { index: Number(param(request, 'Index')), data: data(request), ...options(request) };
    const item = request.account.sync.updateListItem(service(request), list.sid, input);
    keepList(request, list.sid);
    return revised(ok(listItemAnswer(request.account.accountSid, list, item)), item);
  }),
  DeleteSyncListItem: reading(['If-Match'], (request) => {
    const input = { index: Number(param(request, 'Index')), ...options(request) };
    request.account.sync.removeListItem(service(request), param(request, 'ListSid'), input);
    return noContent();
  }),
};

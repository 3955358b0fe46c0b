import { TwilioError, notFound } from '../../../kernel/errors';
import type { FlexToken } from '../../iam/entities';
import { DEFAULT_SERVICE } from '../entities';
import type { SyncAccount } from '../account';
import {
  created,
  fieldsOf,
  numberField,
  ok,
  textField,
  type AgentExchange,
  type BrowserAnswer,
} from '../../../kernel/browser/exchange';
import { forAgent, type BrowserRoute } from '../../../kernel/browser/router';
import { isoTime } from '../../../kernel/browser/times';
import { forbidden, may, rightOf } from './access';
import type { SyncKind, SyncObjectView, SyncSource } from '../../../kernel/browser/sync/objects';
import { pageOf, pageRequest } from '../../../kernel/browser/sync/pages';
import { itemAnswer, objectAnswer } from '../../../kernel/browser/sync/messages';
import { streamRoutes } from './stream-routes';
import { documentView, listView, mapView } from './source';

const HOST = 'cds.';

interface Options {
  readonly account: SyncAccount;
  readonly source: SyncSource;
}

/** Sync as browsers speak it (the `cds` host); only the account's own objects can be written. */
export function syncRoutes(options: Options): readonly BrowserRoute[] {
  return [
    ...kindRoutes(options, 'Maps', 'map'),
    ...kindRoutes(options, 'Lists', 'list'),
    ...kindRoutes(options, 'Documents', 'document'),
    ...streamRoutes(options.account),
  ];
}

function kindRoutes({ account, source }: Options, collection: string, kind: SyncKind): readonly BrowserRoute[] {
  const { accountSid } = account;
  const get = (viewer: FlexToken, name: string): SyncObjectView => {
    const found = source.find(viewer, kind, name);
    if (!found) throw notFound(`/v3/${collection}/${name}`);
    return found;
  };
  const object = (exchange: AgentExchange) => {
    const { params, viewer, request } = exchange;
    const view = get(viewer, params['name'] ?? '');
    if (!may(account, { viewer, right: rightOf(exchange) }, view)) throw forbidden();
    if (request.method === 'GET') account.rates.syncRead(view.sid);
    else account.rates.syncWrite(view.sid);
    return view;
  };
  const root = `/v3/${collection}`;

  const fetchObject = (exchange: AgentExchange): BrowserAnswer => {
    const view = object(exchange);
    const items = exchange.request.query['Include'] === 'items' ? view.items() : undefined;
    return ok({
      ...objectAnswer(view, accountSid),
      ...(items ? { items: items.map((item) => itemAnswer(view, item, accountSid)) } : {}),
    });
  };

  return [
    forAgent(['POST', HOST, root], (exchange) => created(objectAnswer(create(account, kind, exchange), accountSid))),
    forAgent(['GET', HOST, `${root}/:name`], fetchObject),
    forAgent(['POST', HOST, `${root}/:name`], (exchange) => {
      const { sid } = object(exchange);
      const { data } = fieldsOf(exchange.request);
      if (kind === 'document' && data !== undefined)
        account.sync.updateDocument(DEFAULT_SERVICE, sid, data, written(exchange));
      return ok(objectAnswer(get(exchange.viewer, sid), accountSid));
    }),
    forAgent(['DELETE', HOST, `${root}/:name`], (exchange) => {
      remove(account, kind, object(exchange).sid);
      return { status: 204, body: null };
    }),
    forAgent(['GET', HOST, `${root}/:name/Context`], (exchange) =>
      ok({ data: {}, last_event_id: object(exchange).lastEventId }),
    ),
    ...itemRoutes({ account, kind, root, object, get }),
  ];
}

interface ItemRoutes {
  readonly account: SyncAccount;
  readonly kind: SyncKind;
  readonly root: string;
  readonly object: (exchange: AgentExchange) => SyncObjectView;
  readonly get: (viewer: FlexToken, name: string) => SyncObjectView;
}

function itemRoutes({ account, kind, root, object, get }: ItemRoutes): readonly BrowserRoute[] {
  const { accountSid } = account;
  const listItems = (exchange: AgentExchange): BrowserAnswer => {
    const view = object(exchange);
    const { query } = exchange.request;
    const wanted = query['Key'] ?? query['Index'];
    const all = wanted === undefined ? view.items() : view.items().filter((item) => String(item.name) === wanted);
    const page = pageOf(all, pageRequest(query, kind === 'list' ? 'list' : 'map'));
    return ok({
      items: page.items.map((item) => itemAnswer(view, item, accountSid)),
      meta: { previous_token: page.previousToken, next_token: page.nextToken },
    });
  };

  return [
    forAgent(['GET', HOST, `${root}/:name/Items`], listItems),
    forAgent(['POST', HOST, `${root}/:name/Items`], (exchange) => {
      const { sid } = object(exchange);
      const item = account.sync.addListItem(
        DEFAULT_SERVICE,
        sid,
        fieldsOf(exchange.request)['data'],
        written(exchange),
      );
      const view = get(exchange.viewer, sid);
      return created(itemAnswer(view, { ...item, name: item.index }, accountSid));
    }),
    forAgent(['PUT', HOST, `${root}/:name/Items/:item`], (exchange) => putItem(account, object(exchange), exchange)),
    forAgent(['POST', HOST, `${root}/:name/Items/:item`], (exchange) => putItem(account, object(exchange), exchange)),
    forAgent(['DELETE', HOST, `${root}/:name/Items/:item`], (exchange) => {
      const { sid } = object(exchange);
      const item = exchange.params['item'] ?? '';
      if (kind === 'map') account.sync.removeMapItem(DEFAULT_SERVICE, sid, { key: item, ...written(exchange) });
      else account.sync.removeListItem(DEFAULT_SERVICE, sid, { index: Number(item), ...written(exchange) });
      const { lastEventId, updatedAtMs } = get(exchange.viewer, sid);
      return ok({ last_event_id: lastEventId, date_updated: isoTime(updatedAtMs) });
    }),
  ];
}

function create(account: SyncAccount, kind: SyncKind, { request, viewer }: AgentExchange): SyncObjectView {
  const fields = fieldsOf(request);
  const uniqueName = textField(fields['unique_name']);
  const ttlSeconds = numberField(fields['ttl']);
  const input = { uniqueName, ttlSeconds, createdBy: viewer.identity };
  switch (kind) {
    case 'map':
      return mapView(account.sync.createMap(DEFAULT_SERVICE, input));
    case 'list':
      return listView(account.sync.createList(DEFAULT_SERVICE, input));
    case 'document':
      return documentView(account.sync.createDocument(DEFAULT_SERVICE, { ...input, data: fields['data'] }));
  }
}

function remove(account: SyncAccount, kind: SyncKind, sid: string): void {
  switch (kind) {
    case 'map':
      return account.sync.removeMap(DEFAULT_SERVICE, sid);
    case 'list':
      return account.sync.removeList(DEFAULT_SERVICE, sid);
    case 'document':
      return account.sync.removeDocument(DEFAULT_SERVICE, sid);
  }
}

/** PUT makes or replaces a map's item; `If-Match: -1` means only if it is not there. */
function putItem(account: SyncAccount, view: SyncObjectView, exchange: AgentExchange): BrowserAnswer {
  const { data } = fieldsOf(exchange.request);
  const name = exchange.params['item'] ?? '';
  const options = written(exchange);
  const { accountSid } = account;
  if (view.kind === 'list') {
    const item = account.sync.updateListItem(DEFAULT_SERVICE, view.sid, { index: Number(name), data, ...options });
    return ok(itemAnswer(view, { ...item, name: item.index }, accountSid));
  }
  const known = account.sync.findMap(DEFAULT_SERVICE, view.sid)?.items.has(name) ?? false;
  if (known && options.ifMatch === '-1') throw new TwilioError(412, 54205, 'The item exists already');
  const { ifMatch: _unused, ...withoutMatch } = options;
  const item = known
    ? account.sync.updateMapItem(DEFAULT_SERVICE, view.sid, { key: name, data, ...options })
    : account.sync.createMapItem(DEFAULT_SERVICE, view.sid, { key: name, data, ...withoutMatch });
  const wire = itemAnswer(view, { ...item, name: item.key }, accountSid);
  return known ? ok(wire) : created(wire);
}

function written({ request, viewer }: AgentExchange): { ttlSeconds?: number; ifMatch?: string; createdBy: string } {
  const ttlSeconds = numberField(fieldsOf(request)['ttl']);
  const ifMatch = request.headers['if-match'];
  return {
    createdBy: viewer.identity,
    ...(ttlSeconds === undefined ? {} : { ttlSeconds }),
    ...(ifMatch === undefined ? {} : { ifMatch }),
  };
}

import { TwilioError, notFound } from '../../../kernel/errors';
import type { FlexToken } from '../../iam/entities';
import { ids } from '../../../account/seed/contact-centre';
import type { World } from '../../../account/world';
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
import { itemWire, objectWire } from '../../../kernel/browser/sync/messages';
import { documentView, listView, mapView } from './source';

const HOST = 'cds.';
const SERVICE = ids.syncService;

interface Options {
  readonly world: World;
  readonly source: SyncSource;
}

/** Sync as browsers speak it (the `cds` host); only the world's own objects can be written. */
export function syncRoutes(options: Options): readonly BrowserRoute[] {
  return [
    ...kindRoutes(options, 'Maps', 'map'),
    ...kindRoutes(options, 'Lists', 'list'),
    ...kindRoutes(options, 'Documents', 'document'),
  ];
}

function kindRoutes({ world, source }: Options, collection: string, kind: SyncKind): readonly BrowserRoute[] {
  const account = world.accountSid;
  const get = (viewer: FlexToken, name: string): SyncObjectView => {
    const found = source.find(viewer, kind, name);
    if (!found) throw notFound(`/v3/${collection}/${name}`);
    return found;
  };
  const object = (exchange: AgentExchange) => {
    const { params, viewer, request } = exchange;
    const view = get(viewer, params['name'] ?? '');
    if (!may(world, { viewer, right: rightOf(exchange) }, view)) throw forbidden();
    if (request.method === 'GET') world.rates.syncRead(view.sid);
    else world.rates.syncWrite(view.sid);
    return view;
  };
  const root = `/v3/${collection}`;

  const fetchObject = (exchange: AgentExchange): BrowserAnswer => {
    const view = object(exchange);
    const items = exchange.request.query['Include'] === 'items' ? view.items() : undefined;
    return ok({
      ...objectWire(view, account),
      ...(items ? { items: items.map((item) => itemWire(view, item, account)) } : {}),
    });
  };

  return [
    forAgent(['POST', HOST, root], (exchange) => created(objectWire(create(world, kind, exchange), account))),
    forAgent(['GET', HOST, `${root}/:name`], fetchObject),
    forAgent(['POST', HOST, `${root}/:name`], (exchange) => {
      const { sid } = object(exchange);
      const { data } = fieldsOf(exchange.request);
      if (kind === 'document' && data !== undefined) world.sync.updateDocument(SERVICE, sid, data, written(exchange));
      return ok(objectWire(get(exchange.viewer, sid), account));
    }),
    forAgent(['DELETE', HOST, `${root}/:name`], (exchange) => {
      remove(world, kind, object(exchange).sid);
      return { status: 204, body: null };
    }),
    forAgent(['GET', HOST, `${root}/:name/Context`], (exchange) =>
      ok({ data: {}, last_event_id: object(exchange).lastEventId }),
    ),
    ...itemRoutes({ world, kind, root, object, get }),
  ];
}

interface ItemRoutes {
  readonly world: World;
  readonly kind: SyncKind;
  readonly root: string;
  readonly object: (exchange: AgentExchange) => SyncObjectView;
  readonly get: (viewer: FlexToken, name: string) => SyncObjectView;
}

function itemRoutes({ world, kind, root, object, get }: ItemRoutes): readonly BrowserRoute[] {
  const account = world.accountSid;
  const listItems = (exchange: AgentExchange): BrowserAnswer => {
    const view = object(exchange);
    const { query } = exchange.request;
    const wanted = query['Key'] ?? query['Index'];
    const all = wanted === undefined ? view.items() : view.items().filter((item) => String(item.name) === wanted);
    const page = pageOf(all, pageRequest(query, kind === 'list' ? 'list' : 'map'));
    return ok({
      items: page.items.map((item) => itemWire(view, item, account)),
      meta: { previous_token: page.previousToken, next_token: page.nextToken },
    });
  };

  return [
    forAgent(['GET', HOST, `${root}/:name/Items`], listItems),
    forAgent(['POST', HOST, `${root}/:name/Items`], (exchange) => {
      const { sid } = object(exchange);
      const item = world.sync.addListItem(SERVICE, sid, fieldsOf(exchange.request)['data'], written(exchange));
      const view = get(exchange.viewer, sid);
      return created(itemWire(view, { ...item, name: item.index }, account));
    }),
    forAgent(['PUT', HOST, `${root}/:name/Items/:item`], (exchange) => putItem(world, object(exchange), exchange)),
    forAgent(['POST', HOST, `${root}/:name/Items/:item`], (exchange) => putItem(world, object(exchange), exchange)),
    forAgent(['DELETE', HOST, `${root}/:name/Items/:item`], (exchange) => {
      const { sid } = object(exchange);
      const item = exchange.params['item'] ?? '';
      if (kind === 'map') world.sync.removeMapItem(SERVICE, sid, { key: item, ...written(exchange) });
      else world.sync.removeListItem(SERVICE, sid, { index: Number(item), ...written(exchange) });
      const { lastEventId, updatedAtMs } = get(exchange.viewer, sid);
      return ok({ last_event_id: lastEventId, date_updated: isoTime(updatedAtMs) });
    }),
  ];
}

function create(world: World, kind: SyncKind, { request, viewer }: AgentExchange): SyncObjectView {
  const fields = fieldsOf(request);
  const uniqueName = textField(fields['unique_name']);
  const ttlSeconds = numberField(fields['ttl']);
  const input = { uniqueName, ttlSeconds, createdBy: viewer.identity };
  switch (kind) {
    case 'map':
      return mapView(world.sync.createMap(SERVICE, input));
    case 'list':
      return listView(world.sync.createList(SERVICE, input));
    case 'document':
      return documentView(world.sync.createDocument(SERVICE, { ...input, data: fields['data'] }));
  }
}

function remove(world: World, kind: SyncKind, sid: string): void {
  switch (kind) {
    case 'map':
      return world.sync.removeMap(SERVICE, sid);
    case 'list':
      return world.sync.removeList(SERVICE, sid);
    case 'document':
      return world.sync.removeDocument(SERVICE, sid);
  }
}

/** PUT makes or replaces a map's item; `If-Match: -1` means only if it is not there. */
function putItem(world: World, view: SyncObjectView, exchange: AgentExchange): BrowserAnswer {
  const { data } = fieldsOf(exchange.request);
  const name = exchange.params['item'] ?? '';
  const options = written(exchange);
  const account = world.accountSid;
  if (view.kind === 'list') {
    const item = world.sync.updateListItem(SERVICE, view.sid, { index: Number(name), data, ...options });
    return ok(itemWire(view, { ...item, name: item.index }, account));
  }
  const known = world.sync.findMap(SERVICE, view.sid)?.items.has(name) ?? false;
  if (known && options.ifMatch === '-1') throw new TwilioError(412, 54205, 'The item exists already');
  const { ifMatch: _unused, ...withoutMatch } = options;
  const item = known
    ? world.sync.updateMapItem(SERVICE, view.sid, { key: name, data, ...options })
    : world.sync.createMapItem(SERVICE, view.sid, { key: name, data, ...withoutMatch });
  const wire = itemWire(view, { ...item, name: item.key }, account);
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

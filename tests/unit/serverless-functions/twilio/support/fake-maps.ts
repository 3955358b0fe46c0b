import { refusal, type Answering, type HttpAnswer, type Sent } from '../../support/fake-http';
import { sid } from '../../support/fixtures';

interface FakeItem {
  map: string;
  key: string;
  data: unknown;
  revision: string;
  ttl: number;
}

const PATH = /^\/v1\/Services\/IS[0-9a-f]{32}\/Maps(?:\/([^/]+)(?:\/Items(?:\/([^/]+))?)?)?$/;

/** The maps of one Sync service and their items, with revisions and If-Match. */
export function fakeMaps(maps: string[]) {
  const items: FakeItem[] = [];
  const mapSidOf = (name: string) => sid('MP', maps.indexOf(name) + 1);
  const wire = ({ map, ...item }: FakeItem) => ({ ...item, map_sid: mapSidOf(map) });

  function onMaps({ method, form }: Sent): HttpAnswer {
    const body = { maps: maps.map((name) => ({ sid: mapSidOf(name), unique_name: name })), meta: { key: 'maps' } };
    if (method === 'GET') return { status: 200, body };
    const name = String(form.UniqueName);
    if (maps.includes(name)) return refusal(409, 54301);
    maps.push(name);
    return { status: 201, body: { sid: mapSidOf(name), unique_name: name } };
  }

  function onItems(map: string, { method, form }: Sent): HttpAnswer {
    const mine = items.filter((item) => item.map === map);
    if (method === 'GET') return { status: 200, body: { items: mine.map(wire), meta: { key: 'items' } } };
    const key = String(form.Key);
    if (mine.some((item) => item.key === key)) return refusal(409, 54208);
    const item = { map, key, data: parsed(form.Data), revision: '0', ttl: Number(form.ItemTtl) };
    items.push(item);
    return { status: 201, body: wire(item) };
  }

  function onItem(item: FakeItem, { method, form, ifMatch }: Sent): HttpAnswer {
    if (ifMatch !== undefined && ifMatch !== item.revision) return refusal(412, 54103);
    if (method === 'DELETE') {
      items.splice(items.indexOf(item), 1);
      return { status: 204 };
    }
    if (method === 'POST') {
      const revision = String(Number(item.revision) + 1);
      // A TTL that is not sent stays as it is: twilio.com/docs/sync/api/map-item-resource
      Object.assign(item, { data: parsed(form.Data), revision, ttl: Number(form.ItemTtl ?? item.ttl) });
    }
    return { status: 200, body: wire(item) };
  }

  const answer: Answering = (request) => {
    const [, mapKey, key] = PATH.exec(request.path) ?? [];
    if (mapKey === undefined) return onMaps(request);
    const map = maps.find((name) => name === mapKey || mapSidOf(name) === mapKey);
    if (map === undefined) return refusal(404);
    if (key === undefined) return onItems(map, request);
    const item = items.find((one) => one.map === map && one.key === key);
    return item ? onItem(item, request) : refusal(404);
  };

  return { answer, items, maps };
}

function parsed(data: unknown): unknown {
  return typeof data === 'string' ? JSON.parse(data) : data;
}

/** @jest-environment node */
import {
  ParkedInteractionsMap,
  type SyncClientPort,
  type SyncItem,
  type SyncMapPort,
  type SyncPage,
} from '../../../plugin-src/flex/parked-interactions-map';
import { aListItem, ME, sid } from './support/fixtures';

type Listener = (event: never) => void;

/** Listeners by event, as an EventEmitter has them; `emit` is what Sync would say. */
function emitter() {
  const listeners = new Map<string, Listener[]>();
  return {
    on: (event: string, listener: Listener) => void listeners.set(event, [...(listeners.get(event) ?? []), listener]),
    emit: (event: string, payload?: unknown) =>
      (listeners.get(event) ?? []).forEach((listener) => listener(payload as never)),
  };
}

const item = (n: number, changes = {}): SyncItem => ({
  key: sid('CH', n),
  data: aListItem({ conversationSid: sid('CH', n), customerName: `Customer ${n}`, ...changes }),
});

/** A map with these pages; `reading` can hold back or refuse the first page. */
function aSyncMap(pages: SyncItem[][], reading: () => Promise<void> = async () => undefined) {
  const events = emitter();
  const page = (index: number): SyncPage => ({
    items: pages[index] ?? [],
    hasNextPage: index + 1 < pages.length,
    nextPage: async () => page(index + 1),
  });
  const map = { closed: false, pages, ...events };
  const port: SyncMapPort = {
    on: events.on,
    close: () => void (map.closed = true),
    getItems: async () => {
      await reading();
      return page(0);
    },
  };
  return { ...map, port, isClosed: () => map.closed };
}

function aSyncClient(maps: (SyncMapPort | Error)[]) {
  const events = emitter();
  const opened: unknown[] = [];
  const port: SyncClientPort = {
    connectionState: 'connecting',
    on: events.on,
    map: async (options) => {
      opened.push(options);
      const next = maps.length > 1 ? maps.shift() : maps[0];
      if (!next || next instanceof Error) throw next ?? new Error('no map');
      return next;
    },
  };
  return { port, opened, emit: events.emit };
}

function watch(client: SyncClientPort) {
  const seen: (string | string[])[] = [];
  const list = new ParkedInteractionsMap(client, ME, {
    loading: () => void seen.push('loading'),
    changed: (items, complete) => {
      const names = Object.values(items).map((each) => each.customerName);
      seen.push(complete ? names : [...names, 'and more']);
    },
    disconnected: () => void seen.push('disconnected'),
    failed: () => void seen.push('failed'),
  });
  return { list, seen };
}

describe('the list of parked interactions', () => {
  it('opens the agent’s own map, creating it if need be', async () => {
    const client = aSyncClient([aSyncMap([[]]).port]);
    await watch(client.port).list.reload();
    expect(client.opened).toEqual([{ id: `ParkedInteractions_${ME}`, mode: 'open_or_create' }]);
  });

  it('shows its first rows without waiting for the last page, and says that there are more', async () => {
    const client = aSyncClient([aSyncMap([[item(1)], [item(2)], [item(3)]]).port]);
    const { list, seen } = watch(client.port);
    await list.reload();
    expect(seen).toEqual([
      'loading',
      ['Customer 1', 'and more'],
      ['Customer 1', 'Customer 2', 'and more'],
      ['Customer 1', 'Customer 2', 'Customer 3'],
    ]);
  });

  it('follows what comes, changes and goes, without a reload', async () => {
    const map = aSyncMap([[item(1)]]);
    const { list, seen } = watch(aSyncClient([map.port]).port);
    await list.reload();
    map.emit('itemAdded', { item: item(2), isLocal: false });
    map.emit('itemUpdated', { item: item(1, { customerName: 'Renamed' }), isLocal: false });
    map.emit('itemRemoved', { key: sid('CH', 2), isLocal: false });
    expect(seen.slice(2)).toEqual([['Customer 1', 'Customer 2'], ['Renamed', 'Customer 2'], ['Renamed']]);
  });

  it('trusts an event that comes while the pages are read more than the page', async () => {
    const map = aSyncMap([[item(1), item(2)]], async () => {
      map.emit('itemRemoved', { key: sid('CH', 1) });
      map.emit('itemAdded', { item: item(3) });
    });
    const { list, seen } = watch(aSyncClient([map.port]).port);
    await list.reload();
    expect(seen).toEqual(['loading', ['Customer 3', 'Customer 2']]);
  });

  it('leaves out an item that is not as the contract says, and keeps the rest', async () => {
    const strange = { key: sid('CH', 7), data: { hello: 'world' } };
    const { list, seen } = watch(aSyncClient([aSyncMap([[strange, item(1)]]).port]).port);
    await list.reload();
    expect(seen).toEqual(['loading', ['Customer 1']]);
  });

  it('says so when it cannot be loaded, and loads on the next try', async () => {
    const client = aSyncClient([new Error('denied'), aSyncMap([[item(1)]]).port]);
    const { list, seen } = watch(client.port);
    await list.reload();
    await list.reload();
    expect(seen).toEqual(['loading', 'failed', 'loading', ['Customer 1']]);
  });

  it('opens the map anew when somebody deletes it', async () => {
    const deleted = aSyncMap([[item(1)]]);
    const { list, seen } = watch(aSyncClient([deleted.port, aSyncMap([[]]).port]).port);
    await list.reload();
    deleted.emit('removed');
    await settled();
    expect(seen.slice(2)).toEqual(['loading', []]);
  });

  it('listens no more after stop', async () => {
    const map = aSyncMap([[item(1)]]);
    const { list, seen } = watch(aSyncClient([map.port]).port);
    await list.reload();
    list.stop();
    map.emit('itemAdded', { item: item(2) });
    expect(seen).toHaveLength(2);
    expect(map.isClosed()).toBe(true);
  });
});

describe('a lost connection', () => {
  it('is told once, and everything is read again behind the rows when it is back', async () => {
    const map = aSyncMap([[item(1)]]);
    const client = aSyncClient([map.port]);
    const { list, seen } = watch(client.port);
    client.emit('connectionStateChanged', 'connected');
    await list.reload();
    client.emit('connectionStateChanged', 'disconnected');
    client.emit('connectionStateChanged', 'connecting');
    map.pages.splice(0, 1, [item(2)]);
    client.emit('connectionStateChanged', 'connected');
    await settled();
    expect(seen.slice(2)).toEqual(['disconnected', ['Customer 2']]);
  });

  it('is not what the first connecting of a page is', async () => {
    const client = aSyncClient([aSyncMap([[item(1)]]).port]);
    const { list, seen } = watch(client.port);
    const loaded = list.reload();
    client.emit('connectionStateChanged', 'connecting');
    client.emit('connectionStateChanged', 'connected');
    await loaded;
    expect(seen).toEqual(['loading', ['Customer 1']]);
  });
});

/** Lets all promises that are ready run. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

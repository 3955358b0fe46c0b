import type { SyncClient, SyncStream } from 'twilio-sync';
import { cue, heard, tell } from './telling';

export interface SyncSdk {
  readonly SyncClient: new (token: string) => SyncClient;
}

/** Objects called after `name`; the test writes to the same ones when it is asked to. */
export async function sync({ SyncClient: Client }: SyncSdk, token: string, name: string) {
  const client = new Client(token);
  await map(client, name);
  await document(client, name);
  await list(client, name);
  await stream(client, name);
  await client.shutdown();
}

async function map(client: SyncClient, name: string): Promise<void> {
  const map = await client.map(name);
  await map.set('mine', { a: 1 });

  const added = heard((tell) => map.on('itemAdded', ({ item }) => tell([item.key, item.data])));
  // Not subscribed yet: what is written from now on must be told all the same.
  cue('add to the map');
  tell('added', await added);

  await map.set('count', { n: 1 });
  // Somebody else writes between its reading and its writing: refused by If-Match, read and worked out again.
  let tries = 0;
  const counted = await map.mutate('count', (before) => {
    if (tries++ === 0) cue('count in the map');
    return { n: Number(Object(before).n) + 1 };
  });
  tell('tries', tries);
  tell('counted', counted.data);

  const updated = heard((tell) => map.on('itemUpdated', ({ item, isLocal }) => isLocal || tell([item.key, item.data])));
  cue('update the map');
  tell('updated', await updated);

  const removed = heard((tell) => map.on('itemRemoved', ({ key, isLocal }) => tell({ key, isLocal })));
  cue('remove from the map');
  tell('removed', await removed);

  const missed = heard((tell) => map.on('itemAdded', ({ item }) => item.key === 'missed' && tell(item.data)));
  cue('break the connection, then add to the map');
  tell('missed', await missed);

  tell(
    'keys',
    (await map.getItems()).items.map(({ key }) => key),
  );
}

async function document(client: SyncClient, name: string): Promise<void> {
  const document = await client.document({ id: name, data: { steps: 1 } });
  await document.update({ more: true });
  const changed = heard((tell) => document.on('updated', ({ data, isLocal }) => isLocal || tell(data)));
  cue('update the document');
  tell('document', await changed);
  await document.mutate((before) => ({ ...Object(before), mutated: true }));
}

async function list(client: SyncClient, name: string): Promise<void> {
  const list = await client.list(name);
  await list.push({ first: true });
  const added = heard((tell) => list.on('itemAdded', ({ item, isLocal }) => isLocal || tell([item.index, item.data])));
  cue('push to the list');
  tell('pushed', await added);
  const removed = heard((tell) => list.on('itemRemoved', ({ index }) => tell(index)));
  await list.remove(0);
  tell('removed from the list', await removed);
}

async function stream(client: SyncClient, name: string): Promise<void> {
  const stream = await client.stream({ id: name, ttl: 60 });
  await followed(stream);
  const published = heard((tell) =>
    stream.on('messagePublished', ({ message }) => 'theirs' in message.data && tell(message)),
  );
  cue('publish to the stream');
  tell('published', await published);
  const removed = heard((tell) => stream.on('removed', ({ isLocal }) => tell({ isLocal })));
  cue('remove the stream');
  tell('stream removed', await removed);
}

/** Nothing is kept of a stream, and the SDK does not say when it follows it: only what comes back does. */
async function followed(stream: SyncStream): Promise<void> {
  const isBack = heard((tell) => stream.on('messagePublished', ({ isLocal }) => isLocal || tell(true)));
  const asking = setInterval(() => void stream.publishMessage({ mine: true }), 100);
  await isBack;
  clearInterval(asking);
}

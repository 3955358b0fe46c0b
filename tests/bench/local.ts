import { SyncClient, type SyncMap } from 'twilio-sync';
import twilio from 'twilio';

import { redirectTwilio } from '../../local-twilio/src/hosts/functions/redirect';
import { startLocalTwilio, type LocalTwilio } from '../../local-twilio/src/start/index';
import { ids } from '../../local-twilio/src/account/seed/contact-centre';
import { atOnce } from '../../local-twilio/src/services/customers/commands';

const CONVERSATIONS = [100, 1000, 5000] as const;
const CLIENTS = [1, 10, 50] as const;
const RUNS = 30;
const MAP = 'bench';

/** Latencies in ms, memory in MiB. */
type Reading = Readonly<Record<string, number>>;

/** Prints how the local Twilio feels as it fills, as ratios to when it was nearly empty: `npm run bench:local`. */
async function main(): Promise<void> {
  // The product's calls per second are not what is measured here.
  const local = await startLocalTwilio({ port: 0, switches: { limits: 'off' } });
  const restoreHttps = redirectTwilio(Number(new URL(local.url).port));
  try {
    const filled: Reading[] = [];
    for (const count of CONVERSATIONS) filled.push(await withConversations(local, count));
    report('conversations', CONVERSATIONS, filled);
    const connected: Reading[] = [];
    for (const count of CLIENTS) connected.push(await withClients(local, count));
    report('connected SDK clients', CLIENTS, connected);
  } finally {
    restoreHttps();
    await local.close();
  }
}

async function withConversations(local: LocalTwilio, count: number): Promise<Reading> {
  const { world } = local;
  for (let index = world.conversations.list().length; index < count; index += 1) {
    const address = `customer-${index}`;
    const { conversationSid } = atOnce(
      world.customers.write({ channel: 'web', address, name: address, body: 'Hello' }),
    );
    // Conversations are counted here, not tasks that nobody takes.
    const [invite] = world.flex.channelOfConversation(conversationSid)?.invites.values() ?? [];
    if (invite) world.taskRouter.removeTask(invite.taskSid);
    if (index % 50 === 0) await new Promise(setImmediate);
  }
  await local.settled();
  const client = twilio(ids.account, ids.authToken);
  const { sid = '' } = world.conversations.list()[0] ?? {};
  const newest = { channel: 'web', address: `customer-${count - 1}`, name: 'x', body: 'Again' } as const;
  return {
    'REST fetch of a conversation': await median(() => client.conversations.v1.conversations(sid).fetch()),
    'REST list of 20 conversations': await median(() => client.conversations.v1.conversations.list({ limit: 20 })),
    'a customer’s message': await median(async () => void world.customers.write(newest)),
    'the account as a file': await median(() => fetch(`${local.url}/_local/seed`).then((answer) => answer.text()), 3),
    'memory (MiB)': memoryMiB(),
  };
}

async function withClients(local: LocalTwilio, count: number): Promise<Reading> {
  const { token } = local.world.iam.issueToken('ada');
  if (!local.world.sync.findMap(ids.syncService, MAP)) local.world.sync.createMap(ids.syncService, { uniqueName: MAP });
  const uri = `${local.url.replace('http', 'ws')}/__twilio/tsock.us1.twilio.com/v3/wsconnect`;
  const clients = Array.from(
    { length: count },
    () => new SyncClient(token, { twilsock: { uri }, region: 'us1' } as object),
  );
  const maps = await Promise.all(clients.map((client) => client.map(MAP)));
  const line = await heardBy(maps);
  let written = 0;
  const heardByAll = () => {
    written += 1;
    const key = `${count}-${written}`;
    const heard = line.waitFor(key);
    local.world.sync.createMapItem(ids.syncService, MAP, { key, data: {} });
    return heard;
  };
  const reading = {
    'a Sync item, heard by all': await median(heardByAll),
    'a Sync item, written by one': await median(() => maps[0]?.set(`own-${count}`, {}) ?? Promise.resolve()),
    'memory, clients included (MiB)': memoryMiB(),
  };
  await Promise.all(clients.map((client) => client.shutdown()));
  return reading;
}

interface Line {
  /** Resolves when every client has heard of that item. */
  waitFor(key: string): Promise<void>;
}

/** Each client follows its map. */
async function heardBy(maps: readonly SyncMap[]): Promise<Line> {
  const missing = new Map<string, { clients: number; done: () => void }>();
  for (const map of maps)
    map.on('itemAdded', ({ item }) => {
      const waiting = missing.get(item.key);
      if (waiting && --waiting.clients === 0) waiting.done();
    });
  await Promise.all(maps.map(following));
  return {
    waitFor: (key) => new Promise<void>((done) => missing.set(key, { clients: maps.length, done })),
  };
}

/** The SDK begins to follow with the first listener, and tells nobody but itself when it does. */
async function following(map: SyncMap): Promise<void> {
  const state = () => Reflect.get(Object(Reflect.get(map, 'syncMapImpl')), 'subscriptionState');
  for (let looks = 0; looks < 200 && state() !== 'established'; looks += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

async function median(run: () => Promise<unknown>, runs = RUNS): Promise<number> {
  await run();
  const tookMs: number[] = [];
  for (let index = 0; index < runs; index += 1) {
    const startedAtMs = performance.now();
    await run();
    tookMs.push(performance.now() - startedAtMs);
  }
  return tookMs.sort((one, other) => one - other)[Math.floor(runs / 2)] ?? 0;
}

/** What is really held, where the garbage collector can be called (`node --expose-gc`). */
function memoryMiB(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

function report(what: string, counts: readonly number[], readings: readonly Reading[]): void {
  const [first = {}] = readings;
  console.log(`\nFrom ${counts[0]} to ${counts.slice(1).join(' and ')} ${what}:`);
  for (const [name, base] of Object.entries(first)) {
    const ratios = readings.slice(1).map((reading) => `${((reading[name] ?? 0) / base).toFixed(1)} ×`);
    const values = readings.map((reading) => (reading[name] ?? 0).toFixed(1));
    console.log(`  ${name.padEnd(34)} ${ratios.join('  ').padEnd(18)} (${values.join(', ')})`);
  }
}

main()
  // The SDKs leave timers behind.
  .then(() => process.exit(0))
  .catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });

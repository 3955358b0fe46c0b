import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Client } from '@twilio/conversations';
import type { SyncClient } from 'twilio-sync';

/** Runs an official client in a process of its own: some keep their process alive for ever. */
interface Options {
  readonly twilsock: { readonly uri: string };
  readonly region: string;
}
type SyncSdk = { readonly SyncClient: new (token: string, options: Options) => SyncClient };
type ConversationsSdk = { readonly Client: new (token: string, options: Options) => Client };

const ROOT = join(__dirname, '../..');
const ofProject = createRequire(join(ROOT, 'package.json'));
/** Flex brings SDKs of its own, in other versions than npm's newest. */
const load: Readonly<Record<string, NodeRequire>> = {
  project: ofProject,
  'flex-ui': createRequire(ofProject.resolve('@twilio/flex-ui')),
  'flex-sdk': createRequire(join(ROOT, 'node_modules/@twilio/flex-sdk/index.js')),
};

const say = (what: string, value: unknown = null) => console.log(JSON.stringify({ what, value }));

async function sync({ SyncClient: Sync }: SyncSdk, token: string, options: Options, name: string): Promise<void> {
  const map = await new Sync(token, options).map(name);
  await map.set('mine', { a: 1 });
  const heard = new Promise((resolve) => map.on('itemAdded', ({ item }) => resolve(item.data)));
  // Not subscribed yet: what is written from now on must be told all the same.
  say('listening');
  say('heard', await heard);
}

async function conversations(sdk: ConversationsSdk, token: string, options: Options, sid: string): Promise<void> {
  const client = new sdk.Client(token, options);
  await new Promise<void>((resolve, reject) => {
    client.on('initialized', resolve);
    client.on('initFailed', ({ error }) => reject(new Error(error?.message)));
  });
  const conversation = await client.getConversationBySid(sid);
  await conversation.sendMessage('From the SDK');
  const heard = new Promise((resolve) =>
    conversation.on('messageAdded', ({ author, body }) => {
      // Our own comes back to us, too.
      if (author === 'grace') resolve(body);
    }),
  );
  say('listening');
  say('heard', await heard);
}

async function main([name = '', owner = '', uri = '', token = '', target = '']: readonly string[]): Promise<void> {
  const from = load[owner];
  if (!from) throw new Error(`Nobody is called ${owner}`);
  say('version', from(`${name}/package.json`).version);
  const options = { twilsock: { uri }, region: 'us1' };
  if (name === 'twilio-sync') await sync(from(name), token, options, target);
  else await conversations(from(name), token, options, target);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);

/** @jest-environment node */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { virtualClock } from '../../../local-twilio/src/kernel/clock';
import { seededSids } from '../../../local-twilio/src/kernel/sids';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { beginningOf } from '../../../local-twilio/src/account/state/beginning';
import { keepState } from '../../../local-twilio/src/account/state/keep-state';
import { parseState, stateText, writeState } from '../../../local-twilio/src/account/state/state-file';
import { createWorld, type World } from '../../../local-twilio/src/account/world';
import { atOnce } from '../../../local-twilio/src/services/customers/commands';
import { setUp, START_MS, type Setup } from './sdk';

const HOUR_MS = 3_600_000;
const grace = { channel: 'web', address: 'grace', name: 'Grace' } as const;
const wanda = { channel: 'whatsapp', address: '+15550002222', name: 'Wanda' } as const;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-twilio-state-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Work at every stage, and something of every service. */
async function busyAccount(): Promise<Setup> {
  const setup = setUp();
  const { world, client } = setup;
  setup.makeAvailable('ada');
  world.iam.issueToken('ada');
  const { conversationSid } = atOnce(world.customers.write({ ...grace, body: 'Hello' }));
  setup.accept('ada');
  world.conversations.addWebhook(conversationSid, {
    target: 'webhook',
    url: 'https://somewhere.example/hook',
    filters: ['onMessageAdded'],
  });
  world.conversations.update(conversationSid, { closedAtMs: world.clock.nowMs() + HOUR_MS });
  world.customers.write({ ...wanda, body: 'Hi' });
  const sync = client.sync.v1.services(ids.syncService);
  await sync.documents.create({ uniqueName: 'note', data: { savedAtMs: 7 }, ttl: 3600 });
  await sync.syncMaps.create({ uniqueName: 'rows' });
  await sync.syncMaps('rows').syncMapItems.create({ key: 'one', data: { a: 1 }, itemTtl: 3600 });
  await sync.syncLists.create({ uniqueName: 'line' });
  await sync.syncLists('line').syncListItems.create({ data: { b: 2 } });
  world.plugins.createPlugin({ uniqueName: 'a-plugin' });
  world.plugins.createVersion('a-plugin', {
    version: '1.0.0',
    url: 'https://x.example/p.js',
    changelog: '',
    isPrivate: true,
  });
  const [version] = world.plugins.plugin('a-plugin').versions.values();
  const plugins = [{ versionSid: version?.sid ?? '', phase: 3 }];
  const { sid } = world.plugins.createConfiguration({ name: 'all', description: '', plugins });
  world.plugins.createRelease(sid);
  const serverless = await client.serverless.v1.services.create({ uniqueName: 'ours', friendlyName: 'Ours' });
  await serverless.environments().create({ uniqueName: 'dev' });
  return setup;
}

/** The account after a restart that took that long. */
function restart(world: World, offMs = 0): World {
  const file = parseState(stateText(world.state(), world.clock.nowMs()), 'test');
  if (file.kind !== 'world') throw new Error('The file holds no account');
  return createWorld({
    clock: virtualClock(world.clock.nowMs() + offMs),
    sids: seededSids('after the restart'),
    deliver: async () => ({ status: 200 }),
    restored: file.world,
  });
}

const content = (world: World): unknown => JSON.parse(stateText(world.state(), 0));

describe('an account that survives a restart', () => {
  it('is the same afterwards, in every part', async () => {
    const { world } = await busyAccount();
    expect(content(restart(world))).toEqual(content(world));
  });

  it('goes on where it was: the agent answers, the task completes', async () => {
    const { world, person } = await busyAccount();
    const after = restart(world);
    const ada = person('ada');
    const [conversation] = after.conversations.ofIdentity(ada.identity);
    after.conversations.addMessage(conversation?.sid ?? '', { author: ada.identity, body: 'Good day', source: 'SDK' });
    expect(after.customers.current(grace)?.messages.map(({ body }) => body)).toEqual(['Hello', 'Good day']);

    const [accepted] = after.taskRouter.activeReservations(ada.workerSid).filter(({ status }) => status === 'accepted');
    after.taskRouter.answerReservation(accepted?.sid ?? '', 'completed');
    expect(after.customers.current(grace)?.participants.size).toBe(1);
  });

  it('keeps the content of attachments up to 1 MiB, and of bigger ones that they were there', async () => {
    const { world } = await busyAccount();
    const add = (bytes: Buffer) => {
      const file = { contentType: 'application/pdf', filename: 'label.pdf', category: 'media' };
      return world.conversations.addMedia({ ...file, author: 'ada', bytes }).item.sid;
    };
    const small = add(Buffer.from('%PDF-1.4 Parcel \u2713'));
    const big = add(Buffer.alloc(1024 * 1024 + 1));
    const after = restart(restart(world)).conversations;
    expect(after.findMedia(small)?.content.bytes?.toString()).toBe('%PDF-1.4 Parcel \u2713');
    expect(after.findMedia(big)).toMatchObject({ item: { sizeBytes: 1024 * 1024 + 1 }, content: { bytes: null } });
  });

  it('keeps people logged in', async () => {
    const { world } = await busyAccount();
    const [token] = world.state().iam.tokens.keys();
    expect(restart(world).iam.findToken(token ?? '')?.username).toBe('ada');
    expect(restart(world, 9 * HOUR_MS).iam.findToken(token ?? '')).toBeUndefined();
  });

  it.each([
    ['a Sync document', (world: World) => world.sync.findDocument(ids.syncService, 'note')],
    ['a Sync map item', (world: World) => world.sync.findMap(ids.syncService, 'rows')?.items.get('one')],
    ['an offer', (world: World) => world.taskRouter.reservations().find(({ status }) => status === 'pending')],
    ['an open conversation', (world: World) => world.customers.current(grace)],
  ])('still ends %s in its time', async (_what, find) => {
    const { world } = await busyAccount();
    const after = restart(world);
    after.clock.advance(0);
    expect(find(after)).toBeDefined();
    after.clock.advance(HOUR_MS);
    expect(find(after)).toBeUndefined();
  });

  it('does at once what fell due while it was off', async () => {
    const { world } = await busyAccount();
    const after = restart(world, 2 * HOUR_MS);
    after.clock.advance(0);
    expect(after.sync.findDocument(ids.syncService, 'note')).toBeUndefined();
    expect(after.customers.current(grace)).toBeUndefined();
  });

  it('still deletes tasks that stay assigned, and forgets finished ones', async () => {
    const { world, person } = await busyAccount();
    const [assigned] = world.taskRouter.tasks().filter(({ assignmentStatus }) => assignmentStatus === 'assigned');
    const [waiting] = world.taskRouter.tasks().filter(({ assignmentStatus }) => assignmentStatus === 'reserved');
    world.taskRouter.cancelTask(waiting?.sid ?? '', 'test');
    const after = restart(world);
    after.clock.advance(6 * 60_000);
    expect(after.taskRouter.tasks().map(({ sid }) => sid)).toEqual([assigned?.sid]);
    after.clock.advance(25 * HOUR_MS);
    expect(after.taskRouter.tasks()).toEqual([]);
    expect(after.taskRouter.activeReservations(person('ada').workerSid)).toEqual([]);
  });

  it('offers a waiting task to whoever becomes available', async () => {
    const setup = setUp();
    setup.world.customers.write({ ...grace, body: 'Hello' });
    const after = restart(setup.world);
    after.taskRouter.setActivity(setup.person('ben').workerSid, ids.activities.available);
    expect(after.taskRouter.activeReservations(setup.person('ben').workerSid)).toHaveLength(1);
  });
});

describe('a seed', () => {
  const worldOf = (file: string, nowMs: number) =>
    createWorld({
      clock: virtualClock(nowMs),
      sids: seededSids('seeded'),
      deliver: async () => ({ status: 200 }),
      seed: beginningOf({ seedFile: file }).seed,
    });

  it('that was exported begins where it was, whenever that is', async () => {
    const { world } = await busyAccount();
    const file = join(folder, 'seed.json');
    writeState(file, stateText(world.state(), world.clock.nowMs()));
    const later = worldOf(file, START_MS + 30 * 24 * HOUR_MS);
    later.clock.advance(0);
    expect(later.taskRouter.reservations().map(({ status }) => status)).toEqual(['accepted', 'pending']);
    expect(later.sync.findDocument(ids.syncService, 'note')?.data).toEqual({ savedAtMs: 7 });
    later.clock.advance(HOUR_MS);
    expect(later.sync.findDocument(ids.syncService, 'note')).toBeUndefined();
  });

  it('is what a reset goes back to, every time', async () => {
    const { world } = await busyAccount();
    const file = join(folder, 'seed.json');
    writeState(file, stateText(world.state(), world.clock.nowMs()));
    const seeded = worldOf(file, START_MS);
    for (let time = 0; time < 2; time += 1) {
      seeded.customers.write({ ...grace, body: 'Something else' });
      seeded.reset();
      expect(seeded.customers.current(grace)?.messages.map(({ body }) => body)).toEqual(['Hello']);
    }
  });

  it('can be a contact centre in few words', () => {
    const file = join(folder, 'seed.json');
    const people = [{ username: 'kim', fullName: 'Kim Ito', skills: ['repairs'] }];
    const queues = [{ name: 'Front desk' }, { name: 'Repairs', skill: 'repairs' }];
    writeFileSync(file, JSON.stringify({ format: 'local-twilio', version: 1, people, queues }));
    const world = worldOf(file, START_MS);
    expect(world.iam.users().map(({ fullName, roles }) => [fullName, ...roles])).toEqual([['Kim Ito', 'agent']]);
    const [kim] = world.taskRouter.workers();
    world.taskRouter.setActivity(kim?.sid ?? '', ids.activities.available);
    world.customers.write({ ...grace, body: 'Hello' });
    const [task] = world.taskRouter.tasks();
    expect(world.taskRouter.queue(task?.queueSid ?? '').friendlyName).toBe('Front desk');
    expect(world.taskRouter.activeReservations(kim?.sid ?? '')).toHaveLength(1);
  });
});

describe('a file that cannot be used is refused with a code and the place', () => {
  const header = { format: 'local-twilio', version: 1 };
  it.each([
    ['state-not-json', '{ "format": ', /it is not JSON/],
    ['state-not-ours', JSON.stringify({ some: 'thing' }), /"format"/],
    ['state-version', JSON.stringify({ ...header, version: 2 }), /version is 2/],
    ['state-invalid', JSON.stringify({ ...header, people: [{ username: 'Kim Ito' }] }), /people\.0\.username/],
    ['state-invalid', JSON.stringify({ ...header, queues: [] }), /queues/],
    ['state-invalid', JSON.stringify({ ...header, savedAtMs: 1, world: { iam: {} } }), /world\.iam\.users.*more/],
  ])('%s', (code, content, message) => {
    const file = join(folder, 'broken.json');
    writeFileSync(file, content);
    const start = () => beginningOf({ stateFile: file });
    expect(start).toThrow(message);
    expect(start).toThrow(expect.objectContaining({ code }));
  });

  it('state-unreadable', () => {
    expect(() => beginningOf({ seedFile: join(folder, 'nowhere.json') })).toThrow(
      expect.objectContaining({ code: 'state-unreadable' }),
    );
  });

  it('and a state file that is not there yet is none', () => {
    expect(beginningOf({ stateFile: join(folder, 'nowhere.json') }).restored).toBeUndefined();
  });
});

describe('a state file', () => {
  it('is written at the start and at the end, whole, with nothing beside it', () => {
    const { world } = setUp();
    const file = join(folder, 'state.json');
    const stop = keepState(world, { file, onFailure: fail });
    expect(JSON.parse(readFileSync(file, 'utf8')).world.conversations.conversations).toEqual([]);
    world.customers.write({ ...grace, body: 'Hello' });
    stop();
    expect(readdirSync(folder)).toEqual(['state.json']);
    expect(JSON.parse(readFileSync(file, 'utf8')).world.conversations.conversations).toHaveLength(1);
  });

  it('that cannot be written is told once, and nothing else stops', () => {
    const { world } = setUp();
    const told: string[] = [];
    const file = join(folder, 'missing', 'state.json');
    const stop = keepState(world, { file, onFailure: ({ code }) => told.push(code) });
    world.customers.write({ ...grace, body: 'Hello' });
    stop();
    expect(told).toEqual(['state-unwritable']);
  });
});

function fail(error: Error): never {
  throw error;
}

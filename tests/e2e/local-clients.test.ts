/** @jest-environment node */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalTwilio, type LocalTwilio } from '../../local-twilio/src/start/index';
import { ids } from '../../local-twilio/src/account/seed/contact-centre';
import { runSdk, runWithLocalTwilio } from '../support/sdk-clients/run';

jest.setTimeout(60_000);

const ROOT = join(__dirname, '../..');
const SERVICE = ids.syncService;
const ofProject = createRequire(join(ROOT, 'package.json'));

/** Clients that nobody here wrote, as their own package has them. */
describe('official clients on the local Twilio, in Node', () => {
  let local: LocalTwilio;
  const failures: string[] = [];
  beforeAll(async () => {
    local = await startLocalTwilio({
      port: 0,
      onProgress: (line) => void (line.startsWith('Failed: ') && failures.push(line)),
    });
  });
  afterAll(() => local.close());
  // What fails where no client waits for an answer would only be seen as a client that waits for ever.
  afterEach(() => expect(failures.splice(0)).toEqual([]));

  it.each([
    ['that of Flex UI', '2.0.1', 'twilio-sync', 'flex-ui'],
    ['that of the Flex SDK', '3.1.0', 'twilio-sync', 'project'],
    ['the newest', '4.0.1', 'twilio-sync-4', 'project'],
  ])('twilio-sync, %s: %s writes, hears what others write, and catches up', async (_which, version, name, owner) => {
    const { sync } = local.world;
    const target = `things ${version}`;
    const told = await runSdk(local, {
      sdk: [name, owner],
      target,
      cues: {
        'add to the map': () => sync.createMapItem(SERVICE, target, { key: 'theirs', data: { b: 2 } }),
        'count in the map': () => sync.updateMapItem(SERVICE, target, { key: 'count', data: { n: 41 } }),
        'update the map': () => sync.updateMapItem(SERVICE, target, { key: 'theirs', data: { b: 3 } }),
        'remove from the map': () => sync.removeMapItem(SERVICE, target, { key: 'theirs' }),
        'break the connection, then add to the map'() {
          local.dropConnections();
          sync.createMapItem(SERVICE, target, { key: 'missed', data: { c: 4 } });
        },
        'update the document': () => sync.updateDocument(SERVICE, target, { steps: 2 }),
        'publish to the stream': () => sync.publish(SERVICE, target, { theirs: true }),
        'remove the stream': () => sync.removeStream(SERVICE, target),
        'push to the list': () => sync.addListItem(SERVICE, target, { second: true }),
      },
    });
    expect(told).toMatchObject({
      version,
      added: ['theirs', { b: 2 }],
      tries: 2,
      counted: { n: 42 },
      updated: ['theirs', { b: 3 }],
      removed: { key: 'theirs', isLocal: false },
      missed: { c: 4 },
      keys: ['count', 'mine', 'missed'],
      document: { steps: 2 },
      pushed: [1, { second: true }],
      'removed from the list': 0,
      published: { sid: expect.stringMatching(/^TZ/), data: { theirs: true } },
      'stream removed': { isLocal: false },
    });
    expect(sync.findMap(SERVICE, target)?.items.get('mine')?.data).toEqual({ a: 1 });
    expect(sync.findDocument(SERVICE, target)?.data).toEqual({ steps: 2, mutated: true });
    expect([...(sync.findList(SERVICE, target)?.items.keys() ?? [])]).toEqual([1]);
  });

  it.each([
    ['that of Flex UI', '2.5.0', '@twilio/conversations', 'project'],
    ['that of the Flex SDK', '2.6.0', '@twilio/conversations', 'flex-sdk'],
    ['the newest', '3.0.1', 'conversations-3', 'project'],
  ])('@twilio/conversations, %s: %s writes, hears and reads', async (_which, version, name, owner) => {
    const { conversations } = local.world;
    const { sid } = conversations.create({ friendlyName: version });
    const ada = conversations.addParticipant(sid, { identity: local.world.iam.findUser('ada')?.identity ?? '' });
    conversations.addParticipant(sid, { identity: 'grace' });
    const typists: string[] = [];
    const unsubscribe = local.world.events.subscribe((event) => {
      if (event.type === 'conversation.typing') typists.push(event.author);
    });
    let joined = '';
    const write = (body: string) => conversations.addMessage(sid, { author: 'grace', body, source: 'SDK' });
    const told = await runSdk(local, {
      sdk: [name, owner],
      target: sid,
      cues: {
        write: () => write('From a customer'),
        'break the connection, then write'() {
          local.dropConnections();
          write('Are you there?');
        },
        type: () => conversations.type(sid, 'grace'),
        'let somebody join': () => (joined = conversations.addParticipant(sid, { identity: 'sam' }).sid),
        'let them leave': () => conversations.removeParticipant(sid, joined),
      },
    });
    unsubscribe();
    expect(told).toMatchObject({
      version,
      heard: 'From a customer',
      missed: 'Are you there?',
      participants: [ada.identity, 'grace'],
      typing: 'grace',
      joined: 'sam',
      left: 'sam',
      advanced: 1,
      'all read': 2,
      unread: 0,
      'sent at': 3,
      attached: ['size.txt', 'text/plain', 7],
      content: 'Size 42',
      attributes: { topic: 'shoes' },
    });
    const { messages, attributes } = conversations.get(sid);
    expect(messages.map(({ body, media }) => [body, media.length])).toEqual([
      ['From the SDK', 0],
      ['From a customer', 0],
      ['Are you there?', 0],
      ['With a file', 1],
    ]);
    expect(JSON.parse(attributes)).toEqual({ topic: 'shoes' });
    expect(typists).toEqual(['grace', ada.identity]);
  });

  it('twilio-taskrouter, that of Flex UI: 2.1.1 works a task from offer to completion', async () => {
    const { taskRouter } = local.world;
    const make = (topic: string) =>
      taskRouter.createTask({ workflowSid: ids.workflow, taskChannel: 'chat', attributes: JSON.stringify({ topic }) });
    const told = await runSdk(local, {
      sdk: ['twilio-taskrouter', 'flex-ui'],
      cues: {
        'make a task': () => make('shoes'),
        'make a task and cancel it': () => taskRouter.cancelTask(make('gloves').sid, 'sold out'),
      },
    });
    expect(told).toEqual({
      version: '2.1.1',
      activities: ['Available', 'Break', 'Offline', 'Unavailable'],
      channels: ['chat', 'default', 'email', 'sms', 'voice'],
      'made Available': 'Available',
      offered: ['pending', { topic: 'shoes' }],
      accepted: ['accepted', 'assigned'],
      updated: { topic: 'boots' },
      wrapping: 'wrapping',
      completed: 'completed',
      floor: 2,
      canceled: 'canceled',
      'made Offline': 'Offline',
    });
    expect(taskRouter.tasks().map(({ reason }) => reason)).toEqual(['done', 'sold out']);
  });

  it('twilio-flex-token-validator 1.6.0 tells who somebody is, and refuses everybody else', async () => {
    const ada = local.world.iam.findUser('ada');
    expect(await runSdk(local, { sdk: ['twilio-flex-token-validator', 'project'] })).toMatchObject({
      version: '1.6.0',
      valid: { valid: true, identity: ada?.identity, worker_sid: ada?.workerSid, roles: ['agent'] },
      invented: { refusal: 'Access Token expired or expiration date invalid' },
      'wrong password': { refusal: 'Authenticate' },
    });
  });

  it('twilio-run deploy, the real command, makes Functions live at their domain', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'some-project-'));
    mkdirSync(join(folder, 'functions'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ name: 'some-project', dependencies: { twilio: '5.13.1' } }),
    );
    writeFileSync(
      join(folder, 'functions/hello.js'),
      'exports.handler = (context, event, done) => done(null, "hello");',
    );
    const command = [
      ofProject.resolve('twilio-run/bin/twilio-run.js'),
      'deploy',
      ...['--service-name', 'some-project', '--username', ids.account, '--password', ids.authToken],
    ];
    const { code, output } = await runWithLocalTwilio(local, { args: command, cwd: folder });
    rmSync(folder, { recursive: true });
    expect({ code, output }).toMatchObject({ code: 0 });
    const [domain = ''] = local.world.serverless.liveDomains();
    expect(domain).toMatch(/^some-project-\d{4}-dev\.twil\.io$/);
    await local.settled();
    expect(await (await fetch(`${local.url}/__twilio/${domain}/hello`)).text()).toBe('hello');
  });
});

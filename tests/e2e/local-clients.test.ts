/** @jest-environment node */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { startLocalTwilio, type LocalTwilio } from '../../local-twilio/index';
import { ids } from '../../local-twilio/seed';

jest.setTimeout(60_000);

const ROOT = join(__dirname, '../..');
const ofProject = createRequire(join(ROOT, 'package.json'));

/** Clients that nobody here wrote, as their own package has them. */
describe('official clients on the local Twilio, in Node', () => {
  let local: LocalTwilio;
  beforeAll(async () => {
    local = await startLocalTwilio({ port: 0 });
  });
  afterAll(() => local.close());

  /** Runs an SDK; `meanwhile` is done once it listens. Answers what it said. */
  async function runSdk(sdk: readonly [name: string, owner: string], target: string, meanwhile: () => void) {
    const uri = `${local.url.replace('http', 'ws')}/__twilio/tsock.us1.twilio.com/v3/wsconnect`;
    const { token } = local.world.iam.issueToken('ada');
    const script = join(ROOT, 'tests/support/sdk-client.ts');
    const onLine = (line: string) => (line.includes('"listening"') ? meanwhile() : undefined);
    const { code, output } = await runWithLocalTwilio([script, ...sdk, uri, token, target], ROOT, onLine);
    expect({ code, output }).toMatchObject({ code: 0 });
    const said = output.split('\n').flatMap((line) => (line.startsWith('{"what"') ? [JSON.parse(line)] : []));
    return Object.fromEntries(said.map(({ what, value }) => [what, value]));
  }

  it.each([
    ['the newest', 'project', '3.1.0'],
    ['that of Flex UI', 'flex-ui', '2.0.1'],
  ])('twilio-sync, %s: writes a map and hears of what others write', async (_which, owner, version) => {
    const name = `rows ${version}`;
    const said = await runSdk(['twilio-sync', owner], name, () =>
      local.world.sync.createMapItem(ids.syncService, name, { key: 'theirs', data: { b: 2 } }),
    );
    expect(said).toMatchObject({ version, heard: { b: 2 } });
    expect(local.world.sync.findMap(ids.syncService, name)?.items.get('mine')?.data).toEqual({ a: 1 });
  });

  it.each([
    ['that of Flex UI', 'project', '2.5.0'],
    ['that of the Flex SDK', 'flex-sdk', '2.6.0'],
  ])('@twilio/conversations, %s: writes and hears messages', async (_which, owner, version) => {
    const { sid } = local.world.conversations.create({ friendlyName: version });
    local.world.conversations.addParticipant(sid, { identity: local.world.iam.findUser('ada')?.identity ?? '' });
    const said = await runSdk(['@twilio/conversations', owner], sid, () =>
      local.world.conversations.addMessage(sid, { author: 'grace', body: 'From a customer', source: 'SDK' }),
    );
    expect(said).toMatchObject({ version, heard: 'From a customer' });
    const bodies = local.world.conversations.get(sid).messages.map(({ body }) => body);
    expect(bodies).toEqual(['From the SDK', 'From a customer']);
  });

  it('twilio, over HTTP through a Node process of its own', async () => {
    expect(ofProject('twilio/package.json')).toMatchObject({ version: expect.stringMatching(/^5\./) });
    const script = `const client = require('twilio')('${ids.account}', '${ids.authToken}');
      client.taskrouter.v1.workspaces('${ids.workspace}').workers.list().then((all) => console.log(all.length));`;
    const { output } = await runWithLocalTwilio(['-e', script], ROOT);
    expect(output.trim()).toBe(String(local.world.taskRouter.workers().length));
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
    const { code, output } = await runWithLocalTwilio(command, folder);
    rmSync(folder, { recursive: true });
    expect({ code, output }).toMatchObject({ code: 0 });
    const [domain = ''] = local.world.serverless.liveDomains();
    expect(domain).toMatch(/^some-project-\d{4}-dev\.twil\.io$/);
    await local.settled();
    expect(await (await fetch(`${local.url}/__twilio/${domain}/hello`)).text()).toBe('hello');
  });

  /** As `npm run rehearse` does: whatever the process asks of Twilio is asked here. */
  function runWithLocalTwilio(
    args: readonly string[],
    cwd: string,
    onLine: (line: string) => void = () => undefined,
  ): Promise<{ code: number | null; output: string }> {
    const preload = pathToFileURL(join(ROOT, 'local-twilio/rehearsal/preload.ts')).href;
    const tsx = pathToFileURL(ofProject.resolve('tsx')).href;
    const child = spawn(process.execPath, ['--import', tsx, '--import', preload, ...args], {
      cwd,
      env: { ...process.env, LOCAL_TWILIO_PORT: new URL(local.url).port },
      timeout: 50_000,
    });
    let output = '';
    createInterface({ input: child.stdout }).on('line', (line) => {
      output += `${line}\n`;
      onLine(line);
    });
    child.stderr.on('data', (bytes: Buffer) => (output += bytes.toString()));
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
  }
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { dirname, join } from 'node:path';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { startLocalCommand, type LocalCommand } from '../../support/local-command';
import { pack, projectWith, type Project } from '../../support/package-project';

const TWO_MINUTES_MS = 120_000;
jest.setTimeout(TWO_MINUTES_MS);

const PLUGIN = `
class GreetingPlugin {
  name = 'GreetingPlugin';
  uniqueName = 'greeting';
  version = '1.0.0';
  dependencies = {};
  init(flex) {
    flex.MainHeader.Content.add(React.createElement('b', { key: 'greeting' }, 'Hello'));
  }
}
Twilio.Flex.Plugins.init(GreetingPlugin);
`;
const FUNCTION = `
exports.handler = async (context, event, callback) => {
  const { friendlyName } = await context.getTwilioClient().sync.v1.services(context.NOTES_SYNC_SID).fetch();
  callback(null, { hello: event.name, friendlyName });
};
`;
const HEARD = `exports.handler = (context, event, callback) => callback(null, 'heard');`;

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Asks for what a browser or an SDK asks for at that host name; nothing leaves this machine. */
function ask(port: number, address: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { hostname, pathname, search } = new URL(address);
  return new Promise((resolve, reject) => {
    http
      .get(
        { host: '127.0.0.1', port, path: pathname + search, headers: { ...headers, host: hostname } },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (part: string) => (text += part));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        },
      )
      .on('error', reject);
  });
}

const AUTHORIZATION = `Basic ${Buffer.from(`${ids.account}:${ids.authToken}`).toString('base64')}`;
const rest = async (port: number, address: string) =>
  JSON.parse((await ask(port, address, { authorization: AUTHORIZATION })).text);

describe('the package, installed in a project that has nothing of ours', () => {
  let tarball: string;
  let local: LocalCommand | undefined;
  let project: Project | undefined;

  beforeAll(() => {
    tarball = pack();
  });
  afterEach(async () => {
    await local?.close();
    local = undefined;
    project?.remove();
  });
  afterAll(() => rmSync(dirname(tarball), { recursive: true, force: true }));

  const open = (flex: boolean): Project => {
    project = projectWith(tarball, { flex });
    mkdirSync(join(project.folder, 'functions'));
    writeFileSync(join(project.folder, 'functions', 'greet.js'), FUNCTION);
    writeFileSync(join(project.folder, 'functions', 'heard.protected.js'), HEARD);
    writeFileSync(join(project.folder, 'greeting.js'), PLUGIN);
    return project;
  };
  const start = async (flags: readonly string[]): Promise<number> => {
    if (!project) throw new Error('There is no project');
    const functions = [
      '--functions',
      'functions',
      '--domain',
      'greet.twil.io',
      '--sync-service',
      'NOTES_SYNC_SID=Notes',
    ];
    local = await startLocalCommand([...functions, '--task-events', '/heard', ...flags], project.program);
    return Number(new URL(local.addressOf('Customers')).port);
  };

  /** What Flex sends with its requests when Ada is logged in. */
  const signedIn = async (port: number): Promise<Record<string, string>> => {
    const answer = await fetch(`http://localhost:${port}/_local/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'ada' }),
    });
    const { token } = await answer.json();
    return { 'x-flex-jwe': token };
  };

  it('serves REST, the Functions and the desktop with its plugin', async () => {
    open(true);
    const port = await start(['--plugin', 'greeting.js']);
    const { friendly_name, event_callback_url } = await rest(
      port,
      `https://taskrouter.twilio.com/v1/Workspaces/${ids.workspace}`,
    );
    expect({ friendly_name, event_callback_url }).toEqual({
      friendly_name: 'Flex Task Assignment',
      event_callback_url: 'https://greet.twil.io/heard',
    });

    const greeted = await ask(port, 'http://localhost/__twilio/greet.twil.io/greet?name=Ada');
    expect(JSON.parse(greeted.text)).toEqual({ hello: 'Ada', friendlyName: 'Notes' });

    const desktop = await ask(port, 'http://ada.localhost/agent-desktop');
    expect(desktop).toMatchObject({ status: 200, text: expect.stringContaining('Ada Okafor') });
    const [, script = ''] = /src="(\/__local\/flex-[^"]+)"/.exec(desktop.text) ?? [];
    const flex = await ask(port, `http://ada.localhost${script}`);
    expect(flex.text.length).toBeGreaterThan(1_000_000);
    const list = await ask(port, 'http://ada.localhost/__twilio/flex.twilio.com/plugins', await signedIn(port));
    const [{ name, src }] = JSON.parse(list.text);
    expect(name).toBe('greeting');
    expect((await ask(port, `http://ada.localhost${src}`)).text).toBe(PLUGIN);
    for (const page of ['/_local', '/_local/page.js', '/customers', '/__local/customers.js', '/__local/shim.js'])
      expect(await ask(port, `http://localhost${page}`)).toMatchObject({ status: 200 });
  });

  it('serves REST, the Functions and its own pages without Flex UI, when started with --no-desktop', async () => {
    open(false);
    const port = await start(['--no-desktop']);
    await expect(rest(port, 'https://flex-api.twilio.com/v1/Configuration')).resolves.toMatchObject({ status: 'ok' });
    const greeted = await ask(port, 'http://localhost/__twilio/greet.twil.io/greet?name=Ben');
    expect(JSON.parse(greeted.text)).toEqual({ hello: 'Ben', friendlyName: 'Notes' });
    expect(await ask(port, 'http://localhost/')).toMatchObject({
      status: 200,
      text: expect.stringContaining('/_local'),
    });
    expect(await ask(port, 'http://ada.localhost/agent-desktop')).toMatchObject({ status: 404 });
    for (const page of ['/_local/page.js', '/customers', '/__local/customers.js'])
      expect(await ask(port, `http://localhost${page}`)).toMatchObject({ status: 200 });
    expect(local?.output()).not.toContain('agent-desktop');

    const script = `require('twilio')('${ids.account}', '${ids.authToken}').api.accounts('${ids.account}').fetch()
      .then(({ friendlyName }) => console.log(friendlyName));`;
    const asked = execFileSync(process.execPath, ['--import', 'local-twilio/redirect-process', '-e', script], {
      cwd: project?.folder,
      env: { ...process.env, LOCAL_TWILIO_PORT: String(port) },
      encoding: 'utf8',
      timeout: 30_000,
    });
    expect(asked).toBe('Local Twilio\n');
  });

  it('says in one line what to do when Flex UI is not installed', async () => {
    open(false);
    await expect(start([])).rejects.toThrow(
      /^It ended: Flex UI is not installed here: run npm install .+--no-desktop.+\n$/,
    );
  });

  it('is used in code by what it exports, from plain JavaScript', () => {
    const { folder } = open(false);
    const script = `
      const { createWorld, ids, seededSids, virtualClock } = require('local-twilio');
      const deliver = async () => ({ status: 200 });
      const world = createWorld({ clock: virtualClock(0), sids: seededSids('x'), deliver });
      console.log(world.accountSid === ids.account, world.iam.users().length);
    `;
    expect(execFileSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8', timeout: 30_000 })).toBe(
      'true 4\n',
    );
  });
});

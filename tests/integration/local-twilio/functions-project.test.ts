/** @jest-environment node */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { signRequest } from '../../../local-twilio/src/kernel/signature';
import { startLocalFunctions } from '../../../local-twilio/src/hosts/functions/local-functions';
import type { FunctionsHost } from '../../../local-twilio/src/hosts/functions/host';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { setUp } from './sdk';

jest.setTimeout(30_000);

const DOMAIN = 'project-local.twil.io';

describe('a project of Functions and Assets', () => {
  const { world } = setUp();
  let host: FunctionsHost;
  const progress: string[] = [];

  const project = mkdtempSync(path.join(tmpdir(), 'a-project-'));

  beforeAll(async () => {
    cpSync(path.join(__dirname, 'fixtures', 'project'), project, { recursive: true });
    writeFileSync(path.join(project, '.env'), '# Its own\nGREETING="Good day"\nLANGUAGE=en\nACCOUNT_SID=AC0\n');
    host = await startLocalFunctions({
      world,
      folder: project,
      port: 0,
      env: { LANGUAGE: 'fr' },
      domainName: DOMAIN,
      gatewayPort: () => undefined,
      watch: true,
      onLog: (line) => void progress.push(line),
    });
  });
  afterAll(async () => {
    await host.close();
    rmSync(project, { recursive: true });
  });

  const ask = (at: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${host.port}${at}`, { headers });
  const told = async () => (await ask('/told')).json();

  it('has the variables of its .env, what was given comes first, the account is the local one (twilio.com/docs/serverless/functions-assets/functions/variables)', async () => {
    expect((await told()).context).toEqual({ GREETING: 'Good day', LANGUAGE: 'fr', ACCOUNT_SID: ids.account });
  });

  it('reads the same variables in process.env (unpkg.com/serverless/lib/plugins/create/templates/twilio-nodejs/serverless.yml)', async () => {
    const { context, processEnv } = await told();
    expect(processEnv).toEqual(context);
  });

  it('opens its private Assets, and no others, by Runtime.getAssets() (twilio.com/docs/serverless/functions-assets/client)', async () => {
    const words = { hello: 'world' };
    expect(await told()).toMatchObject({ assets: ['/words.json'], opened: words, required: words });
  });

  it('serves public Assets to all, protected ones to Twilio, private ones to nobody (twilio.com/docs/serverless/functions-assets/assets)', async () => {
    const caption = await ask('/pictures/caption.txt');
    expect(caption.headers.get('content-type')).toBe('text/plain; charset=UTF-8');
    expect(await caption.text()).toBe('Everybody may read this.\n');

    expect((await ask('/twilio-only.txt')).status).toBe(403);
    const signature = signRequest(ids.authToken, `https://${DOMAIN}/twilio-only.txt`, {});
    const read = await ask('/twilio-only.txt', { 'x-twilio-signature': signature });
    expect(await read.text()).toBe('Twilio may read this.\n');

    expect((await ask('/words.json')).status).toBe(404);
  });

  it('is served as it was built last, without a new start', async () => {
    expect((await ask('/fresh')).status).toBe(404);
    const file = path.join(project, 'functions', 'fresh.js');
    const renewed = async (change: () => void) => {
      const count = progress.length;
      change();
      while (progress.length === count) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    for (const version of ['first', 'second']) {
      const said = `exports.handler = (_context, _event, callback) => callback(null, '${version} build');`;
      await renewed(() => writeFileSync(file, said));
      expect(await (await ask('/fresh')).text()).toBe(`${version} build`);
    }
    await renewed(() => rmSync(file));
    expect((await ask('/fresh')).status).toBe(404);
  });

  it('does not name Assets among its Functions', () => {
    expect(host.paths).toEqual(['/told']);
  });
});

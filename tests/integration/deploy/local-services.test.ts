/** @jest-environment node */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { TwilioServerlessApiClient } from '@twilio-labs/serverless-api';

import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { writeDeployedFolder } from '../../../local-twilio/src/hosts/functions/deployed-folder';
import { openAccount } from './account';
import type { Account } from './account';

jest.setTimeout(60_000);

let account: Account;
let folder: string;

beforeEach(async () => {
  account = await openAccount();
  folder = mkdtempSync(join(tmpdir(), 'deploy-'));
});

afterEach(async () => {
  await account.close();
  rmSync(folder, { recursive: true });
});

function write(file: string, text: string): void {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** What `twilio-run deploy` does, by the library that it is made of. */
function deployFolder() {
  const client = new TwilioServerlessApiClient({ username: ids.account, password: ids.authToken });
  return client.deployLocalProject({
    username: ids.account,
    password: ids.authToken,
    cwd: folder,
    envPath: '',
    env: { GREETING: 'Grüezi' },
    pkgJson: { dependencies: { twilio: '5.13.1', '@twilio/runtime-handler': '2.1.0' } },
    serviceName: 'some-project',
    functionsEnv: 'dev',
    overrideExistingService: true,
  });
}

describe('the Serverless API of the local Twilio', () => {
  it('takes a deployment of twilio-run, which is then live at its domain', async () => {
    write('functions/hello.js', 'exports.handler = () => "grüezi";');
    write('functions/hooks/wake.protected.js', 'exports.handler = () => 2;');
    write('assets/site/index.txt', 'text');
    const { domain } = await deployFolder();

    expect(domain).toMatch(/^some-project-\d{4}-dev\.twil\.io$/);
    expect(account.world.serverless.liveDomains()).toEqual([domain]);
    const live = account.world.serverless.live(domain);
    expect(live?.variables).toMatchObject({ GREETING: 'Grüezi', ACCOUNT_SID: ids.account, AUTH_TOKEN: ids.authToken });
    const written = writeDeployedFolder(live ?? { domainName: '', functions: [], assets: [], variables: {} }, folder);
    expect(readFileSync(join(written.functions, 'hello.js'), 'utf8')).toBe('exports.handler = () => "grüezi";');
    expect(readFileSync(join(written.functions, 'hooks/wake.protected.js'), 'utf8')).toContain('=> 2');
    expect(readFileSync(join(written.assets, 'site/index.txt'), 'utf8')).toBe('text');
  });

  it('replaces what was live, under the same domain', async () => {
    write('functions/hello.js', 'exports.handler = () => 1;');
    const { domain } = await deployFolder();
    write('functions/hello.js', 'exports.handler = () => 2;');
    expect((await deployFolder()).domain).toBe(domain);
    expect(account.world.serverless.live(domain)?.functions.map(({ content }) => content)).toEqual([
      'exports.handler = () => 2;',
    ]);
  });

  it('refuses a Build with two files at one path, and the domain keeps what it serves', async () => {
    const service = await account.client.serverless.v1.services.create({ uniqueName: 'x', friendlyName: 'x' });
    const { world } = account;
    const add = (content: string) => {
      const { sid } = world.serverless.createResource(service.sid, 'functions', content);
      return world.serverless.addVersion(
        service.sid,
        { kind: 'functions', resourceSid: sid },
        {
          path: '/same',
          visibility: 'public',
          content,
          encoding: 'utf8',
        },
      ).sid;
    };
    const versions = [add('one'), add('two')];
    const { builds } = account.client.serverless.v1.services(service.sid);
    await expect(builds.create({ functionVersions: versions })).rejects.toMatchObject({ status: 400 });
  });

  it('takes back what was live when the service goes', async () => {
    write('functions/hello.js', 'exports.handler = () => 1;');
    const { domain, serviceSid } = await deployFolder();
    await account.client.serverless.v1.services(serviceSid).remove();
    expect(account.world.serverless.live(domain)).toBeUndefined();
  });
});

describe('the plugin service of the local Twilio', () => {
  it('releases a configuration of plugin versions', async () => {
    const { flexApi } = account.client;
    const plugin = await flexApi.v1.plugins.create({ uniqueName: 'my-plugin' });
    const version = await flexApi.v1
      .plugins(plugin.sid)
      .pluginVersions.create({ version: '1.0.0', pluginUrl: 'https://x.twil.io/plugin.js' });
    const configuration = await flexApi.v1.pluginConfigurations.create({
      name: 'first',
      plugins: [{ plugin_version: version.sid, phase: 3 }],
    });
    await expect(flexApi.v1.pluginReleases('active').fetch()).rejects.toMatchObject({ status: 404 });
    await flexApi.v1.pluginReleases.create({ configurationId: configuration.sid });

    const active = await flexApi.v1.pluginReleases('active').fetch();
    const plugins = await flexApi.v1.pluginConfigurations(active.configurationSid).plugins.list();
    expect(plugins).toMatchObject([
      { uniqueName: 'my-plugin', version: '1.0.0', pluginVersionSid: version.sid, phase: 3 },
    ]);
    expect(account.world.plugins.released().map(({ version: { url } }) => url)).toEqual([
      'https://x.twil.io/plugin.js',
    ]);
  });

  it('refuses a name or a version that exists, and a version that does not', async () => {
    const { flexApi } = account.client;
    const { sid } = await flexApi.v1.plugins.create({ uniqueName: 'my-plugin' });
    await expect(flexApi.v1.plugins.create({ uniqueName: 'my-plugin' })).rejects.toMatchObject({ status: 409 });
    const version = { version: '1.0.0', pluginUrl: 'https://x.twil.io/plugin.js' };
    await flexApi.v1.plugins(sid).pluginVersions.create(version);
    await expect(flexApi.v1.plugins(sid).pluginVersions.create(version)).rejects.toMatchObject({ status: 409 });
    const unknown = { name: 'x', plugins: [{ plugin_version: `FV${'0'.repeat(32)}`, phase: 3 }] };
    await expect(flexApi.v1.pluginConfigurations.create(unknown)).rejects.toMatchObject({ status: 400 });
  });
});

describe('the Sync services of the local Twilio', () => {
  it('can be made, found and removed; the default one has a name of its own', async () => {
    const { services } = account.client.sync.v1;
    const made = await services.create({ friendlyName: 'Records', aclEnabled: true });
    expect(made).toMatchObject({ friendlyName: 'Records', aclEnabled: true });
    expect((await services.list()).map(({ sid }) => sid)).toContain(made.sid);
    expect((await account.client.sync.v1.services('default').fetch()).sid).toBe(ids.syncService);
    await account.client.sync.v1.services(made.sid).remove();
    await expect(account.client.sync.v1.services(made.sid).fetch()).rejects.toMatchObject({ status: 404 });
  });
});

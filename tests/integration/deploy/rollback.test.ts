/** @jest-environment node */
import { outcomeOfDeploy } from '../../../deploy/outcome';
import { rollBack } from '../../../deploy/rollback/rollback';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { builtProduct, openAccount } from './account';
import type { Account } from './account';
import { grace, park, serve } from './customers';
import { deployTo, smallProduct, writesOf } from './deploying';

jest.setTimeout(60_000);

let account: Account;

beforeEach(async () => {
  account = await openAccount();
});

afterEach(() => account.close());

const put = (n: number, options: object = {}) => deployTo(account, { product: smallProduct(n), ...options });

interface Asked {
  env?: string;
  dryRun?: boolean;
  /** What a person answers, after doing this. */
  answer?: () => boolean | Promise<boolean>;
  onPrint?: (line: string) => void;
}

async function run({ env = 'staging', dryRun = false, answer = () => true, onPrint }: Asked = {}) {
  const printed: string[] = [];
  const print = (line: string) => {
    printed.push(line);
    onPrint?.(line);
  };
  const terminal = { print, confirm: async () => answer() };
  const opened = { client: account.client, accountSid: ids.account, authToken: ids.authToken };
  const asked = { account: opened, env, flexSyncSid: undefined, dryRun, terminal };
  return { ...(await outcomeOfDeploy(() => rollBack(asked))), printed };
}

const domain = () => account.world.serverless.liveDomains()[0] ?? '';
const liveCode = () => account.world.serverless.live(domain())?.functions[0]?.content;
const desktopsLoad = () => account.world.plugins.released().map(({ version }) => version.version);

async function releaseVersionOne() {
  const { plugins } = account.world;
  const versions = await account.client.flexApi.v1.plugins('park-interaction').pluginVersions.list({ limit: 10 });
  const versionSid = versions.find(({ version }) => version === '0.1.0-b1')?.sid ?? '';
  const configuration = { name: 'x', description: '', plugins: [{ versionSid, phase: 3 }] };
  plugins.createRelease(plugins.createConfiguration(configuration).sid);
}

describe('npm run rollback', () => {
  it('puts back the Functions and the plugin that were live before the last deployment', async () => {
    await put(1);
    await put(2);
    const { exitCode, lines, printed } = await run();
    expect({ exitCode, lines }).toEqual({
      exitCode: 0,
      lines: [
        'Back. Reload Flex.',
        'Check: npm run doctor -- --env staging',
        'Forward again: npm run deploy -- --env staging',
      ],
    });
    const time = expect.stringMatching(
      /^ {2}put build 0\.1\.0-b1, live from 20[-\dT:]+Z, live again instead of 0\.1\.0-b2, live from /,
    );
    expect(printed).toEqual([
      `Rollback for ${ids.account}, environment "staging":`,
      'Flex plugin',
      '  release version 0.1.0-b1 to all desktops instead of 0.1.0-b2',
      'Functions',
      time,
      'Settings, variables, and what is parked stay as they are.',
      '✓ Flex plugin',
      '✓ Functions',
    ]);
    expect(liveCode()).toBe('exports.handler = () => 1;');
    expect(desktopsLoad()).toEqual(['0.1.0-b1']);
    const path = '/plugins/park-interaction/0.1.0-b1/park-interaction.js';
    expect(account.world.serverless.live(domain())?.assets.map((asset) => asset.path)).toContain(path);
  });

  it('goes further back each time, never forward, and refuses at the first build', async () => {
    await put(1);
    await put(2);
    await put(3);
    await run();
    expect(liveCode()).toBe('exports.handler = () => 2;');
    await run();
    expect([liveCode(), ...desktopsLoad()]).toEqual(['exports.handler = () => 1;', '0.1.0-b1']);
    const before = writesOf(account);
    expect(await run()).toMatchObject({
      exitCode: 1,
      lines: ['There is nothing to go back to: no other build was live before 0.1.0-b1.'],
      printed: [],
    });
    expect(writesOf(account)).toEqual(before);
  });

  it('lets the next deployment go forward again', async () => {
    await put(1);
    await put(2);
    await run();
    await put(2);
    expect([liveCode(), ...desktopsLoad()]).toEqual(['exports.handler = () => 2;', '0.1.0-b2']);
    await run();
    expect([liveCode(), ...desktopsLoad()]).toEqual(['exports.handler = () => 1;', '0.1.0-b1']);
  });

  it.each([
    ['a dry run', { dryRun: true }, 0],
    ['a no', { answer: () => false }, 1],
  ])('changes nothing for %s', async (_case, options, exitCode) => {
    await put(1);
    await put(2);
    const before = writesOf(account);
    expect((await run(options)).exitCode).toBe(exitCode);
    expect(writesOf(account)).toEqual(before);
  });

  it('says what to do where nothing is deployed', async () => {
    expect((await run()).lines).toEqual(['Nothing is deployed. Run npm run deploy -- --env staging']);
  });

  it('leaves other plugins as they are now, also one that was released since', async () => {
    await put(1);
    await put(2);
    const { plugins } = account.world;
    const { sid } = plugins.createPlugin({ uniqueName: 'wallboard' });
    const version = { version: '3.0.0', url: 'https://w.twil.io/w.js', changelog: '', isPrivate: false };
    const theirs = { versionSid: plugins.createVersion(sid, version).sid, phase: 3 };
    const [ours] = plugins.released().map((held) => ({ versionSid: held.version.sid, phase: held.phase }));
    const configuration = { name: 'x', description: '', plugins: [theirs, ...(ours ? [ours] : [])] };
    plugins.createRelease(plugins.createConfiguration(configuration).sid);
    const { printed } = await run();
    expect(printed).toContain('  release version 0.1.0-b1 to all desktops instead of 0.1.0-b2, beside wallboard');
    expect(desktopsLoad()).toEqual(['3.0.0', '0.1.0-b1']);
  });

  it('leaves desktops alone that were never given what is taken back', async () => {
    await put(1);
    await put(2, { release: false });
    const { printed } = await run();
    expect(printed).toContain('  note: Desktops go on loading version 0.1.0-b1.');
    expect([liveCode(), ...desktopsLoad()]).toEqual(['exports.handler = () => 1;', '0.1.0-b1']);
  });

  it('leaves the desktops of another environment alone', async () => {
    await put(1);
    await put(2);
    await put(3, { env: 'production', agreesToTakeOver: true });
    const { printed } = await run();
    expect(printed.join('\n')).toContain('Desktops load version 0.1.0-b3 of another environment');
    expect(desktopsLoad()).toEqual(['0.1.0-b3']);
    expect((await run({ env: 'production' })).exitCode).toBe(1);
  });

  it('passes over a build that Twilio does not have any more', async () => {
    await put(1);
    await put(2);
    await put(3);
    const [service] = account.world.serverless.services();
    const [environment] = service?.environments.values() ?? [];
    const [, before] = [...(environment?.deployments.values() ?? [])].reverse();
    await account.client.serverless.v1
      .services(service?.sid ?? '')
      .builds(before?.buildSid ?? '')
      .remove();
    const { printed } = await run();
    expect(printed.join('\n')).toContain('put build 0.1.0-b1, live from');
  });

  it('says what is half done when Twilio refuses, and goes on from there', async () => {
    await put(1);
    await put(2);
    account.world.faults.add({ operationId: 'CreateDeployment', times: 1, when: 'before', outcome: 500 });
    expect(await run()).toMatchObject({
      exitCode: 1,
      lines: [
        'Twilio answered 500: Injected fault',
        'The plugin is back, the Functions are not. Look before you run it again: npm run rollback -- --env staging --dry-run',
      ],
    });
    expect(liveCode()).toBe('exports.handler = () => 2;');
    expect((await run()).exitCode).toBe(0);
    expect([liveCode(), ...desktopsLoad()]).toEqual(['exports.handler = () => 1;', '0.1.0-b1']);
  });

  it('is done where only the answer of Twilio was lost, and goes back no further', async () => {
    await put(1);
    await put(2);
    await put(3);
    account.world.faults.add({ operationId: 'CreateDeployment', times: 1, when: 'after', outcome: 500 });
    expect(await run()).toMatchObject({ exitCode: 0, lines: expect.arrayContaining(['Back. Reload Flex.']) });
    expect([liveCode(), ...desktopsLoad()]).toEqual(['exports.handler = () => 2;', '0.1.0-b2']);
  });

  it('says that it does not know, where Twilio does not tell any more what is live', async () => {
    await put(1);
    await put(2);
    account.world.faults.add({ operationId: 'CreateDeployment', times: 1, when: 'after', outcome: 500 });
    const onPrint = (line: string) => {
      if (line !== '✓ Flex plugin') return;
      account.world.faults.add({ operationId: 'FetchEnvironment', times: 9, when: 'before', outcome: 500 });
    };
    expect((await run({ onPrint })).lines[1]).toBe(
      'The plugin is back; whether the Functions are is not known. Look before you run it again: npm run rollback -- --env staging --dry-run',
    );
  });

  it.each([
    ['Functions', () => put(3, { release: false })],
    ['plugin', () => releaseVersionOne()],
  ])('changes nothing where somebody puts another %s live while it asks', async (_what, meanwhile) => {
    await put(1);
    await put(2);
    let before: string[] = [];
    const answer = async () => {
      await meanwhile();
      before = writesOf(account);
      return true;
    };
    expect(await run({ answer })).toMatchObject({
      exitCode: 1,
      lines: ['Nothing was changed: somebody else has just put something live. Run the command again.'],
    });
    expect(writesOf(account)).toEqual(before);
  });

  it('releases no version that was archived, and refuses where desktops would be left without the plugin', async () => {
    await put(1);
    await put(2);
    const versions = account.client.flexApi.v1.plugins('park-interaction').pluginVersions;
    const first = (await versions.list({ limit: 10 })).find(({ version }) => version === '0.1.0-b1');
    await account.client.flexApi.v1.pluginVersionArchive('park-interaction', first?.sid ?? '').update();
    const before = writesOf(account);
    const { exitCode, lines } = await run();
    expect({ exitCode, lines }).toEqual({
      exitCode: 1,
      lines: [expect.stringMatching(/^Desktops load version 0\.1\.0-b2/)],
    });
    expect(writesOf(account)).toEqual(before);
  });

  it('keeps what is parked: its customer comes back by the Functions of before', async () => {
    const product = builtProduct();
    await deployTo(account, { product });
    await deployTo(account, { product: { ...product, build: '0.1.0-b2' } });
    await account.settled();
    const served = serve(account);
    expect(await park(account, domain(), served)).toMatchObject({ status: 200 });
    await account.settled();
    await run();
    await account.settled();
    account.world.customers.write({ ...grace, body: 'Hello again' });
    await account.settled();
    const open = account.world.taskRouter.tasks().filter(({ assignmentStatus }) => assignmentStatus === 'reserved');
    expect(open).toHaveLength(1);
  });
});

/** @jest-environment node */
import { openClient } from '../../../flex-config/account/connect';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { openAccount } from './account';
import type { Account } from './account';
import { deployTo, smallProduct, writesOf } from './deploying';

jest.setTimeout(60_000);

let account: Account;

beforeEach(async () => {
  account = await openAccount();
});

afterEach(() => account.close());

const liveDomain = () => account.world.serverless.liveDomains()[0] ?? '';
const live = () => account.world.serverless.live(liveDomain());
const customData = () => account.world.flex.configuration().ui_attributes.custom_data;

describe('npm run deploy', () => {
  it('puts Functions, plugin and settings live in an account that has none', async () => {
    const { exitCode, lines } = await deployTo(account);
    expect(exitCode).toBe(0);

    const domain = liveDomain();
    expect(domain).toMatch(/^park-interaction-\d{4}-staging\.twil\.io$/);
    expect(lines[0]).toBe(`Live at https://${domain}`);
    expect(live()?.functions.map(({ path, visibility }) => [path, visibility])).toEqual([
      ['/flex/park-interaction', 'public'],
      ['/webhooks/reconcile', 'protected'],
    ]);
    const records = account.world.sync.services().find(({ friendlyName }) => friendlyName.includes('records'));
    expect(records).toMatchObject({ friendlyName: 'park-interaction records (staging)', aclEnabled: true });
    expect(live()?.variables).toEqual({
      ACCOUNT_SID: ids.account,
      AUTH_TOKEN: ids.authToken,
      TWILIO_FLEX_WORKSPACE_SID: ids.workspace,
      TWILIO_FLEX_SYNC_SID: ids.syncService,
      PARKING_SYNC_SID: records?.sid,
      ALERT_SECRET: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(account.world.taskRouter.workspace.eventCallbackUrl).toBe(`https://${domain}/webhooks/taskrouter-event`);
    expect(account.world.taskRouter.workspace.eventsFilter).toContain('task.canceled');
    expect(account.world.plugins.released().map(({ version }) => version.url)).toEqual([
      `https://${domain}/plugins/park-interaction/0.1.0-b1/park-interaction.js`,
    ]);
    expect(customData()).toEqual({
      serverless_functions_url: `https://${domain}`,
      features: { park_interaction: { enabled: true, show_list: true } },
    });
  });

  it('shows the plan first, and progress', async () => {
    const { printed } = await deployTo(account);
    expect(printed).toEqual([
      `Plan for ${ids.account}, environment "staging", build 0.1.0-b1:`,
      "Records' Sync service",
      '  create the Sync service "park-interaction records (staging)"',
      'Functions',
      '  create the Functions service "park-interaction"',
      '  create its environment "staging"',
      '  set the variable PARKING_SYNC_SID to the new Sync service',
      `  set the variable TWILIO_FLEX_WORKSPACE_SID to ${ids.workspace}`,
      `  set the variable TWILIO_FLEX_SYNC_SID to ${ids.syncService}`,
      '  make the secret ALERT_SECRET, which signs alerts',
      '  put build 0.1.0-b1 live',
      'TaskRouter events',
      `  set the event callback of ${ids.workspace} to https://the-domain-that-twilio-will-give.twil.io/webhooks/taskrouter-event`,
      'Flex plugin',
      '  create the plugin "park-interaction"',
      '  add version 0.1.0-b1',
      '  release version 0.1.0-b1 to all desktops',
      'Flex Configuration',
      '  + ui_attributes.custom_data.serverless_functions_url: "https://the-domain-that-twilio-will-give.twil.io"',
      '  + ui_attributes.custom_data.features.park_interaction.enabled: true',
      '  + ui_attributes.custom_data.features.park_interaction.show_list: true',
      "✓ Records' Sync service",
      '✓ Functions',
      '✓ TaskRouter events',
      '✓ Flex plugin',
      '✓ Flex Configuration',
    ]);
  });

  it('changes nothing the second time', async () => {
    await deployTo(account);
    const before = writesOf(account);
    const { exitCode, lines, printed } = await deployTo(account);
    expect({ exitCode, lines }).toEqual({ exitCode: 0, lines: ['Everything is live already.'] });
    expect(printed.filter((line) => line.startsWith('  '))).toEqual(Array(5).fill('  nothing to do'));
    expect(writesOf(account)).toEqual(before);
  });

  it.each([
    ['a dry run', { dryRun: true }, 0],
    ['a no', { answer: false }, 1],
  ])('writes nothing for %s', async (_case, options, exitCode) => {
    expect((await deployTo(account, options)).exitCode).toBe(exitCode);
    expect(writesOf(account)).toEqual([]);
  });

  it('replaces an old build and keeps its plugin served for open desktops', async () => {
    await deployTo(account);
    const { printed } = await deployTo(account, { product: smallProduct(2) });
    expect(printed).toContain('  put build 0.1.0-b2 live instead of 0.1.0-b1');
    expect(printed).toContain('  release version 0.1.0-b2 to all desktops instead of 0.1.0-b1');
    expect(
      live()
        ?.assets.map(({ path }) => path)
        .sort(),
    ).toEqual([
      '/park-interaction/0.1.0-b2.json',
      '/plugins/park-interaction/0.1.0-b1/park-interaction.js',
      '/plugins/park-interaction/0.1.0-b2/park-interaction.js',
    ]);
    expect(live()?.functions[0]?.content).toBe('exports.handler = () => 2;');
  });

  it('leaves the desktops as they are with --no-release, and releases later', async () => {
    await deployTo(account);
    const { printed, lines } = await deployTo(account, { product: smallProduct(2), release: false });
    expect(printed).toContain('  note: Version 0.1.0-b2 is not released: desktops load 0.1.0-b1.');
    expect(lines[1]).toContain('npm run deploy -- --env staging --release');
    expect(account.world.plugins.released().map(({ version }) => version.version)).toEqual(['0.1.0-b1']);

    await deployTo(account, { product: smallProduct(2) });
    expect(account.world.plugins.released().map(({ version }) => version.version)).toEqual(['0.1.0-b2']);
  });
});

describe('what belongs to others', () => {
  it("is kept: plugins, settings and the workspace's event callback", async () => {
    const { world } = account;
    const { sid } = world.plugins.createPlugin({ uniqueName: 'wallboard' });
    const version = { version: '3.0.0', url: 'https://w.twil.io/w.js', changelog: '', isPrivate: false };
    const versionSid = world.plugins.createVersion(sid, version).sid;
    const plugins = [{ versionSid, phase: 3 }];
    world.plugins.createRelease(world.plugins.createConfiguration({ name: 'x', description: '', plugins }).sid);
    world.flex.setConfiguration({ ui_attributes: { theme: 'dark', custom_data: { features: { callback: {} } } } });
    world.taskRouter.setEventCallback('https://bi.example.com/events');

    const { exitCode, printed } = await deployTo(account);
    expect(exitCode).toBe(0);
    expect(world.plugins.released().map(({ plugin }) => plugin.uniqueName)).toEqual(['wallboard', 'park-interaction']);
    expect(world.flex.configuration().ui_attributes).toMatchObject({
      theme: 'dark',
      custom_data: { features: { callback: {}, park_interaction: { enabled: true } } },
    });
    expect(world.taskRouter.workspace.eventCallbackUrl).toBe('https://bi.example.com/events');
    expect(printed.join('\n')).toMatch(
      /stays so[\s\S]+Event Streams webhook sink to https:.+\/webhooks\/taskrouter-event/,
    );
  });

  it('is not overwritten when somebody changes settings while the deployment runs', async () => {
    const { world } = account;
    const stop = world.events.subscribe((event) => {
      if (event.type !== 'flex.plugins.released') return;
      world.flex.setConfiguration({ ui_attributes: { theme: 'light' } });
    });
    const { exitCode, lines } = await deployTo(account);
    stop();
    expect(exitCode).toBe(1);
    expect(lines.join('\n')).toContain('somebody else has just changed');
    expect(world.flex.configuration().ui_attributes).toEqual({ theme: 'light' });
  });
});

describe('a deployment that fails', () => {
  it('in the middle says what is live, and the next one goes on from there', async () => {
    account.world.faults.add({ operationId: 'CreatePluginVersion', times: 1, when: 'before', outcome: 500 });
    const { exitCode, lines } = await deployTo(account);
    expect({ exitCode, lines }).toEqual({
      exitCode: 1,
      lines: [
        'Twilio answered 500: Injected fault',
        "Live: Records' Sync service, Functions, TaskRouter events.",
        'Perhaps half done: Flex plugin.',
        'Not begun: Flex Configuration.',
        'Run the same command again to go on; what is done is not done twice.',
      ],
    });
    const again = await deployTo(account);
    expect(again.exitCode).toBe(0);
    expect(again.printed.filter((line) => line.startsWith('✓'))).toEqual(['✓ Flex plugin', '✓ Flex Configuration']);
    expect(account.world.sync.services()).toHaveLength(3);
  });

  it('while it uploads leaves the old build live', async () => {
    await deployTo(account);
    account.world.faults.add({ operationId: 'CreateDeployment', times: 9, when: 'before', outcome: 400 });
    const { exitCode, lines } = await deployTo(account, { product: smallProduct(2) });
    expect(exitCode).toBe(1);
    expect(lines[0]).toBe('Twilio answered 400: Injected fault');
    expect(live()?.functions[0]?.content).toBe('exports.handler = () => 1;');
  });

  it('at an upload names the file', async () => {
    account.world.faults.add({ operationId: 'CreateFunctionVersion', times: 99, when: 'before', outcome: 400 });
    const { exitCode, lines } = await deployTo(account);
    expect(exitCode).toBe(1);
    expect(lines[0]).toMatch(/^Failed to upload Function \/\S+\. What was live before still is\.$/);
  });

  it('before it begins, because of a wrong setting, writes nothing', async () => {
    const features = { park_interaction: { enabled: 'yes' } };
    const { exitCode, printed, lines } = await deployTo(account, {
      settings: { ui_attributes: { custom_data: { features } } },
    });
    expect(exitCode).toBe(1);
    expect(printed.join('\n')).toContain('park_interaction.enabled must be true or false');
    expect(lines).toEqual(['Refused: nothing was written.']);
    expect(writesOf(account)).toEqual([]);
  });
});

describe('the Sync service of the records', () => {
  it('is never replaced while the live Functions use it', async () => {
    await deployTo(account);
    const used = live()?.variables.PARKING_SYNC_SID;
    account.world.sync.createService({ friendlyName: 'park-interaction records (staging)' });
    await deployTo(account, { product: smallProduct(2) });
    expect(live()?.variables.PARKING_SYNC_SID).toBe(used);
  });
});

describe('the secret of the wake links', () => {
  const park_interaction = { enabled: true, show_list: true, wake_links: true };
  const settings = { ui_attributes: { custom_data: { features: { park_interaction } } } };
  const secret = () => live()?.variables.WAKE_LINK_SECRET;

  it('is made once where links are wanted, is never shown, and stays', async () => {
    const { printed } = await deployTo(account, { settings });
    expect(printed).toContain('  make the secret WAKE_LINK_SECRET, which signs wake links');
    const made = secret();
    expect(made).toMatch(/^[\w-]{43}$/);
    expect(printed.join('\n')).not.toContain(made);
    expect((await deployTo(account, { settings })).lines).toEqual(['Everything is live already.']);
    await deployTo(account, { settings, product: smallProduct(2) });
    expect(secret()).toBe(made);
  });

  it('is not made where nobody wants links, and stays when they are switched off', async () => {
    await deployTo(account);
    expect(secret()).toBeUndefined();
    await deployTo(account, { settings });
    const made = secret();
    await deployTo(account);
    expect(secret()).toBe(made);
  });
});

describe('the secret of the alerts', () => {
  it('is made once, so that alerts work as soon as an admin wants them, is never shown, and stays', async () => {
    const { printed } = await deployTo(account);
    expect(printed).toContain('  make the secret ALERT_SECRET, which signs alerts');
    const made = live()?.variables.ALERT_SECRET;
    expect(made).toMatch(/^[\w-]{43}$/);
    expect(live()?.variables.WAKE_LINK_SECRET).toBeUndefined();
    expect(printed.join('\n')).not.toContain(made);
    await deployTo(account, { product: smallProduct(2) });
    expect(live()?.variables.ALERT_SECRET).toBe(made);
  });
});

describe('an API key in place of the token', () => {
  it('deploys everything, and the Functions have the token all the same, from Twilio', async () => {
    const { sid, secret } = await account.client.newKeys.create({ friendlyName: 'Deployments' });
    const login = { apiKey: sid, apiSecret: secret };
    const client = openClient({ accountSid: ids.account, ...login });
    expect((await deployTo({ client }, {}, login)).exitCode).toBe(0);
    expect(live()?.variables).toMatchObject({ ACCOUNT_SID: ids.account, AUTH_TOKEN: ids.authToken });
    await account.client.keys(sid).remove();
    expect((await deployTo({ client }, {}, login)).lines[0]).toMatch(/^Twilio refuses ACCOUNT_SID with this/);
  });
});

describe('another environment in the same account', () => {
  const production = (options: object = {}) => deployTo(account, { env: 'production', ...options });
  const domainOf = (env: string) =>
    account.world.serverless.liveDomains().find((domain) => domain.endsWith(`-${env}.twil.io`)) ?? '';

  it('loses nothing before somebody has agreed to each thing that it would lose', async () => {
    await deployTo(account);
    const before = writesOf(account);
    const { exitCode, lines, printed } = await production();
    expect({ exitCode, lines }).toEqual({ exitCode: 1, lines: ['Nothing was written.'] });
    const domain = domainOf('staging');
    expect(printed.filter((line) => line.includes('takes over'))).toEqual([
      `  takes over from "staging": the TaskRouter events (${domain})`,
      `  takes over from "staging": all desktops (${domain})`,
      `  takes over from "staging": the calls and lists of desktops (${domain})`,
    ]);
    expect(printed.at(-1)).toBe(
      'Take over the TaskRouter events, all desktops, the calls and lists of desktops from "staging"?',
    );
    expect(writesOf(account)).toEqual(before);
  });

  it('is taken over when somebody agrees, and then there is nothing more to ask', async () => {
    await deployTo(account);
    expect((await production({ agreesToTakeOver: true })).exitCode).toBe(0);
    expect(account.world.taskRouter.workspace.eventCallbackUrl).toContain(domainOf('production'));
    expect(customData()).toMatchObject({ serverless_functions_url: `https://${domainOf('production')}` });
    const again = await production({ product: smallProduct(2) });
    expect(again.exitCode).toBe(0);
    expect(again.printed.join('\n')).not.toMatch(/take(s)? over/i);
  });

  it('keeps the events and the desktops that are left to it, but not the address', async () => {
    await deployTo(account);
    const { printed } = await production({ release: false, eventCallback: false });
    expect(printed.filter((line) => line.includes('takes over'))).toHaveLength(1);
  });
});

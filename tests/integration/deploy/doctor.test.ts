/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { publish } from '../../../deploy/account/publish';
import { adoptAll, examine } from '../../../deploy/doctor/doctor';
import { outcomeOfDeploy } from '../../../deploy/outcome';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { builtProduct, openAccount } from './account';
import type { Account } from './account';
import { grace, parkWithTemplate, serve } from './customers';
import { deployTo } from './deploying';

jest.setTimeout(60_000);

let account: Account;

beforeEach(async () => {
  account = await openAccount();
});

afterEach(() => account.close());

const asked = { env: 'staging', flexSyncSid: undefined, calibration: 'no-such-file.json' };
const opened = () => ({ client: account.client, accountSid: ids.account, authToken: ids.authToken });
const doctor = (template = false) => outcomeOfDeploy(() => examine(opened(), { ...asked, template }));
const adopt = () => outcomeOfDeploy(() => adoptAll(opened(), asked));

async function deployed(): Promise<void> {
  await deployTo(account, { product: builtProduct() });
  await account.settled();
}

const EXAMPLE_FLOW = readFileSync(join(__dirname, '../../../docs/examples/studio-flow.json'), 'utf8');

/** `custom_data` with other settings of parking. */
function merged({ custom_data }: Record<string, unknown>, settings: object): object {
  const data = shape.parse(custom_data);
  return {
    ...data,
    features: { ...data.features, park_interaction: { ...data.features.park_interaction, ...settings } },
  };
}
const shape = z
  .object({ features: z.object({ park_interaction: z.object({}).passthrough() }).passthrough() })
  .passthrough();

const theirPark = {
  path: '/features/park-interaction/flex/park-interaction',
  access: 'public',
  content: 'exports.handler = () => 0;',
} as const;

/** The parking record of a conversation. */
function recordOf(conversationSid: string): unknown {
  const documents = account.world.sync.services().flatMap((service) => [...service.documents.values()]);
  return documents.find(({ uniqueName }) => uniqueName?.includes(conversationSid))?.data;
}

const signs = (lines: readonly string[]) => lines.filter((line) => !line.startsWith(' ')).map((line) => line[0]);

describe('npm run doctor', () => {
  it('is green after a deployment', async () => {
    await deployed();
    const { exitCode, lines } = await doctor();
    expect(lines.filter((line) => !line.startsWith('✓'))).toEqual([]);
    expect(exitCode).toBe(0);
    expect(lines).toHaveLength(17);
  });

  it('is red before, with the command that helps', async () => {
    const { exitCode, lines } = await doctor();
    expect(exitCode).toBe(1);
    const at = lines.indexOf('✗ Functions: not deployed');
    expect(lines[at + 1]).toBe('    → Run npm run deploy -- --env staging');
    expect(signs(lines)).toContain('!');
  });

  it('sees that the Functions are gone from their domain', async () => {
    await deployed();
    const [service] = account.world.serverless.services();
    const [environment] = service?.environments.values() ?? [];
    const build = environment?.buildSid ?? '';
    const { functions } = account.world.serverless.build(service?.sid ?? '', build);
    const functionVersions = functions.map(({ sid }) => sid);
    const empty = { functionVersions, assetVersions: [], dependencies: [], runtime: 'node22' };
    const { sid } = account.world.serverless.createBuild(service?.sid ?? '', empty);
    account.world.serverless.deploy(service?.sid ?? '', environment?.sid ?? '', sid);
    const { exitCode, lines } = await doctor();
    expect(exitCode).toBe(1);
    expect(lines).toContain('✗ Functions: not deployed');
  });

  it('looks at the Studio flow that replies go into', async () => {
    await deployed();
    const setFlow = (studio_flow_sid: string) => {
      const { ui_attributes } = account.world.flex.configuration();
      const custom_data = merged(ui_attributes, { on_customer_reply: 'studio', studio_flow_sid });
      account.world.flex.setConfiguration({ ui_attributes: { ...ui_attributes, custom_data } });
    };
    const replies = async () => (await doctor()).lines.filter((line) => line.includes('Customer replies'));
    const missing = `FW${'9'.repeat(32)}`;
    setFlow(missing);
    expect(await replies()).toEqual([`✗ Customer replies: studio_flow_sid ${missing} does not exist`]);

    const { domainName = '' } = [...(account.world.serverless.services()[0]?.environments.values() ?? [])][0] ?? {};
    const definition = EXAMPLE_FLOW.replaceAll('FUNCTIONS_DOMAIN', domainName);
    const { flows } = account.client.studio.v2;
    const { sid } = await flows.create({ friendlyName: 'Welcome back', status: 'draft', definition });
    setFlow(sid);
    expect(await replies()).toEqual([`! Customer replies: the newest revision of ${sid} is a draft`]);
    await flows(sid).update({ status: 'published' });
    expect(await replies()).toEqual(['✓ Customer replies: go to: studio']);
  });

  it('sees the Functions of the public template, whose parking the same setting switches on', async () => {
    await deployed();
    const { serverless } = account.client;
    const theirs = await serverless.v1.services.create({ uniqueName: 'extensions', friendlyName: 'extensions' });
    const product = { ...builtProduct(), functions: [theirPark], dependencies: [] };
    const environment = await serverless.v1
      .services(theirs.sid)
      .environments.create({ uniqueName: 'dev', domainSuffix: 'dev' });
    const at = { serviceSid: theirs.sid, environmentSid: environment.sid };
    await publish({ ...opened() }, { ...at, product, assets: [], keep: [] });
    const { exitCode, lines } = await doctor();
    expect(exitCode).toBe(1);
    expect(lines).toContain(
      `✗ Public template: two parkings are on: its own (Functions at ${environment.domainName}) reads features.park_interaction, too`,
    );
  });

  it('names what stops it when the account cannot be reached', async () => {
    account.world.faults.add({ operationId: 'FetchConfiguration', times: 9, when: 'before', outcome: 401 });
    expect(await doctor()).toEqual({
      exitCode: 1,
      lines: [
        'Twilio refuses ACCOUNT_SID with this AUTH_TOKEN or API key. Check both in the Console; a restricted key is not enough.',
      ],
    });
  });
});

describe('npm run doctor -- --adopt', () => {
  it('takes over what the public template has parked: its customer comes back by our Functions', async () => {
    const served = serve(account);
    await parkWithTemplate(account, served);
    await deployed();
    expect((await doctor()).lines.filter((line) => line.includes('template'))).toEqual([]);
    expect((await doctor(true)).lines).toContain('! Public template: 1 conversation(s) are parked by it');

    expect(await adopt()).toEqual({ exitCode: 0, lines: [`${served.conversationSid}: adopted`, '1 adopted, 0 left.'] });
    const { webhooks } = account.world.conversations.get(served.conversationSid);
    expect([...webhooks.values()].map(({ url }) => new URL(url ?? '').pathname)).toEqual([
      '/webhooks/unpark-interaction',
    ]);

    account.world.customers.write({ ...grace, body: 'Hello again' });
    await account.settled();
    const open = account.world.taskRouter.tasks().filter(({ assignmentStatus }) => assignmentStatus === 'reserved');
    expect(open).toHaveLength(1);
    expect(JSON.parse(open[0]?.attributes ?? '{}')).toMatchObject({ originalRouting: { queueName: 'Support' } });
  });

  it('keeps the priority that the task had, and the name of the agent', async () => {
    const served = serve(account);
    account.world.taskRouter.setTaskPriority(served.taskSid, 7);
    await parkWithTemplate(account, served);
    await deployed();
    await adopt();
    expect(recordOf(served.conversationSid)).toMatchObject({
      park: { task: { priority: 7 }, agent: { identity: 'ada_40example_2Ecom', name: expect.stringMatching(/^Ada/) } },
    });
  });

  it('says what nobody knows any more', async () => {
    const served = serve(account);
    await parkWithTemplate(account, served);
    await deployed();
    account.world.faults.add({ operationId: 'FetchTask', times: 9, when: 'before', outcome: 404 });
    expect((await adopt()).lines[0]).toBe(
      `${served.conversationSid}: adopted; its task is gone, so it comes back with priority 0`,
    );
  });

  it('finds nothing the second time', async () => {
    await parkWithTemplate(account, serve(account));
    await deployed();
    await adopt();
    expect(await adopt()).toEqual({ exitCode: 0, lines: ['The public template has nothing parked.'] });
  });

  it('routes at once when the customer wrote between the two webhooks', async () => {
    const served = serve(account);
    const theirs = await parkWithTemplate(account, served);
    await deployed();
    const stop = account.world.events.subscribe((event) => {
      if (event.type !== 'conversation.webhook.removed' || event.webhook.sid !== theirs) return;
      account.world.customers.write({ ...grace, body: 'Now' });
    });
    const { lines } = await adopt();
    stop();
    expect(lines[0]).toBe(`${served.conversationSid}: adopted, and routed at once: the customer had written`);
    const open = account.world.taskRouter.tasks().filter(({ assignmentStatus }) => assignmentStatus === 'reserved');
    expect(open).toHaveLength(1);
  });

  it('leaves a conversation alone that the template has just woken itself', async () => {
    const served = serve(account);
    await parkWithTemplate(account, served);
    await deployed();
    account.world.faults.add({
      operationId: 'DeleteConversationScopedWebhook',
      times: 1,
      when: 'before',
      outcome: 404,
    });
    expect((await adopt()).lines[0]).toBe(`${served.conversationSid}: left as it is: it has just come back by itself`);
    const records = account.world.sync.services().flatMap(({ documents }) => [...documents.values()]);
    expect(records.filter(({ uniqueName }) => uniqueName?.includes(served.conversationSid))).toEqual([]);
  });

  it('leaves a conversation alone whose attributes are somebody else’s now', async () => {
    const served = serve(account);
    const theirs = await parkWithTemplate(account, served);
    await deployed();
    account.world.conversations.update(served.conversationSid, {
      attributes: JSON.stringify({ taskAttributes: '{}', workflowSid: 'nonsense' }),
    });
    const { exitCode, lines } = await adopt();
    expect({ exitCode, lines }).toEqual({
      exitCode: 1,
      lines: [
        `${served.conversationSid}: left as it is: its attributes are not what a new task needs`,
        '0 adopted, 1 left.',
      ],
    });
    expect(account.world.conversations.get(served.conversationSid).webhooks.has(theirs)).toBe(true);
  });

  it('needs a deployment to adopt with', async () => {
    await parkWithTemplate(account, serve(account));
    expect((await adopt()).lines[0]).toMatch(/^Nothing is deployed to adopt with/);
  });
});

/** @jest-environment node */
import { outcomeOfDeploy } from '../../../deploy/outcome';
import { undeploy } from '../../../deploy/undeploy/undeploy';
import type { Undeployment } from '../../../deploy/undeploy/undeploy';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { builtProduct, openAccount } from './account';
import type { Account } from './account';
import { grace, park, serve } from './customers';
import type { Served } from './customers';
import { deployTo, writesOf } from './deploying';

jest.setTimeout(60_000);

let account: Account;
let served: Served;

beforeEach(async () => {
  account = await openAccount();
  await deployTo(account, { product: builtProduct() });
  await account.settled();
  served = serve(account);
  await park(account, account.world.serverless.liveDomains()[0] ?? '', served);
});

afterEach(() => account.close());

async function run(options: Partial<Undeployment> = {}) {
  const printed: string[] = [];
  const terminal = { print: (line: string) => printed.push(line), confirm: async () => true };
  const opened = { client: account.client, accountSid: ids.account, authToken: ids.authToken };
  const common = { account: opened, env: 'staging', flexSyncSid: undefined, dryRun: false, terminal };
  const outcome = await outcomeOfDeploy(() => undeploy({ ...common, parked: 'unpark', ...options }));
  return { ...outcome, printed };
}

const openTasks = () =>
  account.world.taskRouter.tasks().filter(({ assignmentStatus }) => /pending|reserved/.test(assignmentStatus));
const webhooks = () => account.world.conversations.get(served.conversationSid).webhooks;

describe('npm run undeploy', () => {
  it('brings parked conversations back to their workflow and leaves nothing of ours', async () => {
    const { exitCode, lines, printed } = await run();
    expect({ exitCode, lines }).toEqual({ exitCode: 0, lines: ['Removed. Reload Flex.'] });
    expect(printed).toContain('  bring 1 parked conversation(s) back to their workflow');
    expect(openTasks()).toHaveLength(1);
    expect(webhooks().size).toBe(0);
    const { world } = account;
    expect(world.serverless.services()).toEqual([]);
    expect(world.plugins.released()).toEqual([]);
    expect(world.flex.configuration().ui_attributes).not.toHaveProperty('custom_data');
    expect(world.taskRouter.workspace.eventCallbackUrl).toBeNull();
    expect(world.sync.services().map(({ friendlyName }) => friendlyName)).not.toContain(
      'park-interaction records (staging)',
    );
  });

  it('leaves them parked when asked, and the next deployment finds them', async () => {
    const { exitCode, printed } = await run({ parked: 'leave' });
    expect(exitCode).toBe(0);
    expect(printed.join('\n')).toContain('who writes there is not routed until parking is deployed again');
    expect(webhooks().size).toBe(0);
    account.world.customers.write({ ...grace, body: 'Anybody?' });
    expect(openTasks()).toEqual([]);

    await deployTo(account, { product: builtProduct() });
    await account.settled();
    const [domain = ''] = account.world.serverless.liveDomains();
    const { token } = account.world.iam.issueToken('ada');
    const { body } = await account.post(domain, '/flex/reconcile', { Token: token });
    expect(JSON.stringify(body)).toContain('routed');
    expect(openTasks()).toHaveLength(1);
  });

  it('keeps the Functions when a parked conversation cannot be brought back', async () => {
    account.world.faults.add({ operationId: 'CreateInteractionChannelInvite', times: 9, when: 'before', outcome: 400 });
    const { exitCode, lines } = await run();
    expect(exitCode).toBe(1);
    expect(lines.join('\n')).toContain(served.conversationSid);
    expect(account.world.serverless.liveDomains()).toHaveLength(1);
    expect(webhooks().size).toBe(1);
    expect(account.world.plugins.released()).toEqual([]);
  });

  it('only says what it would do in a dry run', async () => {
    const before = writesOf(account);
    const { exitCode, lines } = await run({ dryRun: true });
    expect({ exitCode, lines }).toEqual({ exitCode: 0, lines: ['Dry run: nothing was removed.'] });
    expect(writesOf(account)).toEqual(before);
  });

  it('has nothing to do the second time', async () => {
    await run();
    expect((await run()).lines).toEqual(['There is nothing to remove.']);
  });
});

/** @jest-environment node */
import { builtProduct, openAccount } from './account';
import type { Account } from './account';
import { grace, park, serve } from './customers';
import { deployTo, smallProduct } from './deploying';

jest.setTimeout(60_000);

let account: Account;
let domain: string;

beforeEach(async () => {
  account = await openAccount();
  await deployTo(account, { product: builtProduct() });
  await account.settled();
  domain = account.world.serverless.liveDomains()[0] ?? '';
});

afterEach(() => account.close());

const openTasks = () =>
  account.world.taskRouter.tasks().filter(({ assignmentStatus }) => /pending|reserved/.test(assignmentStatus));

describe('after a deployment', () => {
  it('the deployed Functions park, and their webhook brings the customer back', async () => {
    const served = serve(account);
    expect(await park(account, domain, served)).toMatchObject({ status: 200, body: { status: 'parked' } });
    expect(account.world.taskRouter.task(served.taskSid).assignmentStatus).toBe('completed');
    const { webhooks } = account.world.conversations.get(served.conversationSid);
    expect([...webhooks.values()].map(({ url }) => new URL(url ?? '').host)).toEqual([domain]);

    account.world.customers.write({ ...grace, body: 'Are you there?' });
    await account.settled();
    const [task] = openTasks();
    expect(JSON.parse(task?.attributes ?? '{}')).toMatchObject({
      conversationSid: served.conversationSid,
      originalRouting: { queueName: 'Support' },
    });
    expect(openTasks()).toHaveLength(1);
    expect(webhooks.size).toBe(0);
  });

  it('the plugin of the release is served, and so is the marker of its build', async () => {
    const [{ version } = { version: { url: '' } }] = account.world.plugins.released();
    const live = account.world.serverless.live(domain);
    const { pathname } = new URL(version.url);
    expect(live?.assets.find(({ path }) => path === pathname)?.content).toBe('window.plugin = 1;');
  });

  it('the next deployment replaces what runs', async () => {
    await deployTo(account, { product: smallProduct(2) });
    await account.settled();
    const served = serve(account);
    await expect(park(account, domain, served)).rejects.toThrow();
  });
});

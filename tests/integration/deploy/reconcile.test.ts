/** @jest-environment node */
import { outcomeOfDeploy } from '../../../deploy/outcome';
import { reconcileAccount } from '../../../deploy/reconcile/reconcile-account';
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
  await account.settled();
});

afterEach(() => account.close());

async function run({ dryRun = false } = {}) {
  const printed: string[] = [];
  const opened = { client: account.client, accountSid: ids.account, authToken: ids.authToken };
  const terminal = { print: (line: string) => printed.push(line) };
  const outcome = await outcomeOfDeploy(() =>
    reconcileAccount({ account: opened, env: 'staging', flexSyncSid: undefined, dryRun, terminal }),
  );
  return { ...outcome, printed };
}

const conversation = () => account.world.conversations.get(served.conversationSid);
const openTasks = () =>
  account.world.taskRouter.tasks().filter(({ assignmentStatus }) => /pending|reserved/.test(assignmentStatus));

/** The wake webhook is gone, and with it what the customer writes now. */
function loseTheReply(): void {
  for (const { sid } of conversation().webhooks.values())
    account.world.conversations.removeWebhook(served.conversationSid, sid);
  account.world.customers.write({ ...grace, body: 'Anybody?' });
}

describe('npm run reconcile', () => {
  it('routes a customer whose message got lost, and says so in one line', async () => {
    loseTheReply();
    const { exitCode, lines, printed } = await run();
    expect(printed).toEqual([`${served.conversationSid}: the customer was waiting: routed`]);
    expect({ exitCode, lines }).toEqual({ exitCode: 0, lines: ['1 looked at: 1 repaired, 0 need a person.'] });
    expect(openTasks()).toHaveLength(1);
  });

  it('only says so in a dry run', async () => {
    loseTheReply();
    const before = writesOf(account);
    const { exitCode, lines, printed } = await run({ dryRun: true });
    expect(printed).toEqual([`${served.conversationSid}: would be repaired: the customer was waiting: routed`]);
    expect({ exitCode, lines }).toEqual({
      exitCode: 0,
      lines: ['1 looked at: 1 to repair, nothing was changed, 0 need a person.'],
    });
    expect(writesOf(account)).toEqual(before);
    expect(openTasks()).toEqual([]);
  });

  it('finds nothing to repair in a healthy account', async () => {
    expect(await run()).toMatchObject({
      exitCode: 0,
      lines: ['1 looked at: 0 repaired, 0 need a person.'],
      printed: [],
    });
    expect(conversation().webhooks.size).toBe(1);
  });

  it('names what needs a person, and what that person can do', async () => {
    loseTheReply();
    account.world.faults.add({ operationId: 'CreateInteractionChannelInvite', times: 9, when: 'before', outcome: 404 });
    const { exitCode, lines, printed } = await run();
    expect({ exitCode, lines }).toEqual({ exitCode: 1, lines: ['1 looked at: 0 repaired, 1 need a person.'] });
    expect(printed.join('\n')).toMatch(/needs a person: Twilio forgot its channel \(180 days/);
  });

  it('says what to do where nothing is deployed', async () => {
    account.world.serverless.services().forEach(({ sid }) => account.world.serverless.removeService(sid));
    expect(await run()).toMatchObject({
      exitCode: 1,
      lines: [expect.stringContaining('Run npm run deploy -- --env staging')],
    });
  });
});

/** @jest-environment node */
import { outcomeOfDeploy } from '../../../deploy/outcome';
import { reportAccount } from '../../../deploy/report/report-account';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { builtProduct, openAccount } from './account';
import type { Account } from './account';
import { grace, park, serve } from './customers';
import { deployTo, writesOf } from './deploying';

jest.setTimeout(60_000);

let account: Account;

beforeEach(async () => {
  account = await openAccount();
  await deployTo(account, { product: builtProduct() });
  await account.settled();
});

afterEach(() => account.close());

const run = (options: { days?: number; csv?: boolean; nowMs?: number } = {}) =>
  outcomeOfDeploy(() =>
    reportAccount({
      account: { client: account.client, accountSid: ids.account, authToken: ids.authToken },
      env: 'staging',
      flexSyncSid: undefined,
      days: 7,
      csv: false,
      nowMs: Date.now(),
      ...options,
    }),
  );

async function parkOne() {
  const served = serve(account);
  await park(account, account.world.serverless.liveDomains()[0] ?? '', served);
  await account.settled();
  return served;
}

/** The customer writes, and Ada accepts what that brings. */
async function comesBack() {
  account.world.customers.write({ ...grace, body: 'Anybody?' });
  await account.settled();
  const ada = account.world.iam.findUser('ada')?.workerSid ?? '';
  const offered = account.world.taskRouter.activeReservations(ada).find(({ status }) => status === 'pending');
  const invite = offered && account.world.flex.inviteOfTask(offered.taskSid);
  if (!offered || !invite) throw new Error('Nothing is offered to Ada');
  account.world.flex.acceptInvite(invite.sid, offered.sid);
  await account.settled();
}

describe('npm run report', () => {
  it('says what came of a park, and changes nothing', async () => {
    await parkOne();
    await comesBack();
    const before = writesOf(account);
    const { exitCode, lines } = await run();
    expect(exitCode).toBe(0);
    expect(lines.join('\n')).toMatch(
      /^Parked from \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d \(\S+\)\n\nParks that have ended +1\n/,
    );
    expect(lines.join('\n')).toMatch(/1: the customer replied\nSame agent back +1 of 1\n/);
    expect(lines.at(-1)).toMatch(/^\d{4}-\d\d-\d\d +Support +1 /);
    expect(writesOf(account)).toEqual(before);
  });

  it('knows what is still parked, before any park has ended', async () => {
    await parkOne();
    expect((await run()).lines).toEqual(
      expect.arrayContaining(['Parks that have ended  0', 'Parked now             1', 'Lost                   0']),
    );
  });

  it('leaves out what was parked before the first day', async () => {
    await parkOne();
    await comesBack();
    const nowMs = Date.now() + 3 * 24 * 60 * 60 * 1000;
    expect((await run({ days: 2, nowMs })).lines).toContain('Parks that have ended  0');
    expect((await run({ days: 5, nowMs })).lines).toContain('Parks that have ended  1');
  });

  it('is for a spreadsheet with --csv', async () => {
    await parkOne();
    await comesBack();
    const [csv = ''] = (await run({ csv: true })).lines;
    expect(csv.split('\r\n')).toEqual([
      expect.stringMatching(/^"day","queue"/),
      expect.stringMatching(/","Support","1"/),
    ]);
  });

  it('says how far the history reaches when more is asked for', async () => {
    expect((await run({ days: 90 })).lines[1]).toBe('The history keeps 30 days (history_days).');
  });

  it('says what to do where nothing is deployed', async () => {
    account.world.serverless.services().forEach(({ sid }) => account.world.serverless.removeService(sid));
    expect(await run()).toMatchObject({ exitCode: 1, lines: [expect.stringMatching(/Run npm run deploy/)] });
  });
});

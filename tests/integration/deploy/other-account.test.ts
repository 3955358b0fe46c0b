/** @jest-environment node */
import type { Command } from 'commander';

import { calibrateCommand } from '../../../deploy/calibrate/calibrate-command';
import { doctorCommand } from '../../../deploy/doctor/doctor-command';
import type { Outcome } from '../../../deploy/outcome';
import { reconcileCommand } from '../../../deploy/reconcile/reconcile-command';
import { reportCommand } from '../../../deploy/report/report-command';
import { rollbackCommand } from '../../../deploy/rollback/rollback-command';
import { undeployCommand } from '../../../deploy/undeploy/undeploy-command';
import { workflowCommand } from '../../../deploy/workflow/workflow-command';
import { createCli } from '../../../flex-config/cli';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { openAccount } from './account';
import type { Account } from './account';
import { deployTo, smallProduct, writesOf } from './deploying';

jest.setTimeout(60_000);

const STAGING = `AC${'5'.repeat(32)}`;
const { env } = process;

let account: Account;
let key: { apiKey: string; apiSecret: string };

/** A shell that names one account and has the key of another, where parking is deployed. */
beforeAll(async () => {
  account = await openAccount();
  await deployTo(account);
  const { sid, secret } = await account.client.newKeys.create();
  key = { apiKey: sid, apiSecret: secret };
  process.env = { ...env, ACCOUNT_SID: STAGING, AUTH_TOKEN: '', TWILIO_API_KEY: sid, TWILIO_API_SECRET: secret };
});

afterAll(async () => {
  process.env = env;
  await account.close();
});

type Create = (report: (outcome: Outcome) => void) => Command;

const COMMANDS: [string, Create, string[]][] = [
  ['doctor', doctorCommand, []],
  ['doctor --adopt', doctorCommand, ['--adopt']],
  ['calibrate', calibrateCommand, ['--yes']],
  ['calibrate --clean', calibrateCommand, ['--clean', '--yes']],
  ['reconcile', reconcileCommand, []],
  ['report', reportCommand, []],
  ['rollback', rollbackCommand, ['--yes']],
  ['undeploy', undeployCommand, ['--parked', 'leave', '--yes']],
  ['workflow', workflowCommand, ['--yes']],
  ['config diff', (report) => createCli(report), ['diff']],
  ['config deploy', (report) => createCli(report), ['deploy', '--yes']],
];

const REFUSED = [`This API key belongs to ${ids.account}, not to ACCOUNT_SID (${STAGING}). Nothing was written.`];

describe('a key of another account than the one that is named', () => {
  it.each(COMMANDS)('stops npm run %s before it writes anything', async (_name, create, argv) => {
    const before = writesOf(account).length;
    const outcomes: Outcome[] = [];
    await create((outcome) => outcomes.push(outcome)).parseAsync([...argv, '--env', 'local'], { from: 'user' });
    expect(outcomes).toEqual([{ exitCode: 1, lines: REFUSED }]);
    expect(writesOf(account).slice(before)).toEqual([]);
  });

  it('stops npm run deploy, too', async () => {
    const before = writesOf(account).length;
    const options = { product: smallProduct(2), agreesToTakeOver: true };
    expect(await deployTo(account, options, { accountSid: STAGING, ...key })).toMatchObject({
      exitCode: 1,
      lines: REFUSED,
      printed: [],
    });
    expect(writesOf(account).slice(before)).toEqual([]);
  });
});

import { join } from 'node:path';

import { Command, Option } from 'commander';

import { readCredentials, readVariables } from '../../flex-config/account/variables';
import { processTerminal } from '../../flex-config/terminal';
import { openAccount } from '../account/account';
import { outcomeOfDeploy } from '../outcome';
import type { Outcome } from '../outcome';
import type { ForParked } from './parked';
import { undeploy } from './undeploy';

const ROOT = join(__dirname, '../..');

interface UndeployOptions {
  env: string;
  parked: ForParked;
  dryRun: boolean;
  yes: boolean;
}

export function undeployCommand(report: (outcome: Outcome) => void): Command {
  return new Command('undeploy')
    .usage('-- [options]')
    .description('Takes parking out of an account.')
    .requiredOption('--env <name>', 'environment')
    .addOption(
      new Option('--parked <what>', 'unpark: parked conversations go back to their workflow; leave: they stay parked')
        .choices(['unpark', 'leave'])
        .makeOptionMandatory(),
    )
    .option('--dry-run', 'only say what would be removed', false)
    .option('--yes', 'do not ask', false)
    .action(async ({ env, parked, dryRun, yes }: UndeployOptions) =>
      report(
        await outcomeOfDeploy(() => {
          const variables = readVariables({ env, folder: ROOT, own: process.env });
          return undeploy({
            account: openAccount(readCredentials(variables)),
            env,
            flexSyncSid: variables.TWILIO_FLEX_SYNC_SID || undefined,
            parked,
            dryRun,
            terminal: processTerminal({ yes }),
          });
        }),
      ),
    );
}

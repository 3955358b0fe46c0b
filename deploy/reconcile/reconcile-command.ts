import { join } from 'node:path';

import { Command } from 'commander';

import { readCredentials, readVariables } from '../../flex-config/account/variables';
import { processTerminal } from '../../flex-config/terminal';
import { openAccount } from '../account/account';
import { outcomeOfDeploy } from '../outcome';
import type { Outcome } from '../outcome';
import { reconcileAccount } from './reconcile-account';

const ROOT = join(__dirname, '../..');

interface ReconcileOptions {
  env: string;
  dryRun: boolean;
}

export function reconcileCommand(report: (outcome: Outcome) => void): Command {
  return new Command('reconcile')
    .usage('-- [options]')
    .description('Compares every parked conversation with what is true at Twilio, and repairs it.')
    .requiredOption('--env <name>', 'environment')
    .option('--dry-run', 'only say what would be repaired', false)
    .action(async ({ env, dryRun }: ReconcileOptions) =>
      report(
        await outcomeOfDeploy(() => {
          const variables = readVariables({ env, folder: ROOT, own: process.env });
          return reconcileAccount({
            account: openAccount(readCredentials(variables)),
            env,
            flexSyncSid: variables.TWILIO_FLEX_SYNC_SID || undefined,
            dryRun,
            terminal: processTerminal({ yes: true }),
          });
        }),
      ),
    );
}

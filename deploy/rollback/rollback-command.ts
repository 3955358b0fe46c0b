import { join } from 'node:path';

import { Command } from 'commander';

import { readCredentials, readVariables } from '../../flex-config/account/variables';
import { processTerminal } from '../../flex-config/terminal';
import { openAccount } from '../account/account';
import { outcomeOfDeploy, type Outcome } from '../outcome';
import { rollBack } from './rollback';

const ROOT = join(__dirname, '../..');

interface RollbackOptions {
  env: string;
  dryRun: boolean;
  yes: boolean;
}

export function rollbackCommand(report: (outcome: Outcome) => void): Command {
  return new Command('rollback')
    .usage('-- [options]')
    .description('Puts back the Functions and the plugin that were live before the last deployment.')
    .requiredOption('--env <name>', 'environment')
    .option('--dry-run', 'only say what would be put back', false)
    .option('--yes', 'do not ask', false)
    .action(async ({ env, dryRun, yes }: RollbackOptions) =>
      report(
        await outcomeOfDeploy(() => {
          const variables = readVariables({ env, folder: ROOT, own: process.env });
          return rollBack({
            account: openAccount(readCredentials(variables)),
            env,
            flexSyncSid: variables.TWILIO_FLEX_SYNC_SID || undefined,
            dryRun,
            terminal: processTerminal({ yes }),
          });
        }),
      ),
    );
}

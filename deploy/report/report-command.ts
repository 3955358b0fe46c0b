import { join } from 'node:path';

import { Command, InvalidArgumentError } from 'commander';

import { readCredentials, readVariables } from '../../flex-config/account/variables';
import { openAccount } from '../account/account';
import { outcomeOfDeploy, type Outcome } from '../outcome';
import { reportAccount } from './report-account';

const ROOT = join(__dirname, '../..');
/** The history keeps no more than a year. */
const MAX_DAYS = 365;

interface ReportOptions {
  env: string;
  days: number;
  csv: boolean;
}

export function reportCommand(report: (outcome: Outcome) => void): Command {
  return new Command('report')
    .usage('-- [options]')
    .description('Says what came of the conversations that were parked in the last days.')
    .requiredOption('--env <name>', 'environment')
    .option('--days <number>', 'how many days, today included', daysOf, 7)
    .option('--csv', 'each day and queue for a spreadsheet', false)
    .action(async ({ csv, days, env }: ReportOptions) =>
      report(
        await outcomeOfDeploy(() => {
          const variables = readVariables({ env, folder: ROOT, own: process.env });
          return reportAccount({
            account: openAccount(readCredentials(variables)),
            env,
            flexSyncSid: variables.TWILIO_FLEX_SYNC_SID || undefined,
            days,
            csv,
            nowMs: Date.now(),
          });
        }),
      ),
    );
}

function daysOf(said: string): number {
  const days = Number(said);
  if (Number.isInteger(days) && days >= 1 && days <= MAX_DAYS) return days;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${MAX_DAYS}.`);
}

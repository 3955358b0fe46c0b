import { join } from 'node:path';

import { Command } from 'commander';

import { readCredentials, readVariables } from '../../flex-config/account/variables';
import { openAccount } from '../account/account';
import { DEFAULT_FILE } from '../calibrate/calibration-file';
import { outcomeOfDeploy } from '../outcome';
import type { Outcome } from '../outcome';
import { adoptAll, examine } from './doctor';

const ROOT = join(__dirname, '../..');

interface DoctorOptions {
  env: string;
  adopt: boolean;
  template: boolean;
  calibration: string;
}

export function doctorCommand(report: (outcome: Outcome) => void): Command {
  return new Command('doctor')
    .usage('-- [options]')
    .description('Looks at everything that parking needs in an account: green, yellow or red, with the remedy.')
    .requiredOption('--env <name>', 'environment')
    .option('--template', 'count the conversations that the public template has parked, too', false)
    .option('--adopt', 'take over the conversations that the public template has parked', false)
    .option('--calibration <file>', 'what npm run calibrate wrote', DEFAULT_FILE)
    .action(async ({ env, adopt, template, calibration }: DoctorOptions) =>
      report(
        await outcomeOfDeploy(() => {
          const variables = readVariables({ env, folder: ROOT, own: process.env });
          const account = openAccount(readCredentials(variables));
          const asked = { env, flexSyncSid: variables.TWILIO_FLEX_SYNC_SID || undefined };
          return adopt ? adoptAll(account, asked) : examine(account, { ...asked, template, calibration });
        }),
      ),
    );
}

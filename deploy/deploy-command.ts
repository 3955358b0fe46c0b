import { join } from 'node:path';

import { Command } from 'commander';

import { readCredentials, readVariables } from '../flex-config/account/variables';
import { ENVIRONMENTS_FOLDER, readEnvironment } from '../flex-config/environment-files';
import { processTerminal } from '../flex-config/terminal';
import { validateEnvironment } from '../flex-config/validate';
import { openAccount } from './account/account';
import { prepareBuild } from './checks';
import { deploy } from './deploy';
import { outcomeOfDeploy } from './outcome';
import type { Outcome } from './outcome';
import { readProduct } from './product';

const ROOT = join(__dirname, '..');

interface DeployOptions {
  env: string;
  dryRun: boolean;
  yes: boolean;
  takeOver: boolean;
  release: boolean;
  eventCallback: boolean;
  checks: boolean;
  build: boolean;
}

/** `npm run deploy`: from a checkout to a working feature in an account. */
async function runDeploy(options: DeployOptions): Promise<Outcome> {
  const { env, dryRun, yes, takeOver, release, eventCallback, checks, build } = options;
  const terminal = processTerminal({ yes });
  const confirmTakeOver = processTerminal({ yes: takeOver, agreeWith: '--take-over' }).confirm;
  const variables = readVariables({ env, folder: ROOT, own: process.env });
  const account = openAccount(readCredentials(variables));
  const settings = readEnvironment(env, ENVIRONMENTS_FOLDER);
  const problems = validateEnvironment(settings);
  if (problems.length > 0) {
    return { exitCode: 1, lines: problems.map(({ path, message }) => `${env}: ${path} ${message}`) };
  }
  prepareBuild(ROOT, { checks, build, print: terminal.print });
  const wanted = { env, product: readProduct(ROOT), settings, release, eventCallback };
  const flexSyncSid = variables.TWILIO_FLEX_SYNC_SID || undefined;
  return deploy({ account, wanted, flexSyncSid, dryRun, terminal, confirmTakeOver });
}

export function deployCommand(report: (outcome: Outcome) => void): Command {
  return new Command('deploy')
    .usage('-- [options]')
    .description('Deploys the Functions, the plugin and the settings to a Twilio account.')
    .requiredOption('--env <name>', 'environment: its settings, its .env.<name>, and the ending of the domain')
    .option('--dry-run', 'do everything but write', false)
    .option('--yes', 'do not ask', false)
    .option('--take-over', 'take over from another environment of this account without asking', false)
    .option('--release', 'give the plugin to all desktops', true)
    .option('--no-release', 'upload the plugin, but leave the desktops as they are')
    .option('--no-event-callback', "leave the workspace's event callback alone")
    .option('--no-checks', 'do not lint and check types first')
    .option('--no-build', 'deploy what was built before')
    .action(async (options: DeployOptions) => report(await outcomeOfDeploy(() => runDeploy(options))));
}

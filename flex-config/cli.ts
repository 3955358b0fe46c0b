import { join } from 'node:path';

import { Command, Option } from 'commander';

import type { AccountConfiguration } from './account/account-configuration';
import { connectConfiguration } from './account/connect';
import { readCredentials, readVariables } from './account/variables';
import { deploy, diff } from './account-commands';
import { docs, outcomeOf, outcomeOfAsync, schema, show, validate } from './commands';
import type { Outcome } from './commands';
import { ENVIRONMENTS_FOLDER } from './environment-files';
import { set } from './set-command';
import { processTerminal } from './terminal';
import type { Terminal } from './terminal';

/** What the commands work on; tests bring their own. */
export interface Surroundings {
  /** The folder of the environments' files. */
  folder: string;
  connect(env: string): AccountConfiguration;
  terminal(options: { yes: boolean }): Terminal;
}

const PROJECT = join(__dirname, '..');

export const SURROUNDINGS: Surroundings = {
  folder: ENVIRONMENTS_FOLDER,
  connect: (env) => connectConfiguration(readCredentials(readVariables({ env, folder: PROJECT, own: process.env }))),
  terminal: processTerminal,
};

/** The command line of flex-config. `report` gets the outcome of the one command that was asked for. */
export function createCli(report: (outcome: Outcome) => void, surroundings: Surroundings = SURROUNDINGS): Command {
  const cli = new Command('npm run config --').description(
    'The settings of park-interaction in the Flex configuration.',
  );
  addFileCommands(cli, report, surroundings);
  addAccountCommands(cli, report, surroundings);
  return cli;
}

function addFileCommands(cli: Command, report: (outcome: Outcome) => void, { folder }: Surroundings): void {
  cli
    .command('validate')
    .description('check the settings and name each wrong path')
    .option('--env <name>', 'only this environment')
    .action((options: { env?: string }) => report(outcomeOf(() => validate({ ...options, folder }))));

  cli
    .command('show')
    .description('print the merged configuration')
    .option('--env <name>', 'environment', 'local')
    .action((options: { env: string }) => report(outcomeOf(() => show({ ...options, folder }))));

  cli
    .command('set')
    .description('change a setting in the file of an environment: set park_interaction.show_list true')
    .argument('<path>', 'such as park_interaction.show_list')
    .argument('<value>', 'JSON, or text')
    .option('--env <name>', 'environment', 'local')
    .action((path: string, value: string, { env }: { env: string }) =>
      report(outcomeOf(() => set({ path, value, env, folder }))),
    );

  cli
    .command('docs')
    .description('print the table of all settings')
    .addOption(new Option('--check <file>', 'fail if the table in this file is old').conflicts('write'))
    .option('--write <file>', 'put the table into this file')
    .action((options: { check?: string; write?: string }) => report(outcomeOf(() => docs(options))));

  cli
    .command('schema')
    .description('print the JSON Schema of an environment file, for editors')
    .addOption(new Option('--check <file>', 'fail if this file is old').conflicts('write'))
    .option('--write <file>', 'write it to this file')
    .action((options: { check?: string; write?: string }) => report(outcomeOf(() => schema(options))));
}

function addAccountCommands(cli: Command, report: (outcome: Outcome) => void, surroundings: Surroundings): void {
  const { folder, connect, terminal } = surroundings;

  cli
    .command('diff')
    .description("show what deploy would change in the account's Flex Configuration")
    .requiredOption('--env <name>', 'environment')
    .action(async ({ env }: { env: string }) =>
      report(await outcomeOfAsync(async () => diff({ env, folder, account: connect(env) }))),
    );

  cli
    .command('deploy')
    .description("write the settings into the account's Flex Configuration")
    .requiredOption('--env <name>', 'environment')
    .option('--dry-run', 'do everything but write', false)
    .option('--yes', 'do not ask', false)
    .action(async ({ env, dryRun, yes }: { env: string; dryRun: boolean; yes: boolean }) =>
      report(
        await outcomeOfAsync(async () =>
          deploy({ env, folder, account: connect(env) }, { dryRun, terminal: terminal({ yes }) }),
        ),
      ),
    );
}

function print({ exitCode, lines }: Outcome): void {
  const stream = exitCode === 0 ? process.stdout : process.stderr;
  stream.write(`${lines.join('\n')}\n`);
  process.exitCode = exitCode;
}

if (require.main === module) void createCli(print).parseAsync();

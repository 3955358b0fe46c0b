import { Command, Option } from 'commander';

import { docs, outcomeOf, show, validate } from './commands';
import type { Outcome } from './commands';
import { ENVIRONMENTS_FOLDER } from './environment-files';

/** The command line of flex-config. `report` gets the outcome of the one command that was asked for. */
export function createCli(report: (outcome: Outcome) => void): Command {
  const folder = ENVIRONMENTS_FOLDER;
  const cli = new Command('npm run config --').description(
    'The settings of park-interaction in the Flex configuration.',
  );

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
    .command('docs')
    .description('print the table of all settings')
    .addOption(new Option('--check <file>', 'fail if the table in this file is old').conflicts('write'))
    .option('--write <file>', 'put the table into this file')
    .action((options: { check?: string; write?: string }) => report(outcomeOf(() => docs(options))));

  return cli;
}

function print({ exitCode, lines }: Outcome): void {
  const stream = exitCode === 0 ? process.stdout : process.stderr;
  stream.write(`${lines.join('\n')}\n`);
  process.exitCode = exitCode;
}

if (require.main === module) createCli(print).parse();

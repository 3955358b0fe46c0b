import { join } from 'node:path';

import { Command, InvalidArgumentError, Option } from 'commander';

import { readCredentials, readVariables } from '../../flex-config/account/variables';
import { processTerminal } from '../../flex-config/terminal';
import { openAccount } from '../account/account';
import { outcomeOfDeploy, type Outcome } from '../outcome';
import { changeWorkflow, printWorkflow, type Wish } from './change-workflow';

const ROOT = join(__dirname, '../..');
/** TaskRouter deletes a task after a day. */
const MAX_TIMEOUT_SECONDS = 24 * 60 * 60;

interface WorkflowOptions {
  env: string;
  workflow?: string;
  queue?: string[];
  timeout: number;
  remove: boolean;
  restore?: string;
  print?: 'terraform' | 'json';
  dryRun: boolean;
  yes: boolean;
}

export function workflowCommand(report: (outcome: Outcome) => void): Command {
  return new Command('workflow')
    .usage('-- [options]')
    .description('Makes a workflow offer what comes back from parking to the agent who parked it.')
    .requiredOption('--env <name>', 'environment')
    .option('--workflow <sid>', 'the workflow, if not the one that Flex gives new conversations to', sidOf('WW'))
    .option('--queue <sid...>', 'only these queues, if not all that somebody is in', queueSids)
    .option('--timeout <seconds>', 'how long that agent may take, in steps that are written now', secondsOf, 60)
    .addOption(new Option('--remove', 'take these steps out again').default(false).conflicts(['restore', 'timeout']))
    .addOption(
      new Option('--restore <file>', 'put back the copy that an earlier run has kept').conflicts(['queue', 'timeout']),
    )
    .addOption(
      new Option('--print <format>', 'write nothing, and print the whole workflow as it would be').choices([
        'terraform',
        'json',
      ]),
    )
    .option('--dry-run', 'only say what would change', false)
    .option('--yes', 'do not ask', false)
    .action(async (options: WorkflowOptions) => report(await outcomeOfDeploy(() => run(options))));
}

function run({ env, workflow, print, dryRun, yes, ...options }: WorkflowOptions): Promise<Outcome> {
  const variables = readVariables({ env, folder: ROOT, own: process.env });
  const account = openAccount(readCredentials(variables));
  const asked = { account, env, workflowSid: workflow, wish: wishOf(options) };
  if (print) return printWorkflow(asked, print);
  const terminal = processTerminal({ yes });
  return changeWorkflow({ ...asked, dryRun, terminal, folder: '.', nowMs: Date.now() });
}

function wishOf({
  remove,
  restore,
  queue = [],
  timeout,
}: Pick<WorkflowOptions, 'remove' | 'restore' | 'queue' | 'timeout'>): Wish {
  if (remove) return { kind: 'remove', onlyQueues: queue };
  return restore === undefined
    ? { kind: 'add', onlyQueues: queue, timeoutSeconds: timeout }
    : { kind: 'restore', file: restore };
}

const sidOf =
  (prefix: string) =>
  (said: string): string => {
    if (new RegExp(`^${prefix}[0-9a-f]{32}$`).test(said)) return said;
    throw new InvalidArgumentError(`It must be ${prefix} and 32 hexadecimal digits.`);
  };

const queueSids = (said: string, before: string[] = []): string[] => [...before, sidOf('WQ')(said)];

function secondsOf(said: string): number {
  const seconds = Number(said);
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= MAX_TIMEOUT_SECONDS) return seconds;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${MAX_TIMEOUT_SECONDS}.`);
}

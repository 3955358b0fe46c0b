import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { Command, InvalidArgumentError } from 'commander';

import { readCredentials, readVariables } from '../../flex-config/account/variables';
import { processTerminal } from '../../flex-config/terminal';
import { openAccount } from '../account/account';
import { readFlex } from '../account/read-flex';
import { outcomeOfDeploy } from '../outcome';
import type { Outcome } from '../outcome';
import { calibrate, cleanAll } from './calibrate';
import { DEFAULT_FILE } from './calibration-file';
import { openEdge } from './edge';
import { Interrupted } from './follow';
import { MOST_TIMES } from './names';

const ROOT = join(__dirname, '../..');

interface CalibrateOptions {
  env: string;
  out: string;
  times: number;
  clean: boolean;
  yes: boolean;
}

function toTimes(text: string): number {
  const times = Number(text);
  if (!Number.isInteger(times) || times < 1 || times > MOST_TIMES)
    throw new InvalidArgumentError(`must be 1 to ${MOST_TIMES}`);
  return times;
}

/** Aborted by the first Ctrl-C; the second one ends the process as ever. */
function interruption(print: (line: string) => void): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => {
      print('Interrupted: cleaning up. Once more to stop at once; --clean then removes what is left.');
      controller.abort();
    });
  return controller.signal;
}

async function runCalibrate({ env, out, times, clean, yes }: CalibrateOptions): Promise<Outcome> {
  const account = openAccount(readCredentials(readVariables({ env, folder: ROOT, own: process.env })));
  await readFlex(account);
  const terminal = processTerminal({ yes });
  const edge = openEdge(account, interruption(terminal.print));
  const runId = randomBytes(4).toString('hex');
  try {
    return await (clean ? cleanAll({ edge, terminal }) : calibrate({ edge, terminal, runId, times, file: out }));
  } catch (error) {
    // While nothing was made yet, or in the middle of --clean.
    if (error instanceof Interrupted) return { exitCode: 1, lines: ['Interrupted.'] };
    throw error;
  }
}

export function calibrateCommand(report: (outcome: Outcome) => void): Command {
  return new Command('calibrate')
    .usage('-- [options]')
    .description('Asks an account what the documentation leaves open, by doing it with things of its own.')
    .requiredOption('--env <name>', 'environment')
    .option('--out <file>', 'where the answers go', DEFAULT_FILE)
    .option('--times <number>', 'how often each question is asked, where that is quick', toTimes, 3)
    .option('--clean', 'only remove what runs have left that were killed', false)
    .option('--yes', 'do not ask', false)
    .action(async (options: CalibrateOptions) => report(await outcomeOfDeploy(() => runCalibrate(options))));
}

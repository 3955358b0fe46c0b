import { isDeepStrictEqual } from 'node:util';

import type { AccountConfiguration } from './account/account-configuration';
import { changesBetween } from './changes';
import type { Outcome } from './commands';
import { ConfigError } from './config-error';
import { readEnvironment } from './environment-files';
import type { JsonObject } from './merge';
import { describeAccountChange, planConfiguration } from './plan-configuration';
import type { ConfigurationPlan } from './plan-configuration';
import type { Problem } from './schema/problems';
import type { Terminal } from './terminal';
import { validateEnvironment } from './validate';

export interface AccountCommand {
  env: string;
  folder: string;
  account: AccountConfiguration;
}

/** Shows what `deploy` would change in the account. Writes nothing. */
export async function diff(command: AccountCommand): Promise<Outcome> {
  const { accountSid, plan } = await prepare(command);
  return plan.problems.length > 0 ? refused(command.env, plan.problems) : shown(accountSid, command.env, plan);
}

/** Writes an environment's settings into the account's Flex Configuration, after showing them and asking. */
export async function deploy(
  command: AccountCommand,
  { dryRun, terminal }: { dryRun: boolean; terminal: Terminal },
): Promise<Outcome> {
  const { env, account } = command;
  const { accountSid, before, plan } = await prepare(command);
  if (plan.problems.length > 0) return refused(env, plan.problems);
  const diffOutcome = shown(accountSid, env, plan);
  if (plan.changes.length === 0) return diffOutcome;
  if (dryRun) return { exitCode: 0, lines: [...diffOutcome.lines, 'Dry run: nothing was written.'] };

  for (const line of diffOutcome.lines) terminal.print(line);
  const agreed = await terminal.confirm(`Write ${settings(plan.changes.length)} to ${accountSid}?`);
  if (!agreed) return { exitCode: 1, lines: ['Nothing was written.'] };
  await writeUnlessChanged(account, { before, after: plan.uiAttributes });
  return { exitCode: 0, lines: [`Wrote ${settings(plan.changes.length)}. Desktops read them when they are loaded.`] };
}

/** Writes, unless anybody has changed anything since `before` was read: nobody's work is overwritten. */
export async function writeUnlessChanged(
  account: AccountConfiguration,
  { before, after }: { before: JsonObject; after: JsonObject },
): Promise<void> {
  const now = await account.read();
  if (!isDeepStrictEqual(now.uiAttributes, before)) {
    const meanwhile = changesBetween(before, now.uiAttributes, 'ui_attributes').map(({ path }) => path);
    throw new ConfigError(
      'configuration-changed',
      `Nothing was written: somebody else has just changed ${meanwhile.join(', ')}. Run the command again.`,
    );
  }
  await account.write({ accountSid: now.accountSid, uiAttributes: after });
}

async function prepare({ env, folder, account }: AccountCommand) {
  const files = readEnvironment(env, folder);
  const problems = validateEnvironment(files);
  const { accountSid, uiAttributes: before } = await account.read();
  const plan = planConfiguration(before, files);
  return { accountSid, before, plan: problems.length > 0 ? { ...plan, problems } : plan };
}

function refused(env: string, problems: readonly Problem[]): Outcome {
  return { exitCode: 1, lines: problems.map(({ path, message }) => `${env}: ${path} ${message}`) };
}

function shown(accountSid: string, env: string, { changes }: ConfigurationPlan): Outcome {
  if (changes.length === 0) return { exitCode: 0, lines: [`${accountSid} has the settings of "${env}" already.`] };
  return {
    exitCode: 0,
    lines: [
      `Flex Configuration of ${accountSid}, with the settings of "${env}":`,
      ...changes.map(describeAccountChange),
    ],
  };
}

const settings = (count: number): string => (count === 1 ? '1 setting' : `${count} settings`);

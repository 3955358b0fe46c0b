import type { Outcome } from '../flex-config/commands';
import type { Terminal } from '../flex-config/terminal';
import type { Account } from './account/account';
import { readState } from './account/read-state';
import { applyPlan, describeFailure } from './apply';
import { describePlan, isNothingToDo, planDeployment, takeOverQuestion } from './plan';
import type { PlannedStep } from './plan';
import { STEPS } from './steps/all-steps';
import { domainOf } from './steps/step';
import type { Step, Wanted } from './steps/step';

export interface Deployment {
  account: Account;
  wanted: Wanted;
  flexSyncSid: string | undefined;
  dryRun: boolean;
  terminal: Terminal;
  /** Asked when another environment of ours would lose something; a general yes is no answer to that. */
  confirmTakeOver: Terminal['confirm'];
  /** All of them, unless a test brings others. */
  steps?: readonly Step[];
}

/** Shows what would change, asks, and changes it. The second time there is nothing to do. */
export async function deploy(deployment: Deployment): Promise<Outcome> {
  const { account, wanted, flexSyncSid, dryRun, terminal, confirmTakeOver, steps = STEPS } = deployment;
  const { print } = terminal;
  const state = await readState(account, { env: wanted.env, flexSyncSid });
  const planned = planDeployment(steps, state, wanted);
  print(`Plan for ${state.accountSid}, environment "${wanted.env}", build ${wanted.product.build}:`);
  for (const line of describePlan(planned)) print(line);

  const refused = planned.some(({ plan }) => plan.refused);
  if (refused) return { exitCode: 1, lines: ['Refused: nothing was written.'] };
  if (isNothingToDo(planned)) return { exitCode: 0, lines: ['Everything is live already.'] };
  if (dryRun) return { exitCode: 0, lines: ['Dry run: nothing was written.'] };
  const question = takeOverQuestion(planned);
  if (question && !(await confirmTakeOver(question))) {
    return { exitCode: 1, lines: ['Nothing was written.'] };
  }
  if (!(await terminal.confirm('Do this?'))) return { exitCode: 1, lines: ['Nothing was written.'] };
  return apply(planned, deployment, state);
}

async function apply(
  planned: readonly PlannedStep[],
  { account, wanted, terminal: { print } }: Deployment,
  state: Awaited<ReturnType<typeof readState>>,
): Promise<Outcome> {
  const applied = await applyPlan(planned, { account, state, wanted, print });
  if (!applied.ok) return { exitCode: 1, lines: describeFailure(applied) };
  const domain = domainOf(applied.state) ?? '';
  return { exitCode: 0, lines: [`Live at https://${domain}`, ...nextSteps(wanted)] };
}

function nextSteps({ env, release }: Wanted): string[] {
  return [
    release
      ? 'Next: reload Flex to get the plugin and the settings.'
      : `Next: when you are content, npm run deploy -- --env ${env} --release gives the plugin to all desktops.`,
    `Check: npm run doctor -- --env ${env}`,
  ];
}

import type { Account } from './account/account';
import { explained } from './account/twilio-failure';
import { ConfigError } from '../flex-config/config-error';
import { DeployError } from './deploy-error';
import type { PlannedStep } from './plan';
import type { AccountState } from './state';
import type { Step, Wanted } from './steps/step';

/** How a deployment ended. When it failed, `done` is live, and `failed` may be half done; it can be run again. */
export type Applied =
  | { ok: true; state: AccountState; done: string[] }
  | { ok: false; reason: string; done: string[]; failed: string; left: string[] };

/** Does the steps that have something to do, one after the other. `print` gets a line for each. */
export async function applyPlan(
  planned: readonly PlannedStep[],
  {
    account,
    state,
    wanted,
    print,
  }: { account: Account; state: AccountState; wanted: Wanted; print: (line: string) => void },
): Promise<Applied> {
  const todo = planned.filter(({ plan }) => plan.changes.length > 0).map(({ step }) => step);
  const done: string[] = [];
  let now = state;
  for (const [index, step] of todo.entries()) {
    try {
      now = await step.apply(account, now, wanted);
    } catch (error) {
      print(`✗ ${step.title}`);
      return { ok: false, reason: reasonOf(error), done, failed: step.title, left: titles(todo.slice(index + 1)) };
    }
    done.push(step.title);
    print(`✓ ${step.title}`);
  }
  return { ok: true, state: now, done };
}

const titles = (steps: readonly Step[]): string[] => steps.map(({ title }) => title);

/** One line for what may happen to anybody; a defect is thrown on. */
function reasonOf(error: unknown): string {
  const known = explained(error);
  if (known instanceof DeployError || known instanceof ConfigError) return known.message;
  throw error;
}

/** What to know after a failure in the middle. */
export function describeFailure({ reason, done, failed, left }: Applied & { ok: false }): string[] {
  return [
    reason,
    `Live: ${done.length > 0 ? done.join(', ') : 'nothing new'}.`,
    `Perhaps half done: ${failed}.`,
    ...(left.length > 0 ? [`Not begun: ${left.join(', ')}.`] : []),
    'Run the same command again to go on; what is done is not done twice.',
  ];
}

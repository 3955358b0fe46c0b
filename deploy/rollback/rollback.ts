import type { Terminal } from '../../flex-config/terminal';
import type { Account } from '../account/account';
import { readState } from '../account/read-state';
import { explained } from '../account/twilio-failure';
import { DeployError } from '../deploy-error';
import type { Outcome } from '../outcome';
import { releasePlugin } from '../steps/plugin';
import { readHistory } from './history';
import { describeRollback, planRollback, type Rollback } from './plan-rollback';

export interface RollingBack {
  account: Account;
  env: string;
  flexSyncSid: string | undefined;
  dryRun: boolean;
  terminal: Terminal;
}

/** Puts back the Functions and the plugin that were live before the last deployment. */
export async function rollBack(asked: RollingBack): Promise<Outcome> {
  const { account, env, dryRun, terminal } = asked;
  const state = await readState(account, asked);
  const { functions } = state;
  if (!functions?.environment) {
    throw new DeployError('plan-refused', `Nothing is deployed. Run npm run deploy -- --env ${env}`);
  }
  const at = { serviceSid: functions.sid, environmentSid: functions.environment.sid };
  const rollback = planRollback(state, await readHistory(account, at));
  if (!rollback) {
    const live = functions.environment.build ?? 'what is live';
    throw new DeployError('plan-refused', `There is nothing to go back to: no other build was live before ${live}.`);
  }
  terminal.print(`Rollback for ${state.accountSid}, environment "${env}":`);
  for (const line of describeRollback(rollback)) terminal.print(line);
  if (dryRun) return { exitCode: 0, lines: ['Dry run: nothing was changed.'] };
  if (!(await terminal.confirm('Do this?'))) return { exitCode: 1, lines: ['Nothing was changed.'] };
  return apply(asked, at, rollback);
}

/** The plugin goes first: the newer Functions serve the older plugin too, but not the other way round. */
async function apply(
  { account, env, terminal }: RollingBack,
  { serviceSid, environmentSid }: { serviceSid: string; environmentSid: string },
  { to, plugin }: Rollback,
): Promise<Outcome> {
  if (plugin) {
    await releasePlugin(account, { ...plugin, env });
    terminal.print('✓ Flex plugin');
  }
  try {
    const environment = account.client.serverless.v1.services(serviceSid).environments(environmentSid);
    await environment.deployments.create({ buildSid: to.sid });
  } catch (error) {
    const known = explained(error);
    if (!(known instanceof DeployError)) throw error;
    const half = plugin ? 'The plugin is back, the Functions are not. ' : '';
    return { exitCode: 1, lines: [known.message, `${half}Run the same command again.`] };
  }
  terminal.print('✓ Functions');
  return {
    exitCode: 0,
    lines: [
      'Back. Reload Flex.',
      `Check: npm run doctor -- --env ${env}`,
      `Forward again: npm run deploy -- --env ${env}`,
    ],
  };
}

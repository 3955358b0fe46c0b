import type { Terminal } from '../../flex-config/terminal';
import type { Account } from '../account/account';
import { readState } from '../account/read-state';
import { explained } from '../account/twilio-failure';
import { DeployError } from '../deploy-error';
import type { Outcome } from '../outcome';
import { releasePlugin } from '../steps/plugin';
import { readHistory, readLive } from './history';
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
  const { buildSid, pluginConfigurationSid } = await readLive(account, at);
  if (buildSid !== rollback.from.sid || pluginConfigurationSid !== state.plugin.releasedConfigurationSid) {
    throw new DeployError(
      'plan-refused',
      'Nothing was changed: somebody else has just put something live. Run the command again.',
    );
  }
  return apply(asked, at, rollback);
}

interface Place {
  serviceSid: string;
  environmentSid: string;
}

/** The plugin goes first: the newer Functions serve the older plugin too, but not the other way round. */
async function apply(
  { account, env, terminal }: RollingBack,
  at: Place,
  { to, from, plugin }: Rollback,
): Promise<Outcome> {
  if (plugin) {
    await releasePlugin(account, { ...plugin, env });
    terminal.print('✓ Flex plugin');
  }
  try {
    const environment = account.client.serverless.v1.services(at.serviceSid).environments(at.environmentSid);
    await environment.deployments.create({ buildSid: to.sid });
  } catch (error) {
    const known = explained(error);
    if (!(known instanceof DeployError)) throw error;
    const liveSid = await liveBuild(account, at);
    if (liveSid !== to.sid) {
      const half = halfDone({ isPluginBack: plugin !== undefined, isKnown: liveSid === from.sid });
      const look = `Look before you run it again: npm run rollback -- --env ${env} --dry-run`;
      return { exitCode: 1, lines: [known.message, `${half} ${look}`] };
    }
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

/** An answer may be lost after it took effect, and who then tries again goes back once more. */
async function liveBuild(account: Account, at: Place): Promise<string | undefined> {
  try {
    return (await readLive(account, at)).buildSid;
  } catch {
    return undefined;
  }
}

function halfDone({ isPluginBack, isKnown }: { isPluginBack: boolean; isKnown: boolean }): string {
  if (!isPluginBack) return isKnown ? 'The Functions are not back.' : 'It is not known whether the Functions are back.';
  return isKnown
    ? 'The plugin is back, the Functions are not.'
    : 'The plugin is back; whether the Functions are is not known.';
}

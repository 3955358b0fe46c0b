import { ensureEnvironment, readFunctions, setVariables } from '../account/functions';
import { publish } from '../account/publish';
import { buildOf, isPluginPath, markerPath, NAME, pluginPath } from '../product';
import type { LiveFile, Product } from '../product';
import type { AccountState, LiveAsset } from '../state';
import { RECORDS_VARIABLE, recordsServiceOf } from './records-service';
import type { Step } from './step';
import { describeSecret, missingSecrets, newSecret } from './secrets';

/** So many earlier plugins stay served, for desktops that are open and for going back. */
const OLD_PLUGINS_KEPT = 10;

/** What the Functions read from their context besides what Twilio gives them. */
export function variablesOf(state: AccountState, env: string): Record<string, string> {
  const records = recordsServiceOf(state, env);
  return {
    TWILIO_FLEX_WORKSPACE_SID: state.workspaceSid,
    TWILIO_FLEX_SYNC_SID: state.flexSyncSid,
    ...(records && { [RECORDS_VARIABLE]: records }),
  };
}

function missingVariables(state: AccountState, env: string): { key: string; value: string }[] {
  const held = state.functions?.environment?.variables ?? {};
  return Object.entries(variablesOf(state, env))
    .filter(([key, value]) => held[key] !== value)
    .map(([key, value]) => ({ key, value }));
}

/** Earlier plugins that stay live: the newest ones, and in any case the one that desktops load now. */
export function keptAssets(state: AccountState, product: Product): LiveAsset[] {
  const released = state.plugin.released.find(({ uniqueName }) => uniqueName === NAME);
  const old = (state.functions?.environment?.assets ?? []).filter(
    ({ path }) => isPluginPath(path) && path !== pluginPath(product.build),
  );
  const isReleased = ({ path }: LiveAsset) => released !== undefined && path === pluginPath(buildOf(released.version));
  return old.filter((asset, index) => isReleased(asset) || index >= old.length - OLD_PLUGINS_KEPT);
}

function newAssets({ build, plugin }: Product): LiveFile[] {
  const marker = JSON.stringify({ build });
  return [
    { path: pluginPath(build), access: 'public', content: plugin },
    { path: markerPath(build), access: 'public', content: marker },
  ];
}

export const functionsStep: Step = {
  title: 'Functions',
  plan(state, wanted) {
    const { env, product } = wanted;
    const environment = state.functions?.environment;
    const live = environment?.build;
    return {
      changes: [
        ...(state.functions ? [] : [`create the Functions service "${NAME}"`]),
        ...(environment ? [] : [`create its environment "${env}"`]),
        ...(recordsServiceOf(state, env) ? [] : [`set the variable ${RECORDS_VARIABLE} to the new Sync service`]),
        ...missingVariables(state, env).map(({ key, value }) => `set the variable ${key} to ${value}`),
        ...missingSecrets(state, wanted).map(describeSecret),
        ...(live === product.build ? [] : [`put build ${product.build} live${live ? ` instead of ${live}` : ''}`]),
      ],
    };
  },
  async apply(account, state, wanted) {
    const { env, product } = wanted;
    const { sid, environment } = await ensureEnvironment(account, state.functions, env);
    const at = { serviceSid: sid, environmentSid: environment.sid };
    const secrets = missingSecrets(state, wanted).map(newSecret);
    await setVariables(account, at, [...missingVariables(state, env), ...secrets]);
    if (environment.build !== product.build) {
      await publish(account, {
        ...at,
        product,
        assets: newAssets(product),
        keep: keptAssets(state, product),
      });
    }
    return { ...state, functions: await readFunctions(account, env) };
  },
};

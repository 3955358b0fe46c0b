import { DeployError } from '../deploy-error';
import { buildOf, NAME, pluginPath } from '../product';
import type { AccountState } from '../state';
import { domainOf } from '../steps/step';
import type { LiveHistory, PastBuild } from './history';

export interface Rollback {
  /** The build that goes live again. */
  to: PastBuild;
  from: PastBuild;
  /** The version that desktops are to load again; undefined: they stay with what they load. */
  plugin: { version: string; versionSid: string; instead: string; beside: string[] } | undefined;
  notes: string[];
}

/**
 * What was live before the last deployment, or undefined where there is nothing to go back to. It only ever goes back:
 * after a rollback the next one goes on to what was before that. Throws a DeployError where desktops would be left without
 * their plugin.
 */
export function planRollback(state: AccountState, history: LiveHistory): Rollback | undefined {
  const [from] = history.builds;
  if (!from) return undefined;
  const firstOfNow = history.builds.findLastIndex(({ sid }) => sid === from.sid);
  const older = history.builds.slice(firstOfNow + 1).filter(({ build }) => build !== undefined && build !== from.build);
  const [to] = older;
  if (!to) return undefined;
  const newer = history.builds.slice(0, history.builds.indexOf(to)).map(({ build }) => build);
  return { to, from, ...planPlugin(state, history, { to, newer }) };
}

/** Desktops go back if they load a plugin of what is taken back; other plugins of the release stay as they are now. */
function planPlugin(
  state: AccountState,
  { releases }: LiveHistory,
  { to, newer }: { to: PastBuild; newer: readonly (string | undefined)[] },
): Pick<Rollback, 'plugin' | 'notes'> {
  const now = state.plugin.released.find(({ uniqueName }) => uniqueName === NAME)?.version;
  if (now === undefined) return { plugin: undefined, notes: ['Desktops load no plugin of ours, now as before.'] };
  if (urlHost(state, now) !== domainOf(state)) {
    return { plugin: undefined, notes: [`Desktops load version ${now} of another environment, and go on doing so.`] };
  }
  const serves = (version: string) => to.assets.some(({ path }) => path === pluginPath(buildOf(version)));
  if (!newer.includes(buildOf(now)) && serves(now)) {
    return { plugin: undefined, notes: [`Desktops go on loading version ${now}.`] };
  }
  const fits = (version: string) =>
    !newer.includes(buildOf(version)) &&
    urlHost(state, version) === domainOf(state) &&
    state.plugin.versions.some((held) => held.version === version && !held.archived) &&
    serves(version);
  const before = releases.flatMap(({ version }) => (version === undefined ? [] : [version]));
  const ofBuild = state.plugin.versions.map(({ version }) => version).filter((held) => buildOf(held) === to.build);
  const version = [...before, ...ofBuild].find(fits);
  const versionSid = state.plugin.versions.find((held) => held.version === version)?.sid;
  if (version === undefined || versionSid === undefined) {
    if (!serves(now)) throw noPlugin(now, to);
    return { plugin: undefined, notes: [`No earlier version of the plugin is served; desktops go on loading ${now}.`] };
  }
  const others = state.plugin.released.filter(({ uniqueName }) => uniqueName !== NAME);
  const beside = others.map(({ uniqueName }) => uniqueName);
  return { plugin: { version, versionSid, instead: now, beside }, notes: [] };
}

/** The Functions of before would be live, and no desktop could park. */
const noPlugin = (now: string, { sid, build }: PastBuild): DeployError =>
  new DeployError(
    'plan-refused',
    `Desktops load version ${now}. Build ${build ?? sid} does not serve it, and there is no earlier version to release instead. Deploy an older checkout.`,
  );

function urlHost({ plugin }: AccountState, version: string): string | undefined {
  const url = plugin.versions.find((held) => held.version === version)?.url ?? '';
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}

/** The plan as a person reads it. */
export function describeRollback({ to, from, plugin, notes }: Rollback): string[] {
  const beside = plugin && plugin.beside.length > 0 ? `, beside ${plugin.beside.join(', ')}` : '';
  return [
    'Flex plugin',
    ...(plugin ? [`  release version ${plugin.version} to all desktops instead of ${plugin.instead}${beside}`] : []),
    ...notes.map((note) => `  note: ${note}`),
    'Functions',
    `  put build ${to.build ?? to.sid}, live from ${to.liveSince}, live again instead of ${from.build ?? from.sid}, live from ${from.liveSince}`,
    'Settings, variables, and what is parked stay as they are.',
  ];
}

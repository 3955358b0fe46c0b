import type { Building } from '../../../kernel/service';
import type { Context, PluginsEvent } from '../events';
import { invalidParameter, notFound, TwilioError } from '../../../kernel/errors';
import type { NewPluginConfiguration, Plugins } from '../commands';
import type { ConfiguredPlugin, Plugin, PluginVersion } from '../entities';
import type { PluginsState } from '../state';

const newestFirst = <T>(items: Iterable<T>): T[] => [...items].reverse();

export function createPlugins({ context, state }: Building<PluginsEvent, object, PluginsState>): Plugins {
  return { state: () => state, ...pluginCommands(context, state), ...releaseCommands(context, state) };
}

function getPlugin({ plugins }: PluginsState, name: string): Plugin {
  const found = plugins.get(name) ?? [...plugins.values()].find(({ uniqueName }) => uniqueName === name);
  if (!found) throw notFound(`/Plugins/${name}`);
  return found;
}

function getVersion(store: PluginsState, plugin: string, name: string): PluginVersion {
  const { versions } = getPlugin(store, plugin);
  const found = versions.get(name) ?? [...versions.values()].find(({ version }) => version === name);
  if (!found) throw notFound(`/Versions/${name}`);
  return found;
}

type PluginCommands = Pick<
  Plugins,
  | 'plugins'
  | 'plugin'
  | 'createPlugin'
  | 'updatePlugin'
  | 'archivePlugin'
  | 'version'
  | 'createVersion'
  | 'archiveVersion'
>;

function pluginCommands({ clock, sids }: Context, store: PluginsState): PluginCommands {
  const plugin = (name: string) => getPlugin(store, name);
  return {
    plugins: () => newestFirst(store.plugins.values()),
    plugin,
    createPlugin({ uniqueName, friendlyName = uniqueName, description = '' }) {
      if ([...store.plugins.values()].some((held) => held.uniqueName === uniqueName))
        throw new TwilioError(409, 20409, `The plugin ${uniqueName} exists already`);
      const now = clock.nowMs();
      const sid = sids.next('FP');
      const dates = { createdAtMs: now, updatedAtMs: now };
      const made: Plugin = {
        sid,
        uniqueName,
        friendlyName,
        description,
        archived: false,
        ...dates,
        versions: new Map(),
      };
      store.plugins.set(sid, made);
      return made;
    },
    updatePlugin(name, { friendlyName, description }) {
      const held = plugin(name);
      held.friendlyName = friendlyName ?? held.friendlyName;
      held.description = description ?? held.description;
      held.updatedAtMs = clock.nowMs();
      return held;
    },
    archivePlugin(name) {
      const held = plugin(name);
      held.archived = true;
      held.updatedAtMs = clock.nowMs();
      return held;
    },
    version: (name, version) => getVersion(store, name, version),
    createVersion(name, input) {
      const held = plugin(name);
      if (held.archived) throw invalidParameter(`The plugin ${held.uniqueName} is archived`);
      if ([...held.versions.values()].some(({ version }) => version === input.version))
        throw new TwilioError(409, 20409, `Version ${input.version} exists already`);
      const made = { ...input, sid: sids.next('FV'), pluginSid: held.sid, createdAtMs: clock.nowMs(), archived: false };
      held.versions.set(made.sid, made);
      return made;
    },
    archiveVersion(name, version) {
      const held = getVersion(store, name, version);
      held.archived = true;
      return held;
    },
  };
}

function configured(store: PluginsState, { plugins }: NewPluginConfiguration): ConfiguredPlugin[] {
  const found = plugins.map(({ versionSid, phase }) => {
    const plugin = [...store.plugins.values()].find(({ versions }) => versions.has(versionSid));
    const version = plugin?.versions.get(versionSid);
    if (!plugin || !version) throw invalidParameter(`There is no plugin version ${versionSid}`);
    if (version.archived || plugin.archived) throw invalidParameter(`The plugin version ${versionSid} is archived`);
    return { plugin, version, phase };
  });
  if (new Set(found.map(({ plugin }) => plugin.sid)).size < found.length)
    throw invalidParameter('A plugin is in the configuration twice');
  return found;
}

type ReleaseCommands = Omit<Plugins, keyof PluginCommands | 'state'>;

function releaseCommands(context: Context, store: PluginsState): ReleaseCommands {
  const { clock, sids } = context;
  const configuration = (sid: string) => {
    const found = store.configurations.get(sid);
    if (!found) throw notFound(`/Configurations/${sid}`);
    return found;
  };
  return {
    configurations: () => newestFirst(store.configurations.values()),
    configuration,
    createConfiguration(input) {
      const plugins = configured(store, input);
      const made = { ...input, plugins, sid: sids.next('FJ'), createdAtMs: clock.nowMs(), archived: false };
      store.configurations.set(made.sid, made);
      return made;
    },
    archiveConfiguration(sid) {
      const held = configuration(sid);
      if (store.releases.at(-1)?.configurationSid === held.sid) throw invalidParameter('The configuration is released');
      held.archived = true;
      return held;
    },
    releases: () => newestFirst(store.releases),
    release(sid) {
      const found = sid === 'active' ? store.releases.at(-1) : store.releases.find((release) => release.sid === sid);
      if (!found) throw notFound(`/Releases/${sid}`);
      return found;
    },
    createRelease(configurationSid) {
      const held = configuration(configurationSid);
      if (held.archived) throw invalidParameter('The configuration is archived');
      const made = { sid: sids.next('FK'), configurationSid: held.sid, createdAtMs: clock.nowMs() };
      store.releases.push(made);
      context.events.emit({ type: 'flex.plugins.released' });
      return made;
    },
    released() {
      const active = store.releases.at(-1);
      return active ? configuration(active.configurationSid).plugins : [];
    },
  };
}

import { NAME, pluginPath, versionOf } from '../product';
import type { AccountState, PluginState } from '../state';
import type { Account } from '../account/account';
import { takenFrom } from './other-environment';
import { DOMAIN_TO_COME, domainOf } from './step';
import type { Step, Wanted } from './step';

/** Flex loads plugins in phases; this is where all but special ones are. */
const PHASE = 3;

const urlOf = (state: AccountState, { product }: Wanted): string =>
  `https://${domainOf(state) ?? DOMAIN_TO_COME}${pluginPath(product.build)}`;

/** Plugin versions cannot be removed, so a build that is deployed anew at another address gets another version. */
const MAX_ATTEMPTS = 1000;

interface Chosen {
  version: string;
  url: string;
  /** undefined: it has to be made. */
  sid: string | undefined;
}

/** The version that stands for this build at this address: the one there is, or the first name that is free. */
function chosenVersion(state: AccountState, wanted: Wanted): Chosen {
  const url = urlOf(state, wanted);
  for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt += 1) {
    const version = versionOf(wanted.product.build, attempt);
    const known = state.plugin.versions.find((held) => held.version === version);
    if (!known) return { version, url, sid: undefined };
    if (known.url === url && !known.archived) return { version, url, sid: known.sid };
  }
  throw new Error(`${MAX_ATTEMPTS} versions of one build`);
}

const releasedVersion = ({ released }: PluginState): string | undefined =>
  released.find(({ uniqueName }) => uniqueName === NAME)?.version;

const urlOfVersion = ({ versions }: PluginState, version: string | undefined) =>
  versions.find((held) => held.version === version)?.url;

export const pluginStep: Step = {
  title: 'Flex plugin',
  plan(state, wanted) {
    const { plugin } = state;
    const { version, sid } = chosenVersion(state, wanted);
    const before = releasedVersion(plugin);
    const others = plugin.released.filter(({ uniqueName }) => uniqueName !== NAME).map(({ uniqueName }) => uniqueName);
    const beside = others.length > 0 ? `, beside ${others.join(', ')}` : '';
    const release = `release version ${version} to all desktops${before ? ` instead of ${before}` : ''}${beside}`;
    const unreleased = `Version ${version} is not released: desktops load ${before ?? 'none'}.`;
    return {
      changes: [
        ...(plugin.sid ? [] : [`create the plugin "${NAME}"`]),
        ...(sid ? [] : [`add version ${version}`]),
        ...(wanted.release && before !== version ? [release] : []),
      ],
      takesOver:
        wanted.release && before !== version ? takenFrom('all desktops', urlOfVersion(plugin, before), wanted.env) : [],
      notes: wanted.release || before === version ? [] : [unreleased],
    };
  },
  async apply(account, state, wanted) {
    const chosen = chosenVersion(state, wanted);
    const plugin = await ensureVersion(account, state.plugin, chosen);
    const isReleased = releasedVersion(plugin) === chosen.version;
    return {
      ...state,
      plugin: wanted.release && !isReleased ? await release(account, plugin, { ...chosen, env: wanted.env }) : plugin,
    };
  },
};

async function ensureVersion({ client }: Account, plugin: PluginState, chosen: Chosen): Promise<PluginState> {
  const { plugins } = client.flexApi.v1;
  const { version, url } = chosen;
  const pluginSid = plugin.sid ?? (await createPlugin(client)).sid;
  if (chosen.sid) return { ...plugin, sid: pluginSid };
  const { sid } = await plugins(pluginSid).pluginVersions.create({
    version,
    pluginUrl: url,
    changelog: `Version ${version}`,
  });
  return { ...plugin, sid: pluginSid, versions: [...plugin.versions, { sid, version, url, archived: false }] };
}

function createPlugin(client: Account['client']) {
  const description = 'Parks messaging conversations and brings them back';
  return client.flexApi.v1.plugins.create({ uniqueName: NAME, friendlyName: 'Park interaction', description });
}

/** A release replaces everybody's plugins, so those of others are read again and go along. */
export async function releaseWith(
  { client }: Account,
  ours: { versionSid: string; phase: number } | undefined,
  name: string,
): Promise<Pick<PluginState, 'releasedConfigurationSid' | 'released'>> {
  const { pluginReleases, pluginConfigurations } = client.flexApi.v1;
  const now = (await pluginReleases.list({ limit: 1 }))[0];
  const configured = now ? await pluginConfigurations(now.configurationSid).plugins.list({ limit: 1000 }) : [];
  const others = configured.filter(({ uniqueName }) => uniqueName !== NAME);
  const plugins = [
    ...others.map(({ pluginVersionSid, phase }) => ({ plugin_version: pluginVersionSid, phase })),
    ...(ours ? [{ plugin_version: ours.versionSid, phase: ours.phase }] : []),
  ];
  const configuration = await pluginConfigurations.create({ name, plugins });
  await pluginReleases.create({ configurationId: configuration.sid });
  const released = others.map(({ uniqueName, version, pluginVersionSid, phase }) => ({
    uniqueName,
    version,
    versionSid: pluginVersionSid,
    phase,
  }));
  return { releasedConfigurationSid: configuration.sid, released };
}

/** Releases a version of our plugin, beside everybody else's. */
export function releasePlugin(
  account: Account,
  { version, versionSid, env }: { version: string; versionSid: string; env: string },
): Promise<Pick<PluginState, 'releasedConfigurationSid' | 'released'>> {
  return releaseWith(account, { versionSid, phase: PHASE }, `${NAME} ${version} (${env})`);
}

async function release(
  account: Account,
  plugin: PluginState,
  { version, env }: { version: string; env: string },
): Promise<PluginState> {
  const versionSid = plugin.versions.find((held) => held.version === version)?.sid ?? '';
  const state = await releasePlugin(account, { version, versionSid, env });
  const ours = { uniqueName: NAME, version, versionSid, phase: PHASE };
  return { ...plugin, ...state, released: [...state.released, ours] };
}

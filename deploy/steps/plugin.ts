import { NAME, pluginPath } from '../product';
import type { AccountState, PluginState } from '../state';
import type { Account } from '../account/account';
import { DOMAIN_TO_COME, domainOf } from './step';
import type { Step, Wanted } from './step';

/** Flex loads plugins in phases; this is where all but special ones are. */
const PHASE = 3;

const urlOf = (state: AccountState, { product }: Wanted): string =>
  `https://${domainOf(state) ?? DOMAIN_TO_COME}${pluginPath(product.build)}`;

const versionOf = ({ versions }: PluginState, build: string) => versions.find(({ version }) => version === build);

const releasedVersion = ({ released }: PluginState): string | undefined =>
  released.find(({ uniqueName }) => uniqueName === NAME)?.version;

export const pluginStep: Step = {
  title: 'Flex plugin',
  plan(state, wanted) {
    const { plugin } = state;
    const { build } = wanted.product;
    const known = versionOf(plugin, build);
    if (known && (known.archived || known.url !== urlOf(state, wanted))) {
      const what = known.archived ? 'archived' : `at ${known.url}`;
      return {
        changes: [],
        refused: `Plugin version ${build} exists and is ${what}. Raise the version in package.json.`,
      };
    }
    const before = releasedVersion(plugin);
    const others = plugin.released.filter(({ uniqueName }) => uniqueName !== NAME).map(({ uniqueName }) => uniqueName);
    const beside = others.length > 0 ? `, beside ${others.join(', ')}` : '';
    const release = `release version ${build} to all desktops${before ? ` instead of ${before}` : ''}${beside}`;
    return {
      changes: [
        ...(plugin.sid ? [] : [`create the plugin "${NAME}"`]),
        ...(known ? [] : [`add version ${build}`]),
        ...(wanted.release && before !== build ? [release] : []),
      ],
      ...(!wanted.release &&
        before !== build && { notes: [`Version ${build} is not released: desktops load ${before ?? 'none'}.`] }),
    };
  },
  async apply(account, state, wanted) {
    const plugin = await ensureVersion(account, state.plugin, {
      build: wanted.product.build,
      url: urlOf(state, wanted),
    });
    const isReleased = releasedVersion(plugin) === wanted.product.build;
    return { ...state, plugin: wanted.release && !isReleased ? await release(account, plugin, wanted) : plugin };
  },
};

async function ensureVersion(
  { client }: Account,
  plugin: PluginState,
  { build, url }: { build: string; url: string },
): Promise<PluginState> {
  const { plugins } = client.flexApi.v1;
  const sid = plugin.sid ?? (await createPlugin(client)).sid;
  if (versionOf(plugin, build)) return { ...plugin, sid };
  const made = await plugins(sid).pluginVersions.create({
    version: build,
    pluginUrl: url,
    changelog: `Build ${build}`,
  });
  return { ...plugin, sid, versions: [...plugin.versions, { sid: made.sid, version: build, url, archived: false }] };
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

async function release(account: Account, plugin: PluginState, { product, env }: Wanted): Promise<PluginState> {
  const { build } = product;
  const versionSid = versionOf(plugin, build)?.sid ?? '';
  const state = await releaseWith(account, { versionSid, phase: PHASE }, `${NAME} ${build} (${env})`);
  const ours = { uniqueName: NAME, version: build, versionSid, phase: PHASE };
  return { ...plugin, ...state, released: [...state.released, ours] };
}

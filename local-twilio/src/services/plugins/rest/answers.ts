import { isoSeconds } from '../../../kernel/rest/times';
import type { ConfiguredPlugin, Plugin, PluginConfiguration, PluginRelease, PluginVersion } from '../entities';

const root = 'https://flex-api.twilio.com/v1/PluginService';

/** An archived thing answers without links, as its own endpoint does. */
export function pluginAnswer(accountSid: string, plugin: Plugin): object {
  const url = `${root}/Plugins/${plugin.sid}`;
  return {
    sid: plugin.sid,
    account_sid: accountSid,
    unique_name: plugin.uniqueName,
    friendly_name: plugin.friendlyName,
    description: plugin.description,
    archived: plugin.archived,
    date_created: isoSeconds(plugin.createdAtMs),
    date_updated: isoSeconds(plugin.updatedAtMs),
    url,
  };
}

export const pluginLinks = ({ sid }: Plugin): object => ({
  links: { plugin_versions: `${root}/Plugins/${sid}/Versions` },
});

export function versionAnswer(accountSid: string, version: PluginVersion): object {
  return {
    sid: version.sid,
    plugin_sid: version.pluginSid,
    account_sid: accountSid,
    version: version.version,
    plugin_url: version.url,
    changelog: version.changelog,
    private: version.isPrivate,
    archived: version.archived,
    date_created: isoSeconds(version.createdAtMs),
    url: `${root}/Plugins/${version.pluginSid}/Versions/${version.sid}`,
  };
}

export function configurationAnswer(accountSid: string, configuration: PluginConfiguration): object {
  return {
    sid: configuration.sid,
    account_sid: accountSid,
    name: configuration.name,
    description: configuration.description,
    archived: configuration.archived,
    date_created: isoSeconds(configuration.createdAtMs),
    url: `${root}/Configurations/${configuration.sid}`,
  };
}

export const configurationLinks = ({ sid }: PluginConfiguration): object => ({
  links: { plugins: `${root}/Configurations/${sid}/Plugins` },
});

export function configuredPluginAnswer(
  accountSid: string,
  configurationSid: string,
  { plugin, version, phase }: ConfiguredPlugin,
): object {
  return {
    account_sid: accountSid,
    configuration_sid: configurationSid,
    plugin_sid: plugin.sid,
    plugin_version_sid: version.sid,
    phase,
    plugin_url: version.url,
    unique_name: plugin.uniqueName,
    friendly_name: plugin.friendlyName,
    description: plugin.description,
    plugin_archived: plugin.archived,
    version: version.version,
    changelog: version.changelog,
    plugin_version_archived: version.archived,
    private: version.isPrivate,
    date_created: isoSeconds(version.createdAtMs),
    url: `${root}/Configurations/${configurationSid}/Plugins/${plugin.sid}`,
  };
}

export function releaseAnswer(accountSid: string, release: PluginRelease): object {
  return {
    sid: release.sid,
    account_sid: accountSid,
    configuration_sid: release.configurationSid,
    date_created: isoSeconds(release.createdAtMs),
    url: `${root}/Releases/${release.sid}`,
  };
}

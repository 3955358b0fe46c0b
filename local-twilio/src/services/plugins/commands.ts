import type { PluginsState } from './state';
import type { ConfiguredPlugin, Plugin, PluginConfiguration, PluginRelease, PluginVersion } from './entities';

export interface NewPluginVersion {
  readonly version: string;
  readonly url: string;
  readonly changelog: string;
  readonly isPrivate: boolean;
}

export interface NewPluginConfiguration {
  readonly name: string;
  readonly description: string;
  readonly plugins: readonly { readonly versionSid: string; readonly phase: number }[];
}

/** Rules of Flex plugins (twilio.com/docs/flex/developer/plugins/api). Commands throw a TwilioError when Twilio would refuse. */
export interface Plugins {
  /** All that there is, live: what a state file keeps. */
  state(): PluginsState;
  /** Newest first, as all lists here. */
  plugins(): readonly Plugin[];
  /** By SID or unique name. */
  plugin(name: string): Plugin;
  createPlugin(input: { uniqueName: string; friendlyName?: string; description?: string }): Plugin;
  updatePlugin(name: string, changes: { friendlyName?: string; description?: string }): Plugin;
  archivePlugin(name: string): Plugin;
  /** By SID or version. */
  version(plugin: string, name: string): PluginVersion;
  createVersion(plugin: string, input: NewPluginVersion): PluginVersion;
  archiveVersion(plugin: string, name: string): PluginVersion;
  configurations(): readonly PluginConfiguration[];
  configuration(sid: string): PluginConfiguration;
  createConfiguration(input: NewPluginConfiguration): PluginConfiguration;
  archiveConfiguration(sid: string): PluginConfiguration;
  releases(): readonly PluginRelease[];
  /** By SID, or `active` for the newest. */
  release(sid: string): PluginRelease;
  createRelease(configurationSid: string): PluginRelease;
  /** What desktops load. */
  released(): readonly ConfiguredPlugin[];
}

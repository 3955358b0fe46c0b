import type { Sid } from '../../kernel/sids';

export interface Plugin {
  readonly sid: Sid<'FP'>;
  readonly uniqueName: string;
  readonly createdAtMs: number;
  friendlyName: string;
  description: string;
  archived: boolean;
  updatedAtMs: number;
  readonly versions: Map<string, PluginVersion>;
}

export interface PluginVersion {
  readonly sid: Sid<'FV'>;
  readonly pluginSid: Sid<'FP'>;
  readonly version: string;
  readonly url: string;
  readonly changelog: string;
  readonly isPrivate: boolean;
  readonly createdAtMs: number;
  archived: boolean;
}

/** A plugin version in a configuration; the phase says when Flex loads it. */
export interface ConfiguredPlugin {
  readonly plugin: Plugin;
  readonly version: PluginVersion;
  readonly phase: number;
}

/** A set of plugin versions; it never changes. */
export interface PluginConfiguration {
  readonly sid: Sid<'FJ'>;
  readonly name: string;
  readonly description: string;
  readonly createdAtMs: number;
  readonly plugins: readonly ConfiguredPlugin[];
  archived: boolean;
}

/** The newest release's configuration is what desktops load. */
export interface PluginRelease {
  readonly sid: Sid<'FK'>;
  readonly configurationSid: Sid<'FJ'>;
  readonly createdAtMs: number;
}

import type { Kept } from '../../kernel/shapes';
import type { configuration, configured, plugin, release, version } from './state';

export type Plugin = Kept<typeof plugin, 'friendlyName' | 'description' | 'archived' | 'updatedAtMs'>;

export type PluginVersion = Kept<typeof version, 'archived'>;

/** A plugin version in a configuration; the phase says when Flex loads it. */
export type ConfiguredPlugin = Kept<typeof configured>;

/** A set of plugin versions; it never changes. */
export type PluginConfiguration = Kept<typeof configuration, 'archived'>;

/** The newest release's configuration is what desktops load. */
export type PluginRelease = Kept<typeof release>;

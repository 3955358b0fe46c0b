import { z } from 'zod';
import { bySid, ms, sid, type Shape } from '../../kernel/shapes';
import type { Plugin, PluginConfiguration, PluginRelease, PluginVersion } from './entities';

/** Everything that the rules keep. */
export interface PluginStore {
  readonly plugins: Map<string, Plugin>;
  readonly configurations: Map<string, PluginConfiguration>;
  readonly releases: PluginRelease[];
}

const version: Shape<PluginVersion> = z
  .object({
    sid: sid('FV'),
    pluginSid: sid('FP'),
    version: z.string(),
    url: z.string(),
    changelog: z.string(),
    isPrivate: z.boolean(),
    createdAtMs: ms,
    archived: z.boolean(),
  })
  .strict();

const plugin: Shape<Plugin> = z
  .object({
    sid: sid('FP'),
    uniqueName: z.string(),
    createdAtMs: ms,
    friendlyName: z.string(),
    description: z.string(),
    archived: z.boolean(),
    updatedAtMs: ms,
    versions: bySid(version),
  })
  .strict();

const configuration: Shape<PluginConfiguration> = z
  .object({
    sid: sid('FJ'),
    name: z.string(),
    description: z.string(),
    createdAtMs: ms,
    plugins: z.array(z.object({ plugin, version, phase: z.number() }).strict()),
    archived: z.boolean(),
  })
  .strict();

const release: Shape<PluginRelease> = z
  .object({ sid: sid('FK'), configurationSid: sid('FJ'), createdAtMs: ms })
  .strict();

export const pluginsState: Shape<PluginStore> = z
  .object({ plugins: bySid(plugin), configurations: bySid(configuration), releases: z.array(release) })
  .strict();

export const noPlugins = (): PluginStore => ({ plugins: new Map(), configurations: new Map(), releases: [] });

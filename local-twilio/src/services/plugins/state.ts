import { z } from 'zod';
import { bySid, ms, sid, type Kept } from '../../kernel/shapes';

export const version = z
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

export const plugin = z
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

export const configured = z.object({ plugin, version, phase: z.number() }).strict();

export const configuration = z
  .object({
    sid: sid('FJ'),
    name: z.string(),
    description: z.string(),
    createdAtMs: ms,
    plugins: z.array(configured).readonly(),
    archived: z.boolean(),
  })
  .strict();

export const release = z.object({ sid: sid('FK'), configurationSid: sid('FJ'), createdAtMs: ms }).strict();

export const pluginsState = z
  .object({ plugins: bySid(plugin), configurations: bySid(configuration), releases: z.array(release) })
  .strict();

/** What is kept of plugins. */
export type PluginsState = Kept<typeof pluginsState>;

export const noPlugins = (): PluginsState => ({ plugins: new Map(), configurations: new Map(), releases: [] });

import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Router } from 'express';
import type { PluginEntry, PluginList } from '../../kernel/browser/plugin-list';
import type { ConfiguredPlugin } from '../../services/plugins/entities';

/** Stands for flex.twilio.com/plugins: Flex loads these builds as it would load deployed ones. */
export interface PluginService extends PluginList {
  /** Serves the plugin files. */
  readonly router: Router;
}

export const PLUGIN_PATH = '/__local/plugins';

/**
 * Each plugin is a built file, or the address of a dev server that serves one. What is released in the account comes
 * on top, and replaces a plugin of the same name.
 */
export function pluginService(
  plugins: readonly string[],
  released: () => readonly ConfiguredPlugin[] = () => [],
): PluginService {
  const router = Router();
  const files = new Map(plugins.filter((plugin) => !isAddress(plugin)).map((file) => [basename(file), file]));
  router.get('/:file', (request, response) => {
    const file = files.get(request.params.file);
    if (!file || !existsSync(file)) return void response.status(404).end();
    response.set('Cache-Control', 'no-store').type('text/javascript').sendFile(file);
  });
  return {
    router,
    // Read at each page load, so a new build is there after a reload.
    list() {
      const deployed = released().map(releasedEntry);
      const own = plugins.filter((plugin) => isAddress(plugin) || existsSync(plugin)).map(entry);
      return [...own.filter(({ name }) => deployed.every((one) => one.name !== name)), ...deployed];
    },
  };
}

/** Whether it is a dev server's, rather than a file. */
export const isAddress = (plugin: string): boolean => /^https?:\/\//.test(plugin);

function entry(plugin: string): PluginEntry {
  const file = basename(plugin).replace(/\?.*$/, '');
  const name = file.replace(/\.js$/, '');
  const src = isAddress(plugin) ? plugin : `${PLUGIN_PATH}/${file}?built=${Math.floor(statSync(plugin).mtimeMs)}`;
  return { name, version: '0.0.0-local', class: name, requires: [], src, phase: 3, enabled: true };
}

/** A released plugin is loaded from its deployed address, by way of this server. */
function releasedEntry({ plugin, version, phase }: ConfiguredPlugin): PluginEntry {
  const name = plugin.uniqueName;
  const src = version.url.replace(/^https:\/\//, '/__twilio/');
  return { name, version: version.version, class: name, requires: [], src, phase, enabled: true };
}

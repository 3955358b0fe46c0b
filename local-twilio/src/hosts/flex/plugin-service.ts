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

export interface PluginSources {
  /** Built files, or addresses of dev servers, in the order in which Flex gets them. */
  readonly plugins: readonly string[];
  readonly released: () => readonly ConfiguredPlugin[];
  /** Told of a file that is not there when a desktop asks for its plugins; the others are loaded. */
  readonly onMissing: (file: string) => void;
}

/**
 * What is released in the account comes on top, and replaces a plugin of the same name. Files are told apart by their
 * place, since the builds of two folders may have one name.
 */
export function pluginService({ plugins, released, onMissing }: PluginSources): PluginService {
  const router = Router();
  router.get('/:at/:file', ({ params }, response) => {
    const file = plugins[Number(params.at)];
    const isServed = file !== undefined && !isAddress(file) && basename(file) === params.file && existsSync(file);
    if (!isServed) return void response.status(404).end();
    response.set('Cache-Control', 'no-store').type('text/javascript').sendFile(file);
  });
  return {
    router,
    // Read at each page load, so a new build is there after a reload.
    list() {
      const deployed = released().map(releasedEntry);
      const own = plugins.flatMap((plugin, at) => {
        if (isAddress(plugin) || existsSync(plugin)) return [entry(plugin, at)];
        onMissing(plugin);
        return [];
      });
      return [...own.filter(({ name }) => deployed.every((one) => one.name !== name)), ...deployed];
    },
  };
}

/** Whether it is a dev server's, rather than a file. */
export const isAddress = (plugin: string): boolean => /^https?:\/\//.test(plugin);

function entry(plugin: string, at: number): PluginEntry {
  const file = basename(plugin).replace(/\?.*$/, '');
  const name = file.replace(/\.js$/, '');
  const src = isAddress(plugin) ? plugin : `${PLUGIN_PATH}/${at}/${file}?built=${Math.floor(statSync(plugin).mtimeMs)}`;
  return { name, version: '0.0.0-local', class: name, requires: [], src, phase: 3, enabled: true };
}

/** A released plugin is loaded from its deployed address, by way of this server. */
function releasedEntry({ plugin, version, phase }: ConfiguredPlugin): PluginEntry {
  const name = plugin.uniqueName;
  const src = version.url.replace(/^https:\/\//, '/__twilio/');
  return { name, version: version.version, class: name, requires: [], src, phase, enabled: true };
}

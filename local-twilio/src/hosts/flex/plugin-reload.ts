import { unwatchFile, watchFile } from 'node:fs';
import type { WebSocket } from 'ws';

export const RELOAD_PATH = '/_local/reload';

/** Looked at, not listened for: that also sees files that are replaced, on every system. */
const LOOK_EVERY_MS = 200;

/** Loads open desktops again when a plugin was built anew. */
export interface PluginReload {
  connect(socket: WebSocket): void;
  close(): void;
}

/** Files of built plugins; dev servers reload their pages themselves. */
export function pluginReload(files: readonly string[]): PluginReload {
  const sockets = new Set<WebSocket>();
  const tell = () => {
    for (const socket of sockets) if (socket.readyState === socket.OPEN) socket.send('reload');
  };
  for (const file of files)
    watchFile(file, { interval: LOOK_EVERY_MS, persistent: false }, (now, before) => {
      if (now.size > 0 && now.mtimeMs !== before.mtimeMs) tell();
    });
  return {
    connect(socket) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    },
    close() {
      for (const file of files) unwatchFile(file);
    },
  };
}

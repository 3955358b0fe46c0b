import express from 'express';
import type { WebSocket } from 'ws';
import { PHONES_PATH, phonesApi, type PhonesApi } from './customer/phones-api';
import { PLUGIN_PATH, pluginService } from './flex-host/plugin-service';
import { desktopName } from './flex-host/router';
import { createRealtime, type Realtime } from './realtime/realtime';
import type { SocketRequest } from './server';
import type { World } from './world';

interface PagesOptions {
  readonly world: World;
  readonly unknown: Set<string>;
  readonly plugins: readonly string[];
  readonly onProgress: (line: string) => void;
  /** Told the desktop's name when an agent's Flex connects. */
  readonly onLogin?: ((desktop: string | undefined) => void) | undefined;
}

/** What desktops and phones talk to. */
export function createPages({ world, unknown, plugins, onProgress, onLogin }: PagesOptions) {
  const service = pluginService(plugins, () => world.plugins.released());
  const phones = phonesApi(world);
  const realtime = createRealtime({
    world,
    plugins: service,
    onUnknown: (what) => {
      if (!unknown.has(what)) onProgress(`Not served locally: ${what}`);
      unknown.add(what);
    },
    onFailure: (what, error) => onProgress(`Failed: ${what}: ${error instanceof Error ? error.stack : String(error)}`),
  });
  return {
    realtime,
    phones,
    onLogin,
    router: express.Router().use(PLUGIN_PATH, service.router).use(PHONES_PATH, phones.router),
    close: () => {
      realtime.close();
      phones.close();
    },
  };
}

/** Gives a socket to what its address names. */
export function connectPage(
  { realtime, phones, onLogin }: { realtime: Realtime; phones: PhonesApi; onLogin: PagesOptions['onLogin'] },
  socket: WebSocket,
  { url, hostHeader }: SocketRequest,
): void {
  if (url.pathname === `${PHONES_PATH}/live`) return phones.connect(socket);
  const [, host, path] = /^\/__twilio\/([^/]+)(\/.*)$/.exec(url.pathname) ?? [];
  if (!host || !path) return socket.close(4404, 'Nothing here');
  const desktop = desktopName(hostHeader);
  realtime.connect(socket, { host, path, token: url.searchParams.get('token'), desktop });
  if (host.startsWith('event-bridge.')) onLogin?.(desktop);
}

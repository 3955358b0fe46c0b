import express from 'express';
import type { WebSocket } from 'ws';
import type { OnFailure } from '../kernel/failures';
import { CONTROL_LIVE_PATH, type ControlLive } from '../pages/control/live';
import { isOwn } from '../kernel/browser/own-pages-only';
import { PHONES_PATH, phonesApi, type PhonesApi } from '../pages/customers/phones-api';
import { pluginReload, RELOAD_PATH, type PluginReload } from '../hosts/flex/plugin-reload';
import { isAddress, PLUGIN_PATH, pluginService } from '../hosts/flex/plugin-service';
import { desktopName } from '../kernel/browser/desktop-name';
import type { FlexFeature } from '../kernel/browser/features';
import { createRealtime, type Realtime } from '../gateways/browser/realtime';
import type { SocketRequest } from './server';
import type { World } from '../account/world';

interface PagesOptions {
  readonly world: World;
  readonly unknown: Set<string>;
  readonly plugins: readonly string[];
  readonly features: readonly FlexFeature[];
  readonly onProgress: (line: string) => void;
  readonly onFailure: OnFailure;
  /** Told the desktop's name when an agent's Flex connects. */
  readonly onLogin?: ((desktop: string | undefined) => void) | undefined;
  readonly control: ControlLive;
}

/** What desktops and phones talk to. */
export function createPages(options: PagesOptions) {
  const { world, unknown, plugins, features, onProgress, onFailure, onLogin, control } = options;
  const service = pluginService({
    plugins,
    released: () => world.plugins.released(),
    onMissing: (file) => onProgress(`The plugin ${file} is missing: a desktop was loaded without it.`),
  });
  const phones = phonesApi(world, onFailure);
  const reload = pluginReload(plugins.filter((plugin) => !isAddress(plugin)));
  const realtime = createRealtime({
    world,
    plugins: service,
    features,
    onUnknown: (what) => {
      if (!unknown.has(what)) onProgress(`Not served locally: ${what}`);
      unknown.add(what);
    },
    onFailure,
  });
  return {
    realtime,
    phones,
    control,
    reload,
    onLogin,
    router: express.Router().use(PLUGIN_PATH, service.router).use(PHONES_PATH, phones.router),
    close: () => {
      realtime.close();
      phones.close();
      reload.close();
    },
  };
}

interface Sockets {
  readonly realtime: Realtime;
  readonly phones: PhonesApi;
  readonly reload: PluginReload;
}

/** Gives a socket to what its address names. */
export function connectPage(
  { realtime, phones, control, reload, onLogin }: Pick<PagesOptions, 'control' | 'onLogin'> & Sockets,
  socket: WebSocket,
  { url, hostHeader, origin }: SocketRequest,
): void {
  if (!isOwn({ host: hostHeader, origin })) return socket.close(4403, 'Only pages of this machine');
  if (url.pathname === RELOAD_PATH) return reload.connect(socket);
  if (url.pathname === CONTROL_LIVE_PATH) return control.connect(socket);
  if (url.pathname === `${PHONES_PATH}/live`) return phones.connect(socket);
  const [, host, path] = /^\/__twilio\/([^/]+)(\/.*)$/.exec(url.pathname) ?? [];
  if (!host || !path) return socket.close(4404, 'Nothing here');
  const desktop = desktopName(hostHeader);
  realtime.connect(socket, { host, path, token: url.searchParams.get('token'), desktop });
  if (host.startsWith('event-bridge.')) onLogin?.(desktop);
}

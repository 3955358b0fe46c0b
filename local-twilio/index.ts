import { randomUUID } from 'node:crypto';
import { systemClock, type Clock } from './core/clock';
import { restMiddleware } from './core/rest-middleware';
import { seededSids } from './core/sids';
import type { Switches } from './core/switches';
import { flexBundle } from './flex-host/bundle';
import { PLUGIN_PATH, pluginService } from './flex-host/plugin-service';
import { projectFolder } from './flex-host/project-folder';
import { desktopName, flexHostRouter } from './flex-host/router';
import { twilioGateway } from './flex-host/twilio-gateway';
import { createRealtime } from './realtime/realtime';
import { startServer, type SocketRequest } from './server';
import { createWorld, type World } from './world';
import express from 'express';
import type { WebSocket } from 'ws';

export interface LocalTwilioOptions {
  /** Desktops, customers' page, REST and control; 0 takes any free port. Default 3000. */
  readonly port?: number;
  /** Built plugin files, or addresses of dev servers. */
  readonly plugins?: readonly string[];
  /** Merged into the Flex Configuration's `ui_attributes`. */
  readonly uiAttributes?: Readonly<Record<string, unknown>>;
  readonly clock?: Clock;
  /** The same seed gives the same SIDs in the same order. Default: different at every start. */
  readonly seed?: string;
  readonly switches?: Partial<Switches>;
  /** Told what is going on; default: nobody. */
  readonly onProgress?: (line: string) => void;
}

export interface LocalTwilio {
  readonly url: string;
  readonly urls: LocalUrls;
  readonly world: World;
  /** Requests of pages that nothing served, without repetitions. */
  unknownRequests(): readonly string[];
  /** Resolves when webhooks, due timers and pushes to pages are done. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface LocalUrls {
  /** By user name, in the order of the cast. */
  readonly desktops: Readonly<Record<string, string>>;
  readonly customers: string;
}

const silent = (): void => undefined;

/** Starts a whole Flex on this machine. Nothing listens on anything but loopback. */
export async function startLocalTwilio(options: LocalTwilioOptions = {}): Promise<LocalTwilio> {
  const onProgress = options.onProgress ?? silent;
  const bundle = await flexBundle({ projectFolder: projectFolder(), onProgress });
  const world = createWorld({
    clock: options.clock ?? systemClock(),
    sids: seededSids(options.seed ?? randomUUID()),
    switches: options.switches,
    deliver: async () => ({ status: 502 }),
  });
  world.flex.setConfiguration({
    ui_attributes: { ...world.flex.configuration().ui_attributes, ...options.uiAttributes },
  });

  const unknown = new Set<string>();
  const plugins = pluginService(options.plugins ?? []);
  const realtime = createRealtime({
    world,
    plugins,
    onUnknown: (what) => {
      if (!unknown.has(what)) onProgress(`Not served locally: ${what}`);
      unknown.add(what);
    },
  });
  const pluginFiles = express.Router().use(PLUGIN_PATH, plugins.router);
  const server = await startServer({
    port: options.port ?? 3000,
    handlers: [
      restMiddleware(world),
      twilioGateway({ realtime, forward: () => undefined }),
      pluginFiles,
      await flexHostRouter({ world, bundle }),
    ],
    onSocket: (socket, request) => connectPage(realtime, socket, request),
  });

  const url = `http://localhost:${server.port}`;
  return {
    url,
    urls: {
      desktops: Object.fromEntries(
        world.iam
          .users()
          .map(({ username }) => [username, `http://${username}.localhost:${server.port}/agent-desktop`]),
      ),
      customers: `${url}/customers`,
    },
    world,
    unknownRequests: () => [...unknown],
    async settled() {
      await world.settled();
      await realtime.settled();
    },
    async close() {
      realtime.close();
      world.stop();
      await server.close();
    },
  };
}

function connectPage(realtime: ReturnType<typeof createRealtime>, socket: WebSocket, request: SocketRequest): void {
  const [, host, path] = /^\/__twilio\/([^/]+)(\/.*)$/.exec(request.url.pathname) ?? [];
  if (!host || !path) return socket.close(4404, 'Nothing here');
  const token = request.url.searchParams.get('token');
  realtime.connect(socket, { host, path, token, desktop: desktopName(request.hostHeader) });
}

import { randomUUID } from 'node:crypto';
import express, { type RequestHandler } from 'express';
import type { WebSocket } from 'ws';
import { systemClock, type Clock } from './core/clock';
import { restMiddleware } from './core/rest-middleware';
import { seededSids } from './core/sids';
import type { Switches } from './core/switches';
import { controlRouter } from './control/router';
import { customersPage } from './customer/page';
import { PHONES_PATH, phonesApi, type PhonesApi } from './customer/phones-api';
import { flexBundle } from './flex-host/bundle';
import { functionsProxy } from './flex-host/functions-proxy';
import { PLUGIN_PATH, pluginService } from './flex-host/plugin-service';
import { projectFolder } from './flex-host/project-folder';
import { desktopName, flexHostRouter } from './flex-host/router';
import { twilioGateway } from './flex-host/twilio-gateway';
import { deliverOnLoopback } from './functions-host/deliver';
import type { FunctionsHost } from './functions-host/functions-host';
import { FUNCTIONS_DOMAIN, startLocalFunctions, subscribeFunctions } from './local-functions';
import { createRealtime, type Realtime } from './realtime/realtime';
import { startServer, type SocketRequest } from './server';
import { createWorld, type World } from './world';

export interface LocalTwilioOptions {
  /** Desktops, customers' page, REST and control; 0 takes any free port. Default 3000. */
  readonly port?: number;
  /** Default 3001; 0 takes any free port. */
  readonly functionsPort?: number;
  /** Built Functions; without it no Functions run. */
  readonly functionsFolder?: string;
  /** More variables for the Functions. */
  readonly env?: Readonly<Record<string, string>>;
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
  /** Breaks every websocket, as a bad network would; pages mend theirs. */
  dropConnections(): void;
  /** Resolves when webhooks, due timers and pushes to pages are done. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface LocalUrls {
  /** By user name, in the order of the cast. */
  readonly desktops: Readonly<Record<string, string>>;
  readonly customers: string;
}

/** Starts a whole Flex on this machine. Nothing listens on anything but loopback. */
export async function startLocalTwilio(options: LocalTwilioOptions = {}): Promise<LocalTwilio> {
  const onProgress = options.onProgress ?? (() => undefined);
  const bundle = await flexBundle({ projectFolder: projectFolder(), onProgress });
  let functions: FunctionsHost | undefined;
  const world = createWorld({
    clock: options.clock ?? systemClock(),
    sids: seededSids(options.seed ?? randomUUID()),
    switches: options.switches,
    deliver: deliverOnLoopback((host) => (host === FUNCTIONS_DOMAIN ? functions?.port : undefined)),
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
    onFailure: (what, error) => onProgress(`Failed: ${what}: ${error instanceof Error ? error.stack : String(error)}`),
  });
  const phones = phonesApi(world);
  const stopRules = () => {
    realtime.close();
    phones.close();
    world.stop();
  };

  const proxy = functionsProxy(FUNCTIONS_DOMAIN, () => functions?.port);
  const handlers: readonly RequestHandler[] = [
    restMiddleware(world),
    twilioGateway({ realtime, forward: (host) => (host === FUNCTIONS_DOMAIN ? proxy : undefined) }),
    express.Router().use(PLUGIN_PATH, plugins.router).use(PHONES_PATH, phones.router),
    express.Router().use('/_local', controlRouter(world)),
    await customersPage(world),
    await flexHostRouter({ world, bundle }),
  ];
  const { port = 3000, functionsPort = 3001, functionsFolder, env = {} } = options;
  const server = await startServer({
    port,
    handlers,
    onSocket: (socket, request) => connectPage({ realtime, phones }, socket, request),
  }).catch((error: unknown) => {
    stopRules();
    throw error;
  });
  try {
    if (functionsFolder !== undefined)
      functions = await startLocalFunctions({ world, folder: functionsFolder, port: functionsPort, env });
  } catch (error) {
    stopRules();
    await server.close();
    throw error;
  }

  const configure = () => {
    const own = world.flex.configuration().ui_attributes;
    world.flex.setConfiguration({ ui_attributes: { ...own, ...options.uiAttributes } });
    if (functions) subscribeFunctions(world, functions);
  };
  configure();
  const unsubscribe = world.events.subscribe(({ type }) => {
    if (type === 'world.reset') configure();
  });

  return {
    url: `http://localhost:${server.port}`,
    urls: urlsOf(world, server.port),
    world,
    unknownRequests: () => [...unknown],
    dropConnections: () => server.dropConnections(),
    async settled() {
      await world.settled();
      await realtime.settled();
    },
    async close() {
      unsubscribe();
      stopRules();
      await server.close();
      await functions?.close();
    },
  };
}

function urlsOf(world: World, port: number): LocalUrls {
  const desktop = (username: string) => `http://${username}.localhost:${port}/agent-desktop`;
  return {
    desktops: Object.fromEntries(world.iam.users().map(({ username }) => [username, desktop(username)])),
    customers: `http://localhost:${port}/customers`,
  };
}

function connectPage(
  { realtime, phones }: { realtime: Realtime; phones: PhonesApi },
  socket: WebSocket,
  { url, hostHeader }: SocketRequest,
): void {
  if (url.pathname === `${PHONES_PATH}/live`) return phones.connect(socket);
  const [, host, path] = /^\/__twilio\/([^/]+)(\/.*)$/.exec(url.pathname) ?? [];
  if (!host || !path) return socket.close(4404, 'Nothing here');
  realtime.connect(socket, { host, path, token: url.searchParams.get('token'), desktop: desktopName(hostHeader) });
}

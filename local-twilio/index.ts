import { randomUUID } from 'node:crypto';
import express from 'express';
import { availableOnLogin } from './available-on-login';
import { systemClock, type Clock } from './core/clock';
import { restMiddleware } from './core/rest-middleware';
import { seededSids } from './core/sids';
import type { Switches } from './core/switches';
import { controlRouter } from './control/router';
import { customersPage } from './customer/page';
import { deployedDomains, type DeployedDomains } from './deployed-domains';
import { flexBundle } from './flex-host/bundle';
import { functionsProxy } from './flex-host/functions-proxy';
import { projectFolder } from './flex-host/project-folder';
import { flexHostRouter } from './flex-host/router';
import { twilioGateway } from './flex-host/twilio-gateway';
import { deliverOnLoopback } from './functions-host/deliver';
import type { FunctionsHost } from './functions-host/functions-host';
import { redirectTwilio } from './functions-host/redirect';
import { FUNCTIONS_DOMAIN, startLocalFunctions, subscribeFunctions } from './local-functions';
import { connectPage, createPages } from './pages';
import { startServer } from './server';
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
  /** Agents are Available as soon as their desktop is opened for the first time. Default: Offline, as in Flex. */
  readonly availableOnLogin?: boolean;
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

/** What was opened, in order; all of it is closed when the start fails half-way. */
type Closing = () => void | Promise<void>;

/** Starts a whole Flex on this machine. Nothing listens on anything but loopback. */
export async function startLocalTwilio(options: LocalTwilioOptions = {}): Promise<LocalTwilio> {
  const opened: Closing[] = [];
  const close = async () => {
    for (let closing = opened.pop(); closing; closing = opened.pop()) await closing();
  };
  try {
    return await start(options, opened, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function start(
  options: LocalTwilioOptions,
  opened: Closing[],
  close: LocalTwilio['close'],
): Promise<LocalTwilio> {
  const onProgress = options.onProgress ?? (() => undefined);
  const bundle = await flexBundle({ projectFolder: projectFolder(), onProgress });
  let functions: FunctionsHost | undefined;
  const functionsPort = () => functions?.port;
  const world = createWorld({
    clock: options.clock ?? systemClock(),
    sids: seededSids(options.seed ?? randomUUID()),
    switches: options.switches,
    deliver: deliverOnLoopback((host) => (host === FUNCTIONS_DOMAIN ? functionsPort() : deployed.portOf(host))),
  });
  opened.push(() => world.stop());
  const deployed = deployedDomains(world, { onProgress, env: options.env });
  opened.push(() => deployed.close());

  const unknown = new Set<string>();
  const onLogin = options.availableOnLogin ? availableOnLogin(world) : undefined;
  const pages = createPages({ world, unknown, onProgress, onLogin, plugins: options.plugins ?? [] });
  opened.push(pages.close);
  const server = await startServer({
    port: options.port ?? 3000,
    handlers: [
      restMiddleware(world),
      twilioGateway({ realtime: pages.realtime, forward: functionsForward(functionsPort, deployed) }),
      pages.router,
      express.Router().use('/_local', controlRouter(world)),
      await customersPage(world),
      await flexHostRouter({ world, bundle }),
    ],
    onSocket: (socket, request) => connectPage(pages, socket, request),
  });
  opened.push(() => server.close());
  // Whatever Functions run in this process, their Twilio is here.
  opened.push(redirectTwilio(server.port));

  const { functionsFolder: folder, env = {} } = options;
  if (folder !== undefined) {
    const host = await startLocalFunctions({ world, folder, port: options.functionsPort ?? 3001, env });
    functions = host;
    opened.push(() => host.close());
  }
  opened.push(keepConfigured(world, functions, options.uiAttributes ?? {}));

  return {
    url: `http://localhost:${server.port}`,
    urls: urlsOf(world, server.port),
    world,
    unknownRequests: () => [...unknown],
    dropConnections: () => server.dropConnections(),
    async settled() {
      await deployed.settled();
      await world.settled();
      await pages.realtime.settled();
    },
    close,
  };
}

function functionsForward(port: () => number | undefined, deployed: DeployedDomains) {
  const proxy = functionsProxy(FUNCTIONS_DOMAIN, port);
  return (host: string) => (host === FUNCTIONS_DOMAIN ? proxy : deployed.forward(host));
}

/** A reset goes back to the seed, which knows neither our attributes nor the Functions. */
function keepConfigured(
  world: World,
  functions: FunctionsHost | undefined,
  uiAttributes: Readonly<Record<string, unknown>>,
): Closing {
  const configure = () => {
    const own = world.flex.configuration().ui_attributes;
    world.flex.setConfiguration({ ui_attributes: { ...own, ...uiAttributes } });
    if (functions) subscribeFunctions(world, functions);
  };
  configure();
  return world.events.subscribe(({ type }) => {
    if (type === 'world.reset') configure();
  });
}

function urlsOf(world: World, port: number): LocalUrls {
  const desktop = (username: string) => `http://${username}.localhost:${port}/agent-desktop`;
  return {
    desktops: Object.fromEntries(world.iam.users().map(({ username }) => [username, desktop(username)])),
    customers: `http://localhost:${port}/customers`,
  };
}

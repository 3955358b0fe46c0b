import { randomUUID } from 'node:crypto';
import { availableOnLogin } from './available-on-login';
import { systemClock } from '../kernel/clock';
import type { OnFailure } from '../kernel/failures';
import { seededSids } from '../kernel/sids';
import { createControl, type Control } from '../pages/control/router';
import type { OnLog } from '../hosts/functions/container/container';
import { deployedDomains, type DeployedDomains } from '../hosts/functions/deployed-domains';
import { flexBundle } from '../hosts/flex/bundle';
import { functionsProxy } from '../hosts/functions/proxy';
import { deliverOnLoopback } from '../hosts/functions/deliver';
import { FUNCTIONS_DOMAIN, subscribeFunctions } from '../hosts/functions/local-functions';
import { noServices, startServices, type RunningServices } from '../hosts/functions/local-services';
import type { FunctionsService, LocalTwilio, LocalTwilioOptions } from './options';
import { createPages } from './pages';
import { serve, urlsOf } from './serve';
import { beginningOf, type Beginning } from '../account/state/beginning';
import { keepState } from '../account/state/keep-state';
import { createWorld, type World, type WorldOptions } from '../account/world';

export type { LocalTwilio, LocalTwilioOptions, LocalUrls } from './options';

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
  const { port = 3000, watch = false, env = {}, onProgress = () => undefined } = options;
  const bundle = options.desktop === false ? undefined : await flexBundle({ ...options, onProgress });
  let running = noServices;
  const onLog = functionLog(onProgress, () => control);
  const ofFunctions = { env, onLog, watch, gatewayPort: () => server.port };
  const services = servicesOf(options);
  const beginning = beginningOf(options);
  const ownPortOf = (host: string) => running.portOf(host);
  const portOf = (host: string) => ownPortOf(host) ?? deployed.portOf(host);
  const onFailure = failureLog(onProgress);
  const world = worldOf(options, beginning, { deliver: deliverOnLoopback(portOf), onFailure });
  opened.push(() => world.stop());
  const deployed = deployedDomains(world, ofFunctions);
  opened.push(() => deployed.close());

  const unknown = new Set<string>();
  const onLogin = options.availableOnLogin ? availableOnLogin(world) : undefined;
  const control = createControl(world, onFailure);
  opened.push(() => control.close());
  const pages = createPages({
    world,
    unknown,
    onProgress,
    onFailure,
    onLogin,
    control: control.live,
    plugins: options.plugins ?? [],
    features: options.flexFeatures ?? [],
  });
  opened.push(pages.close);
  const forward = functionsForward(services, { portOf: ownPortOf, deployed, onProgress });
  const server = await serve({ world, bundle, control, pages, forward, port, watch, onFailure });
  opened.push(() => server.close());

  running = await startServices(services, { world, ...ofFunctions });
  opened.push(running.close);
  const { messages } = beginning;
  opened.push(keepConfigured({ options, world, running, messages }));
  if (!beginning.restored) for (const message of messages) world.customers.write(message);
  if (options.stateFile !== undefined)
    opened.push(keepState(world, { file: options.stateFile, onFailure: ({ message }) => onProgress(message) }));

  return {
    url: `http://localhost:${server.port}`,
    urls: urlsOf(world, server.port, bundle !== undefined),
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

/** What Functions write is for the terminal and for the control page. */
const functionLog =
  (onProgress: (line: string) => void, control: () => Control): OnLog =>
  (line, isError) => {
    onProgress(line);
    control().functionWrote(line, isError);
  };

const failureLog =
  (onProgress: (line: string) => void): OnFailure =>
  (what, error) =>
    onProgress(`Failed: ${what}: ${error instanceof Error ? error.stack : String(error)}`);

type Outside = Required<Pick<WorldOptions, 'deliver' | 'onFailure'>>;

function worldOf(options: LocalTwilioOptions, { seed, restored }: Beginning, outside: Outside): World {
  return createWorld({
    clock: options.clock ?? systemClock(restored?.savedAtMs),
    // What was restored has SIDs of an earlier start: these must be others.
    sids: seededSids(`${options.seed ?? randomUUID()}${restored?.savedAtMs ?? ''}`),
    switches: options.switches,
    latencyMs: options.latencyMs,
    ...outside,
    seed,
    syncServices: options.syncServices,
    restored: restored?.world,
  });
}

/** The first is the one that TaskRouter's events may go to. */
function servicesOf(options: LocalTwilioOptions): readonly FunctionsService[] {
  const { functionsFolder: folder, functionsDomain: domainName = FUNCTIONS_DOMAIN, moreFunctions = [] } = options;
  const first = folder === undefined ? [] : [{ folder, domainName, port: options.functionsPort ?? 3001 }];
  return [...first, ...moreFunctions];
}

interface Forwarding {
  readonly portOf: (host: string) => number | undefined;
  readonly deployed: DeployedDomains;
  readonly onProgress: (line: string) => void;
}

function functionsForward(services: readonly FunctionsService[], { portOf, deployed, onProgress }: Forwarding) {
  const proxies = new Map(
    services.map(({ domainName }) => [domainName, functionsProxy(domainName, () => portOf(domainName), onProgress)]),
  );
  return (host: string) => proxies.get(host) ?? deployed.forward(host);
}

interface Configuring {
  readonly options: LocalTwilioOptions;
  readonly world: World;
  readonly running: RunningServices;
  readonly messages: Beginning['messages'];
}

/** A reset goes back to the seed, which knows neither our attributes nor the Functions, nor who writes first. */
function keepConfigured({ options, world, running, messages }: Configuring): Closing {
  const { uiAttributes = {}, taskEvents } = options;
  const configure = () => {
    const own = world.flex.configuration().ui_attributes;
    world.flex.setConfiguration({ ui_attributes: { ...own, ...uiAttributes } });
    subscribeFunctions(world, running.all, taskEvents);
  };
  configure();
  return world.events.on({
    'world.reset'() {
      configure();
      for (const message of messages) world.customers.write(message);
    },
  });
}

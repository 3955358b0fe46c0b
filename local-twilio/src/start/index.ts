import { randomUUID } from 'node:crypto';
import { availableOnLogin } from './available-on-login';
import { systemClock } from '../kernel/clock';
import type { OnFailure } from '../kernel/failures';
import { seededSids } from '../kernel/sids';
import { createControl } from '../pages/control/router';
import { deployedDomains, type DeployedDomains } from '../hosts/functions/deployed-domains';
import { flexBundle } from '../hosts/flex/bundle';
import { functionsProxy } from '../hosts/functions/proxy';
import { deliverOnLoopback } from '../hosts/functions/deliver';
import type { FunctionsHost } from '../hosts/functions/host';
import { redirectTwilio } from '../hosts/functions/redirect';
import { FUNCTIONS_DOMAIN, startLocalFunctions, subscribeFunctions } from '../hosts/functions/local-functions';
import type { LocalTwilio, LocalTwilioOptions } from './options';
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
  const { port = 3000, watch = false, functionsFolder: folder, env = {}, onProgress = () => undefined } = options;
  const bundle = options.desktop === false ? undefined : await flexBundle({ ...options, onProgress });
  let functions: FunctionsHost | undefined;
  const functionsPort = () => functions?.port;
  const domainName = options.functionsDomain ?? FUNCTIONS_DOMAIN;
  const beginning = beginningOf(options);
  const portOf = (host: string) => (host === domainName ? functionsPort() : deployed.portOf(host));
  const onFailure = failureLog(onProgress);
  const world = worldOf(options, beginning, { deliver: deliverOnLoopback(portOf), onFailure });
  opened.push(() => world.stop());
  const deployed = deployedDomains(world, { onProgress, env: options.env });
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
  const forward = functionsForward(domainName, { port: functionsPort, deployed, onProgress });
  const server = await serve({ world, bundle, control, pages, forward, port, watch, onFailure });
  opened.push(() => server.close());
  // Whatever Functions run in this process, their Twilio is here.
  opened.push(redirectTwilio(server.port));

  if (folder !== undefined) {
    const host = await startLocalFunctions({ world, folder, port: options.functionsPort ?? 3001, env, domainName });
    functions = host;
    opened.push(() => host.close());
  }
  const { messages } = beginning;
  opened.push(keepConfigured({ options, world, functions, domainName, messages }));
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
    ...outside,
    seed,
    syncServices: options.syncServices,
    restored: restored?.world,
  });
}

interface Forwarding {
  readonly port: () => number | undefined;
  readonly deployed: DeployedDomains;
  readonly onProgress: (line: string) => void;
}

function functionsForward(domainName: string, { port, deployed, onProgress }: Forwarding) {
  const proxy = functionsProxy(domainName, port, onProgress);
  return (host: string) => (host === domainName ? proxy : deployed.forward(host));
}

interface Configuring {
  readonly options: LocalTwilioOptions;
  readonly world: World;
  readonly functions: FunctionsHost | undefined;
  readonly domainName: string;
  readonly messages: Beginning['messages'];
}

/** A reset goes back to the seed, which knows neither our attributes nor the Functions, nor who writes first. */
function keepConfigured({ options, world, functions, domainName, messages }: Configuring): Closing {
  const { uiAttributes = {}, taskEvents } = options;
  const configure = () => {
    const own = world.flex.configuration().ui_attributes;
    world.flex.setConfiguration({ ui_attributes: { ...own, ...uiAttributes } });
    if (functions) subscribeFunctions(world, functions, { domainName, taskEvents });
  };
  configure();
  return world.events.on({
    'world.reset'() {
      configure();
      for (const message of messages) world.customers.write(message);
    },
  });
}

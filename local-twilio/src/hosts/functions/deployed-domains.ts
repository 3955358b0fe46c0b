import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Request, Response } from 'express';
import { functionsProxy } from './proxy';
import { limitsOf } from '../../kernel/limits';
import type { OnLog } from './container/container';
import { startFunctionsHost, type FunctionsHost } from './host';
import { writeDeployedFolder } from './deployed-folder';
import type { LiveEnvironment } from '../../services/serverless/entities';
import type { World } from '../../account/world';

/** Runs what was deployed to the account, domain by domain. */
export interface DeployedDomains {
  /** Port of the Functions that a domain serves, once they are up. */
  portOf(host: string): number | undefined;
  /** Serves a page's request for a domain: public Assets here, Functions on their host. */
  forward(host: string): ((request: Request, response: Response, path: string) => void) | undefined;
  /** Resolves when what was deployed last is up. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

interface Running {
  readonly domainName: string;
  readonly folder: string;
  readonly host: FunctionsHost;
}

export interface DeployedDomainsOptions {
  readonly onLog: OnLog;
  /** Where the pages' hosts of Twilio are served; Functions ask them, too. */
  readonly gatewayPort?: () => number | undefined;
  /** More variables for the Functions. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts with the next deployment. */
export function deployedDomains(world: World, options: DeployedDomainsOptions): DeployedDomains {
  const { onLog } = options;
  let running: Running[] = [];
  let changing = Promise.resolve();

  async function stopAll(): Promise<void> {
    for (const { host, folder } of running.splice(0)) {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  async function restart(): Promise<void> {
    await stopAll();
    for (const domainName of world.serverless.liveDomains()) {
      const live = world.serverless.live(domainName);
      if (live) running.push(await run(world, live, options));
    }
  }
  const restartSoon = () => {
    changing = changing.then(restart).catch((error: unknown) => onLog(`Deployed Functions: ${String(error)}`));
  };
  const stop = world.events.on({ 'serverless.changed': restartSoon, 'world.reset': restartSoon });
  // A restored account may have deployments already.
  if (world.serverless.liveDomains().length > 0) restartSoon();
  const portOf = (host: string) => running.find(({ domainName }) => domainName === host)?.host.port;

  return {
    portOf,
    forward(host) {
      const live = world.serverless.live(host);
      if (!live) return undefined;
      const toFunctions = functionsProxy(host, () => portOf(host), onLog);
      return (request, response, path) => {
        const asset = live.assets.find((one) => one.path === path && one.visibility === 'public');
        if (asset) response.type(extname(path) || 'bin').send(Buffer.from(asset.content, asset.encoding));
        else void changing.then(() => toFunctions(request, response, path));
      };
    },
    settled: () => changing,
    async close() {
      stop();
      await changing;
      await stopAll();
      running = [];
    },
  };
}

async function run(world: World, live: LiveEnvironment, options: DeployedDomainsOptions): Promise<Running> {
  const { domainName, variables } = live;
  const folder = mkdtempSync(join(tmpdir(), 'local-twilio-deployed-'));
  const { functions } = writeDeployedFolder(live, folder);
  const { accountSid, authToken } = world;
  const env = { ...variables, ...options.env, ACCOUNT_SID: accountSid, AUTH_TOKEN: authToken, DOMAIN_NAME: domainName };
  const timeoutMs = limitsOf(world.switches).functionTimeoutMs;
  const dispatch: World['dispatch'] = (request) => world.dispatch(request);
  const { gatewayPort, onLog } = options;
  return {
    domainName,
    folder,
    host: await startFunctionsHost({ port: 0, folder: functions, env, dispatch, timeoutMs, gatewayPort, onLog }),
  };
}

import { once } from 'node:events';
import http from 'node:http';
import { dirname, join, resolve } from 'node:path';
import express from 'express';
import type { Dispatch } from '../../kernel/calls';
import { ownPagesAnd } from '../../kernel/browser/own-pages-only';
import { limitsOf } from '../../kernel/limits';
import { restMiddleware } from '../../kernel/rest/middleware';
import { defaultSwitches } from '../../kernel/switches';
import type { OnLog } from './container/container';
import { openContainers } from './container/containers';
import { elsewhere } from './elsewhere';
import { findFunctions, type FoundFunctions } from './found-functions';
import { gate } from './gate';
import { runIn } from './run-in';
import { watchFolders } from './watch-folders';

/** ACCOUNT_SID, AUTH_TOKEN, DOMAIN_NAME, and whatever else the Functions read from their context. */
export interface FunctionsEnv {
  readonly ACCOUNT_SID: string;
  readonly AUTH_TOKEN: string;
  readonly DOMAIN_NAME: string;
  readonly [name: string]: string;
}

export interface FunctionsHostOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /**
   * Folder of built Functions; `x.protected.js` and `x.private.js` as Twilio names them. Assets are in the folder
   * `assets` beside it, and are named likewise.
   */
  readonly folder: string;
  readonly env: FunctionsEnv;
  /** Answers what the Functions ask *.twilio.com. */
  readonly dispatch: Dispatch;
  /** Serves the rest that they ask of Twilio: the hosts of its browser SDKs, and other domains below twil.io. */
  readonly gatewayPort?: () => number | undefined;
  /** After how long a Function is given up. Default: Twilio's ten seconds. */
  readonly timeoutMs?: number;
  /** Whether Functions and Assets that were built anew are served at once. Default: no. */
  readonly watch?: boolean;
  /** Told every line that a Function writes, its path before it. Default: nobody. */
  readonly onLog?: OnLog;
}

export interface FunctionsHost {
  readonly port: number;
  /** Paths of all Functions found. */
  readonly paths: readonly string[];
  close(): Promise<void>;
}

async function listen(server: http.Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The Functions host has no port');
  return address.port;
}

async function stop(server: http.Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

/** Runs built Functions in Twilio's own local runtime, in a process of their own, with Twilio's access rules. */
export async function startFunctionsHost(options: FunctionsHostOptions): Promise<FunctionsHost> {
  const { env, dispatch, gatewayPort = () => undefined, onLog = () => undefined } = options;
  const { timeoutMs = limitsOf(defaultSwitches).functionTimeoutMs, watch = false } = options;
  const folder = resolve(options.folder);
  const assetsFolder = join(dirname(folder), 'assets');
  let found = await findFunctions(folder);

  const app = express().disable('x-powered-by');
  app.use(restMiddleware({ dispatch }));
  app.use(ownPagesAnd(env.DOMAIN_NAME));
  const server = http.createServer(app);
  const port = await listen(server, options.port);
  const serving = ({ functions, assets }: FoundFunctions) => ({
    twilioPort: port,
    baseDir: dirname(folder),
    domainName: env.DOMAIN_NAME,
    variables: { ...env },
    functions: [...functions],
    assets: [...assets],
  });
  const opening = openContainers({ serving: serving(found), timeoutMs, onLog });
  // Half a server is none.
  opening.catch(() => server.close());
  const containers = await opening;
  app.use(elsewhere({ domainName: env.DOMAIN_NAME, gatewayPort }));
  app.use(gate({ access: () => found.access, authToken: env.AUTH_TOKEN, domainName: env.DOMAIN_NAME }));
  app.use(runIn(containers, onLog));

  async function renew(): Promise<void> {
    found = await findFunctions(folder);
    containers.renew(serving(found));
    onLog(`The Functions of ${env.DOMAIN_NAME} were built anew`);
  }
  const folders = watch ? [folder, assetsFolder] : [];
  const unwatch = watchFolders(folders, () => void renew().catch((error: unknown) => onLog(String(error))));
  return {
    port,
    get paths() {
      return found.functions.map(({ path }) => path);
    },
    async close() {
      unwatch();
      await Promise.all([containers.close(), stop(server)]);
    },
  };
}

// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the ambient types below belong to this file
/// <reference path="./runtime-handler.d.ts" />
import { once } from 'node:events';
import http from 'node:http';
import { basename, dirname, resolve } from 'node:path';
import { fsHelpers } from '@twilio-labs/serverless-api';
import { LocalDevelopmentServer } from '@twilio/runtime-handler/dev';
import express from 'express';
import type { Dispatch } from '../../kernel/calls';
import { ownPagesAnd } from '../../kernel/browser/own-pages-only';
import { limitsOf } from '../../kernel/limits';
import { restMiddleware } from '../../kernel/rest/middleware';
import { defaultSwitches } from '../../kernel/switches';
import { gate } from './gate';
import { redirectTwilio } from './redirect';

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
  /** Folder of built Functions; `x.protected.js` and `x.private.js` as Twilio names them. */
  readonly folder: string;
  readonly env: FunctionsEnv;
  /** Answers what the Functions ask *.twilio.com. */
  readonly dispatch: Dispatch;
  /** After how long a Function is given up. Default: Twilio's ten seconds. */
  readonly timeoutMs?: number;
  /** Whether it leads this process to `dispatch`; not needed where something else does already. Default: yes. */
  readonly redirect?: boolean;
}

export interface FunctionsHost {
  readonly port: number;
  /** Paths of all Functions found. */
  readonly paths: readonly string[];
  close(): Promise<void>;
}

/** A rebuilt Function is loaded anew when the host starts again. */
function forgetLoaded(folder: string): void {
  for (const file of Object.keys(require.cache)) if (file.startsWith(folder)) delete require.cache[file];
}

async function listen(server: http.Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The Functions host has no port');
  return address.port;
}

/** Runs built Functions in Twilio's own local runtime, on loopback, with Twilio's access rules. */
export async function startFunctionsHost(options: FunctionsHostOptions): Promise<FunctionsHost> {
  const { env, dispatch, timeoutMs = limitsOf(defaultSwitches).functionTimeoutMs, redirect = true } = options;
  const folder = resolve(options.folder);
  forgetLoaded(folder);
  const { functions } = await fsHelpers.getListOfFunctionsAndAssets(dirname(folder), {
    functionsFolderNames: [basename(folder)],
    assetsFolderNames: ['assets'],
  });

  const runtime = new LocalDevelopmentServer(options.port, {
    baseDir: dirname(folder),
    env: { ...env },
    port: options.port,
    url: `https://${env.DOMAIN_NAME}`,
    detailedLogs: false,
    live: false,
    logs: false,
    legacyMode: false,
    appName: 'local-twilio',
    forkProcess: false,
    routes: { functions, assets: [] },
    enableDebugLogs: false,
  });

  const app = express().disable('x-powered-by');
  app.use(restMiddleware({ dispatch }));
  app.use(ownPagesAnd(env.DOMAIN_NAME));
  const access = new Map(functions.map((one) => [one.path, one.access]));
  app.use(gate({ access, authToken: env.AUTH_TOKEN, domainName: env.DOMAIN_NAME, timeoutMs }));
  app.use(runtime.getApp());

  const server = http.createServer(app);
  const port = await listen(server, options.port);
  const restoreHttps = redirect ? redirectTwilio(port) : () => undefined;
  return {
    port,
    paths: [...access.keys()],
    async close() {
      restoreHttps();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

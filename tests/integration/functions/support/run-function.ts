import * as crypto from 'node:crypto';
import { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import twilio from 'twilio';

import type { Clock } from '../../../../local-twilio/src/kernel/clock';

/** What the build made. */
const FUNCTIONS = join(__dirname, '../../../../serverless-functions/dist/functions');

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** A request of a Function to Twilio, before it is sent. */
export interface Outgoing {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type Send = (outgoing: Outgoing) => Promise<{ readonly status: number; readonly body: unknown }>;

interface Surroundings {
  readonly clock: Clock;
  readonly send: Send;
  readonly log: (line: string) => void;
}

type Handler = (
  context: object,
  event: object,
  callback: (error: unknown, response: FunctionResponse) => void,
) => Promise<void>;

/** Stands for the runtime's `Twilio.Response`. */
class FunctionResponse implements Answer {
  status = 200;
  body: unknown = null;
  headers: Record<string, string> = {};

  setStatusCode(status: number): void {
    this.status = status;
  }

  appendHeader(name: string, value: string): void {
    this.headers[name] = value;
  }

  setBody(body: unknown): void {
    this.body = body;
  }
}

const NAMES = ['module', 'require', 'setTimeout', 'clearTimeout', 'Date', 'console', 'globalThis'] as const;

type Evaluate = (...values: unknown[]) => void;

/** Compiled once per process, evaluated once per container. */
const known = new Map<string, Evaluate>();

function compiled(path: string): Evaluate {
  const file = [`${path}.js`, `${path}.protected.js`].map((name) => join(FUNCTIONS, name)).find(existsSync);
  if (!file) throw new Error(`${path} is not built: npx tsx serverless-functions/build.ts`);
  // Each parameter hides a global of the same name.
  const evaluate = known.get(path) ?? (new Function(...NAMES, readFileSync(file, 'utf8')) as Evaluate);
  known.set(path, evaluate);
  return evaluate;
}

/**
 * One container of the Functions runtime: built Functions, unmodified, that know no other clock, log and network than
 * the given ones. Modules keep their state from one invocation to the next, as in a warm container.
 */
export function createContainer({ clock, send, log }: Surroundings, environment: Readonly<Record<string, string>>) {
  const handlers = new Map<string, Handler>();
  const modules: Readonly<Record<string, unknown>> = { https: httpsOver(send), 'node:crypto': crypto, twilio };
  const values: Record<(typeof NAMES)[number], unknown> = {
    module: undefined,
    require: (name: string) => modules[name] ?? fail(`a Function requires ${name}`),
    setTimeout: (run: () => void, delayMs: number) => clock.schedule(delayMs, run),
    clearTimeout: (cancel: unknown) => (typeof cancel === 'function' ? cancel() : undefined),
    Date: dateOf(clock),
    console: { log, warn: log, error: log },
    globalThis: Object.assign(Object.create(globalThis), { Twilio: { Response: FunctionResponse } }),
  };
  const load = (path: string): Handler => {
    const module: { exports: { handler?: Handler } } = { exports: {} };
    compiled(path)(...NAMES.map((name) => ({ ...values, module })[name]));
    return module.exports.handler ?? fail(`${path} has no handler`);
  };
  const client = () => twilio(environment.ACCOUNT_SID, environment.AUTH_TOKEN, { httpClient: sdkHttpClient(send) });

  return function run(path: string, event: Readonly<Record<string, unknown>>): Promise<Answer> {
    const handler = handlers.get(path) ?? load(path);
    handlers.set(path, handler);
    return new Promise((resolve, reject) => {
      const context = { ...environment, getTwilioClient: client };
      handler(context, { request: { headers: {} }, ...event }, (error, response) =>
        error ? reject(error) : resolve({ status: response.status, body: response.body, headers: response.headers }),
      ).catch(reject);
    });
  };
}

function fail(message: string): never {
  throw new Error(message);
}

/** A Date whose present is the clock's. */
function dateOf(clock: Clock): DateConstructor {
  return new Proxy(Date, {
    construct: (target, values) => Reflect.construct(target, values.length === 0 ? [clock.nowMs()] : values),
    get: (target, name) => (name === 'now' ? () => clock.nowMs() : Reflect.get(target, name)),
  });
}

interface SdkRequest {
  readonly method: string;
  readonly uri: string;
  readonly username?: string;
  readonly password?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly params?: object;
  readonly data?: object;
}

/**
 * The SDK's HTTP client, with `send` in place of the wire; lists repeat their name, as on the wire. Answers are text,
 * which the SDK parses by itself: so requests of our own get them, too.
 */
function sdkHttpClient(send: Send): twilio.RequestClient {
  const client = new twilio.RequestClient();
  client.request = async (options: object) => {
    const { method, uri, username, password, headers = {}, params, data } = options as SdkRequest;
    const url = new URL(uri);
    for (const [name, value] of pairs(params)) url.searchParams.append(name, value);
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    const isJson = headers['Content-Type'] === 'application/json';
    const body = isJson ? JSON.stringify(data) : new URLSearchParams(pairs(data)).toString();
    const { status, body: answer } = await send({ method, url, headers: lowered({ ...headers, authorization }), body });
    return { statusCode: status, body: JSON.stringify(answer), headers: {} } as never;
  };
  return client;
}

function pairs(values: object | undefined): [string, string][] {
  return Object.entries(values ?? {}).flatMap(([name, value]): [string, string][] =>
    (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined).map((one) => [name, String(one)]),
  );
}

function lowered(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

interface HttpsOptions {
  readonly hostname: string;
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

class Incoming extends EventEmitter {
  setEncoding(): void {}
}

/** Node's https as far as twilio-flex-token-validator uses it. */
function httpsOver(send: Send) {
  return {
    request({ hostname, path, method, headers }: HttpsOptions, onResponse: (incoming: Incoming) => void) {
      const request = new EventEmitter();
      const chunks: string[] = [];
      const answer = async () => {
        const url = new URL(`https://${hostname}${path}`);
        const { body } = await send({ method, url, headers: lowered(headers), body: chunks.join('') });
        const incoming = new Incoming();
        onResponse(incoming);
        incoming.emit('data', JSON.stringify(body));
        incoming.emit('end');
      };
      const end = () => void answer().catch((error: unknown) => request.emit('error', error));
      return Object.assign(request, { write: (chunk: string) => chunks.push(chunk), end });
    },
  };
}

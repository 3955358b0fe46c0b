import {
  enforceRates,
  isProductHost,
  notJsonOf,
  operationWithoutSpec,
  productHosts,
  productOf,
  readsOf,
  restHandlers,
  type ProductHost,
} from './products';
import type { World } from './world';
import { authorise } from '../kernel/rest/basic-auth';
import type { Call, TwilioRequest, TwilioResponse } from '../kernel/calls';
import { errorBody, TwilioError } from '../kernel/errors';
import type { Fault } from '../kernel/faults';
import type { Product, Route } from '../kernel/rest/openapi/product';
import { readForm, readJsonObject } from '../kernel/rest/body';
import { onlyRead } from '../kernel/rest/reads';
import type { RestAnswer, RestHandler, RestHandlers, RestRequest } from '../kernel/rest/request';

interface Found {
  readonly operationId: string;
  run(): RestAnswer | Promise<RestAnswer>;
}

function readBody({ request, jsonFields, notJson }: Body): Record<string, unknown> {
  if (!request.body) return {};
  if (request.headers['content-type']?.startsWith('application/json')) return readJsonObject(request.body, 'The body');
  const fields = readForm(request.body);
  for (const name of jsonFields) if (name in fields) fields[name] = readJsonObject(fields[name], name, notJson);
  return fields;
}

interface Body {
  readonly request: TwilioRequest;
  readonly jsonFields: readonly string[];
  readonly notJson: number | undefined;
}

interface Operation {
  readonly world: World;
  readonly host: ProductHost;
  readonly request: TwilioRequest;
  readonly product: Product;
  readonly route: Route;
  readonly handler: RestHandler;
}

async function runOperation(operation: Operation): Promise<RestAnswer> {
  const { world, host, request, product, route, handler } = operation;
  const { method, path } = request;
  const { query, headers, body } = onlyRead(
    {
      query: request.query,
      headers: request.headers,
      body: readBody({ request, jsonFields: product.jsonFields(route), notJson: notJsonOf(host) }),
    },
    {
      operationId: route.operationId,
      reads: readsOf(host, route.operationId),
      described: product.described(route),
      unsupported: world.switches.unsupported,
    },
  );
  const [problem] = product.checkRequest(route, { method, path, query, headers, body });
  if (problem) throw new TwilioError(400, 20001, `Invalid request of ${route.operationId}: ${problem}`);
  enforceRates(world, host, route);
  const rest: RestRequest = { params: route.params, query, headers, body, url: `https://${host}${path}` };
  const answer = await handler(rest);
  const problems = product.checkAnswer(route, answer.status, answer.body);
  if (problems.length > 0)
    throw new TwilioError(
      500,
      20500,
      `The local Twilio made an invalid answer for ${route.operationId}: ${problems.join('; ')}`,
    );
  return answer;
}

/** Not 404, which says that a call or a number is not there, and not 503, which clients try again. */
const notServed = (host: string): TwilioError =>
  new TwilioError(501, 20501, `The local Twilio does not serve ${host}. It serves ${productHosts.join(', ')}`);

type Handlers = Readonly<Record<ProductHost, RestHandlers>>;

async function find(world: World, handlers: Handlers, request: TwilioRequest): Promise<Found> {
  const { host, method, path } = request;
  const special = operationWithoutSpec(world, request);
  if (special) return special;
  if (!isProductHost(host)) throw notServed(host);
  const product = await productOf(host);
  const route = product.match(method, path);
  if (route === 'no-path') throw new TwilioError(404, 20404, `The requested resource ${path} was not found`);
  if (route === 'no-method') throw new TwilioError(405, 20004, `Method ${method} not allowed`);
  const handler = handlers[host]?.[route.operationId];
  if (!handler)
    throw new TwilioError(501, 20501, `The local Twilio does not do ${route.operationId} yet, see COVERAGE.md`);
  return { operationId: route.operationId, run: () => runOperation({ world, host, request, product, route, handler }) };
}

const failure = (error: unknown): RestAnswer => {
  const refusal =
    error instanceof TwilioError
      ? error
      : new TwilioError(500, 20500, error instanceof Error ? error.message : String(error));
  return { status: refusal.status, body: errorBody(refusal) };
};

function headersOf({ version }: RestAnswer): Record<string, string> {
  const type = { 'content-type': 'application/json;charset=utf-8' };
  return version === undefined ? type : { ...type, etag: `"${version}"` };
}

const faultError = (status: number): TwilioError =>
  new TwilioError(status, status === 429 ? 20429 : 20500, 'Injected fault');

/** What a caller sees of an answer that is lost: nothing. */
const silence = (): Promise<never> => new Promise(() => {});

async function runWithFault(world: World, found: Found, fault: Fault | undefined): Promise<RestAnswer | 'lost'> {
  if (fault?.latencyMs) {
    const { latencyMs } = fault;
    await new Promise<void>((resolve) => void world.clock.schedule(latencyMs, resolve));
  }
  if (!fault || fault.outcome === 'none') return found.run();
  if (fault.when === 'after') {
    try {
      await found.run();
    } catch {
      // The caller never learns how it ended, which is the point of this fault.
    }
  }
  return fault.outcome === 'timeout' ? 'lost' : failure(faultError(fault.outcome));
}

/** Serves REST requests for one World; see `World.dispatch`. */
export function dispatcher(world: World, record: (call: Call) => void): World['dispatch'] {
  const handlers = restHandlers(world);
  const { accountSid, authToken } = world;
  const credentials = { accountSid, authToken, keySecret: (sid: string) => world.accounts.keySecret(sid) };
  const serve = async (request: TwilioRequest): Promise<TwilioResponse> => {
    const at = new Date(world.clock.nowMs()).toISOString();
    const startedMs = world.clock.stopwatchMs();
    let operationId: string | null = null;
    let answer: RestAnswer | 'lost';
    try {
      authorise(credentials, request);
      const found = await find(world, handlers, request);
      operationId = found.operationId;
      answer = await runWithFault(world, found, world.faults.take(operationId, request.host));
    } catch (error) {
      answer = failure(error);
    }
    const { method, host, path, body } = request;
    const durationMs = world.clock.stopwatchMs() - startedMs;
    const call = { at, method, host, path, operationId, requestBody: body, durationMs };
    if (answer === 'lost') {
      record({ ...call, status: 0, answer: null });
      return silence();
    }
    record({ ...call, status: answer.status, answer: answer.body });
    return { status: answer.status, headers: headersOf(answer), body: answer.body };
  };
  return (request) => world.latency.carry(() => serve(request));
}

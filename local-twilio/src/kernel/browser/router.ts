import { z } from 'zod';
import { TwilioError, errorBody, invalidParameter } from '../errors';
import type { FlexToken } from './viewer';
import type { AgentExchange, BrowserAnswer, BrowserRequest, Exchange } from './exchange';

type Answering<E> = (exchange: E) => BrowserAnswer | Promise<BrowserAnswer>;

interface Match {
  readonly method: string;
  /** A host name, or its beginning up to a dot: `cds.` fits every region. */
  readonly host: string;
  /** Segments; `:name` takes one, a last `*` takes the rest. */
  readonly path: string;
}

export type BrowserRoute = Match &
  (
    | { readonly access: 'anyone'; readonly answer: Answering<Exchange> }
    | { readonly access: 'agent'; readonly answer: Answering<AgentExchange> }
  );

type Address = readonly [method: string, host: string, path: string];

/** A route for which the token must name an agent. */
export function forAgent([method, host, path]: Address, answer: Answering<AgentExchange>): BrowserRoute {
  return { method, host, path, access: 'agent', answer };
}

export function forAnyone([method, host, path]: Address, answer: Answering<Exchange>): BrowserRoute {
  return { method, host, path, access: 'anyone', answer };
}

export interface BrowserRouterOptions {
  readonly routes: readonly BrowserRoute[];
  readonly viewerOf: (request: BrowserRequest) => FlexToken | undefined;
  /** Told about each request that no route knows. */
  readonly onUnknown: (request: BrowserRequest) => void;
  /** Told about an error of ours. */
  readonly onFailure: (request: BrowserRequest, error: unknown) => void;
}

/** First route that fits wins. Twilio's errors become Twilio's answers, our own a 500: it never throws. */
export function browserRouter(options: BrowserRouterOptions) {
  const compiled = options.routes.map((route) => ({ route, params: matcher(route) }));

  const run = async (route: BrowserRoute, request: BrowserRequest, params: Record<string, string>) => {
    if (route.access === 'anyone') return route.answer({ request, params });
    const viewer = options.viewerOf(request);
    return viewer ? route.answer({ request, params, viewer }) : refusal(new TwilioError(401, 20003, 'Authenticate'));
  };
  const failed = (request: BrowserRequest, error: unknown): BrowserAnswer => {
    if (error instanceof TwilioError) return refusal(error);
    if (error instanceof z.ZodError) return refusal(invalidParameter(error.message));
    options.onFailure(request, error);
    return refusal(new TwilioError(500, 20500, 'The local Twilio failed'));
  };

  return async function answer(request: BrowserRequest): Promise<BrowserAnswer> {
    for (const { route, params } of compiled) {
      const found = params(request);
      if (found) return run(route, request, found).catch((error: unknown) => failed(request, error));
    }
    options.onUnknown(request);
    return refusal(new TwilioError(404, 20404, `Not served locally: ${request.path}`));
  };
}

const refusal = (error: TwilioError): BrowserAnswer => ({ status: error.status, body: errorBody(error) });

function matcher(route: Match): (request: BrowserRequest) => Record<string, string> | undefined {
  const fitsHost = route.host.endsWith('.')
    ? (host: string) => host.startsWith(route.host)
    : (host: string) => host === route.host || route.host === '*';
  const params = pathMatcher(route.path);
  return (request) => {
    if (route.method !== '*' && request.method !== route.method) return undefined;
    return fitsHost(request.host) ? params(request.path) : undefined;
  };
}

/** The named segments of a path, or undefined when it does not fit the pattern. */
export function pathMatcher(pattern: string): (path: string) => Record<string, string> | undefined {
  const names: string[] = [];
  const source = pattern
    .split('/')
    .map((segment) => {
      if (segment === '*') return '.*';
      if (!segment.startsWith(':')) return segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      names.push(segment.slice(1));
      return '([^/]+)';
    })
    .join('/');
  const shape = new RegExp(`^${source}$`);
  return (path) => {
    const found = shape.exec(path);
    if (!found) return undefined;
    return Object.fromEntries(names.map((name, at) => [name, decoded(found[at + 1] ?? '')]));
  };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

import { z } from 'zod';
import { TwilioError, errorBody, invalidParameter } from '../core/errors';
import type { FlexToken } from '../services/iam/entities';
import type { AgentExchange, BrowserAnswer, BrowserRequest, Exchange } from './browser-exchange';

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
}

/** First route that fits wins. Twilio's errors become Twilio's answers; nothing is thrown but programming errors. */
export function browserRouter(options: BrowserRouterOptions) {
  const compiled = options.routes.map((route) => ({ route, params: matcher(route) }));
  return async function answer(request: BrowserRequest): Promise<BrowserAnswer> {
    for (const { route, params } of compiled) {
      const found = params(request);
      if (!found) continue;
      try {
        if (route.access === 'anyone') return await route.answer({ request, params: found });
        const viewer = options.viewerOf(request);
        if (!viewer) return { status: 401, body: errorBody(new TwilioError(401, 20003, 'Authenticate')) };
        return await route.answer({ request, params: found, viewer });
      } catch (error) {
        const refusal = error instanceof z.ZodError ? invalidParameter(error.message) : error;
        if (refusal instanceof TwilioError) return { status: refusal.status, body: errorBody(refusal) };
        throw error;
      }
    }
    options.onUnknown(request);
    return { status: 404, body: errorBody(new TwilioError(404, 20404, `Not served locally: ${request.path}`)) };
  };
}

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

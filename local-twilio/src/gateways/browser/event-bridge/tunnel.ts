import { z } from 'zod';
import { TwilioError, notFound } from '../../../kernel/errors';
import { ok, type BrowserAnswer } from '../../../kernel/browser/exchange';
import { jsonOrUndefined } from '../../../kernel/json';
import { forAgent, pathMatcher, type BrowserRoute } from '../../../kernel/browser/router';
import type { TunnelRoute } from '../../../kernel/browser/tunnel-route';

const shape = z.object({ url: z.string(), method: z.string(), params: z.record(z.unknown()).nullish() });

/** TaskRouter and Interactions as the browser reaches them: the event bridge's tunnel. */
export function eventBridgeRoutes(
  tunnel: readonly TunnelRoute[],
  onUnknown: (method: string, url: string) => void,
): readonly BrowserRoute[] {
  const routes = tunnel.map((route) => ({ ...route, match: pathMatcher(route.path) }));

  return [
    forAgent(['POST', 'event-bridge.', '/v1/wschannels'], ({ request, viewer }): BrowserAnswer => {
      const call = shape.safeParse(jsonOrUndefined(request.body.toString('utf8')));
      if (!call.success) throw new TwilioError(400, 20001, 'Not an event bridge call');
      const url = call.data.url.replace(/^\/+/, '').replace(/\?.*$/, '');
      for (const route of routes) {
        const names = route.method === call.data.method ? route.match(url) : undefined;
        const ifMatch = request.headers['if-match'];
        if (names) return ok({ payload: route.payload({ viewer, names, params: call.data.params ?? {}, ifMatch }) });
      }
      onUnknown(call.data.method, url);
      throw notFound(url);
    }),
  ];
}

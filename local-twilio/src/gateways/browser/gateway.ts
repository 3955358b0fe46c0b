import { type Request, type Response, Router } from 'express';
import type { BrowserAnswer, BrowserRequest } from '../../kernel/browser/exchange';
import type { Realtime } from './realtime';
import { desktopName } from '../../kernel/browser/desktop-name';
import { errorBody, TwilioError } from '../../kernel/errors';
import { bytesReader } from '../../kernel/read-bytes';

const readUpload = bytesReader('25mb');

export interface GatewayOptions {
  readonly realtime: Realtime;
  /** Hosts that are not Twilio's own: the Functions. */
  readonly forward: (host: string) => ((request: Request, response: Response, path: string) => void) | undefined;
}

/** `/__twilio/<host>/<path>`: where the page shim leads every request for a Twilio host. */
export function twilioGateway({ realtime, forward }: GatewayOptions): Router {
  const router = Router();
  router.use('/__twilio/:host', (request, response, next) => {
    const forwarded = forward(request.params['host'] ?? '');
    if (forwarded) forwarded(request, response, request.url);
    else next();
  });
  router.use('/__twilio/:host', (request, response, next) => {
    const host = request.params['host'] ?? '';
    readUpload(request, response)
      .then((body) => realtime.answer(browserRequest(request, host, body)), unreadable)
      .then((answered) => send(answered, response))
      .catch(next);
  });
  return router;
}

function unreadable(error: unknown): BrowserAnswer {
  if (error instanceof TwilioError) return { status: error.status, body: errorBody(error) };
  throw error;
}

function send(answered: BrowserAnswer, response: Response): void {
  response.status(answered.status).set('Cache-Control', 'no-store');
  if ('bytes' in answered) response.type(answered.contentType).send(answered.bytes);
  else if (answered.status === 204) response.end();
  else response.json(answered.body);
  if ('body' in answered) answered.afterwards?.();
}

function browserRequest(request: Request, host: string, body: Buffer): BrowserRequest {
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
  ]);
  const url = new URL(request.url, 'http://localhost');
  return {
    host,
    method: request.method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(headers),
    body,
    desktop: desktopName(request.headers.host),
  };
}

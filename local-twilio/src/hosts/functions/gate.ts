import express, { Router } from 'express';
import type { RequestHandler, Response } from 'express';
import twilio from 'twilio';

export type Access = 'public' | 'protected' | 'private';

export interface GateOptions {
  /** Function path (`/webhooks/message-added`) → access. */
  readonly access: ReadonlyMap<string, Access>;
  readonly authToken: string;
  readonly domainName: string;
  readonly timeoutMs: number;
}

/** A Function that was given up may still answer; nobody listens any more. */
function stopListening(response: Response): void {
  response.setHeader = () => response;
  response.removeHeader = () => undefined;
  response.writeHead = () => response;
  response.write = () => true;
  response.end = () => response;
}

/** Twilio ends a Function after ten seconds: https://www.twilio.com/docs/serverless/functions-assets/faq */
function endLate(timeoutMs: number): RequestHandler {
  return (_request, response, next) => {
    const timer = setTimeout(() => {
      if (response.headersSent) return;
      response.status(504).type('text/plain').send('Runtime application timed out');
      stopListening(response);
    }, timeoutMs);
    response.on('close', () => clearTimeout(timer));
    next();
  };
}

/**
 * What Twilio's cloud does before a Function runs, and its local runtime does not: private Functions have no address,
 * protected ones need a valid X-Twilio-Signature.
 */
export function gate({ access, authToken, domainName, timeoutMs }: GateOptions): Router {
  const router = Router();
  router.use(endLate(timeoutMs));
  router.use(express.urlencoded({ extended: false, limit: '6mb' }));
  router.use((request, response, next) => {
    const allowed = access.get(request.path);
    if (allowed === undefined || allowed === 'private') {
      response.status(404).type('text/plain').send('Not found');
      return;
    }
    if (allowed === 'public' || request.method === 'OPTIONS') return next();
    const signature = request.header('x-twilio-signature') ?? '';
    const url = `https://${domainName}${request.originalUrl}`;
    const params: Record<string, unknown> =
      request.method === 'POST' && typeof request.body === 'object' ? request.body : {};
    if (twilio.validateRequest(authToken, signature, url, params)) return next();
    response.status(403).type('text/plain').send('Forbidden');
  });
  return router;
}

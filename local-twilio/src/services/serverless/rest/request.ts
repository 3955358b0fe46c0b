import { invalidParameter } from '../../../kernel/errors';
import { param, text } from '../../../kernel/rest/request';
import type { RestRequest } from '../../../kernel/rest/request';
import type { ServerlessService } from '../entities';
import type { Owner } from './answers';

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

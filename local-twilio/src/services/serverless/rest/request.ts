import { invalidParameter } from '../../../kernel/errors';
import { param, text } from '../../../kernel/rest/request';
import type { Request } from '../account';
import type { ServerlessService } from '../entities';
import type { Owner } from './answers';

/** The service that the path names. */
export const serviceOf = (request: Request): ServerlessService =>
  request.account.serverless.service(param(request, 'ServiceSid'));
export const owner = (request: Request): Owner => ({
  accountSid: request.account.accountSid,
  serviceSid: serviceOf(request).sid,
});

/** A form field that must be there. */
export function required(request: Request, name: string): string {
  const value = text(request, name);
  if (!value) throw invalidParameter(`${name} is required`);
  return value;
}

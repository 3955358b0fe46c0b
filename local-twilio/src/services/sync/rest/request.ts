import { TwilioError } from '../../../kernel/errors';
import { integer, param, text, type RestAnswer } from '../../../kernel/rest/request';
import type { Request } from '../account';
import type { WriteOptions } from '../commands';
import { revisionText, type Versioned } from '../store';

export const ORDER = ['Order', 'From', 'Bounds'];
export const ITEM_TTL = ['ItemTtl', 'Ttl', 'CollectionTtl'];
export const COLLECTION_TTL = ['CollectionTtl', 'Ttl'];

/** Ttl is the older name of ItemTtl. */
export function options(request: Request): WriteOptions {
  return {
    ttlSeconds: integer(request, 'ItemTtl') ?? integer(request, 'Ttl'),
    collectionTtlSeconds: integer(request, 'CollectionTtl'),
    ifMatch: request.headers['if-match'],
  };
}

/** Ttl is its alias. */
export const collectionTtl = (request: Request) => integer(request, 'CollectionTtl') ?? integer(request, 'Ttl');

export const service = (request: Request) => param(request, 'ServiceSid');
export const data = ({ body }: Request) => body.Data;
export const uniqueName = (request: Request) => text(request, 'UniqueName');

/** https://www.twilio.com/docs/api/errors/54010 */
export function assertChange({ body }: Request): void {
  if (Object.keys(body).length === 0) throw new TwilioError(400, 54010, 'No parameters specified');
}

/** "When using REST this is the ETag header": https://www.twilio.com/docs/api/errors/54103 */
export const revised = (answer: RestAnswer, held: Pick<Versioned, 'revision'>): RestAnswer => ({
  ...answer,
  version: revisionText(held.revision),
});

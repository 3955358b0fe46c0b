import { integer, param, text } from '../../../kernel/rest/request';
import type { Request } from '../account';
import type { WriteOptions } from '../commands';

export const ORDER = ['Order', 'From', 'Bounds'];
export const ITEM_TTL = ['ItemTtl', 'Ttl'];
export const COLLECTION_TTL = ['CollectionTtl', 'Ttl'];

/** Ttl is the older name of ItemTtl. */
export function options(request: Request): WriteOptions {
  return {
    ttlSeconds: integer(request, 'ItemTtl') ?? integer(request, 'Ttl'),
    ifMatch: request.headers['if-match'],
  };
}

/** Ttl is its alias. */
export const collectionTtl = (request: Request) => integer(request, 'CollectionTtl') ?? integer(request, 'Ttl');

export const service = (request: Request) => param(request, 'ServiceSid');
export const data = ({ body }: Request) => body.Data;
export const uniqueName = (request: Request) => text(request, 'UniqueName');

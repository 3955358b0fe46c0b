import { notFound } from '../../core/errors';
import { page } from '../../core/pages';
import { ok, param } from '../../core/rest';
import type { RestHandlers, RestRequest } from '../../core/rest';
import { getMessage } from './messages';
import { conversationOf, wire } from './rest-request';

const messageOf = (request: RestRequest) => getMessage(conversationOf(request), param(request, 'MessageSid'));

export const receipts = {
  List: (request) => {
    const message = messageOf(request);
    const all = message.receipts.map((receipt) => wire(request).receipt(message, receipt));
    return page(request, 'delivery_receipts', all);
  },
  Fetch: (request) => {
    const message = messageOf(request);
    const found = message.receipts.find(({ sid }) => sid === param(request, 'Sid'));
    if (!found) throw notFound(`/Messages/${message.sid}/Receipts/${param(request, 'Sid')}`);
    return ok(wire(request).receipt(message, found));
  },
} satisfies RestHandlers;

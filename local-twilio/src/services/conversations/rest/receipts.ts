import { notFound } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { ok, param } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import { getMessage } from '../rules/messages';
import { conversationOf, wire } from './request';

const messageOf = (request: Request) => getMessage(conversationOf(request), param(request, 'MessageSid'));

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
} satisfies Handlers;

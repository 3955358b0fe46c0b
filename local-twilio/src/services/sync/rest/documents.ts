import { notFound } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, noContent, ok, param } from '../../../kernel/rest/request';
import type { Handlers } from '../account';
import { documentAnswer } from './answers';
import { assertChange, data, options, revised, service, uniqueName } from './request';

/** https://www.twilio.com/docs/sync/api/document-resource */
export const documentsRest: Handlers = {
  ListDocument: (request) =>
    page(
      request,
      'documents',
      [...request.account.sync.service(service(request)).documents.values()].map((document) =>
        documentAnswer(request.account.accountSid, document),
      ),
    ),
  CreateDocument: reading(['UniqueName', 'Data', 'Ttl'], (request) => {
    const { sync, accountSid } = request.account;
    const input = { uniqueName: uniqueName(request), data: data(request), ...options(request) };
    const made = sync.createDocument(service(request), input);
    return revised(created(documentAnswer(accountSid, made)), made);
  }),
  FetchDocument: (request) => {
    const { sync, accountSid } = request.account;
    const found = sync.findDocument(service(request), param(request, 'Sid'));
    if (!found) throw notFound(`/Documents/${param(request, 'Sid')}`);
    return revised(ok(documentAnswer(accountSid, found)), found);
  },
  UpdateDocument: reading(['Data', 'Ttl', 'If-Match'], (request) => {
    assertChange(request);
    const { sync, accountSid } = request.account;
    const changed = sync.updateDocument(service(request), param(request, 'Sid'), data(request), options(request));
    return revised(ok(documentAnswer(accountSid, changed)), changed);
  }),
  DeleteDocument: (request) => {
    request.account.sync.removeDocument(service(request), param(request, 'Sid'), options(request));
    return noContent();
  },
};

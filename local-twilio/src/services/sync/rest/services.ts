import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, flag, noContent, ok, param, text } from '../../../kernel/rest/request';
import type { Handlers } from '../account';
import { serviceAnswer } from './answers';

/** https://www.twilio.com/docs/sync/api/service */
export const servicesRest: Handlers = {
  ListService: (request) =>
    page(
      request,
      'services',
      request.account.sync.services().map((held) => serviceAnswer(request.account.accountSid, held)),
    ),
  CreateService: reading(['FriendlyName', 'AclEnabled'], (request) => {
    const input = { friendlyName: text(request, 'FriendlyName'), aclEnabled: flag(request, 'AclEnabled') };
    return created(serviceAnswer(request.account.accountSid, request.account.sync.createService(input)));
  }),
  UpdateService: reading(['FriendlyName', 'AclEnabled'], (request) => {
    const change = { friendlyName: text(request, 'FriendlyName'), aclEnabled: flag(request, 'AclEnabled') };
    const { sync, accountSid } = request.account;
    return ok(serviceAnswer(accountSid, sync.updateService(param(request, 'Sid'), change)));
  }),
  DeleteService: (request) => {
    request.account.sync.removeService(param(request, 'Sid'));
    return noContent();
  },
  FetchService: (request) =>
    ok(serviceAnswer(request.account.accountSid, request.account.sync.service(param(request, 'Sid')))),
};

import { page } from '../../../kernel/rest/pages';
import { created, flag, noContent, ok, param, text } from '../../../kernel/rest/request';
import type { RestHandlers } from '../../../kernel/rest/request';
import { serviceWire } from './answers';

/** https://www.twilio.com/docs/sync/api/service */
export const servicesRest: RestHandlers = {
  ListService: (request) =>
    page(
      request,
      'services',
      request.world.sync.services().map((held) => serviceWire(request.world.accountSid, held)),
    ),
  CreateService: (request) => {
    const input = { friendlyName: text(request, 'FriendlyName'), aclEnabled: flag(request, 'AclEnabled') };
    return created(serviceWire(request.world.accountSid, request.world.sync.createService(input)));
  },
  UpdateService: (request) => {
    const change = { friendlyName: text(request, 'FriendlyName'), aclEnabled: flag(request, 'AclEnabled') };
    const { sync, accountSid } = request.world;
    return ok(serviceWire(accountSid, sync.updateService(param(request, 'Sid'), change)));
  },
  DeleteService: (request) => {
    request.world.sync.removeService(param(request, 'Sid'));
    return noContent();
  },
  FetchService: (request) =>
    ok(serviceWire(request.world.accountSid, request.world.sync.service(param(request, 'Sid')))),
};

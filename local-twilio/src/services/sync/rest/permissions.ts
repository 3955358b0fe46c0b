import { TwilioError, notFound } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { flag, noContent, ok, param } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import { mapPermissionAnswer } from './answers';

function mapOf(request: Request) {
  const found = request.account.sync.findMap(param(request, 'ServiceSid'), param(request, 'MapSid'));
  if (!found) throw notFound(`/Maps/${param(request, 'MapSid')}`);
  return found;
}

/** https://www.twilio.com/docs/api/errors/54354 */
function permissionOf(request: Request) {
  const found = mapOf(request).permissions.get(param(request, 'Identity'));
  if (!found) throw new TwilioError(404, 54354, 'Permission not found');
  return found;
}

/** https://www.twilio.com/docs/sync/api/sync-map-permission-resource */
export const permissionsRest: Handlers = {
  ListSyncMapPermission: (request) => {
    const map = mapOf(request);
    const { accountSid } = request.account;
    return page(
      request,
      'permissions',
      [...map.permissions.values()].map((permission) => mapPermissionAnswer(accountSid, map, permission)),
    );
  },
  FetchSyncMapPermission: (request) =>
    ok(mapPermissionAnswer(request.account.accountSid, mapOf(request), permissionOf(request))),
  UpdateSyncMapPermission: reading(['Read', 'Write', 'Manage'], (request) => {
    const { sync, accountSid } = request.account;
    const identity = param(request, 'Identity');
    // https://www.twilio.com/docs/api/errors/54351
    if (identity.length > 256) throw new TwilioError(400, 54351, 'Invalid identity');
    const may = (right: string) => flag(request, right) ?? false;
    const permission = { identity, read: may('Read'), write: may('Write'), manage: may('Manage') };
    const map = mapOf(request);
    sync.setMapPermission(map.serviceSid, map.sid, permission);
    return ok(mapPermissionAnswer(accountSid, map, permission));
  }),
  DeleteSyncMapPermission: (request) => {
    const { identity } = permissionOf(request);
    const map = mapOf(request);
    request.account.sync.removeMapPermission(map.serviceSid, map.sid, identity);
    return noContent();
  },
};

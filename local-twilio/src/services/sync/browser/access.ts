import { TwilioError } from '../../../kernel/errors';
import { DEFAULT_SERVICE } from '../entities';
import type { FlexToken } from '../../iam/entities';
import type { SyncAccount } from '../account';
import type { AgentExchange } from '../../../kernel/browser/exchange';
import type { SyncObjectView } from '../../../kernel/browser/sync/objects';

type Right = 'read' | 'write' | 'manage';

/** What a browser wants to do: see it, change what is in it, or remove it. */
export function rightOf({ request, params }: Pick<AgentExchange, 'request' | 'params'>): Right {
  if (request.method === 'GET') return 'read';
  return request.method === 'DELETE' && params['item'] === undefined ? 'manage' : 'write';
}

/** https://www.twilio.com/docs/sync/api/sync-map-permission-resource: without `aclEnabled` everybody may everything. */
export function may(
  account: SyncAccount,
  { viewer, right }: { viewer: FlexToken; right: Right },
  view: SyncObjectView,
): boolean {
  const map = view.kind === 'map' ? account.sync.findMap(DEFAULT_SERVICE, view.sid) : undefined;
  if (!map || !account.sync.service(DEFAULT_SERVICE).aclEnabled) return true;
  return map.permissions.get(viewer.identity)?.[right] ?? false;
}

/** https://www.twilio.com/docs/api/errors/54007 */
export function forbidden(): TwilioError {
  return new TwilioError(403, 54007, 'Access forbidden for identity');
}

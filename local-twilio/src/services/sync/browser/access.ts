import { TwilioError } from '../../../kernel/errors';
import { ids } from '../../../account/seed/contact-centre';
import type { FlexToken } from '../../iam/entities';
import type { World } from '../../../account/world';
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
  world: World,
  { viewer, right }: { viewer: FlexToken; right: Right },
  view: SyncObjectView,
): boolean {
  const map = view.kind === 'map' ? world.sync.findMap(ids.syncService, view.sid) : undefined;
  if (!map || !world.sync.service(ids.syncService).aclEnabled) return true;
  return map.permissions.get(viewer.identity)?.[right] ?? false;
}

/** https://www.twilio.com/docs/api/errors/54007 */
export function forbidden(): TwilioError {
  return new TwilioError(403, 54007, 'Access forbidden for identity');
}

import { SyncClient } from 'twilio-sync';

import type { SyncClientPort } from './parked-interactions-map';
import type { Session } from './session';

/**
 * The page's one Sync client, on Flex's default Sync service: that is the one a Flex token may use.
 * Source: twilio.com/docs/flex/developer/ui/manager, twilio.com/docs/sync
 */
export function createSyncClient(session: Session): SyncClientPort {
  const client = new SyncClient(session.token());
  session.onTokenRenewed((token) => void client.updateToken(token));
  return client;
}

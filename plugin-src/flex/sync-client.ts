import { SyncClient } from 'twilio-sync';

import { logError } from './log';
import type { SyncClientPort } from './parked-interactions-map';
import type { Session } from './session';

/**
 * The page's one Sync client, on Flex's default Sync service: that is the one a Flex token may use.
 * Source: twilio.com/docs/flex/developer/ui/manager, twilio.com/docs/sync
 */
export function createSyncClient(session: Session): SyncClientPort {
  const client = new SyncClient(session.token());
  followSession(client, session);
  return client;
}

/** Has the client live as long as the session, with its token of the moment. */
export function followSession(
  client: { updateToken(token: string): Promise<unknown>; shutdown(): Promise<unknown> },
  session: Pick<Session, 'onTokenRenewed' | 'onSessionEnded'>,
): void {
  session.onTokenRenewed((token) => {
    client.updateToken(token).catch((cause: unknown) => logError('Sync did not take the renewed token', cause));
  });
  session.onSessionEnded(() => {
    client.shutdown().catch((cause: unknown) => logError('the Sync client could not be shut down', cause));
  });
}

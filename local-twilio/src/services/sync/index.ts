import { defineService, restProduct, type BrowserSide, type Building } from '../../kernel/service';
import type { SyncAccount } from './account';
import { ownSyncChanges } from './browser/changes';
import { syncRoutes } from './browser/routes';
import { worldSyncSource } from './browser/source';
import type { Sync } from './commands';
import type { SyncEvent } from './events';
import { syncRest } from './rest/operations';
import { enforceSyncRates } from './rest/rates';
import { createSync } from './rules/create';
import { syncState, type SyncState } from './state';

export const sync = defineService({
  name: 'sync',
  state: { name: 'sync', shape: syncState },
  create: ({ context, state }: Building<SyncEvent, object, SyncState>): Sync => createSync(context, state),
  stateOf: (own) => own.state(),
  rest: [
    restProduct({
      host: 'sync.twilio.com',
      spec: 'sync_v1',
      operations: syncRest,
      declares: true,
      enforceRates: enforceSyncRates,
    }),
  ],
  browser: ({ account, source }: BrowserSide<SyncAccount>) => ({
    routes: syncRoutes({ account, source }),
    source: worldSyncSource(account),
    changes: ownSyncChanges,
  }),
});

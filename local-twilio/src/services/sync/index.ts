import { defineService, restProduct, type BrowserSide } from '../../kernel/service';
import type { SyncAccount } from './account';
import { ownSyncChanges } from './browser/changes';
import { syncRoutes } from './browser/routes';
import { worldSyncSource } from './browser/source';
import { syncRest } from './rest/operations';
import { enforceSyncRates } from './rest/rates';
import { createSync } from './rules/create';
import { syncState } from './state';

export const sync = defineService({
  name: 'sync',
  state: { name: 'sync', shape: syncState },
  create: createSync,
  stateOf: (own) => own.state(),
  rest: [
    restProduct({
      host: 'sync.twilio.com',
      spec: 'sync_v1',
      // https://www.twilio.com/docs/api/errors/54008
      notJson: 54008,
      operations: syncRest,
      enforceRates: enforceSyncRates,
    }),
  ],
  browser: ({ account, source }: BrowserSide<SyncAccount>) => ({
    routes: syncRoutes({ account, source }),
    source: worldSyncSource(account),
    changes: ownSyncChanges,
  }),
});

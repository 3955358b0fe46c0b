import type { Twilio } from 'twilio';

import type { AlertsTold } from '../parking/ports';
import type { Calls } from './calls';
import { isRefused, ITEM_EXISTS, NAME_TAKEN, orUndefined, unless } from './failure';

const MAP_NAME = 'AlertsTold';
/** What still needs attention after so long is worth another word. */
const KEPT_SECONDS = 7 * 24 * 60 * 60;

/** One Sync map in the records' own service, an item per alert (twilio.com/docs/sync/api/map-item-resource). */
export function createAlertsTold(client: Twilio, calls: Calls, serviceSid: string): AlertsTold {
  const maps = client.sync.v1.services(serviceSid).syncMaps;
  const write = (key: string) => {
    const item = { key, data: {}, itemTtl: KEPT_SECONDS };
    return unless(
      ITEM_EXISTS,
      calls.write(() => maps(MAP_NAME).syncMapItems.create(item)),
    );
  };
  return {
    async note(alert) {
      const key = keyOf(alert);
      try {
        return (await write(key)) !== undefined;
      } catch (error) {
        // The account's first: there is no map yet.
        if (!isRefused(error, { status: 404 })) throw error;
        await unless(
          NAME_TAKEN,
          calls.write(() => maps.create({ uniqueName: MAP_NAME })),
        );
        return (await write(key)) !== undefined;
      }
    },
    async forget(alert) {
      await orUndefined(calls.write(() => maps(MAP_NAME).syncMapItems(keyOf(alert)).remove()));
    },
  };
}

const keyOf = ({ parkId, kind }: Parameters<AlertsTold['note']>[0]) => `${parkId}_${kind}`;

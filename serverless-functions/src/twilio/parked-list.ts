import type { Twilio } from 'twilio';
import type { SyncMapListInstance } from 'twilio/lib/rest/sync/v1/service/syncMap';

import { listItem, parkedInteractionsMapName, type ListItem } from '../contract/list-item';
import { syncMapSid } from '../contract/sids';
import type { ListItemKey, ListItemRef, ParkedList } from '../parking/ports';
import type { Calls } from './calls';
import { isRefused, orUndefined } from './failure';

/** Sync: the map has an item of this key (twilio.com/docs/api/errors/54208). */
const ITEM_EXISTS = { twilioCode: 54208 };
const NAME_TAKEN = { twilioCode: 54301 };
const CHANGED = { status: 412 };
const MAP_PREFIX = parkedInteractionsMapName('WK');

/** Rows of the Parked Interactions list: Sync map items in Flex's default service, a map per agent. */
export function createParkedList(client: Twilio, calls: Calls, serviceSid: string): Omit<ParkedList, 'letAgentRead'> {
  const maps = client.sync.v1.services(serviceSid).syncMaps;
  const itemsOf = ({ workerSid }: Pick<ListItem, 'workerSid'>) =>
    maps(parkedInteractionsMapName(workerSid)).syncMapItems;

  async function write(item: ListItem, ttlSeconds: number): Promise<ListItemRef> {
    const row = { data: item, itemTtl: ttlSeconds };
    const create = () => calls.write(() => itemsOf(item).create({ key: item.conversationSid, ...row }));
    try {
      return refOf(item, await create());
    } catch (error) {
      if (!isRefused(error, ITEM_EXISTS)) throw error;
    }
    const updated = await orUndefined(calls.write(() => itemsOf(item)(item.conversationSid).update(row)));
    // Undefined: whoever had it there took it away in between.
    return refOf(item, updated ?? (await create()));
  }

  async function createMap({ workerSid }: ListItem): Promise<void> {
    try {
      await calls.write(() => maps.create({ uniqueName: parkedInteractionsMapName(workerSid) }));
    } catch (error) {
      if (!isRefused(error, NAME_TAKEN)) throw error;
    }
  }

  async function fetch(key: ListItemKey) {
    const item = await orUndefined(calls.read(() => itemsOf(key)(key.conversationSid).fetch()));
    const parsed = listItem.safeParse(item?.data);
    return item && parsed.success && parsed.data.parkId === key.parkId ? item : undefined;
  }

  /** False when the row has another revision by now. */
  async function removeRevision(key: ListItemKey, ifMatch: string): Promise<boolean> {
    try {
      await orUndefined(calls.write(() => itemsOf(key)(key.conversationSid).remove({ ifMatch })));
      return true;
    } catch (error) {
      if (isRefused(error, CHANGED)) return false;
      throw error;
    }
  }

  return {
    async put(item, ttlSeconds) {
      try {
        return await write(item, ttlSeconds);
      } catch (error) {
        // The agent's first park: his map does not exist yet.
        if (!isRefused(error, { status: 404 })) throw error;
        await createMap(item);
        return write(item, ttlSeconds);
      }
    },
    async find(key) {
      const item = await fetch(key);
      return item && refOf(key, item);
    },
    async remove(key, revision) {
      if (revision !== undefined && (await removeRevision(key, revision))) return;
      // Written anew since: by a later park, or for ours.
      const current = await fetch(key);
      if (current) await removeRevision(key, current.revision);
    },
    all: () => allRows(maps, calls),
  };
}

async function* allRows(maps: SyncMapListInstance, calls: Calls): AsyncIterable<ListItem> {
  const found = await calls.read(() => maps.list({ pageSize: 100 }));
  for (const { sid } of found.filter(({ uniqueName }) => uniqueName?.startsWith(MAP_PREFIX))) {
    const items = await calls.read(() => maps(sid).syncMapItems.list({ pageSize: 100 }));
    for (const { data } of items) {
      const parsed = listItem.safeParse(data);
      if (parsed.success) yield parsed.data;
    }
  }
}

function refOf(
  item: Pick<ListItem, 'conversationSid'>,
  { mapSid, revision }: { mapSid: string; revision: string },
): ListItemRef {
  return { mapSid: syncMapSid.parse(mapSid), mapItemKey: item.conversationSid, revision };
}

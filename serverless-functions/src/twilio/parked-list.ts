import type { Twilio } from 'twilio';
import type { SyncMapListInstance } from 'twilio/lib/rest/sync/v1/service/syncMap';

import { listItem, parkedInteractionsMapName, type ListItem } from '../contract/list-item';
import { syncMapSid } from '../contract/sids';
import type { ListItemKey, ListItemRef, ParkedList } from '../parking/ports';
import type { Calls } from './calls';
import { CHANGED, ITEM_EXISTS, NAME_TAKEN, orUndefined, unless } from './failure';

/** Agents whose maps are there for certain; remembered between invocations. */
export type KnownMaps = Set<string>;

/** Rows of the Parked Interactions list: Sync map items in Flex's default service, a map per agent. */
export function createParkedList(
  client: Twilio,
  calls: Calls,
  { serviceSid, knownMaps }: { serviceSid: string; knownMaps: KnownMaps },
): Omit<ParkedList, 'letAgentRead'> {
  const maps = client.sync.v1.services(serviceSid).syncMaps;
  const { itemsOf, fetch, fetchOwn, removeRevision } = createRows(maps, calls);

  async function write(item: ListItem, ttlSeconds: number): Promise<ListItemRef> {
    const row = { data: item, itemTtl: ttlSeconds };
    const create = () => calls.write(() => itemsOf(item).create({ key: item.conversationSid, ...row }));
    const created = await unless(ITEM_EXISTS, create());
    if (created) return refOf(item, created);
    const updated = await orUndefined(calls.write(() => itemsOf(item)(item.conversationSid).update(row)));
    // Undefined: whoever had it there took it away in between.
    return refOf(item, updated ?? (await create()));
  }

  return {
    // Not found: the agent has never parked nor opened the list.
    async put(item, ttlSeconds) {
      const row = await orUndefined(write(item, ttlSeconds));
      if (row) knownMaps.add(item.workerSid);
      else knownMaps.delete(item.workerSid);
      return row;
    },
    async createMap(workerSid) {
      if (knownMaps.has(workerSid)) return undefined;
      const create = calls.write(() => maps.create({ uniqueName: parkedInteractionsMapName(workerSid) }));
      const created = await unless(NAME_TAKEN, create);
      knownMaps.add(workerSid);
      return created && syncMapSid.parse(created.sid);
    },
    async peek(key) {
      return listItem.safeParse((await fetch(key))?.data).data;
    },
    async markProblem(key, problem) {
      const found = await fetchOwn(key);
      if (!found || found.item.problem === problem) return;
      const data = { ...found.item, problem };
      const change = { data, ifMatch: found.revision };
      // Whoever changed it meanwhile knows better.
      await unless(
        CHANGED,
        calls.write(() => itemsOf(key)(key.conversationSid).update(change)),
      );
    },
    async find(key) {
      const found = await fetchOwn(key);
      return found && refOf(key, found);
    },
    async remove(key, revision) {
      if (revision !== undefined && (await removeRevision(key, revision))) return;
      // Written anew since: by a later park, or for ours.
      const current = await fetchOwn(key);
      if (current) await removeRevision(key, current.revision);
    },
  };
}

/** Single rows of any agent's map. */
function createRows(maps: SyncMapListInstance, calls: Calls) {
  const itemsOf = ({ workerSid }: Pick<ListItem, 'workerSid'>) =>
    maps(parkedInteractionsMapName(workerSid)).syncMapItems;

  const fetch = ({ workerSid, conversationSid }: Omit<ListItemKey, 'parkId'>) =>
    orUndefined(calls.read(() => itemsOf({ workerSid })(conversationSid).fetch()));

  /** The row if it bears this park id. */
  async function fetchOwn(key: ListItemKey) {
    const held = await fetch(key);
    const item = listItem.safeParse(held?.data).data;
    return held && item?.parkId === key.parkId ? { item, mapSid: held.mapSid, revision: held.revision } : undefined;
  }

  /** False when the row has another revision by now. */
  async function removeRevision(key: ListItemKey, ifMatch: string): Promise<boolean> {
    const remove = orUndefined(calls.write(() => itemsOf(key)(key.conversationSid).remove({ ifMatch })));
    return (
      (await unless(
        CHANGED,
        remove.then(() => true),
      )) ?? false
    );
  }

  return { itemsOf, fetch, fetchOwn, removeRevision };
}

function refOf(
  item: Pick<ListItem, 'conversationSid'>,
  { mapSid, revision }: { mapSid: string; revision: string },
): ListItemRef {
  return { mapSid: syncMapSid.parse(mapSid), mapItemKey: item.conversationSid, revision };
}

import type { Twilio } from 'twilio';

import { listItem, parkedInteractionsMapName, type ListItem } from '../contract/list-item';
import { syncMapSid } from '../contract/sids';
import type { ListItemKey, ListItemRef, ParkedList } from '../parking/ports';
import type { Calls } from './calls';
import { CHANGED, ITEM_EXISTS, NAME_TAKEN, orUndefined, unless } from './failure';

/** Rows of the Parked Interactions list: Sync map items in Flex's default service, a map per agent. */
export function createParkedList(client: Twilio, calls: Calls, serviceSid: string): Omit<ParkedList, 'letAgentRead'> {
  const maps = client.sync.v1.services(serviceSid).syncMaps;
  const itemsOf = ({ workerSid }: Pick<ListItem, 'workerSid'>) =>
    maps(parkedInteractionsMapName(workerSid)).syncMapItems;

  async function write(item: ListItem, ttlSeconds: number): Promise<ListItemRef> {
    const row = { data: item, itemTtl: ttlSeconds };
    const create = () => calls.write(() => itemsOf(item).create({ key: item.conversationSid, ...row }));
    const created = await unless(ITEM_EXISTS, create());
    if (created) return refOf(item, created);
    const updated = await orUndefined(calls.write(() => itemsOf(item)(item.conversationSid).update(row)));
    // Undefined: whoever had it there took it away in between.
    return refOf(item, updated ?? (await create()));
  }

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

  return {
    // Not found: the agent has never parked nor opened the list.
    put: (item, ttlSeconds) => orUndefined(write(item, ttlSeconds)),
    async createMap(workerSid) {
      const create = calls.write(() => maps.create({ uniqueName: parkedInteractionsMapName(workerSid) }));
      const created = await unless(NAME_TAKEN, create);
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

function refOf(
  item: Pick<ListItem, 'conversationSid'>,
  { mapSid, revision }: { mapSid: string; revision: string },
): ListItemRef {
  return { mapSid: syncMapSid.parse(mapSid), mapItemKey: item.conversationSid, revision };
}

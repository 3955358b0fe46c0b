import type { Twilio } from 'twilio';

import { parkedInteractionsMapName } from '../contract/list-item';
import type { ParkedList } from '../parking/ports';
import type { Calls } from './calls';

/** Identities that may read a map for certain, by the map's name; remembered between invocations. */
export type ListReaders = Map<string, string>;

/** Permissions count only where the Sync service asks for them (twilio.com/docs/sync/api/sync-map-permission-resource). */
export function createListReaders(
  client: Twilio,
  calls: Calls,
  { serviceSid, readers }: { serviceSid: string; readers: ListReaders },
): Pick<ParkedList, 'letAgentRead'> {
  const maps = client.sync.v1.services(serviceSid).syncMaps;
  return {
    async letAgentRead({ workerSid, identity }) {
      const map = parkedInteractionsMapName(workerSid);
      if (readers.get(map) === identity) return;
      const reading = { read: true, write: false, manage: false };
      await calls.write(() => maps(map).syncMapPermissions(identity).update(reading));
      readers.set(map, identity);
    },
  };
}

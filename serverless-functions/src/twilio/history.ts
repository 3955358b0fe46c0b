import type { Twilio } from 'twilio';

import { historyEntry, type HistoryEntry } from '../contract/history';
import type { ParkingHistory } from '../parking/ports';
import type { Calls } from './calls';
import { isRefused, ITEM_EXISTS, NAME_TAKEN, orUndefined, unless } from './failure';
import { pageQueryOf, pagingOf } from './paging';

const MAP_NAME = 'ParkingHistory';
/** The most that Sync gives (twilio.com/docs/sync/api/map-item-resource). */
const PAGE_SIZE = 100;
/** Digits of a time in milliseconds, so that keys sort as times do. */
const TIME_DIGITS = 16;
const DAY_SECONDS = 24 * 60 * 60;

/**
 * One Sync map in the records' own service, an item per park that is over. A map and not a list, because the key makes
 * writing it twice harmless and Sync lists items in the order of their keys (twilio.com/docs/sync/api/map-item-resource).
 */
export function createHistory(client: Twilio, calls: Calls, serviceSid: string): ParkingHistory {
  const maps = client.sync.v1.services(serviceSid).syncMaps;
  const { syncMapItems } = maps(MAP_NAME);
  const itemsUrl = `https://sync.twilio.com/v1/Services/${serviceSid}/Maps/${MAP_NAME}/Items`;

  async function write(entry: HistoryEntry, itemTtl: number): Promise<void> {
    await unless(
      ITEM_EXISTS,
      calls.write(() => syncMapItems.create({ key: keyOf(entry), data: entry, itemTtl })),
    );
  }

  return {
    async add(entry, keptForDays) {
      const itemTtl = keptForDays * DAY_SECONDS;
      try {
        await write(entry, itemTtl);
      } catch (error) {
        // The account's first: there is no map yet.
        if (!isRefused(error, { status: 404 })) throw error;
        await unless(
          NAME_TAKEN,
          calls.write(() => maps.create({ uniqueName: MAP_NAME })),
        );
        await write(entry, itemTtl);
      }
    },
    async page(cursor) {
      const paging = pagingOf(cursor ?? '');
      const read = () =>
        paging === ''
          ? syncMapItems.page({ order: 'desc', pageSize: PAGE_SIZE })
          : syncMapItems.getPage(`${itemsUrl}?${paging}`);
      const page = await orUndefined(calls.read(read));
      const entries = (page?.instances ?? []).flatMap(({ data }) => historyEntry.safeParse(data).data ?? []);
      return { entries, nextCursor: pageQueryOf(page?.nextPageUrl) };
    },
  };
}

function keyOf({ parkedAt, parkId }: HistoryEntry): string {
  return `${String(Date.parse(parkedAt)).padStart(TIME_DIGITS, '0')}_${parkId}`;
}

import type { Twilio } from 'twilio';
import { z } from 'zod';

import { conversationSid } from '../contract/sids';
import type { DueTime, DueTimes } from '../parking/ports';
import type { Calls } from './calls';
import { isRefused, ITEM_EXISTS, NAME_TAKEN, orUndefined, unless } from './failure';

const MAP_NAME = 'ParkedUntil';
const PAGE_SIZE = 50;
/** Digits of a time in milliseconds, so that keys sort as times do. */
const TIME_DIGITS = 16;
/** An entry that nobody took away goes by itself so long after its time. */
const KEPT_AFTER_SECONDS = 7 * 24 * 60 * 60;

const entryData = z.object({ atMs: z.number(), parkId: z.string(), conversationSid });

/**
 * One Sync map in the records' own service, an item per due time. Sync lists items in the order of their keys
 * (twilio.com/docs/sync/api/map-item-resource, `Order`), so the first page holds the earliest.
 */
export function createDueTimes(
  client: Twilio,
  calls: Calls,
  { serviceSid, nowMs }: { serviceSid: string; nowMs: () => number },
): DueTimes {
  const maps = client.sync.v1.services(serviceSid).syncMaps;
  const { syncMapItems } = maps(MAP_NAME);

  async function write(time: DueTime): Promise<void> {
    const leftSeconds = Math.max(0, Math.ceil((time.atMs - nowMs()) / 1000));
    const item = { key: keyOf(time), data: { ...time }, itemTtl: leftSeconds + KEPT_AFTER_SECONDS };
    await unless(
      ITEM_EXISTS,
      calls.write(() => syncMapItems.create(item)),
    );
  }

  return {
    async put(time) {
      try {
        await write(time);
      } catch (error) {
        // The account's first: there is no map yet.
        if (!isRefused(error, { status: 404 })) throw error;
        await unless(
          NAME_TAKEN,
          calls.write(() => maps.create({ uniqueName: MAP_NAME })),
        );
        await write(time);
      }
    },
    async remove(time) {
      await orUndefined(calls.write(() => syncMapItems(keyOf(time)).remove()));
    },
    async first() {
      const list = () => syncMapItems.list({ order: 'asc', limit: PAGE_SIZE, pageSize: PAGE_SIZE });
      const items = (await orUndefined(calls.read(list))) ?? [];
      return items.flatMap(({ data }) => entryData.safeParse(data).data ?? []);
    },
  };
}

function keyOf({ atMs, parkId }: Omit<DueTime, 'conversationSid'>): string {
  return `${String(Math.floor(atMs)).padStart(TIME_DIGITS, '0')}_${parkId}`;
}

import type { Twilio } from 'twilio';
import { z } from 'zod';

import { conversationSid } from '../contract/sids';
import type { ParkedSlots, Slot } from '../parking/ports';
import type { Calls } from './calls';
import { isRefused, ITEM_EXISTS, NAME_TAKEN, orUndefined, unless } from './failure';

/** More than anybody may have parked, so that one page is all. */
const PAGE_SIZE = 100;

const slotData = z.object({ conversationSid });

/** Sync map items in the records' own service, a map per agent (twilio.com/docs/sync/api/map-item-resource). */
export function createParkedSlots(client: Twilio, calls: Calls, serviceSid: string): ParkedSlots {
  const maps = client.sync.v1.services(serviceSid).syncMaps;
  const nameOf = (workerSid: string) => `ParkedBy_${workerSid}`;
  const itemsOf = (workerSid: string) => maps(nameOf(workerSid)).syncMapItems;

  async function write({ workerSid, parkId, conversationSid: conversation }: Slot): Promise<void> {
    const item = { key: parkId, data: { conversationSid: conversation } };
    await unless(
      ITEM_EXISTS,
      calls.write(() => itemsOf(workerSid).create(item)),
    );
  }

  return {
    async take(slot) {
      try {
        await write(slot);
      } catch (error) {
        // The agent's first: their map does not exist yet.
        if (!isRefused(error, { status: 404 })) throw error;
        const uniqueName = nameOf(slot.workerSid);
        await unless(
          NAME_TAKEN,
          calls.write(() => maps.create({ uniqueName })),
        );
        await write(slot);
      }
    },
    async free({ workerSid, parkId }) {
      await orUndefined(calls.write(() => itemsOf(workerSid)(parkId).remove()));
    },
    async of(workerSid) {
      const list = () => itemsOf(workerSid).list({ limit: PAGE_SIZE, pageSize: PAGE_SIZE });
      const found = (await orUndefined(calls.read(list))) ?? [];
      return found.flatMap(({ key, data }) => {
        const parsed = slotData.safeParse(data);
        return parsed.success ? [{ workerSid, parkId: key, ...parsed.data }] : [];
      });
    },
  };
}

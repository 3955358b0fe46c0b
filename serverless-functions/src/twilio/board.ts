import type { Twilio } from 'twilio';

import { BOARD_ITEM, BOARD_MAP } from '../contract/board';
import type { Board } from '../parking/ports';
import type { Calls } from './calls';
import { isRefused } from './failure';

/** Identities that are told for certain; remembered between invocations. */
export type BoardWatchers = Set<string>;

const NAME_TAKEN = { twilioCode: 54301 };
const ITEM_EXISTS = { twilioCode: 54208 };

interface Options {
  /** Flex's default Sync service: the one that browsers may use. */
  serviceSid: string;
  watchers: BoardWatchers;
  nowMs: () => number;
}

/**
 * Tells supervisors' desktops by changing a Sync map item. Sync takes 20 writes a second on a map and refuses the rest;
 * boards look again now and then by themselves. Source: twilio.com/docs/sync/limits
 */
export function createBoard(client: Twilio, calls: Calls, { nowMs, serviceSid, watchers }: Options): Board {
  const maps = client.sync.v1.services(serviceSid).syncMaps;
  const items = maps(BOARD_MAP).syncMapItems;

  async function createMap(): Promise<void> {
    await unless(NAME_TAKEN, () => calls.write(() => maps.create({ uniqueName: BOARD_MAP })));
    await unless(ITEM_EXISTS, () => calls.write(() => items.create({ key: BOARD_ITEM, data: { atMs: nowMs() } })));
  }
  const permit = (identity: string) =>
    calls.write(() => maps(BOARD_MAP).syncMapPermissions(identity).update({ read: true, write: false, manage: false }));

  return {
    // Without a map there is no board to tell.
    changed: () => calls.tell(() => items(BOARD_ITEM).update({ data: { atMs: nowMs() } })),
    async letWatch(identity) {
      if (watchers.has(identity)) return;
      try {
        await permit(identity);
      } catch (error) {
        if (!isRefused(error, { status: 404 })) throw error;
        await createMap();
        await permit(identity);
      }
      watchers.add(identity);
    },
  };
}

async function unless(refusal: { twilioCode: number }, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!isRefused(error, refusal)) throw error;
  }
}

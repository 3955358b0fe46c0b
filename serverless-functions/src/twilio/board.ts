import type { Twilio } from 'twilio';

import { BOARD_ITEM, BOARD_MAP } from '../contract/board';
import type { Board } from '../parking/ports';
import type { Calls } from './calls';
import { failureOf, isRefused, ITEM_EXISTS, NAME_TAKEN, unless } from './failure';

/** What a container remembers of the supervisors' boards. */
export interface BoardWatchers {
  /** Identities that are told for certain. */
  identities: Set<string>;
  /** Until then nobody is believed to have a board open. */
  nobodyUntilMs: number;
}

export const noWatchers = (): BoardWatchers => ({ identities: new Set(), nobodyUntilMs: 0 });

/** How long no board is told after there was none. Boards look by themselves every half minute. */
const NOBODY_FOR_MS = 60_000;

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
    await unless(
      NAME_TAKEN,
      calls.write(() => maps.create({ uniqueName: BOARD_MAP })),
    );
    await unless(
      ITEM_EXISTS,
      calls.write(() => items.create({ key: BOARD_ITEM, data: { atMs: nowMs() } })),
    );
  }
  const permit = (identity: string) =>
    calls.write(() => maps(BOARD_MAP).syncMapPermissions(identity).update({ read: true, write: false, manage: false }));

  return {
    async changed() {
      if (nowMs() < watchers.nobodyUntilMs) return;
      try {
        await calls.bestEffort(() => items(BOARD_ITEM).update({ data: { atMs: nowMs() } }));
      } catch (error) {
        // Without a map there is no board to tell, and one that is opened soon looks by itself.
        if (isRefused(failureOf(error), { status: 404 })) watchers.nobodyUntilMs = nowMs() + NOBODY_FOR_MS;
      }
    },
    async letWatch(identity) {
      watchers.nobodyUntilMs = 0;
      if (watchers.identities.has(identity)) return;
      try {
        await permit(identity);
      } catch (error) {
        if (!isRefused(error, { status: 404 })) throw error;
        await createMap();
        await permit(identity);
      }
      watchers.identities.add(identity);
    },
  };
}

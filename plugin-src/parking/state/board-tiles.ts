import type { AnyItem } from './arrange-rows';
import { isPastDue, needsAttention, overdueMs } from './parking-selectors';
import { replyWindow } from './reply-window';
import { momentOf, wallTimeAt } from './zoned-time';

/** What a supervisor asks a floor first, in the order in which it is shown. */
export const BOARD_TILES = ['parked', 'today', 'overdue', 'window', 'unaccepted', 'attention'] as const;
export type BoardTile = (typeof BOARD_TILES)[number];

export interface TileMoment {
  nowMs: number;
  dayEndsAtMs: number;
}

/** `timeZone` is the one in which the day ends; `undefined` is the zone of this computer. */
export function tileMoment(nowMs: number, timeZone: string | undefined): TileMoment {
  const today = wallTimeAt(nowMs, timeZone);
  return { nowMs, dayEndsAtMs: momentOf({ ...today, day: today.day + 1, hour: 0, minute: 0 }, timeZone) };
}

type Predicate = (item: AnyItem, at: TileMoment) => boolean;

const PREDICATES = {
  parked: ({ state }) => state !== 'returning',
  today: (item, at) => item.state !== 'returning' && isDueToday(item, at),
  overdue: (item, { nowMs }) => item.state !== 'returning' && isPastDue(item, nowMs),
  window: (item, { nowMs }) =>
    // An unread reply has opened the window anew, and nobody here knows until when.
    item.state !== 'returning' && item.replies !== 'unread' && replyWindow(item, nowMs).kind === 'closing',
  unaccepted: (item, { nowMs }) => overdueMs(item, nowMs) !== undefined,
  attention: (item, { nowMs }) => needsAttention(item, nowMs),
} as const satisfies Record<BoardTile, Predicate>;

export function isBehindTile(item: AnyItem, tile: BoardTile, at: TileMoment): boolean {
  return PREDICATES[tile](item, at);
}

/** `unreadable` conversations have no row, but they need attention. */
export function tileCounts(items: readonly AnyItem[], at: TileMoment, unreadable: number): Record<BoardTile, number> {
  const count = (tile: BoardTile) => items.filter((item) => isBehindTile(item, tile, at)).length;
  return {
    parked: count('parked'),
    today: count('today'),
    overdue: count('overdue'),
    window: count('window'),
    unaccepted: count('unaccepted'),
    attention: count('attention') + unreadable,
  };
}

/** Still to come, or due this very moment: what is overdue has a tile of its own. */
function isDueToday(item: AnyItem, { dayEndsAtMs, nowMs }: TileMoment): boolean {
  return item.backAt !== undefined && Date.parse(item.backAt) < dayEndsAtMs && !isPastDue(item, nowMs);
}

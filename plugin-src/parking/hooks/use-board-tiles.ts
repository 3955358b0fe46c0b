import { useParkingServices } from '../parking-services';
import { BOARD_TILES, tileCounts, tileMoment, type BoardTile } from '../state/board-tiles';
import type { StringKey } from '../strings/parking-strings';
import { useListControls } from './use-list-controls';
import { useListSource } from './use-list-source';

/** One number of the board, and the filter behind it. */
export interface Tile {
  tile: BoardTile;
  label: string;
  count: number;
  warns: boolean;
  isPressed: boolean;
  /** Shows only these, or everything again. */
  press(): void;
}

const LABELS = {
  parked: 'ParkInteractionTile_parked',
  today: 'ParkInteractionTile_today',
  overdue: 'ParkInteractionTile_overdue',
  window: 'ParkInteractionTile_window',
  unaccepted: 'ParkInteractionTile_unaccepted',
  attention: 'ParkInteractionNeedsAttention',
} as const satisfies Record<BoardTile, StringKey>;

const WARNING: readonly BoardTile[] = ['overdue', 'attention'];

/** All that is there, whatever the filters are: the floor at a glance. */
export function useBoardTiles(): Tile[] {
  const { now, options, text } = useParkingServices();
  const { change, view } = useListControls();
  const source = useListSource();
  if (source.status !== 'ready') return [];
  const at = tileMoment(now().getTime(), options.timeZone ?? undefined);
  const counts = tileCounts(source.items, at, source.unreadable.length);
  return BOARD_TILES.map((tile) => {
    const isPressed = view.tile === tile;
    return {
      tile,
      label: text(LABELS[tile]),
      count: counts[tile],
      warns: counts[tile] > 0 && WARNING.includes(tile),
      isPressed,
      press: () => change({ tile: isPressed ? '' : tile }),
    };
  });
}

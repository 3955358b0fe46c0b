import type { HistoryEntry } from '../contract/history';

export interface HistoryPage {
  /** The one that was parked last comes first. */
  entries: HistoryEntry[];
  /** Undefined on the last page. */
  nextCursor: string | undefined;
}

/** The parks that are over. */
export interface ParkingHistory {
  /** "Is there already" is done: the first one who writes it has seen the end. */
  add(entry: HistoryEntry, keptForDays: number): Promise<void>;
  page(cursor: string | undefined): Promise<HistoryPage>;
}

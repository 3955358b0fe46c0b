import type { ListItem } from '../../../serverless-functions/src/contract/list-item';
import { INITIAL_PARKING_STATE, PARKING_NAMESPACE, type ListState, type ParkingState } from './parking-state';

/** Flex's store with our reducer in it. */
export interface StateWithParking {
  readonly flex?: unknown;
  readonly [PARKING_NAMESPACE]?: ParkingState;
}

/** One row as the view shows it. */
export interface ListRow {
  readonly item: ListItem;
  readonly unparking: boolean;
}

export function selectParking(state: StateWithParking): ParkingState {
  return state[PARKING_NAMESPACE] ?? INITIAL_PARKING_STATE;
}

export function isParking(parking: ParkingState, taskSid: string): boolean {
  return taskSid in parking.parks;
}

export function isUnparking(parking: ParkingState, conversationSid: string): boolean {
  return conversationSid in parking.unparks;
}

export function knownItems(list: ListState): ListItem[] {
  switch (list.status) {
    case 'ready':
    case 'reconnecting':
      return Object.values(list.items);
    case 'loading':
    case 'error':
      return [];
  }
}

/** Newest first; the same moment by conversation SID, so that rows never swap places. */
export function rowsNewestFirst(parking: ParkingState): ListRow[] {
  return knownItems(parking.list)
    .sort((a, b) => b.parkedAt.localeCompare(a.parkedAt) || a.conversationSid.localeCompare(b.conversationSid))
    .map((item) => ({ item, unparking: isUnparking(parking, item.conversationSid) }));
}

export function parkedCount(parking: ParkingState): number {
  return knownItems(parking.list).length;
}

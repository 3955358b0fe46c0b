import type { EveryonesItem } from '../../../serverless-functions/src/contract/everyone';
import type { ListItem } from '../../../serverless-functions/src/contract/list-item';
import { INITIAL_PARKING_STATE, PARKING_NAMESPACE, type ListState, type ParkingState } from './parking-state';

/** Flex's store with our reducer in it. */
export interface StateWithParking {
  readonly flex?: unknown;
  readonly [PARKING_NAMESPACE]?: ParkingState;
}

export function selectParking(state: StateWithParking): ParkingState {
  return state[PARKING_NAMESPACE] ?? INITIAL_PARKING_STATE;
}

export function isParking(parking: ParkingState, taskSid: string): boolean {
  return taskSid in parking.parks;
}

/** The Function has not answered yet. */
export function isParkAsked(parking: ParkingState, taskSid: string): boolean {
  return new Map(Object.entries(parking.parks)).get(taskSid) === 'asked';
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

/** What waits for somebody; what is on its way back is not parked any more. */
export function everyonesParked(parking: ParkingState): EveryonesItem[] {
  const { everyone } = parking;
  return everyone.status === 'ready' ? everyone.items.filter((item) => item.state !== 'returning') : [];
}

/** The row of a conversation, mine or anybody's. */
export function itemOf(parking: ParkingState, conversationSid: string): ListItem | undefined {
  return [...knownItems(parking.list), ...everyonesParked(parking)].find(
    (item) => item.conversationSid === conversationSid,
  );
}

export function parkedCount(parking: ParkingState): number {
  return knownItems(parking.list).length;
}

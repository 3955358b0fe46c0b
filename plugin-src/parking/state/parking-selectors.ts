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

/** What comes back is with an agent within moments; later than this, somebody should look after it. */
const RETURNS_WITHIN_MS = 10 * 60_000;

/** How long a conversation has been back without an agent, if that is too long. */
export function overdueMs(
  item: Partial<Pick<EveryonesItem, 'state' | 'returningSince'>>,
  nowMs: number,
): number | undefined {
  if (item.state !== 'returning' || item.returningSince === undefined) return undefined;
  const backMs = nowMs - Date.parse(item.returningSince);
  return backMs > RETURNS_WITHIN_MS ? backMs : undefined;
}

/** What waits for somebody: what is parked, and what is back and has found nobody. */
export function everyonesWaiting({ everyone }: ParkingState, nowMs: number): EveryonesItem[] {
  if (everyone.status !== 'ready') return [];
  return everyone.items.filter((item) => item.state !== 'returning' || overdueMs(item, nowMs) !== undefined);
}

/** The row of a conversation, mine or anybody's. */
export function itemOf({ everyone, list }: ParkingState, conversationSid: string): ListItem | undefined {
  const everyones = everyone.status === 'ready' ? everyone.items : [];
  return [...knownItems(list), ...everyones].find((item) => item.conversationSid === conversationSid);
}

export function parkedCount(parking: ParkingState): number {
  return knownItems(parking.list).length;
}

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

/** It does not reach an agent by itself. */
export function needsAttention(
  item: Pick<ListItem, 'problem'> & Partial<Pick<EveryonesItem, 'state' | 'returningSince'>>,
  nowMs: number,
): boolean {
  return item.problem !== undefined || overdueMs(item, nowMs) !== undefined;
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

/** Its time has come, and it is still there. */
export function isDue({ backAt }: Pick<ListItem, 'backAt'>, nowMs: number): boolean {
  return backAt !== undefined && Date.parse(backAt) <= nowMs;
}

/** What is due comes back within moments while somebody is logged in. */
const DUE_FOR_MS = 2 * 60_000;

/** Its time came longer ago than a return takes, and it is still there. */
export function isPastDue({ backAt }: Pick<ListItem, 'backAt'>, nowMs: number): boolean {
  return backAt !== undefined && nowMs - Date.parse(backAt) >= DUE_FOR_MS;
}

/** How many rows of mine want me to look: those that are due, and others of which a reply waits. */
export function wantsLook(list: ListState, nowMs: number): { due: number; unread: number } {
  const items = knownItems(list);
  const due = items.filter((item) => isDue(item, nowMs));
  const unread = items.filter((item) => item.replies === 'unread' && !isDue(item, nowMs));
  return { due: due.length, unread: unread.length };
}

export function parkedCount(parking: ParkingState): number {
  return knownItems(parking.list).length;
}

import type { ListItem } from '../../../serverless-functions/src/contract/list-item';
import type { Notify } from '../notifications';
import { isParkAsked, isUnparking } from '../state/parking-selectors';
import type { ListItems, ParkingState } from '../state/parking-state';
import { leavesAtMs } from '../state/reply-window';
import type { Text } from '../strings/text';

export interface CameBackPorts {
  parking: () => ParkingState;
  notify: Notify;
  text: Text;
  now: () => Date;
  /** Whether Flex has offered the conversation to this agent, or they have it. */
  hasConversation: (conversationSid: string) => boolean;
  /** SIDs of this agent's tasks with the conversation. */
  tasksWith: (conversationSid: string) => string[];
  schedule: (run: () => void, delayMs: number) => () => void;
}

/** Flex learns of a new reservation a moment before or after the row goes. */
const WAIT_FOR_OFFER_MS = 1_500;

/** Tells the agent that a customer of theirs is back; to be called with the whole list before it goes into the store. */
export type WatchForReturns = (items: ListItems) => void;

export function createWatchForReturns(ports: CameBackPorts): WatchForReturns {
  const tell = (item: ListItem) => {
    const customerName = item.customerName || ports.text('ParkInteractionUnknownCustomer');
    const isMine = ports.hasConversation(item.conversationSid);
    ports.notify(isMine ? 'ParkInteractionCameBackToMe' : 'ParkInteractionCameBack', { customerName });
  };
  return (items) => {
    const parking = ports.parking();
    // A park that is refused at the last moment has put a row and takes it away again.
    const isBeingParked = ({ conversationSid }: ListItem) =>
      ports.tasksWith(conversationSid).some((taskSid) => isParkAsked(parking, taskSid));
    for (const item of goneItems(parking, items, ports.now().getTime())) {
      if (isBeingParked(item)) continue;
      ports.schedule(() => tell(item), WAIT_FOR_OFFER_MS);
    }
  };
}

/** Rows that were there and are gone, except those that I unparked myself, that are over, or whose time was up. */
export function goneItems(parking: ParkingState, items: ListItems, nowMs: number): ListItem[] {
  const { list } = parking;
  const isWhole = (list.status === 'ready' && list.complete) || list.status === 'reconnecting';
  if (!isWhole) return [];
  return Object.values(list.items).filter(
    (item) =>
      !(item.conversationSid in items) &&
      !isUnparking(parking, item.conversationSid) &&
      !(item.conversationSid in parking.ended) &&
      nowMs < (leavesAtMs(item) ?? Number.POSITIVE_INFINITY),
  );
}

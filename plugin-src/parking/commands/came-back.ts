import type { ListItem } from '../../../serverless-functions/src/contract/list-item';
import type { Notify } from '../notifications';
import { isParkAsked, isUnparking, knownItems } from '../state/parking-selectors';
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
  const isBeingParked = ({ conversationSid }: ListItem) =>
    ports.tasksWith(conversationSid).some((taskSid) => isParkAsked(ports.parking(), taskSid));
  const isListed = ({ conversationSid }: ListItem) =>
    knownItems(ports.parking().list).some((item) => item.conversationSid === conversationSid);
  return (items) => {
    for (const item of goneItems(ports.parking(), items, ports.now().getTime())) {
      // A park that is refused at the last moment has put a row and takes it away again.
      if (isBeingParked(item)) continue;
      ports.schedule(() => {
        // An agent in a hurry parks it again before they are told, and then needs Undo in this place.
        if (!isListed(item) && !isBeingParked(item)) tell(item);
      }, WAIT_FOR_OFFER_MS);
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

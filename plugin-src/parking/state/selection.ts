import type { ConversationSid } from '../../../serverless-functions/src/contract/sids';
import type { AnyItem } from './arrange-rows';
import { isUnparking } from './parking-selectors';
import type { ParkingState } from './parking-state';

export type Selected = Readonly<Record<ConversationSid, true>>;

/** What is just being parked or coming back is left alone. */
export function mayBeSelected(item: AnyItem, parking: ParkingState): boolean {
  return (item.state === undefined || item.state === 'parked') && !isUnparking(parking, item.conversationSid);
}

/** Of what matches the filters, on all pages: a row that the filters hide is never acted on. */
export function chosenOf(matching: readonly AnyItem[], parking: ParkingState): AnyItem[] {
  return matching.filter((item) => item.conversationSid in parking.selected && mayBeSelected(item, parking));
}

export function withSelected(selected: Selected, sids: readonly ConversationSid[], isSelected: boolean): Selected {
  const changed = new Set<string>(sids);
  const rest = Object.entries(selected).filter(([sid]) => !changed.has(sid));
  const added = isSelected ? sids.map((sid) => [sid, true] as const) : [];
  return Object.fromEntries([...rest, ...added]);
}

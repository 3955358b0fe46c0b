import { useDispatch, useSelector } from 'react-redux';

import type { ConversationSid } from '../../../serverless-functions/src/contract/sids';
import { useParkingServices } from '../parking-services';
import type { AnyItem } from '../state/arrange-rows';
import type { Chosen } from '../state/many-run';
import type { ParkingAction } from '../state/parking-actions';
import { selectParking, type StateWithParking } from '../state/parking-selectors';
import { chosenOf, mayBeSelected } from '../state/selection';
import { plainAddress } from './channel';

/** Which rows of everyone’s list are chosen. */
export interface Selection {
  chosen: readonly Chosen[];
  /** Of those that match the filters, on all pages. */
  all: 'none' | 'some' | 'all';
  isSelected(conversationSid: ConversationSid): boolean;
  change(conversationSid: ConversationSid, isSelected: boolean): void;
  changeAll(isSelected: boolean): void;
  clear(): void;
}

export function useSelection(matching: readonly AnyItem[]): Selection {
  const { text } = useParkingServices();
  const parking = useSelector((state: StateWithParking) => selectParking(state));
  const dispatch = useDispatch<(action: ParkingAction) => void>();
  const chosen = chosenOf(matching, parking).map(({ conversationSid, customerAddress, customerName }) => ({
    conversationSid,
    customerName: customerName || plainAddress(customerAddress) || text('ParkInteractionUnknownCustomer'),
  }));
  const possible = matching.filter((item) => mayBeSelected(item, parking));
  const chosenSids = new Set(chosen.map(({ conversationSid }) => conversationSid));
  const change = (conversationSids: ConversationSid[], isSelected: boolean) =>
    dispatch({ type: 'park-interaction/selection-changed', conversationSids, isSelected });
  return {
    chosen,
    all: chosen.length === 0 ? 'none' : chosen.length < possible.length ? 'some' : 'all',
    isSelected: (conversationSid) => chosenSids.has(conversationSid),
    change: (conversationSid, isSelected) => change([conversationSid], isSelected),
    changeAll: (isSelected) =>
      change(
        possible.map(({ conversationSid }) => conversationSid),
        isSelected,
      ),
    clear: () => dispatch({ type: 'park-interaction/selection-cleared' }),
  };
}

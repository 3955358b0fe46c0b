import { useSelector } from 'react-redux';

import { useParkingServices } from '../parking-services';
import { parkedCount, rowsNewestFirst, selectParking, type StateWithParking } from '../state/parking-selectors';
import { channelOf, plainAddress, type ChannelKind } from './channel';
import { parkedAtTexts, type ParkedAtTexts } from './parked-at';
import { useMinuteTick } from './use-minute-tick';

/** One row, ready to be shown. */
export interface ParkedRow {
  conversationSid: string;
  customerName: string;
  customerAddress: string;
  parkedAt: ParkedAtTexts;
  channel: { kind: ChannelKind; label: string };
  unparking: boolean;
  unparkLabel: string;
  unpark: () => void;
}

export type ParkedInteractions =
  | { status: 'loading' }
  | { status: 'error'; retry: () => void }
  | { status: 'empty'; reconnecting: boolean }
  | { status: 'rows'; rows: ParkedRow[]; reconnecting: boolean };

export function useParkedInteractions(): ParkedInteractions {
  const { localeTag, now, reloadList, text, unpark } = useParkingServices();
  const parking = useSelector((state: StateWithParking) => selectParking(state));
  useMinuteTick();

  if (parking.list.status === 'loading') return { status: 'loading' };
  if (parking.list.status === 'error') return { status: 'error', retry: reloadList };
  const reconnecting = parking.list.status === 'reconnecting';
  const rows = rowsNewestFirst(parking).map(({ item, unparking }): ParkedRow => {
    const { conversationSid, channelType, parkedAt } = item;
    const customerAddress = plainAddress(item.customerAddress);
    const customerName = item.customerName || customerAddress || text('ParkInteractionUnknownCustomer');
    const unparkKey = unparking ? 'ParkInteractionUnparkingCustomer' : 'ParkInteractionUnparkCustomer';
    return {
      conversationSid,
      customerName,
      customerAddress,
      parkedAt: parkedAtTexts({ parkedAt, now: now(), localeTag }),
      channel: channelOf(channelType, text),
      unparking,
      unparkLabel: text(unparkKey, { customerName }),
      unpark: () => unpark({ conversationSid }),
    };
  });
  return rows.length === 0 ? { status: 'empty', reconnecting } : { status: 'rows', rows, reconnecting };
}

export function useParkedCount(): number {
  return useSelector((state: StateWithParking) => parkedCount(selectParking(state)));
}

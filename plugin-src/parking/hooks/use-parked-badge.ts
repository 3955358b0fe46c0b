import { useSelector } from 'react-redux';

import { useParkingServices } from '../parking-services';
import { parkedCount, selectParking, wantsLook, type StateWithParking } from '../state/parking-selectors';
import { useMinuteTick } from './use-minute-tick';

export interface ParkedBadge {
  count: number;
  /** The link in words, with what the badge warns of. */
  label: string;
  /** Something is due and still parked, or a reply waits. */
  warns: boolean;
}

export function useParkedBadge(): ParkedBadge {
  const { localeTag, now, text } = useParkingServices();
  const parking = useSelector((state: StateWithParking) => selectParking(state));
  useMinuteTick();
  const count = parkedCount(parking);
  const { due, unread } = wantsLook(parking.list, now().getTime());
  const rules = new Intl.PluralRules(localeTag);
  const isOne = (number: number) => rules.select(number) === 'one';
  const parts = [
    count === 0 ? text('ParkInteractionListTitle') : text('ParkInteractionListCount', { count }),
    due > 0 && text(isOne(due) ? 'ParkInteractionBadgeDue_one' : 'ParkInteractionBadgeDue_other', { count: due }),
    unread > 0 &&
      text(isOne(unread) ? 'ParkInteractionBadgeUnread_one' : 'ParkInteractionBadgeUnread_other', { count: unread }),
  ];
  return { count, label: parts.filter(Boolean).join(', '), warns: due + unread > 0 };
}

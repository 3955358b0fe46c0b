import { useSelector } from 'react-redux';

import { useParkingServices } from '../parking-services';
import type { AnyItem } from '../state/arrange-rows';
import type { ListView } from '../state/list-view';
import { everyonesParked, knownItems, selectParking, type StateWithParking } from '../state/parking-selectors';
import type { ParkingState } from '../state/parking-state';
import { failureKey } from '../strings/parking-strings';
import type { Text } from '../strings/text';

/** The rows that are looked at, mine or everyone's, before filters. */
export type ListSource =
  | { status: 'loading' }
  | { status: 'error'; title: string; explanation: string; retry: () => void }
  | { status: 'ready'; items: AnyItem[]; complete: boolean; reconnecting: boolean };

/** Only supervisors and admins look at everyone's, whatever the state says. */
export function useListScope(): ListView['scope'] {
  const { mayLead } = useParkingServices();
  const scope = useSelector((state: StateWithParking) => selectParking(state).view.scope);
  return mayLead ? scope : 'mine';
}

export function useListSource(): ListSource {
  const { reloadEveryone, reloadList, text } = useParkingServices();
  const scope = useListScope();
  const parking = useSelector((state: StateWithParking) => selectParking(state));
  return scope === 'mine' ? mine(parking, text, reloadList) : everyones(parking, text, reloadEveryone);
}

function mine(parking: ParkingState, text: Text, retry: () => void): ListSource {
  const { list } = parking;
  switch (list.status) {
    case 'loading':
      return { status: 'loading' };
    case 'error':
      return {
        status: 'error',
        title: text('ParkInteractionListFailedTitle'),
        explanation: text('ParkInteractionListFailedText'),
        retry,
      };
    case 'ready':
      return { status: 'ready', items: knownItems(list), complete: list.complete, reconnecting: false };
    case 'reconnecting':
      return { status: 'ready', items: knownItems(list), complete: true, reconnecting: true };
  }
}

function everyones(parking: ParkingState, text: Text, retry: () => void): ListSource {
  const { everyone } = parking;
  switch (everyone.status) {
    case 'loading':
      return { status: 'loading' };
    case 'error':
      return {
        status: 'error',
        title: text('ParkInteractionListFailedTitle'),
        explanation: text(failureKey(everyone.code)),
        retry,
      };
    case 'ready':
      return {
        status: 'ready',
        items: everyonesParked(parking),
        complete: everyone.complete,
        reconnecting: false,
      };
  }
}

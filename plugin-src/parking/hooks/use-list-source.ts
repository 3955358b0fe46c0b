import { useSelector } from 'react-redux';

import { useParkingServices } from '../parking-services';
import type { AnyItem } from '../state/arrange-rows';
import type { ListView } from '../state/list-view';
import { everyonesWaiting, knownItems, selectParking, type StateWithParking } from '../state/parking-selectors';
import type { ParkingState } from '../state/parking-state';
import { failureKey } from '../strings/parking-strings';
import type { Text } from '../strings/text';

/** The rows that are looked at, mine or everyone's, before filters. */
export type ListSource =
  | { status: 'loading' }
  | { status: 'error'; title: string; explanation: string; retry: () => void }
  /** `unreadable` are conversations of which not even a row can be shown. */
  | { status: 'ready'; items: AnyItem[]; unreadable: readonly string[]; complete: boolean; reconnecting: boolean };

/** Only supervisors and admins look at more than their own, whatever the state says. */
export function useScope(): ListView['scope'] {
  const { mayLead } = useParkingServices();
  const scope = useSelector((state: StateWithParking) => selectParking(state).view.scope);
  return mayLead ? scope : 'mine';
}

/** Whose rows a list has. */
export type ListScope = Exclude<ListView['scope'], 'history'>;

export function useListScope(): ListScope {
  return useScope() === 'mine' ? 'mine' : 'everyone';
}

export function useListSource(): ListSource {
  const { now, reloadEveryone, reloadList, text } = useParkingServices();
  const scope = useListScope();
  const parking = useSelector((state: StateWithParking) => selectParking(state));
  if (scope === 'mine') return mine(parking, text, reloadList);
  return everyones(parking, { text, nowMs: now().getTime(), retry: reloadEveryone });
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
      return { status: 'ready', items: knownItems(list), unreadable: [], complete: list.complete, reconnecting: false };
    case 'reconnecting':
      return { status: 'ready', items: knownItems(list), unreadable: [], complete: true, reconnecting: true };
  }
}

function everyones(
  parking: ParkingState,
  { nowMs, retry, text }: { text: Text; nowMs: number; retry: () => void },
): ListSource {
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
        items: everyonesWaiting(parking, nowMs),
        unreadable: everyone.unreadable,
        complete: everyone.complete,
        reconnecting: false,
      };
  }
}

import { useDispatch, useSelector } from 'react-redux';

import { useParkingServices } from '../parking-services';
import { choices } from '../state/arrange-rows';
import { isFiltered, NO_FILTERS, sortedBy, type ListView, type SortColumn } from '../state/list-view';
import type { ParkingAction } from '../state/parking-actions';
import { selectParking, type StateWithParking } from '../state/parking-selectors';
import { channelOf } from './channel';
import { useListSource } from './use-list-source';

interface Choice {
  value: string;
  label: string;
}

export interface ListControls {
  view: ListView;
  filtered: boolean;
  channels: Choice[];
  agents: Choice[];
  queues: Choice[];
  change(change: Partial<ListView>): void;
  sortBy(column: SortColumn): void;
  clearFilters(): void;
}

/** How the list is looked at, and what can be chosen. */
export function useListControls(): ListControls {
  const { localeTag, text } = useParkingServices();
  const dispatch = useDispatch<(action: ParkingAction) => void>();
  const view = useSelector((state: StateWithParking) => selectParking(state).view);
  const source = useListSource();
  const items = source.status === 'ready' ? source.items : [];
  const change = (changes: Partial<ListView>) => dispatch({ type: 'park-interaction/view-changed', change: changes });
  const asThey = (values: (string | undefined)[]) =>
    choices(values, localeTag).map((value) => ({ value, label: value }));
  return {
    view,
    filtered: isFiltered(view),
    channels: choices([...items.map(({ channelType }) => channelType), view.channel], localeTag).map((value) => ({
      value,
      label: channelOf(value, text).label,
    })),
    agents: asThey([...items.map(({ agentName }) => agentName), view.agent]),
    queues: asThey([...items.map(({ queueName }) => queueName), view.queue]),
    change,
    sortBy: (column) => change({ sort: sortedBy(view, column) }),
    clearFilters: () => change(NO_FILTERS),
  };
}

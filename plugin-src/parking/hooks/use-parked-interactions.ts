import { useSelector } from 'react-redux';

import { useParkingServices } from '../parking-services';
import { arrange, type AnyItem } from '../state/arrange-rows';
import type { SortColumn } from '../state/list-view';
import { isUnparking, overdueMs, parkedCount, selectParking, type StateWithParking } from '../state/parking-selectors';
import { replyWindow } from '../state/reply-window';
import { parkedRow, type ParkedRow } from './parked-row';
import { useListScope, useListSource } from './use-list-source';
import { useMinuteTick } from './use-minute-tick';
import { useWorkerChanges } from './use-worker-changes';

export type ParkedInteractions =
  | { status: 'loading' }
  | { status: 'error'; title: string; explanation: string; retry: () => void }
  | { status: 'empty'; scope: 'mine' | 'everyone'; reconnecting: boolean }
  | {
      status: 'rows';
      rows: ParkedRow[];
      /** What does not reach an agent by itself. It stands in no page and under no filter. */
      needsAttention: ParkedRow[];
      /** SIDs of conversations of which not even a row can be shown. */
      unreadable: readonly string[];
      scope: 'mine' | 'everyone';
      columns: readonly SortColumn[];
      /** All rows but those that need attention. */
      total: number;
      matching: number;
      page: number;
      pageCount: number;
      loadingMore: boolean;
      /** What I unpark waits for me until I am available. */
      iAmAway: boolean;
      reconnecting: boolean;
    };

export function useParkedInteractions(): ParkedInteractions {
  const services = useParkingServices();
  const parking = useSelector((state: StateWithParking) => selectParking(state));
  const scope = useListScope();
  const source = useListSource();
  useMinuteTick();
  useWorkerChanges();

  if (source.status !== 'ready') return source;
  const { complete, items, reconnecting, unreadable } = source;
  if (items.length === 0 && unreadable.length === 0 && complete) return { status: 'empty', scope, reconnecting };
  const { localeTag, now, readinessFor, text } = services;
  const rowOf = (item: AnyItem) =>
    parkedRow(item, {
      now: now(),
      localeTag,
      scope,
      text,
      unparking: isUnparking(parking, item.conversationSid),
      // A supervisor may give it to others; the menu says to whom.
      readiness: scope === 'mine' ? readinessFor(item.channelType) : 'ready',
    });
  const nowMs = now().getTime();
  const [troubled, plain] = partition(
    items,
    (item) => item.problem !== undefined || overdueMs(item, nowMs) !== undefined,
  );
  const arranged = arrange(plain, parking.view, localeTag);
  return {
    status: 'rows',
    rows: arranged.items.map(rowOf),
    needsAttention: troubled.map(rowOf),
    unreadable,
    scope,
    columns: columnsFor(items, scope, nowMs),
    total: plain.length,
    matching: arranged.matching,
    page: arranged.page,
    pageCount: arranged.pageCount,
    loadingMore: !complete,
    iAmAway: readinessFor('') === 'not-available',
    reconnecting,
  };
}

/** Columns that no row fills are left out. */
function columnsFor(items: readonly AnyItem[], scope: 'mine' | 'everyone', nowMs: number): SortColumn[] {
  const columns: { column: SortColumn; shown: boolean }[] = [
    { column: 'customer', shown: true },
    { column: 'agent', shown: scope === 'everyone' },
    { column: 'parkedAt', shown: true },
    { column: 'channel', shown: true },
    { column: 'replyWindow', shown: items.some((item) => replyWindow(item, nowMs).kind !== 'none') },
    { column: 'reason', shown: items.some(({ note, reason }) => note || reason) },
  ];
  return columns.filter(({ shown }) => shown).map(({ column }) => column);
}

function partition<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

export function useParkedCount(): number {
  return useSelector((state: StateWithParking) => parkedCount(selectParking(state)));
}

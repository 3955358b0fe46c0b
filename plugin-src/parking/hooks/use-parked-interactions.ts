import { useSelector } from 'react-redux';

import { useParkingServices } from '../parking-services';
import { arrange, type AnyItem } from '../state/arrange-rows';
import { isBehindTile, tileMoment, type BoardTile, type TileMoment } from '../state/board-tiles';
import type { SortColumn } from '../state/list-view';
import {
  isUnparking,
  needsAttention,
  parkedCount,
  selectParking,
  type StateWithParking,
} from '../state/parking-selectors';
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
      /** What does not reach an agent by itself. It stands in no page and under no filter, unless a tile asks for it. */
      needsAttention: ParkedRow[];
      /** SIDs of conversations of which not even a row can be shown. */
      unreadable: readonly string[];
      scope: 'mine' | 'everyone';
      columns: readonly SortColumn[];
      /** Matching the filters, on all pages. */
      matching: readonly AnyItem[];
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
  const tile = scope === 'everyone' ? parking.view.tile : '';
  const { troubled, shown } = split(items, tile, tileMoment(nowMs, services.options.timeZone ?? undefined));
  const arranged = arrange(shown, parking.view, localeTag);
  return {
    status: 'rows',
    rows: arranged.items.map(rowOf),
    needsAttention: troubled.map(rowOf),
    unreadable: tile === '' || tile === 'attention' ? unreadable : [],
    scope,
    columns: columnsFor(items, scope, nowMs),
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
    { column: 'backAt', shown: items.some(({ backAt }) => backAt) },
    { column: 'channel', shown: true },
    { column: 'replyWindow', shown: items.some((item) => replyWindow(item, nowMs).kind !== 'none') },
    { column: 'reason', shown: items.some(({ note, reason }) => note || reason) },
  ];
  return columns.filter(({ shown }) => shown).map(({ column }) => column);
}

/** Behind a tile stands all that it counts, in one table. */
function split(
  items: readonly AnyItem[],
  tile: BoardTile | '',
  at: TileMoment,
): { troubled: AnyItem[]; shown: AnyItem[] } {
  if (tile !== '') return { troubled: [], shown: items.filter((item) => isBehindTile(item, tile, at)) };
  const isTroubled = (item: AnyItem) => needsAttention(item, at.nowMs);
  return { troubled: items.filter(isTroubled), shown: items.filter((item) => !isTroubled(item)) };
}

export function useParkedCount(): number {
  return useSelector((state: StateWithParking) => parkedCount(selectParking(state)));
}

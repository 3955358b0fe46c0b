import type { BoardTile } from './board-tiles';

export const SORT_COLUMNS = ['customer', 'agent', 'parkedAt', 'backAt', 'channel', 'replyWindow', 'reason'] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

/** How the list is looked at; kept while the agent is in another view of Flex. */
export interface ListView {
  readonly scope: 'mine' | 'everyone' | 'history';
  readonly sort: { readonly column: SortColumn; readonly direction: 'ascending' | 'descending' };
  readonly text: string;
  /** Empty means all; else as the rows say it. */
  readonly channel: string;
  readonly agent: string;
  readonly queue: string;
  /** Only on the supervisors’ board. */
  readonly tile: BoardTile | '';
  /** From 1. */
  readonly page: number;
}

export const INITIAL_LIST_VIEW: ListView = {
  scope: 'mine',
  sort: { column: 'parkedAt', direction: 'descending' },
  text: '',
  channel: '',
  agent: '',
  queue: '',
  tile: '',
  page: 1,
};

export const NO_FILTERS = {
  text: '',
  channel: '',
  agent: '',
  queue: '',
  tile: '',
} as const satisfies Partial<ListView>;

/** What can only be chosen on the supervisors’ board; on an agent’s own list it would hide rows unseen. */
const ONLY_ON_THE_BOARD = { agent: '', queue: '', tile: '' } as const satisfies Partial<ListView>;

/** Another look starts on its first page. */
export function changeView(view: ListView, change: Partial<ListView>): ListView {
  return { ...view, page: 1, ...(change.scope === 'mine' && ONLY_ON_THE_BOARD), ...change };
}

/** The same column again turns the order round; times begin with the newest, everything else with A. */
export function sortedBy(view: ListView, column: SortColumn): ListView['sort'] {
  const first = column === 'parkedAt' ? 'descending' : 'ascending';
  if (view.sort.column !== column) return { column, direction: first };
  return { column, direction: view.sort.direction === 'ascending' ? 'descending' : 'ascending' };
}

export function isFiltered(view: ListView): boolean {
  return view.text.trim() !== '' || view.channel !== '' || view.agent !== '' || view.queue !== '';
}

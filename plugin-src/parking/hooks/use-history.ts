import { useEffect, useRef, useState } from 'react';

import type { HistoryEntry } from '../../../serverless-functions/src/contract/history';
import { useParkingServices } from '../parking-services';
import { ALL_HISTORY, historyRequestOf, type HistorySearch } from '../state/history-search';
import { failureKey } from '../strings/parking-strings';

/** An answer may say no more than where to go on; after so many the supervisor decides whether to. */
const REQUESTS_AT_MOST = 10;

export type HistoryStatus =
  | { status: 'loading' }
  | { status: 'failed'; reason: string; retry: () => void }
  /** `more` is there when older ones may be. */
  | { status: 'ready'; more: (() => void) | undefined };

export interface History {
  search: HistorySearch;
  change(search: Partial<HistorySearch>): void;
  entries: readonly HistoryEntry[];
  state: HistoryStatus;
}

interface Found {
  entries: readonly HistoryEntry[];
  cursor?: string | undefined;
}

/** The parks that are over, read as the supervisor types; whatever is answered late to an older question is forgotten. */
export function useHistory(): History {
  const services = useParkingServices();
  const [search, setSearch] = useState(ALL_HISTORY);
  const [entries, setEntries] = useState<readonly HistoryEntry[]>([]);
  const [state, setState] = useState<HistoryStatus>({ status: 'loading' });
  const asked = useRef(0);

  const read = async (before: Found) => {
    const ask = (asked.current += 1);
    setEntries(before.entries);
    setState({ status: 'loading' });
    let { cursor, entries: found } = before;
    for (let request = 0; request < REQUESTS_AT_MOST; request += 1) {
      const outcome = await services.history({ ...historyRequestOf(search), ...(cursor !== undefined && { cursor }) });
      if (ask !== asked.current) return;
      if (!outcome.ok) {
        const reason = services.text(failureKey(outcome.failure.code));
        return setState({ status: 'failed', reason, retry: () => void read(before) });
      }
      found = [...found, ...outcome.answer.entries];
      cursor = outcome.answer.nextCursor;
      if (cursor === undefined || outcome.answer.entries.length > 0) break;
    }
    setEntries(found);
    const next = { entries: found, cursor };
    setState({ status: 'ready', more: cursor === undefined ? undefined : () => void read(next) });
  };
  useEffect(() => void read({ entries: [] }), [search]);
  useEffect(() => () => void (asked.current += 1), []);

  return { search, change: (change) => setSearch({ ...search, ...change }), entries, state };
}

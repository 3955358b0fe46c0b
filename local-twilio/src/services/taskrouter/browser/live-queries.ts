import { namedSid } from '../../../kernel/sids';
import { fieldsOf, ok, textField, type BrowserAnswer } from '../../../kernel/browser/exchange';
import { forAgent, type BrowserRoute } from '../../../kernel/browser/router';
import type { SyncChanges } from '../../../kernel/browser/sync/changes';
import type { SyncChangeDraft, SyncJournal } from '../../../kernel/browser/sync/journal';
import { isoTime } from '../../../kernel/browser/times';
import type { TaskRouterAccount } from '../account';
import { changingEvents, type TaskRouterEvent } from '../events';
import { parseQuery, type Matches } from './live-query-language';
import { rowsOf, type Row } from './live-query-rows';

/** People type: each letter of a search is a query of its own. The oldest are no longer told of changes. */
const QUERIES_KEPT = 100;

interface Known {
  readonly row: Row;
  readonly revision: number;
}

interface Query {
  readonly index: string;
  readonly matches: Matches;
  /** Counts all changes of the result: a client drops what is older than what it had of a row, even one that went. */
  revision: number;
  rows: ReadonlyMap<string, Known>;
}

export interface LiveQueries {
  readonly routes: readonly BrowserRoute[];
  readonly changes: SyncChanges<TaskRouterEvent>;
}

/** An age changes by itself, and is no news. */
const newsOf = ({ data }: Row): string => JSON.stringify({ ...data, task_age: null });
const isSame = (one: Row, other: Row): boolean => newsOf(one) === newsOf(other);

/** What Teams view and the directory ask of Insights, and are told when it changes. */
export function liveQueries(account: TaskRouterAccount, journal: Pick<SyncJournal, 'version'>): LiveQueries {
  const asked = new Map<string, Query>();

  const read = (query: Query): ReadonlyMap<string, Known> => {
    const fitting = rowsOf(account, query.index).filter(({ data }) => query.matches(data));
    return new Map(
      fitting.map((row): [string, Known] => {
        const before = query.rows.get(row.key);
        if (before && isSame(before.row, row)) return [row.key, before];
        query.revision += 1;
        return [row.key, { row, revision: query.revision }];
      }),
    );
  };

  const open = (index: string, text: string): readonly [sid: string, query: Query] => {
    const sid = namedSid('QR', `${index}:${text}`);
    // Event ids grow over restarts, and so do the revisions that begin with one.
    const { lastEventId: revision } = journal.version(sid);
    const query = asked.get(sid) ?? { index, matches: parseQuery(text), revision, rows: new Map() };
    query.rows = read(query);
    asked.delete(sid);
    asked.set(sid, query);
    const [oldest] = asked.keys();
    if (asked.size > QUERIES_KEPT && oldest !== undefined) asked.delete(oldest);
    return [sid, query];
  };

  /** What changed since this query was last read. */
  const changesOf = (sid: string, query: Query): readonly SyncChangeDraft[] => {
    const before = query.rows;
    query.rows = read(query);
    const subject = { kind: 'live_query', objectSid: sid, objectUniqueName: null } as const;
    const updated = [...query.rows.values()]
      .filter((known) => before.get(known.row.key) !== known)
      .map(({ row: { key: name, data }, revision }): SyncChangeDraft => {
        return { ...subject, change: 'updated', item: { name, data, revision } };
      });
    const removed = [...before.values()]
      .filter(({ row }) => !query.rows.has(row.key))
      .map(({ row: { key: name } }): SyncChangeDraft => {
        query.revision += 1;
        return { ...subject, change: 'removed', item: { name, data: null, revision: query.revision } };
      });
    return [...updated, ...removed];
  };

  return {
    routes: [
      forAgent(['POST', 'cds.', '/v3/Insights/:index/Items'], ({ params, request }): BrowserAnswer => {
        const text = textField(fieldsOf(request)['query_string']) ?? '';
        const [sid, query] = open(params['index'] ?? '', text);
        return ok({
          query_id: sid,
          items: [...query.rows.values()].map(({ row, revision }) => ({ ...row, revision })),
          last_event_id: journal.version(sid).lastEventId,
          date_updated: isoTime(account.clock.nowMs()),
        });
      }),
    ],
    changes: {
      changesFor: ({ type }) =>
        changingEvents.has(type) ? [...asked].flatMap(([sid, query]) => changesOf(sid, query)) : [],
    },
  };
}

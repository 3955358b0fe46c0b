import type { BrowserRequest } from '../../../local-twilio/src/kernel/browser/exchange';
import { browserRouter } from '../../../local-twilio/src/kernel/browser/router';
import { syncJournal, type SyncChange } from '../../../local-twilio/src/kernel/browser/sync/journal';
import { liveQueries } from '../../../local-twilio/src/services/taskrouter/browser/live-queries';
import { statisticsMaps } from '../../../local-twilio/src/services/taskrouter/browser/statistics';
import type { TaskRouterEvent } from '../../../local-twilio/src/services/taskrouter/events';
import type { Setup } from './sdk';

interface Item {
  readonly key: string;
  readonly revision: number;
  readonly data: Record<string, unknown>;
}

/** A supervisor's page, and what it is told from now on. */
export function watching(setup: Setup) {
  const { world } = setup;
  const journal = syncJournal(world.clock);
  const queries = liveQueries(world, journal);
  const maps = statisticsMaps(world, journal);
  const told: SyncChange[] = [];
  world.events.subscribe((event) => {
    const happened = event as TaskRouterEvent;
    const drafts = [...queries.changes.changesFor(happened), ...maps.changes.changesFor(happened)];
    told.push(...drafts.map((draft) => journal.record(draft)));
  });
  const viewer = world.iam.issueToken('sofia');
  const answer = browserRouter({
    routes: queries.routes,
    viewerOf: () => viewer,
    onUnknown: () => undefined,
    onFailure: (_, error) => {
      throw error;
    },
  });
  const ask = async (index: string, query: string) => {
    const request: BrowserRequest = {
      ...{ host: 'cds.us1.twilio.com', method: 'POST', path: `/v3/Insights/${index}/Items`, query: {}, headers: {} },
      ...{ desktop: 'sofia', body: Buffer.from(JSON.stringify({ query_string: query, type: 'live_query' })) },
    };
    const answered = await answer(request);
    if (!('body' in answered)) throw new Error('No JSON');
    return { status: answered.status, ...(answered.body as { query_id: string; items: Item[]; code?: number }) };
  };
  const map = (name: string) => maps.source.find(viewer, 'map', name);
  const item = (name: string, key: string) =>
    map(name)
      ?.items()
      .find((one) => one.name === key)?.data;
  return { told, ask, map, item };
}

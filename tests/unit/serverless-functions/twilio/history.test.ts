/** @jest-environment node */
import type { HistoryEntry } from '../../../../serverless-functions/src/contract/history';
import { historyEntryOf } from '../../../../serverless-functions/src/parking/domain/history';
import { Calls } from '../../../../serverless-functions/src/twilio/calls';
import { createHistory } from '../../../../serverless-functions/src/twilio/history';
import { fakeClock } from '../support/fake-clock';
import { fakeTwilio, refusal, type Answering } from '../support/fake-http';
import { aPark, PARKED_AT_MS, returningRecord, sid } from '../support/fixtures';
import { fakeMaps } from './support/fake-maps';

const MAP = 'ParkingHistory';
const HOST = 'https://sync.twilio.com';
const ITEMS = `/v1/Services/${sid('IS')}/Maps/${MAP}/Items`;
const entry = historyEntryOf(returningRecord(), { how: 'reply', atMs: PARKED_AT_MS + 90_000, takenBy: undefined });

function open(...maps: string[]) {
  const sync = fakeMaps(maps);
  return { ...sync, ...using(sync.answer) };
}

function using(answer: Answering) {
  const http = fakeTwilio(answer);
  const calls = new Calls(fakeClock(), { callUntilMs: 9_000, retryUntilMs: 8_500 });
  return { ...http, history: createHistory(http.client, calls, sid('IS')) };
}

describe('an entry of the history', () => {
  it('is one Sync map item, under the time of its park, for as many days as it is to be kept', async () => {
    const { history, items, sent } = open(MAP);
    await history.add(entry, 30);
    const key = `000${PARKED_AT_MS}_park-1`;
    expect(items).toMatchObject([{ map: MAP, key, data: entry, ttl: 30 * 24 * 60 * 60 }]);
    expect(sent).toHaveLength(1);
  });

  it('makes the map with the account’s first', async () => {
    const { history, items, maps } = open();
    await history.add(entry, 1);
    expect(maps).toEqual([MAP]);
    expect(items).toHaveLength(1);
  });

  it('is written once when the answer was lost, and stays as it was first written', async () => {
    const { fail, history, items } = open(MAP);
    fail('POST', 'lost-answer');
    await history.add(entry, 30);
    await history.add({ ...entry, how: 'joined' }, 30);
    expect(items.map(({ data }) => data)).toEqual([entry]);
  });

  it('stays below the size from which Sync takes fewer writes, however long names are', () => {
    const long = 'Grace Hopper '.repeat(60);
    const { task } = aPark();
    const park = aPark({
      task: { ...task, queueName: long, attributes: JSON.stringify({ customerName: long, customerAddress: long }) },
      note: { timesParked: 1, reason: 'r'.repeat(60), text: 'what the agent wrote' },
      savedTask: true,
    });
    const takenBy = { workerSid: sid('WK'), name: 'n'.repeat(300) };
    const written = JSON.stringify(historyEntryOf(returningRecord({ park }), { how: 'reply', atMs: 0, takenBy }));
    expect(written).not.toContain('what the agent wrote');
    expect(new TextEncoder().encode(written).length).toBeLessThan(1_024);
  });
});

describe('a page of the history', () => {
  const page = (changes: object, items: unknown[]) => ({
    status: 200,
    body: { items: items.map((data, at) => ({ key: String(at), data })), meta: { key: 'items', ...changes } },
  });

  it('begins with what was parked last, and says how to go on without naming a host', async () => {
    const next_page_url = `${HOST}${ITEMS}?PageSize=100&Page=1&PageToken=PT1&Order=desc`;
    const { history, sent } = using(() => page({ next_page_url }, [entry]));
    expect(await history.page(undefined)).toEqual({
      entries: [entry],
      nextCursor: 'PageSize=100&Page=1&PageToken=PT1&Order=desc',
    });
    expect(sent[0]).toMatchObject({ path: ITEMS, query: { Order: 'desc', PageSize: 100 } });
  });

  it('asks Sync for nothing but a page, whatever a browser says in the cursor', async () => {
    const { history, sent } = using(() => page({}, []));
    await history.page('PageToken=PT1&Page=1&From=x&Hidden=1');
    expect(sent[0]).toMatchObject({ path: ITEMS, query: { PageToken: 'PT1', Page: '1' } });
    expect(Object.keys(sent[0]?.query ?? {}).sort()).toEqual(['Page', 'PageToken']);
  });

  it('is empty before the first park has ended', async () => {
    const { history } = using(() => refusal(404));
    expect(await history.page(undefined)).toEqual({ entries: [], nextCursor: undefined });
  });

  it('leaves out what it cannot read, and keeps what ended in a way it does not know', async () => {
    const newer = { ...entry, how: 'back-office', more: 1 };
    const { history } = using(() => page({}, [{ hello: 1 }, newer]));
    const expected: HistoryEntry = { ...entry, how: 'other' };
    expect(await history.page(undefined)).toEqual({ entries: [expected], nextCursor: undefined });
  });
});

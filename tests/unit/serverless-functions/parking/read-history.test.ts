/** @jest-environment node */
import type { HistoryEntry, HistoryRequest } from '../../../../serverless-functions/src/contract/history';
import { history } from '../../../../serverless-functions/src/parking/desk/history';
import { ADA, BEN, sid, SOFIA } from '../support/fixtures';
import { openDesk } from './parking-desk';

const DAY_MS = 24 * 60 * 60_000;
const NEWEST_MS = Date.parse('2026-11-26T12:00:00.000Z');
const iso = (daysAgo: number) => new Date(NEWEST_MS - daysAgo * DAY_MS).toISOString();

const entry = (daysAgo: number, over: Partial<HistoryEntry> = {}): HistoryEntry => ({
  parkId: `park-${daysAgo}`,
  conversationSid: sid('CH'),
  channelType: 'web',
  queueName: 'Support',
  customerName: 'Grace',
  customerAddress: 'grace@example.com',
  parkedBy: { workerSid: ADA.workerSid, name: 'Ada Okafor' },
  parkedAt: iso(daysAgo),
  endedAt: iso(daysAgo - 0.5),
  how: 'reply',
  ...over,
});

/** A history in pages; `reads` are the cursors that were asked for. */
function aHistory(pages: readonly HistoryEntry[][]) {
  const reads: (string | undefined)[] = [];
  const { ports } = openDesk();
  const page = async (cursor: string | undefined) => {
    reads.push(cursor);
    const at = Number(cursor ?? 0);
    return { entries: pages[at] ?? [], nextCursor: at + 1 < pages.length ? String(at + 1) : undefined };
  };
  const ask = (request: HistoryRequest = {}, who = SOFIA) =>
    history({ ...ports, history: { ...ports.history, page } }, request, Promise.resolve(who));
  return { ask, reads };
}

const found = ({ entries }: { entries: HistoryEntry[] }) => entries.map(({ parkId }) => parkId);

describe('the history of parks', () => {
  it('is for supervisors and admins', async () => {
    const { ask, reads } = aHistory([[entry(0)]]);
    await expect(ask({}, ADA)).rejects.toMatchObject({ code: 'not-permitted' });
    expect(reads).toEqual([]);
  });

  it('begins with what was parked last, and tells where to go on', async () => {
    const full = Array.from({ length: 60 }, (_, at) => entry(at / 100, { parkId: `park-${at}` }));
    const { ask, reads } = aHistory([full, [entry(5)]]);
    const first = await ask();
    expect(first.entries).toHaveLength(60);
    expect(first.nextCursor).toBe('1');
    expect(found(await ask({ cursor: '1' }))).toEqual(['park-5']);
    expect(reads).toEqual([undefined, '1']);
  });

  it.each([
    ['the customer', 'grace'],
    ['part of an address', '@EXAMPLE'],
    ['who parked', 'okafor'],
    ['who has it now', 'Torres'],
    ['the reason and the queue at once', 'delivery support'],
  ])('is searched by %s', async (_, words) => {
    const taken = { takenBy: { workerSid: BEN.workerSid, name: 'Ben Torres' }, reason: 'Waits for a delivery' };
    const other = {
      customerName: 'Wanda',
      customerAddress: '+15550002222',
      parkedBy: { ...taken.takenBy, name: 'Cleo' },
    };
    const { ask } = aHistory([[entry(1, taken), entry(2, { ...other, queueName: 'Sales' })]]);
    expect(found(await ask({ words }))).toEqual(['park-1']);
  });

  it('is searched by day, and reads no further back than that day', async () => {
    const { ask, reads } = aHistory([[entry(1), entry(2)], [entry(3), entry(4)], [entry(5)]]);
    const day = await ask({ from: iso(3), before: iso(1) });
    expect(found(day)).toEqual(['park-2', 'park-3']);
    expect(day.nextCursor).toBeUndefined();
    expect(reads).toEqual([undefined, '1']);
  });

  it('looks through five pages at most before it answers', async () => {
    const { ask, reads } = aHistory(Array.from({ length: 9 }, (_, at) => [entry(at)]));
    const nothing = await ask({ words: 'nobody' });
    expect(nothing).toEqual({ status: 'history', entries: [], nextCursor: '5' });
    expect(reads).toHaveLength(5);
  });
});

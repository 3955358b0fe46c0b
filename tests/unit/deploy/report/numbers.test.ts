/** @jest-environment node */
import { linesOf, reportCsv } from '../../../../deploy/report/lines';
import { dayIn, reportOf } from '../../../../deploy/report/numbers';
import { historyEntry, type HistoryEntry } from '../../../../serverless-functions/src/contract/history';
import { ADA, BEN, sid } from '../../serverless-functions/support/fixtures';

const NOON = Date.parse('2026-11-27T12:00:00Z');
const MINUTE_MS = 60_000;
const ada = { workerSid: ADA.workerSid, name: 'Ada Okafor' };
const ben = { workerSid: BEN.workerSid, name: 'Ben Silva' };

interface Parked extends Partial<Omit<HistoryEntry, 'parkedAt' | 'endedAt' | 'returnedAt'>> {
  at?: number;
  forMinutes: number;
}

let count = 0;
/** A park that came back after so many minutes and was taken one minute later. */
function entry({ at = NOON, forMinutes, ...changes }: Parked): HistoryEntry {
  count += 1;
  return historyEntry.parse({
    parkId: `park-${count}`,
    conversationSid: sid('CH', count),
    channelType: 'web',
    queueName: 'Support',
    customerName: 'Grace',
    customerAddress: 'grace',
    parkedBy: ada,
    takenBy: ben,
    how: 'reply',
    parkedAt: new Date(at).toISOString(),
    returnedAt: new Date(at + forMinutes * MINUTE_MS).toISOString(),
    endedAt: new Date(at + (forMinutes + 1) * MINUTE_MS).toISOString(),
    ...changes,
  });
}

const utc = dayIn('UTC');
const totalOf = (...entries: HistoryEntry[]) => reportOf(entries, utc).total;

describe('the numbers of a report', () => {
  it('are nothing without a park', () => {
    expect(reportOf([], utc)).toEqual({
      total: {
        parks: 0,
        medianMs: undefined,
        p90Ms: undefined,
        endings: [],
        sameAgent: 0,
        taken: 0,
        savedTasks: 0,
        repaired: 0,
      },
      rows: [],
    });
  });

  it('have the median and the 90th percentile of the time parked, which both really occurred', () => {
    const times = [50, 10, 40, 20, 100, 30, 90, 60, 80, 70].map((forMinutes) => entry({ forMinutes }));
    expect(totalOf(...times)).toMatchObject({ parks: 10, medianMs: 50 * MINUTE_MS, p90Ms: 90 * MINUTE_MS });
    expect(totalOf(entry({ forMinutes: 5 }))).toMatchObject({ medianMs: 5 * MINUTE_MS, p90Ms: 5 * MINUTE_MS });
  });

  it('count the time until it came back, and until its end where it never did', () => {
    const closed = { ...entry({ forMinutes: 9, how: 'closed', takenBy: undefined }), returnedAt: undefined };
    expect(totalOf(closed)).toMatchObject({ medianMs: 10 * MINUTE_MS });
    const clocksDiffer = entry({ forMinutes: -1 });
    expect(totalOf(clocksDiffer)).toMatchObject({ medianMs: 0 });
  });

  it('say how parks ended, the most frequent first, and who had them after', () => {
    const total = totalOf(
      entry({ forMinutes: 1, how: 'agent', takenBy: ada, savedTask: true }),
      entry({ forMinutes: 1 }),
      entry({ forMinutes: 1, takenBy: ada }),
      entry({ forMinutes: 1, how: 'found' }),
      entry({ forMinutes: 1, how: 'closed', takenBy: undefined }),
      entry({ forMinutes: 1 }),
    );
    expect(total).toMatchObject({ sameAgent: 2, taken: 5, savedTasks: 1, repaired: 1 });
    expect(total.endings[0]).toEqual({ how: 'reply', count: 3 });
    expect(total.endings).toHaveLength(4);
  });

  it('are given for each queue and day of parking, in the people’s time zone, the newest first', () => {
    const lateInUtc = Date.parse('2026-11-27T23:30:00Z');
    const entries = [
      entry({ forMinutes: 10, queueName: 'Sales' }),
      entry({ forMinutes: 30 }),
      entry({ forMinutes: 20, at: lateInUtc }),
    ];
    const rows = (zone: string) =>
      reportOf(entries, dayIn(zone)).rows.map(({ day, parks, queueName }) => [day, queueName, parks]);
    expect(rows('UTC')).toEqual([
      ['2026-11-27', 'Sales', 1],
      ['2026-11-27', 'Support', 2],
    ]);
    expect(rows('Europe/Berlin')).toEqual([
      ['2026-11-28', 'Support', 1],
      ['2026-11-27', 'Sales', 1],
      ['2026-11-27', 'Support', 1],
    ]);
  });
});

describe('a report', () => {
  const report = reportOf(
    [
      entry({ forMinutes: 125, takenBy: ada }),
      entry({ forMinutes: 3000, how: 'max-age', queueName: 'Sales' }),
      entry({ forMinutes: 0.5, how: 'reply' }),
    ],
    utc,
  );

  it('is a summary and a table that people can read', () => {
    expect(linesOf(report, { parked: 12, lost: 0 })).toEqual([
      'Parks that have ended  3',
      'Time parked            median 2 h 5 min, 90% within 2 d 2 h',
      'How they ended         2: the customer replied',
      '                       1: it was parked too long',
      'Same agent back        1 of 3',
      'Tasks saved            0',
      'Repaired               0',
      'Parked now             12',
      'Lost                   0',
      '',
      'Day         Queue    Parks  Median   90% within  Same agent  Tasks saved  Repaired',
      '2026-11-27  Sales    1      2 d 2 h  2 d 2 h     0 of 1      0            0',
      '2026-11-27  Support  2      30 s     2 h 5 min   1 of 2      0            0',
    ]);
  });

  it('is short where nothing has ended, and says what is lost', () => {
    const lines = linesOf(reportOf([], utc), { parked: 0, lost: 2 });
    expect(lines).toContain('Time parked            median none, 90% within none');
    expect(lines.at(-1)).toBe('Lost                   2: npm run reconcile names them, and says what can be done');
  });

  it('is a table for a spreadsheet, in minutes', () => {
    expect(reportCsv(report).split('\r\n').slice(0, 2)).toEqual([
      '"day","queue","parks","median_minutes","p90_minutes","same_agent","taken","tasks_saved","repaired",' +
        '"ended_reply","ended_agent","ended_supervisor","ended_time","ended_event","ended_max_age","ended_found","ended_joined",' +
        '"ended_closed","ended_other"',
      '"2026-11-27","Sales","1","3000","3000","0","1","0","0","0","0","0","0","0","1","0","0","0","0"',
    ]);
  });
});

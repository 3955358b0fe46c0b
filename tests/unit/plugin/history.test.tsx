import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';

import type { HistoryAnswer, HistoryEntry, HistoryRequest } from '../../../serverless-functions/src/contract/history';
import type { Outcome } from '../../../plugin-src/flex/functions-client';
import { ParkedInteractionsView } from '../../../plugin-src/parking/components/ParkedInteractionsView';
import { ALL_HISTORY, historyCsv, historyRequestOf } from '../../../plugin-src/parking/state/history-search';
import { ME, NOW, sid } from './support/fixtures';
import { OPTIONS, renderParking } from './support/render-parking';

jest.setTimeout(30_000);

const HOUR_MS = 60 * 60_000;
const iso = (agoMs: number) => new Date(NOW.getTime() - agoMs).toISOString();
const BEN = { workerSid: sid('WK', 2), name: 'Ben Torres' };

const entry = (over: Partial<HistoryEntry> = {}): HistoryEntry => ({
  parkId: 'one',
  conversationSid: sid('CH'),
  channelType: 'whatsapp',
  queueName: 'Support',
  customerName: 'Wanda',
  customerAddress: 'whatsapp:+15550002222',
  reason: 'Waits for a delivery',
  parkedBy: { workerSid: ME, name: 'Ada Okafor' },
  parkedAt: iso(5 * HOUR_MS),
  returnedAt: iso(2 * HOUR_MS),
  endedAt: iso(2 * HOUR_MS),
  how: 'reply',
  takenBy: BEN,
  ...over,
});

const answers = (entries: HistoryEntry[], nextCursor?: string): Outcome<HistoryAnswer> => ({
  ok: true,
  answer: { status: 'history', entries, ...(nextCursor && { nextCursor }) },
});

/** The view of a supervisor who looks at the history; its answers come when the test gives them. */
async function openHistory(historyDays = 30) {
  const requests: HistoryRequest[] = [];
  const waiting: ((outcome: Outcome<HistoryAnswer>) => void)[] = [];
  const saved: [string, string][] = [];
  renderParking(<ParkedInteractionsView />, {
    services: {
      mayLead: true,
      options: { ...OPTIONS, historyDays },
      history: (request) => {
        requests.push(request);
        return new Promise((answer) => void waiting.push(answer));
      },
      saveFile: (name, text) => void saved.push([name, text]),
    },
  });
  await userEvent.click(screen.getByRole('button', { name: 'History' }));
  const gives = (outcome: Outcome<HistoryAnswer>) => act(async () => waiting.shift()?.(outcome));
  return { requests, gives, saved };
}

const rows = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    );

describe('the history', () => {
  it('says who parked whom, for how long and why, how it ended and who took it', async () => {
    const { gives, requests } = await openHistory();
    expect(screen.getByRole('heading', { name: 'Parking history' })).toBeTruthy();
    expect(screen.getByText('Loading parked interactions…')).toBeTruthy();
    await gives(answers([entry(), entry({ parkId: 'two', how: 'closed', takenBy: undefined, reason: undefined })]));
    expect(requests).toEqual([{}]);
    expect(rows()).toEqual([
      [
        'Wanda+15550002222',
        'Ada OkaforSupport',
        expect.stringMatching(/for 3 hr$/),
        'Waits for a delivery',
        expect.stringMatching(/^The customer replied/),
        'Ben Torres',
      ],
      [
        'Wanda+15550002222',
        'Ada OkaforSupport',
        expect.stringMatching(/for 3 hr$/),
        '',
        expect.stringMatching(/^The conversation was closed/),
        '',
      ],
    ]);
    expect(screen.getByText('What was parked appears here once it is over. It is kept for 30 days.')).toBeTruthy();
  });

  it('is searched as the supervisor types, and a late answer to an older question is not shown', async () => {
    const { gives, requests } = await openHistory();
    await gives(answers([entry()]));
    await userEvent.type(screen.getByLabelText('Customer, agent, queue or reason'), 'sa');
    expect(requests.slice(1)).toEqual([{ words: 's' }, { words: 'sa' }]);
    await gives(answers([entry()]));
    expect(screen.queryByText('Wanda')).toBeNull();
    await gives(answers([entry({ customerName: 'Sam' })]));
    expect(rows()[0]?.[0]).toBe('Sam+15550002222');
  });

  it('goes on by itself where nothing matched yet, and else when asked', async () => {
    const { gives, requests } = await openHistory();
    await gives(answers([], 'page-2'));
    await gives(answers([entry()], 'page-3'));
    expect(requests).toEqual([{}, { cursor: 'page-2' }]);
    await userEvent.click(screen.getByRole('button', { name: 'Show older ones' }));
    await gives(answers([entry({ parkId: 'older', customerName: 'Sam' })]));
    expect(requests[2]).toEqual({ cursor: 'page-3' });
    expect(rows().map(([customer]) => customer)).toEqual(['Wanda+15550002222', 'Sam+15550002222']);
    expect(screen.queryByRole('button', { name: 'Show older ones' })).toBeNull();
  });

  it('says that nothing matches, and that none is kept', async () => {
    const { gives } = await openHistory(0);
    await gives(answers([]));
    expect(screen.getByText('Nothing that was parked matches.')).toBeTruthy();
    expect(screen.getByText(/^No history is kept/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Download as CSV' })).toHaveProperty('disabled', true);
  });

  it('is tried again after a failure', async () => {
    const { gives, requests } = await openHistory();
    await gives({ ok: false, failure: { code: 'twilio-unavailable', message: '' } });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await gives(answers([entry()]));
    expect(requests).toEqual([{}, {}]);
    expect(rows()).toHaveLength(1);
  });

  it('is saved as it is shown', async () => {
    const { gives, saved } = await openHistory();
    await gives(answers([entry()]));
    await userEvent.click(screen.getByRole('button', { name: 'Download as CSV' }));
    expect(saved).toEqual([[expect.stringMatching(/^parking-history-\d{4}-\d\d-\d\d\.csv$/), historyCsv([entry()])]]);
  });
});

describe('a search in the history', () => {
  it('takes a day from midnight to midnight', () => {
    const { before = '', from = '' } = historyRequestOf({ words: ' ', day: '2026-11-27' });
    expect(new Date(from).toLocaleString('sv')).toBe('2026-11-27 00:00:00');
    expect(new Date(before).toLocaleString('sv')).toBe('2026-11-28 00:00:00');
    expect(historyRequestOf(ALL_HISTORY)).toEqual({});
  });

  it('gives a file whose fields a spreadsheet does not calculate', () => {
    const [, row] = historyCsv([entry({ customerName: '=1+1' })]).split('\r\n');
    expect(row).toMatch(/^"'=1\+1","whatsapp:\+15550002222"/);
  });
});

import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';

import type { PreviewAnswer } from '../../../serverless-functions/src/contract/preview';
import type { Outcome } from '../../../plugin-src/flex/functions-client';
import { ParkedInteractionsView } from '../../../plugin-src/parking/components/ParkedInteractionsView';
import type { ParkingAction } from '../../../plugin-src/parking/state/parking-actions';
import { aListItem, anEveryonesItem, itemsOf, sid } from './support/fixtures';
import { renderParking } from './support/render-parking';

/** Role queries in a whole view take their time on a busy machine. */
jest.setTimeout(30_000);

const grace = anEveryonesItem({ agentName: 'ada', queueName: 'Support' });
const wanda = anEveryonesItem({ conversationSid: sid('CH', 2), customerName: 'Wanda', queueName: 'Sales' });
const stuck = anEveryonesItem({ conversationSid: sid('CH', 3), customerName: 'Sam', problem: 'channel-gone' });

const everyones: ParkingAction = { type: 'park-interaction/view-changed', change: { scope: 'everyone' } };
const board = (...items: (typeof grace)[]): ParkingAction[] => [
  everyones,
  { type: 'park-interaction/everyone-changed', items, unreadable: [], complete: true },
];
const services = { mayLead: true };
const names = (table: HTMLElement) =>
  within(table)
    .getAllByRole('rowheader')
    .map((cell) => cell.textContent);

describe('the supervisors’ board', () => {
  it('is one press away from the own list, and is read when it is opened', async () => {
    const { asked } = renderParking(<ParkedInteractionsView />, { services });
    expect(asked.everyoneReloads).toBe(0);
    await userEvent.click(screen.getByRole('button', { name: 'Everyone’s' }));
    expect(asked.everyoneReloads).toBe(1);
    expect(screen.getByRole('button', { name: 'Everyone’s' }).getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByRole('heading', { name: 'All parked interactions' })).toBeTruthy();
  });

  it('shows agent and queue, and can be narrowed to them', async () => {
    renderParking(<ParkedInteractionsView />, { services, before: board(grace, wanda) });
    const table = screen.getByRole('table', { name: 'All parked interactions' });
    expect(within(table).getByText('ada')).toBeTruthy();
    await userEvent.selectOptions(screen.getByLabelText('Agent'), 'ben');
    expect(names(table)).toEqual(['Wandagrace@example.com']);
    await userEvent.selectOptions(screen.getByLabelText('Queue'), 'Support');
    expect(screen.getByText(/No parked interactions match/)).toBeTruthy();
  });

  it.each([
    ['Me', 'me'],
    ['Any agent, through the workflow', 'workflow'],
    ['ben, who parked it', 'original'],
  ])('unparks to: %s', async (choice, routeTo) => {
    const { asked } = renderParking(<ParkedInteractionsView />, { services, before: board(wanda) });
    await userEvent.click(screen.getByRole('button', { name: 'Unpark Wanda' }));
    await userEvent.click(screen.getByRole('menuitem', { name: choice }));
    expect(asked.unparks).toEqual([{ conversationSid: sid('CH', 2), routeTo }]);
  });

  it('sets apart what needs attention, and says why', () => {
    renderParking(<ParkedInteractionsView />, { services, before: board(grace, stuck) });
    const table = screen.getByRole('table', { name: 'Needs attention' });
    expect(names(table)).toEqual(['Samgrace@example.com']);
    expect(within(table).getByText(/^Twilio has deleted the channel/)).toBeTruthy();
    expect(names(screen.getByRole('table', { name: 'All parked interactions' }))).toEqual(['Gracegrace@example.com']);
  });

  it('sets apart what needs attention also in an agent’s own list, and says why', () => {
    const refused = aListItem({ conversationSid: sid('CH', 4), customerName: 'Nora', problem: 'routing-refused' });
    renderParking(<ParkedInteractionsView />, {
      before: [{ type: 'park-interaction/list-changed', items: itemsOf(aListItem(), refused), complete: true }],
    });
    const table = screen.getByRole('table', { name: 'Needs attention' });
    expect(names(table)).toEqual(['Noragrace@example.com']);
    expect(within(table).getByText(/^Twilio refused to route it/)).toBeTruthy();
    expect(within(table).getByRole('button', { name: 'Unpark Nora' })).toBeTruthy();
    expect(names(screen.getByRole('table', { name: 'Parked Interactions' }))).toEqual(['Gracegrace@example.com']);
  });

  it('sets apart what has been back for long without an agent; it is unparked already', () => {
    const returningSince = '2026-03-04T11:48:00.000Z';
    const back = anEveryonesItem({ conversationSid: sid('CH', 6), state: 'returning', returningSince });
    const unparked = { type: 'park-interaction/unpark-done', conversationSid: sid('CH', 6) } as const;
    renderParking(<ParkedInteractionsView />, { services, before: [...board(grace, back), unparked] });
    const table = screen.getByRole('table', { name: 'Needs attention' });
    expect(within(table).getByText('Back for 12 min, and nobody has accepted it yet.')).toBeTruthy();
    const button = within(table).getByRole('button', { name: 'Unpark Grace' });
    expect(button.getAttribute('aria-busy')).not.toBe('true');
    expect(button.hasAttribute('disabled')).toBe(true);
  });

  it('names conversations of which not even a row can be shown, also when nothing else is parked', () => {
    const unreadable = [sid('CH', 7), sid('CH', 8)];
    renderParking(<ParkedInteractionsView />, {
      services,
      before: [everyones, { type: 'park-interaction/everyone-changed', items: [], unreadable, complete: true }],
    });
    const section = screen.getByRole('region', { name: 'Needs attention' });
    for (const conversation of unreadable) expect(within(section).getByText(conversation)).toBeTruthy();
    expect(screen.queryByText('Nobody has parked a conversation.')).toBeNull();
  });

  it('says that nobody has parked anything, or why it could not be read', async () => {
    const { asked, store } = renderParking(<ParkedInteractionsView />, { services, before: board() });
    expect(screen.getByText('Nobody has parked a conversation.')).toBeTruthy();
    act(() => void store.dispatch({ type: 'park-interaction/everyone-failed', code: 'twilio-unavailable' }));
    expect(screen.getByRole('alert').textContent).toMatch(/Twilio did not answer/);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(asked.everyoneReloads).toBe(2);
  });
});

describe('a supervisor who is not available', () => {
  it('is told what happens to what they unpark to themselves', () => {
    const away = { mayLead: true, readinessFor: () => 'not-available' as const };
    renderParking(<ParkedInteractionsView />, { before: board(grace), services: away });
    expect(screen.getByText(/^You are not available. What you unpark to yourself waits a short while/)).toBeTruthy();
  });
});

describe('the preview of a parked conversation', () => {
  const answer = (outcome: Outcome<PreviewAnswer>) => ({ preview: async () => outcome });
  const before: ParkingAction[] = [
    { type: 'park-interaction/list-changed', items: itemsOf(aListItem()), complete: true },
  ];
  const message = {
    index: 0,
    from: 'customer',
    author: 'x',
    body: 'Hello',
    hasMedia: false,
    at: '2026-03-04T11:50:00Z',
  };
  const openIt = () => userEvent.click(screen.getByRole('button', { name: 'Preview the conversation with Grace' }));

  it('asks for the messages when it is opened, and says so', async () => {
    const { asked } = renderParking(<ParkedInteractionsView />, { before });
    expect(asked.previews).toEqual([]);
    await openIt();
    expect(asked.previews).toEqual([sid('CH')]);
    expect(within(screen.getByRole('dialog', { name: 'Grace' })).getByText('Loading the messages…')).toBeTruthy();
  });

  it('shows who said what, and whether there is more', async () => {
    const messages = [
      { ...message, from: 'customer' as const },
      { ...message, index: 1, from: 'agent' as const, author: 'ada', body: '', hasMedia: true },
    ];
    const services = answer({
      ok: true,
      answer: { status: 'preview', conversationSid: sid('CH'), messages, more: true },
    });
    renderParking(<ParkedInteractionsView />, { before, services });
    await openIt();
    const dialog = screen.getByRole('dialog', { name: 'Grace' });
    expect(await within(dialog).findByText('Hello')).toBeTruthy();
    expect(within(dialog).getByText('(attachment)')).toBeTruthy();
    expect(within(dialog).getByText(/Older messages/)).toBeTruthy();
    expect(dialog.textContent).toMatch(/Grace · 10 minutes ago/);
  });

  it('tells all of a note, of which the list has room for the beginning only', async () => {
    const note = 'They look for it in three depots. '.repeat(12).trim();
    const noted = aListItem({ reason: 'Carrier', note });
    renderParking(<ParkedInteractionsView />, {
      before: [{ type: 'park-interaction/list-changed', items: itemsOf(noted), complete: true }],
    });
    await openIt();
    const dialog = screen.getByRole('dialog', { name: 'Grace' });
    expect(within(dialog).getByText('Reason: Carrier')).toBeTruthy();
    expect(within(dialog).getByText(`Note: ${note}`)).toBeTruthy();
  });

  it('says why it failed, and can be tried again and closed', async () => {
    const failed = { ok: false, failure: { code: 'not-parked', message: '' } } as const;
    renderParking(<ParkedInteractionsView />, { before, services: answer(failed) });
    await openIt();
    expect((await screen.findByRole('alert')).textContent).toMatch(/is no longer parked/);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

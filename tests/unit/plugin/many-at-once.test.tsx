import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';

import { ParkedInteractionsView } from '../../../plugin-src/parking/components/ParkedInteractionsView';
import type { ParkingAction } from '../../../plugin-src/parking/state/parking-actions';
import { anEveryonesItem, sid } from './support/fixtures';
import { OPTIONS, renderParking } from './support/render-parking';

/** Role queries in a whole view take their time on a busy machine. */
jest.setTimeout(30_000);

const grace = anEveryonesItem({ agentName: 'ada' });
const wanda = anEveryonesItem({ conversationSid: sid('CH', 2), customerName: 'Wanda' });
const moving = anEveryonesItem({ conversationSid: sid('CH', 3), customerName: 'Mo', state: 'unparking' });
const board = (...items: (typeof grace)[]): ParkingAction[] => [
  { type: 'park-interaction/view-changed', change: { scope: 'everyone' } },
  { type: 'park-interaction/everyone-changed', items, unreadable: [], complete: true },
];
const services = { mayLead: true };
const show = (...items: (typeof grace)[]) =>
  renderParking(<ParkedInteractionsView />, { services, before: board(...items) });
const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const everything = () => box('Select all that match the filters');
const bar = () => screen.queryByRole('group', { name: 'Selected conversations' });
const chosen = (...items: (typeof grace)[]) =>
  items.map(({ conversationSid, customerName }) => ({ conversationSid, customerName }));

describe('the rows that are chosen', () => {
  it('are unparked to the workflow together', async () => {
    const { asked } = show(grace, wanda);
    expect(bar()).toBeNull();
    await userEvent.click(box('Select Wanda'));
    expect(everything().indeterminate).toBe(true);
    await userEvent.click(box('Select Grace'));
    expect(everything().checked).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Unpark through the workflow' }));
    expect(asked.many).toEqual([
      { command: { kind: 'unpark', to: { routeTo: 'workflow' } }, rows: chosen(grace, wanda) },
    ]);
  });

  it.each([
    ['To whoever parked each of them', 'original'],
    ['To me', 'me'],
  ])('are handed over: %s', async (choice, routeTo) => {
    const { asked } = show(grace);
    await userEvent.click(everything());
    await userEvent.click(screen.getByRole('button', { name: 'Hand over' }));
    await userEvent.click(screen.getByRole('button', { name: choice }));
    expect(asked.many).toEqual([{ command: { kind: 'unpark', to: { routeTo } }, rows: chosen(grace) }]);
  });

  it('get another time together', async () => {
    const withTimes = { ...services, options: { ...OPTIONS, parkUntil: true } };
    const { asked } = renderParking(<ParkedInteractionsView />, { services: withTimes, before: board(grace) });
    await userEvent.click(everything());
    await userEvent.click(screen.getByRole('button', { name: 'Change time' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Only when the customer writes' }));
    expect(asked.many).toEqual([{ command: { kind: 'change-time' }, rows: chosen(grace) }]);
  });

  it('follow the filters: what is hidden does not count, and all are all that match', async () => {
    show(grace, wanda);
    await userEvent.click(everything());
    expect(bar()?.textContent).toMatch(/^Selected: 2/);
    await userEvent.selectOptions(screen.getByLabelText('Agent'), 'ben');
    expect(bar()?.textContent).toMatch(/^Selected: 1/);
    await userEvent.click(everything());
    expect(bar()).toBeNull();
    await userEvent.selectOptions(screen.getByLabelText('Agent'), 'All agents');
    expect(bar()?.textContent).toMatch(/^Selected: 1/);
    await userEvent.click(screen.getByRole('button', { name: 'Clear selection' }));
    expect(bar()).toBeNull();
  });

  it('are none that is just coming back', async () => {
    show(grace, moving);
    await userEvent.click(everything());
    expect(bar()?.textContent).toMatch(/^Selected: 1/);
    expect(box('Select Mo').disabled).toBe(true);
  });

  it('leave with their rows', async () => {
    const { store } = show(grace, wanda);
    await userEvent.click(everything());
    act(() => board(wanda).forEach((action) => store.dispatch(action)));
    expect(bar()?.textContent).toMatch(/^Selected: 1/);
  });

  it('are nothing that agents can choose', () => {
    renderParking(<ParkedInteractionsView />, { before: board(grace) });
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});

describe('what is under way', () => {
  const begun: ParkingAction = {
    type: 'park-interaction/many-started',
    command: { kind: 'unpark', to: { routeTo: 'workflow' } },
    rows: chosen(grace, wanda),
  };
  const answered = (conversationSid: typeof grace.conversationSid, result: 'done' | 'failed'): ParkingAction => ({
    type: 'park-interaction/many-answered',
    conversationSid,
    result: result === 'done' ? { status: 'done', how: 'gone' } : { status: 'failed', code: 'rate-limited' },
  });
  const panel = () => screen.getByRole('region', { name: 'Result for each conversation' });
  const results = () =>
    within(panel())
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);

  it('tells how far it is, in words for each row, and lets nothing else begin', async () => {
    const { store } = show(grace, wanda);
    act(() => void store.dispatch(begun));
    act(() => void store.dispatch(answered(grace.conversationSid, 'done')));
    expect(within(panel()).getByRole('status').textContent).toBe('Unparking: 1 of 2');
    expect(results()).toEqual(['GraceWas no longer parked', 'WandaWaiting for its turn']);
    expect(within(panel()).queryByRole('button')).toBeNull();
    await userEvent.click(box('Select Wanda'));
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Unpark through the workflow' }).disabled).toBe(true);
  });

  it('is still told when the view has been left, and when nothing is parked any more', () => {
    const { show: turnTo, store } = show(grace, wanda);
    act(() => void store.dispatch(begun));
    turnTo(<p>Another view</p>);
    for (const { conversationSid } of [grace, wanda]) act(() => void store.dispatch(answered(conversationSid, 'done')));
    act(() => board().forEach((action) => store.dispatch(action)));
    turnTo(<ParkedInteractionsView />);
    expect(within(panel()).getByRole('status').textContent).toBe('Done: 2 of 2');
  });

  it('offers to try the failed ones again, and goes when it is closed', async () => {
    const { asked, store } = show(grace, wanda);
    act(() => void store.dispatch(begun));
    act(() => void store.dispatch(answered(grace.conversationSid, 'done')));
    act(() => void store.dispatch(answered(wanda.conversationSid, 'failed')));
    expect(within(panel()).getByRole('status').textContent).toBe('Done: 1 of 2. Failed: 1');
    expect(results()[1]).toMatch(/^WandaTwilio is busy/);
    await userEvent.click(within(panel()).getByRole('button', { name: 'Try the failed ones again' }));
    expect(asked.many).toEqual(['again']);
    await userEvent.click(within(panel()).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('region', { name: 'Result for each conversation' })).toBeNull();
  });
});

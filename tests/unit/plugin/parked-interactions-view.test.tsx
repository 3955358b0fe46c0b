import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';

import { ParkedInteractionsView } from '../../../plugin-src/parking/components/ParkedInteractionsView';
import type { ParkingAction } from '../../../plugin-src/parking/state/parking-actions';
import type { ListItem } from '../../../serverless-functions/src/contract/list-item';
import { aListItem, itemsOf, sid } from './support/fixtures';
import { OPTIONS, renderParking } from './support/render-parking';

/** Role queries in a whole view take their time on a busy machine. */
jest.setTimeout(30_000);

const grace = aListItem();
const wanda = aListItem({
  conversationSid: sid('CH', 2),
  customerName: 'Wanda',
  customerAddress: 'whatsapp:+15550100',
  channelType: 'whatsapp',
  parkedAt: '2026-03-04T09:00:00.000Z',
});

const listOf = (...items: ListItem[]) =>
  ({ type: 'park-interaction/list-changed', items: itemsOf(...items), complete: true }) as const;
const rows = () => screen.getAllByRole('row').slice(1);
const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);
const cells = () =>
  rows().map((row) => {
    const header = within(row).getByRole('rowheader').textContent;
    const others = within(row).getAllByRole('cell');
    return [header, ...others.slice(0, -1).map((cell) => cell.textContent)];
  });

describe('the Parked Interactions view', () => {
  it('shows who waits, where, since when and on which channel, newest first', () => {
    renderParking(<ParkedInteractionsView />, { before: [listOf(wanda, grace)] });
    expect(screen.getByRole('table', { name: 'Parked Interactions' })).toBeTruthy();
    expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual([
      'Customer',
      'Parked',
      'Channel',
      'Reply window',
      'Action',
    ]);
    expect(cells()).toEqual([
      ['Gracegrace@example.com', '5 minutes agoLeaves the list in 24 hours', 'Web chat', 'No limit'],
      ['Wanda+15550100', '3 hours agoLeaves the list in 21 hours', 'WhatsApp', 'Unknown'],
    ]);
  });

  it('copies a wake link from the menu of a row, where the settings say so', async () => {
    const services = { options: { ...OPTIONS, wakeLinks: true } };
    const { asked } = renderParking(<ParkedInteractionsView />, { before: [listOf(grace)], services });
    await userEvent.click(screen.getByRole('button', { name: 'More actions for Grace' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Copy wake link' }));
    expect(asked.wakeLinks).toEqual([grace.conversationSid]);
  });

  it('says nothing of wake links where the settings do not', () => {
    renderParking(<ParkedInteractionsView />, { before: [listOf(grace)] });
    expect(screen.queryByRole('button', { name: /More actions/ })).toBeNull();
  });

  it('shows reasons and notes only when somebody has said any', () => {
    const { store } = renderParking(<ParkedInteractionsView />, { before: [listOf(grace)] });
    expect(screen.queryByRole('columnheader', { name: 'Reason and note' })).toBeNull();
    act(() => void store.dispatch(listOf({ ...grace, reason: 'Carrier', note: 'Calls back at three' })));
    expect(screen.getByRole('columnheader', { name: 'Reason and note' })).toBeTruthy();
    expect(screen.getByText('Carrier')).toBeTruthy();
    expect(screen.getByTitle('Calls back at three')).toBeTruthy();
  });

  it.each([
    ['2026-03-04T11:00:00.000Z', '23 hr left'],
    ['2026-03-03T13:30:00.000Z', '1 hr 30 min left'],
    ['2026-03-03T11:00:00.000Z', 'Template needed'],
  ])('says how long the customer who wrote at %s can be answered: %s', (lastCustomerMessageAt, said) => {
    renderParking(<ParkedInteractionsView />, { before: [listOf({ ...wanda, lastCustomerMessageAt })] });
    expect(screen.getByText(said).title).toMatch(/Mar [45], 2026/);
  });

  it('says of an SMS that its row stays', () => {
    renderParking(<ParkedInteractionsView />, { before: [listOf(aListItem({ channelType: 'sms' }))] });
    expect(screen.getByText('Stays in the list')).toBeTruthy();
    expect(screen.getByText(/conversation still comes back when the customer replies/)).toBeTruthy();
  });

  it('tells the exact date and time on hover, in the user’s own way', () => {
    renderParking(<ParkedInteractionsView />, { before: [listOf(grace)], localeTag: 'pt-BR' });
    expect(screen.getByText('há 5 minutos').title).toMatch(/4 de mar\. de 2026/);
  });

  it('unparks the row whose button is pressed', async () => {
    const { asked } = renderParking(<ParkedInteractionsView />, { before: [listOf(grace, wanda)] });
    await userEvent.click(screen.getByRole('button', { name: 'Unpark Wanda' }));
    expect(asked.unparks).toEqual([{ conversationSid: wanda.conversationSid }]);
  });

  it('shows a busy row as busy, and only that row', async () => {
    const { asked, store } = renderParking(<ParkedInteractionsView />, { before: [listOf(grace, wanda)] });
    const conversationSid = grace.conversationSid;
    act(() => void store.dispatch({ type: 'park-interaction/unpark-asked', conversationSid }));
    const busy = screen.getByRole<HTMLButtonElement>('button', { name: 'Unparking Grace…' });
    expect(busy.disabled).toBe(true);
    await userEvent.click(busy);
    expect(asked.unparks).toEqual([]);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Unpark Wanda' }).disabled).toBe(false);
  });

  it('keeps a row whose unparking failed, ready to be pressed again', () => {
    const { store } = renderParking(<ParkedInteractionsView />, { before: [listOf(grace)] });
    const conversationSid = grace.conversationSid;
    act(() => void store.dispatch({ type: 'park-interaction/unpark-asked', conversationSid }));
    act(() => void store.dispatch({ type: 'park-interaction/unpark-failed', conversationSid }));
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Unpark Grace' }).disabled).toBe(false);
  });

  it('is live: rows come and go with the list, and the number is announced', () => {
    const { store } = renderParking(<ParkedInteractionsView />, { before: [listOf(grace)] });
    act(() => void store.dispatch(listOf(grace, wanda)));
    expect(rows()).toHaveLength(2);
    expect(screen.getByText('Parked Interactions: 2').getAttribute('aria-live')).toBe('polite');
    act(() => void store.dispatch(listOf(wanda)));
    expect(rows()).toHaveLength(1);
  });

  it('says that it loads', () => {
    renderParking(<ParkedInteractionsView />);
    expect(screen.getByText('Loading parked interactions…')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('explains parking when nothing is parked', () => {
    renderParking(<ParkedInteractionsView />, { before: [listOf()] });
    expect(screen.getByRole('heading', { name: 'Nothing is parked' })).toBeTruthy();
    expect(screen.getByText(/Press Park at the top/)).toBeTruthy();
  });

  it('offers to try again when it could not be loaded', async () => {
    const { asked } = renderParking(<ParkedInteractionsView />, { before: [{ type: 'park-interaction/list-failed' }] });
    expect(screen.getByRole('alert').textContent).toMatch(/could not be loaded/);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(asked.reloads).toBe(1);
  });

  it('keeps the rows and says so while the connection is lost', () => {
    renderParking(<ParkedInteractionsView />, {
      before: [listOf(grace), { type: 'park-interaction/list-disconnected' }],
    });
    expect(rows()).toHaveLength(1);
    expect(screen.getByText(/connection is lost/)).toBeTruthy();
  });

  it('has a name for everyone and for every channel', () => {
    const nameless = aListItem({ customerName: '', channelType: 'carrier-pigeon' });
    renderParking(<ParkedInteractionsView />, { before: [listOf(nameless)] });
    expect(screen.getByRole('rowheader').textContent).toBe('grace@example.com');
    expect(cells()[0]?.[2]).toBe('carrier-pigeon');
  });

  it('keeps how it is looked at while the agent is elsewhere in Flex', async () => {
    const { show } = renderParking(<ParkedInteractionsView />, { before: [listOf(grace, wanda)] });
    await userEvent.type(screen.getByLabelText('Search'), 'wan');
    expect(rows()).toHaveLength(1);
    show(<p>Another view</p>);
    show(<ParkedInteractionsView />);
    expect(screen.getByLabelText<HTMLInputElement>('Search').value).toBe('wan');
    expect(rows()).toHaveLength(1);
  });

  it('can be sorted by its columns, and says how it is', async () => {
    renderParking(<ParkedInteractionsView />, { before: [listOf(grace, wanda)] });
    expect(screen.getByRole('columnheader', { name: 'Parked' }).getAttribute('aria-sort')).toBe('descending');
    await userEvent.click(screen.getByRole('button', { name: 'Customer' }));
    await userEvent.click(screen.getByRole('button', { name: 'Customer' }));
    expect(screen.getByRole('columnheader', { name: 'Customer' }).getAttribute('aria-sort')).toBe('descending');
    expect(names()[0]).toMatch(/^Wanda/);
  });

  it('can be narrowed to a channel, and says when nothing matches', async () => {
    renderParking(<ParkedInteractionsView />, { before: [listOf(grace, wanda)] });
    await userEvent.selectOptions(screen.getByLabelText('Channel'), 'WhatsApp');
    expect(names()).toEqual(['Wanda+15550100']);
    await userEvent.type(screen.getByLabelText('Search'), 'grace');
    expect(screen.getByText(/No parked interactions match/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(rows()).toHaveLength(2);
  });

  it('shows a thousand rows a page at a time', async () => {
    const many = Array.from({ length: 1000 }, (_, n) => aListItem({ conversationSid: sid('CH', n) }));
    renderParking(<ParkedInteractionsView />, { before: [listOf(...many)] });
    expect(rows()).toHaveLength(25);
    expect(screen.getByText('Page 1 of 40')).toBeTruthy();
    const view = screen.getByRole('region', { name: 'Parked Interactions' });
    view.scrollTop = 500; // where the button is
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(screen.getByText('Page 2 of 40')).toBeTruthy();
    expect(view.scrollTop).toBe(0);
  });

  it('shows the first rows while more are on their way', () => {
    renderParking(<ParkedInteractionsView />, { before: [{ ...listOf(grace), complete: false }] });
    expect(rows()).toHaveLength(1);
    expect(screen.getByText('Loading more…')).toBeTruthy();
  });

  it('says beforehand that I am not available, or at capacity on a channel', () => {
    const services = { readinessFor: () => 'not-available' as const };
    renderParking(<ParkedInteractionsView />, { before: [listOf(grace)], services });
    expect(screen.getByText(/You are not available/)).toBeTruthy();
    cleanup();
    const full = { readinessFor: (channel: string) => (channel === 'web' ? 'at-capacity' : 'ready') } as const;
    renderParking(<ParkedInteractionsView />, { before: [listOf(grace, wanda)], services: full });
    const says = rows().map((row) => /at capacity/.test(row.textContent ?? ''));
    expect(says).toEqual([true, false]);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Unpark Grace' }).disabled).toBe(false);
  });

  it('does not lose the focus when the row that has it goes', async () => {
    const { store } = renderParking(<ParkedInteractionsView />, { before: [listOf(grace, wanda)] });
    act(() => screen.getByRole('button', { name: 'Unpark Grace' }).focus());
    act(() => void store.dispatch(listOf(wanda)));
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Parked Interactions' }));
  });

  it('leaves the focus where it is when another row goes', () => {
    const { store } = renderParking(<ParkedInteractionsView />, { before: [listOf(grace, wanda)] });
    act(() => screen.getByRole('button', { name: 'Unpark Wanda' }).focus());
    act(() => void store.dispatch(listOf(wanda)));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Unpark Wanda' }));
  });

  it('shows agents nothing of others, whatever the state says', () => {
    const everyones: ParkingAction = { type: 'park-interaction/view-changed', change: { scope: 'everyone' } };
    const { asked } = renderParking(<ParkedInteractionsView />, { before: [listOf(grace), everyones] });
    expect(screen.queryByRole('button', { name: 'Everyone’s' })).toBeNull();
    expect(screen.getByRole('heading', { name: 'Parked Interactions' })).toBeTruthy();
    expect(asked.everyoneReloads).toBe(0);
  });
});

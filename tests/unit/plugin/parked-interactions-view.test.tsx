import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';

import { ParkedInteractionsView } from '../../../plugin-src/parking/components/ParkedInteractionsView';
import type { ListItem } from '../../../serverless-functions/src/contract/list-item';
import { aListItem, itemsOf, sid } from './support/fixtures';
import { renderParking } from './support/render-parking';

const grace = aListItem();
const wanda = aListItem({
  conversationSid: sid('CH', 2),
  customerName: 'Wanda',
  customerAddress: 'whatsapp:+15550100',
  channelType: 'whatsapp',
  parkedAt: '2026-03-04T09:00:00.000Z',
});

const listOf = (...items: ListItem[]) => ({ type: 'park-interaction/list-changed', items: itemsOf(...items) }) as const;
const rows = () => screen.getAllByRole('row').slice(1);

describe('the Parked Interactions view', () => {
  it('shows who waits, where, since when and on which channel, newest first', () => {
    renderParking(<ParkedInteractionsView />, { before: [listOf(wanda, grace)] });
    expect(screen.getByRole('table', { name: 'Parked Interactions' })).toBeTruthy();
    expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual([
      'Customer',
      'Address',
      'Parked',
      'Channel',
      'Action',
    ]);
    expect(rows().map((row) => within(row).getByRole('rowheader').textContent)).toEqual(['Grace', 'Wanda']);
    expect(
      rows().map((row) =>
        within(row)
          .getAllByRole('cell')
          .slice(0, 3)
          .map((cell) => cell.textContent),
      ),
    ).toEqual([
      ['grace@example.com', '5 minutes ago', 'Web chat'],
      ['+15550100', '3 hours ago', 'WhatsApp'],
    ]);
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
    expect(screen.getByText(/Press Park in the header/)).toBeTruthy();
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
    expect(screen.getByText('carrier-pigeon')).toBeTruthy();
  });
});

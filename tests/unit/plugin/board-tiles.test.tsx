import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';

import { ParkedInteractionsView } from '../../../plugin-src/parking/components/ParkedInteractionsView';
import type { AnyItem } from '../../../plugin-src/parking/state/arrange-rows';
import {
  BOARD_TILES,
  isBehindTile,
  tileCounts,
  tileMoment,
  type BoardTile,
} from '../../../plugin-src/parking/state/board-tiles';
import type { ParkingAction } from '../../../plugin-src/parking/state/parking-actions';
import { anEveryonesItem, aListItem, itemsOf, NOW, sid } from './support/fixtures';
import { OPTIONS, renderParking } from './support/render-parking';

/** Role queries in a whole view take their time on a busy machine. */
jest.setTimeout(30_000);

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const inMs = (ms: number) => new Date(NOW.getTime() + ms).toISOString();
const whatsApp = { channelType: 'whatsapp', lastCustomerMessageAt: inMs(-22.5 * HOUR_MS) };
const back = { state: 'returning', returningSince: inMs(-11 * MINUTE_MS) } as const;

const at = tileMoment(NOW.getTime(), 'UTC');
const tilesOf = (item: AnyItem) => BOARD_TILES.filter((tile) => isBehindTile(item, tile, at));

describe('the tiles of the board count', () => {
  it.each<[string, Partial<ReturnType<typeof anEveryonesItem>>, BoardTile[]]>([
    ['what waits for the customer only', {}, ['parked']],
    ['what is just being parked', { state: 'parking' }, ['parked']],
    ['what comes back before midnight', { backAt: inMs(11.9 * HOUR_MS) }, ['parked', 'today']],
    ['what comes back after midnight', { backAt: inMs(12 * HOUR_MS) }, ['parked']],
    ['what is due this very moment', { backAt: inMs(-MINUTE_MS) }, ['parked', 'today']],
    ['what should have been back', { backAt: inMs(-3 * MINUTE_MS) }, ['parked', 'overdue']],
    ['a reply window that closes in an hour and a half', whatsApp, ['parked', 'window']],
    ['one that an unread reply has opened anew', { ...whatsApp, replies: 'unread' }, ['parked']],
    ['one that is closed', { ...whatsApp, lastCustomerMessageAt: inMs(-25 * HOUR_MS) }, ['parked']],
    ['what is back and has found nobody', { ...whatsApp, ...back }, ['unaccepted', 'attention']],
    ['what has come back this minute', { ...back, returningSince: inMs(-MINUTE_MS) }, []],
    ['what cannot be routed', { problem: 'routing-refused' }, ['parked', 'attention']],
  ])('%s', (_, change, tiles) => {
    expect(tilesOf(anEveryonesItem(change))).toEqual(tiles);
  });

  it('a day that ends in the time zone of the settings', () => {
    const item = anEveryonesItem({ backAt: inMs(4 * HOUR_MS) });
    expect(isBehindTile(item, 'today', tileMoment(NOW.getTime(), 'America/New_York'))).toBe(true);
    expect(isBehindTile(item, 'today', tileMoment(NOW.getTime(), 'Asia/Tokyo'))).toBe(false);
  });

  it('nothing on an empty floor, and conversations without a row as in need of attention', () => {
    const none = { parked: 0, today: 0, overdue: 0, window: 0, unaccepted: 0, attention: 0 };
    expect(tileCounts([], at, 0)).toEqual(none);
    expect(tileCounts([], at, 2)).toEqual({ ...none, attention: 2 });
  });
});

describe('the tiles above everyone’s table', () => {
  const grace = anEveryonesItem({ agentName: 'ada' });
  const wanda = anEveryonesItem({ conversationSid: sid('CH', 2), customerName: 'Wanda', backAt: inMs(-HOUR_MS) });
  const sam = anEveryonesItem({ conversationSid: sid('CH', 3), customerName: 'Sam', problem: 'channel-gone' });
  const board = (...items: (typeof grace)[]): ParkingAction[] => [
    { type: 'park-interaction/view-changed', change: { scope: 'everyone' } },
    { type: 'park-interaction/everyone-changed', items, unreadable: [sid('CH', 9)], complete: true },
  ];
  const services = { mayLead: true, options: { ...OPTIONS, timeZone: 'UTC' } };
  const show = () => renderParking(<ParkedInteractionsView />, { services, before: board(grace, wanda, sam) });
  const tile = (name: RegExp) =>
    within(screen.getByRole('group', { name: 'At a glance' })).getByRole('button', { name });
  /** By its role's attribute: to look for roles in a whole view takes long on a busy machine. */
  const shown = () =>
    [...document.querySelectorAll('[role="rowheader"]')].map(({ textContent }) => textContent?.split('grace@')[0]);

  it('say their numbers and start with none of them pressed', () => {
    show();
    const tiles = within(screen.getByRole('group', { name: 'At a glance' })).getAllByRole('button');
    expect(tiles.map(({ textContent }) => textContent)).toEqual([
      'Parked now3',
      'Due today0',
      'Overdue1',
      'Reply window under 2 h0',
      'Back, not accepted0',
      'Needs attention2',
    ]);
    expect(tiles.map((each) => each.getAttribute('aria-pressed'))).toEqual(Array(6).fill('false'));
  });

  it('show what they count when they are pressed, and everything when they are pressed again', async () => {
    show();
    await userEvent.click(tile(/Overdue/));
    expect(tile(/Overdue/).getAttribute('aria-pressed')).toBe('true');
    expect(shown()).toEqual(['Wanda']);
    await userEvent.click(tile(/Parked now/));
    expect(tile(/Overdue/).getAttribute('aria-pressed')).toBe('false');
    expect(shown().sort()).toEqual(['Grace', 'Sam', 'Wanda']);
    await userEvent.click(tile(/Parked now/));
    expect(screen.getByRole('table', { name: 'Needs attention' })).toBeTruthy();
  });

  it('show with what needs attention also what has no row', async () => {
    show();
    await userEvent.click(tile(/Needs attention/));
    expect(shown()).toEqual(['Sam']);
    expect(screen.getByText(sid('CH', 9))).toBeTruthy();
    await userEvent.click(tile(/Overdue/));
    expect(screen.queryByText(sid('CH', 9))).toBeNull();
  });

  it('are let go with the other filters when nothing matches', async () => {
    show();
    await userEvent.click(tile(/Due today/));
    await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(tile(/Due today/).getAttribute('aria-pressed')).toBe('false');
  });

  it('are nothing that agents see, nor a supervisor in their own list', () => {
    const before: ParkingAction[] = [
      ...board(grace),
      { type: 'park-interaction/list-changed', items: itemsOf(aListItem()), complete: true },
      { type: 'park-interaction/view-changed', change: { tile: 'overdue' } },
    ];
    const { unmount } = renderParking(<ParkedInteractionsView />, { before });
    expect(screen.queryByRole('group', { name: 'At a glance' })).toBeNull();
    expect(shown()).toEqual(['Grace']);
    unmount();
    const mine: ParkingAction = { type: 'park-interaction/view-changed', change: { scope: 'mine', tile: 'overdue' } };
    renderParking(<ParkedInteractionsView />, { services, before: [...before, mine] });
    expect(screen.queryByRole('group', { name: 'At a glance' })).toBeNull();
    expect(shown()).toEqual(['Grace']);
  });
});

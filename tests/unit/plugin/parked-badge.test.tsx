import { act, screen } from '@testing-library/react';
import React from 'react';

import { useParkedBadge } from '../../../plugin-src/parking/hooks/use-parked-badge';
import type { ParkingServices } from '../../../plugin-src/parking/parking-services';
import type { ListItem } from '../../../serverless-functions/src/contract/list-item';
import { aListItem, itemsOf, NOW, sid } from './support/fixtures';
import { renderParking } from './support/render-parking';

function Badge() {
  const { count, label, warns } = useParkedBadge();
  return <p aria-label={label} role="status">{`${count}${warns ? '!' : ''}`}</p>;
}

const MINUTE_MS = 60_000;
const fromNow = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE_MS).toISOString();

function aBadge(rows: Partial<ListItem>[], services: Partial<ParkingServices> = {}) {
  const items = itemsOf(...rows.map((row, at) => aListItem({ conversationSid: sid('CH', at + 1), ...row })));
  renderParking(<Badge />, { before: [{ type: 'park-interaction/list-changed', items, complete: true }], services });
  const badge = screen.getByRole('status');
  return { label: () => badge.getAttribute('aria-label'), shown: () => badge.textContent };
}

describe('the badge of the side link', () => {
  it('only counts while nothing is due', () => {
    const { label, shown } = aBadge([{}, { backAt: fromNow(5), replies: 'wait' }]);
    expect([label(), shown()]).toEqual(['Parked Interactions: 2', '2']);
  });

  it('is plain without any row', () => {
    expect(aBadge([]).label()).toBe('Parked Interactions');
  });

  it.each<[string, Partial<ListItem>[], string]>([
    ['one that is due and still there', [{}, { backAt: fromNow(0) }, {}], 'Parked Interactions: 3, 1 is due'],
    [
      'a reply that waits for the time',
      [{ backAt: fromNow(60), replies: 'unread' }],
      'Parked Interactions: 1, 1 has an unread reply',
    ],
    [
      'several of both, each counted once',
      [
        { backAt: fromNow(-1), replies: 'unread' },
        { backAt: fromNow(-90) },
        { backAt: fromNow(60), replies: 'unread' },
        { backAt: fromNow(60), replies: 'unread' },
      ],
      'Parked Interactions: 4, 2 are due, 2 have unread replies',
    ],
  ])('warns of %s, with the same number', (_, rows, expected) => {
    const { label, shown } = aBadge(rows);
    expect([label(), shown()]).toEqual([expected, `${rows.length}!`]);
  });

  it('warns when the time comes', () => {
    jest.useFakeTimers();
    let nowMs = NOW.getTime();
    const { label } = aBadge([{ backAt: fromNow(1) }], { now: () => new Date(nowMs) });
    expect(label()).toBe('Parked Interactions: 1');
    nowMs += MINUTE_MS;
    act(() => void jest.advanceTimersByTime(MINUTE_MS));
    expect(label()).toBe('Parked Interactions: 1, 1 is due');
    jest.useRealTimers();
  });
});

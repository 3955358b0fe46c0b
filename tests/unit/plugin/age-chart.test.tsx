import { screen, within } from '@testing-library/react';
import React from 'react';

import { AgeChart } from '../../../plugin-src/parking/components/AgeChart';
import { agesByQueue } from '../../../plugin-src/parking/state/age-chart';
import { anEveryonesItem, NOW, sid } from './support/fixtures';
import { renderParking } from './support/render-parking';

const HOUR_MS = 60 * 60_000;
const parkedFor = (hours: number, queueName = 'Support', n = 1) =>
  anEveryonesItem({
    conversationSid: sid('CH', n),
    queueName,
    parkedAt: new Date(NOW.getTime() - hours * HOUR_MS).toISOString(),
  });
const ages = (...items: ReturnType<typeof parkedFor>[]) => agesByQueue(items, NOW.getTime());

describe('parked by age and queue', () => {
  it.each([
    [0.99, 'hour'],
    [1, 'hours'],
    [3.99, 'hours'],
    [4, 'day'],
    [23.99, 'day'],
    [24, 'older'],
  ])('counts what has been parked for %s h as “%s”', (hours, age) => {
    const none = { hour: 0, hours: 0, day: 0, older: 0 };
    expect(ages(parkedFor(hours))).toEqual([{ queue: { name: 'Support' }, counts: { ...none, [age]: 1 }, total: 1 }]);
  });

  it('has the fullest queue first, and does not count what is back', () => {
    const back = { ...parkedFor(2, 'Billing'), state: 'returning' as const };
    const lines = ages(parkedFor(1, 'Sales'), parkedFor(1), parkedFor(2), back);
    expect(lines.map(({ queue, total }) => [queue, total])).toEqual([
      [{ name: 'Support' }, 2],
      [{ name: 'Sales' }, 1],
    ]);
  });

  it('puts all but the fullest queues together, so that none is left out', () => {
    const many = Array.from({ length: 9 }, (_, n) => parkedFor(1, `Queue ${n}`));
    const lines = ages(...many, parkedFor(1, 'Queue 7'));
    expect(lines).toHaveLength(5);
    expect(lines[0]?.queue).toEqual({ name: 'Queue 7' });
    expect(lines.at(-1)).toMatchObject({ queue: 'others', total: 5 });
  });

  it('is a table for those who do not see bars', () => {
    const items = [parkedFor(0.5), parkedFor(30, 'Sales', 2)];
    renderParking(<AgeChart />, {
      services: { mayLead: true },
      before: [
        { type: 'park-interaction/view-changed', change: { scope: 'everyone' } },
        { type: 'park-interaction/everyone-changed', items, unreadable: [], complete: true },
      ],
    });
    const table = screen.getByRole('table', { name: 'Parked for how long' });
    const rows = within(table)
      .getAllByRole('row')
      .map(({ textContent }) => textContent);
    expect(rows).toEqual(['QueueUnder 1 h1 to 4 h4 to 24 hOver a day', 'Support1000', 'Sales0001']);
  });
});

import { screen } from '@testing-library/react';
import React from 'react';

import { ParkCard } from '../../../plugin-src/parking/components/ParkCard';
import { aTask, MESSAGING_ATTRIBUTES } from './support/fixtures';
import { renderParking } from './support/render-parking';

const card = {
  agentName: 'ben',
  parkedAt: '2026-03-04T11:00:00.000Z',
  timesParked: 2,
  reason: 'Carrier',
  note: 'Calls back at three',
};
const aReturnedTask = (parkInteraction: unknown) => aTask({ attributes: { ...MESSAGING_ATTRIBUTES, parkInteraction } });

describe('the card above a conversation that comes back', () => {
  it('says who parked it, when, why, with which note and how often', () => {
    renderParking(<ParkCard task={aReturnedTask(card)} />);
    const said = screen.getByRole('complementary', { name: 'Parking note' }).textContent;
    expect(said).toContain('ben parked this conversation 1 hour ago. Parked 2 times so far.');
    expect(said).toContain('Reason: Carrier');
    expect(said).toContain('Note: Calls back at three');
  });

  it('says what it knows when there is neither reason nor note', () => {
    const { note: _note, reason: _reason, ...bare } = { ...card, timesParked: 1 };
    renderParking(<ParkCard task={aReturnedTask(bare)} />);
    expect(screen.getByText(/Parked once so far/)).toBeTruthy();
    expect(screen.queryByText(/Reason|Note:/)).toBeNull();
  });

  it('says that another system brought it back, and what it said', () => {
    renderParking(<ParkCard task={aReturnedTask({ ...card, event: { note: 'refund approved' } })} />);
    expect(screen.getByText('It is back now because of an event in another system: refund approved')).toBeTruthy();
  });

  it('says that another system brought it back without a word', () => {
    renderParking(<ParkCard task={aReturnedTask({ ...card, event: {} })} />);
    expect(screen.getByText('It is back now because of an event in another system.')).toBeTruthy();
  });

  it.each([
    ['a task that was not parked', aTask()],
    ['attributes that are not ours', aReturnedTask({ agentName: 7 })],
    ['no task', undefined],
  ])('is not there for %s', (_, task) => {
    renderParking(<ParkCard task={task} />);
    expect(screen.queryByRole('complementary')).toBeNull();
  });
});

import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';

import { ParkButton } from '../../../plugin-src/parking/components/ParkButton';
import { ParkCard } from '../../../plugin-src/parking/components/ParkCard';
import type { HeaderTask } from '../../../plugin-src/parking/parking-services';
import { aConversation, aMessageBy, aTask, MESSAGING_ATTRIBUTES, MY_IDENTITY, NOW, sid } from './support/fixtures';
import { OPTIONS, renderParking } from './support/render-parking';

/** Role queries in a dialog take their time on a busy machine. */
jest.setTimeout(30_000);

const SETTINGS: typeof OPTIONS = {
  ...OPTIONS,
  askForNote: true,
  noteReasons: ['Carrier'],
  parkUntil: true,
  parkUntilPresets: ['in 1 hour'],
  timeZone: 'UTC',
};
const CARD = {
  agentName: 'ben',
  parkedAt: '2026-03-04T10:59:00.000Z',
  askedFor: '2026-03-04T11:58:30.000Z',
  timesParked: 1,
  reason: 'Carrier',
  note: 'Calls back at three',
};
const IN_AN_HOUR = new Date(NOW.getTime() + 3_600_000).toISOString();
const agentWroteLast = [aMessageBy('grace', 0), aMessageBy(MY_IDENTITY, 1)];
const customerWroteLast = [aMessageBy(MY_IDENTITY, 0), aMessageBy('grace', 1)];

const returned = (parkInteraction: object, changes: Partial<HeaderTask> = {}) =>
  aTask({ attributes: { ...MESSAGING_ATTRIBUTES, parkInteraction }, ...changes });

interface Scene {
  card?: object;
  messages?: typeof agentWroteLast;
  settings?: typeof OPTIONS;
  task?: Partial<HeaderTask>;
}

async function aCard({ card = CARD, messages = agentWroteLast, settings = SETTINGS, task = {} }: Scene = {}) {
  const theTask = returned(card, task);
  const rendered = renderParking(
    <>
      <ParkButton task={theTask} />
      <ParkCard task={theTask} />
    </>,
    { conversations: { [sid('CH')]: aConversation({ messages }) }, services: { options: settings } },
  );
  await act(() => Promise.resolve());
  return { ...rendered, task: theTask };
}

const button = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Park again' });

describe('Park again', () => {
  it('parks with the same reason and note, for as long as before, in one click', async () => {
    const { asked, task } = await aCard();
    expect(button().title).toMatch(/as before\. It comes back at Mar 4, 2026, .* or when the customer writes/);
    await userEvent.click(button());
    expect(asked.parks).toEqual([
      { task, reason: 'Carrier', note: 'Calls back at three', backAt: IN_AN_HOUR, replies: 'wake' },
    ]);
  });

  it('parks without a time when the card tells none, and says so', async () => {
    const { askedFor: _none, ...card } = CARD;
    const { asked, task } = await aCard({ card });
    expect(button().title).toBe('Park this conversation as before. It comes back when the customer writes.');
    await userEvent.click(button());
    expect(asked.parks).toEqual([{ task, reason: 'Carrier', note: 'Calls back at three' }]);
  });

  it('parks without a time where conversations are not parked until one any more', async () => {
    const { asked } = await aCard({ settings: { ...SETTINGS, parkUntil: false } });
    await userEvent.click(button());
    expect(asked.parks).not.toMatchObject([{ backAt: IN_AN_HOUR }]);
    expect(asked.parks).toHaveLength(1);
  });

  it('warns like Park when the customer spoke last, with everything filled in', async () => {
    const card = { ...CARD, reason: 'A reason of last week' };
    const { asked } = await aCard({ card, messages: customerWroteLast });
    await userEvent.click(button());
    expect(asked.parks).toEqual([]);
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByLabelText<HTMLTextAreaElement>(/Note/).value).toBe('Calls back at three');
    expect(dialog.getByLabelText<HTMLSelectElement>(/Reason/).value).toBe('A reason of last week');
    await userEvent.click(dialog.getByRole('button', { name: 'Park anyway' }));
    expect(asked.parks).toMatchObject([
      { reason: 'A reason of last week', note: 'Calls back at three', backAt: IN_AN_HOUR },
    ]);
  });

  it('cannot be pressed where Park cannot, and says the same', async () => {
    await aCard({ messages: customerWroteLast, settings: { ...SETTINGS, customerSpokeLast: 'refuse' } });
    expect(button().disabled).toBe(true);
    expect(button().title).toMatch(/Answer first/);
  });

  it('cannot be pressed while the conversation is being parked', async () => {
    const { store } = await aCard();
    act(() => void store.dispatch({ type: 'park-interaction/park-asked', taskSid: sid('WT') }));
    expect(button().disabled).toBe(true);
  });

  it.each<[string, Partial<HeaderTask>]>([
    ['in wrap-up', { status: 'wrapping' }],
    ['that is somebody else’s', { workerSid: sid('WK', 2) }],
    ['of a queue that may not park', { queueName: 'Sales' }],
  ])('is not there for a task %s; the note is', async (_, task) => {
    await aCard({ task, settings: { ...SETTINGS, queues: { Sales: { mayPark: false } } } });
    expect(screen.queryByRole('button', { name: 'Park again' })).toBeNull();
    expect(screen.getByRole('complementary', { name: 'Parking note' }).textContent).toContain('Calls back at three');
  });
});

import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';

import { ParkButton } from '../../../plugin-src/parking/components/ParkButton';
import { aConversation, aMessageBy, aTask, MESSAGING_ATTRIBUTES, MY_IDENTITY, NOW, sid } from './support/fixtures';
import { OPTIONS, renderParking } from './support/render-parking';

/** Role queries in a dialog take their time on a busy machine. */
jest.setTimeout(30_000);

const options: typeof OPTIONS = {
  ...OPTIONS,
  parkUntil: true,
  parkUntilPresets: ['in 1 hour', 'tomorrow 09:00'],
  timeZone: 'UTC',
};
const IN_AN_HOUR = new Date(NOW.getTime() + 3_600_000).toISOString();
const agentWroteLast = [aMessageBy('grace', 0), aMessageBy(MY_IDENTITY, 1)];

async function aMenu({ messages = agentWroteLast, settings = options, task = aTask() } = {}) {
  const rendered = renderParking(<ParkButton task={task} />, {
    conversations: { [sid('CH')]: aConversation({ messages }) },
    services: { options: settings },
  });
  await act(() => Promise.resolve());
  return { ...rendered, task };
}

const open = () => userEvent.click(screen.getByRole('button', { name: 'Park until…' }));
const item = (name: string | RegExp) => screen.getByRole('menuitem', { name });

describe('the menu beside Park', () => {
  it('is not there where conversations are not parked until a time', async () => {
    await aMenu({ settings: OPTIONS });
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Park']);
  });

  it('parks until the time that is chosen, or until the customer writes', async () => {
    const { asked, task } = await aMenu();
    await open();
    await userEvent.click(item(/In 1 hour/));
    expect(asked.parks).toEqual([{ task, backAt: IN_AN_HOUR, replies: 'wake' }]);
  });

  it('lets replies wait when the agent says so', async () => {
    const { asked } = await aMenu();
    await open();
    const waits = screen.getByRole('menuitemcheckbox', { name: 'Keep replies waiting until then' });
    expect(waits.getAttribute('aria-checked')).toBe('false');
    await userEvent.click(waits);
    expect(waits.getAttribute('aria-checked')).toBe('true');
    await userEvent.click(item(/Tomorrow/));
    expect(asked.parks).toMatchObject([{ replies: 'wait' }]);
  });

  it('warns of a time after the reply window has closed', async () => {
    const task = aTask({ attributes: { ...MESSAGING_ATTRIBUTES, channelType: 'whatsapp' } });
    const written = {
      ...aMessageBy('grace', 0),
      source: { author: 'grace', timestamp: new Date(NOW.getTime() - 23.5 * 3_600_000) },
    };
    await aMenu({ task, messages: [written, aMessageBy(MY_IDENTITY, 1)] });
    await open();
    expect(item(/In 1 hour/).textContent).toMatch(/After the reply window closes/);
  });

  it('asks first where Park does, and keeps the time', async () => {
    const { asked, task } = await aMenu({ messages: [aMessageBy(MY_IDENTITY, 0), aMessageBy('grace', 1)] });
    await open();
    await userEvent.click(item(/In 1 hour/));
    expect(screen.getByRole('dialog').textContent).toMatch(/comes back at .* or when the customer writes again/);
    await userEvent.click(screen.getByRole('button', { name: 'Park anyway' }));
    expect(asked.parks).toEqual([{ task, backAt: IN_AN_HOUR, replies: 'wake' }]);
  });

  it('takes a date and time of the agent’s own', async () => {
    const { asked, task } = await aMenu();
    await open();
    await userEvent.click(item('Choose date and time…'));
    const dialog = within(screen.getByRole('dialog', { name: 'When should it come back?' }));
    const date = dialog.getByLabelText('Date');
    const time = dialog.getByLabelText('Time');

    fireEvent.change(date, { target: { value: '2020-01-01' } });
    expect(dialog.getByText('Choose a time that is at least a minute ahead.')).toBeTruthy();
    expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Park' }).disabled).toBe(true);
    fireEvent.change(date, { target: { value: '2099-01-02' } });
    fireEvent.change(time, { target: { value: '08:15' } });
    await userEvent.click(dialog.getByRole('checkbox'));
    await userEvent.click(dialog.getByRole('button', { name: 'Park' }));
    expect(asked.parks).toEqual([{ task, backAt: '2099-01-02T08:15:00.000Z', replies: 'wait' }]);
  });
});

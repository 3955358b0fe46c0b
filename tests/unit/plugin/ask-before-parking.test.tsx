import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';

import { ParkButton } from '../../../plugin-src/parking/components/ParkButton';
import type { ParkingServices } from '../../../plugin-src/parking/parking-services';
import { aConversation, aMessageBy, aTask, MY_IDENTITY, sid } from './support/fixtures';
import { OPTIONS, renderParking, type RenderOptions } from './support/render-parking';

/** Role queries in a dialog take their time on a busy machine. */
jest.setTimeout(30_000);

const customerWroteLast = aConversation({ messages: [aMessageBy(MY_IDENTITY, 0), aMessageBy('grace', 1)] });
const agentWroteLast = aConversation({ messages: [aMessageBy('grace', 0), aMessageBy(MY_IDENTITY, 1)] });

const options = OPTIONS;
const asking = { ...options, askForNote: true, noteReasons: ['Carrier', 'Back office'] };

async function aButton(conversation: ReturnType<typeof aConversation>, settings: ParkingServices['options']) {
  const task = aTask();
  const conversations = { [sid('CH')]: conversation };
  const setup: RenderOptions = { conversations, services: { options: settings } };
  const rendered = renderParking(<ParkButton task={task} />, setup);
  await act(() => Promise.resolve());
  const becomes = (changed: typeof conversation) =>
    act(() => {
      conversations[sid('CH')] = changed;
      rendered.store.dispatch({ type: 'of Flex' } as never);
    });
  return { ...rendered, task, becomes };
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

describe('parking although the customer spoke last', () => {
  it('is asked about once, and done when the agent says so', async () => {
    const { asked, task } = await aButton(customerWroteLast, options);
    await press('Park');
    expect(screen.getByRole('dialog', { name: 'The customer spoke last' }).textContent).toMatch(/Grace may be waiting/);
    expect(asked.parks).toEqual([]);
    await press('Park anyway');
    expect(asked.parks).toEqual([{ task }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is left alone when the agent cancels, or presses Escape', async () => {
    const { asked } = await aButton(customerWroteLast, options);
    await press('Park');
    await press('Cancel');
    await press('Park');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(asked.parks).toEqual([]);
  });

  it('does not take a second Enter for a yes', async () => {
    const { asked } = await aButton(customerWroteLast, options);
    act(() => screen.getByRole('button', { name: 'Park' }).focus());
    await userEvent.keyboard('{Enter}{Enter}');
    expect(asked.parks).toEqual([]);
  });

  it('is nothing to ask about when the agent spoke last, or when the account allows it', async () => {
    const first = await aButton(agentWroteLast, options);
    await press('Park');
    expect(first.asked.parks).toEqual([first.task]);
    first.unmount();
    const second = await aButton(customerWroteLast, { ...options, customerSpokeLast: 'allow' });
    await press('Park');
    expect(second.asked.parks).toEqual([second.task]);
  });

  it('is not possible when the account refuses it, and the button says why', async () => {
    await aButton(customerWroteLast, { ...options, customerSpokeLast: 'refuse' });
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Park' });
    expect(button.disabled).toBe(true);
    expect(button.title).toMatch(/customer spoke last/);
  });
});

describe('a note when parking', () => {
  it('goes with its reason', async () => {
    const { asked, task } = await aButton(agentWroteLast, asking);
    await press('Park');
    await userEvent.selectOptions(screen.getByLabelText(/Reason/), 'Carrier');
    await userEvent.type(screen.getByLabelText(/Note for the next agent/), 'Calls back ');
    expect(screen.getByText(/Characters left: 489/)).toBeTruthy();
    const dialog = screen.getByRole('dialog', { name: 'Park Grace' });
    expect(dialog.textContent).not.toMatch(/waiting for an answer/);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Park' }));
    expect(asked.parks).toEqual([{ task, reason: 'Carrier', note: 'Calls back' }]);
  });

  it('is not required, and offers no reasons when the account has none', async () => {
    const { asked, task } = await aButton(agentWroteLast, { ...asking, noteReasons: [] });
    await press('Park');
    expect(screen.queryByLabelText(/Reason/)).toBeNull();
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Park' }));
    expect(asked.parks).toEqual([{ task, reason: '', note: '' }]);
  });

  it('carries the warning too when the customer spoke last', async () => {
    await aButton(customerWroteLast, asking);
    await press('Park');
    expect(screen.getByText(/Grace may be waiting for an answer/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Park anyway' })).toBeTruthy();
  });

  it('can be written on when the customer writes meanwhile, or the agent’s own answer arrives', async () => {
    const { asked, becomes, task } = await aButton(agentWroteLast, asking);
    await press('Park');
    await userEvent.selectOptions(screen.getByLabelText(/Reason/), 'Carrier');
    await userEvent.type(screen.getByLabelText(/Note for the next agent/), 'Calls ');
    becomes(customerWroteLast);
    expect(screen.getByText(/Grace may be waiting for an answer/)).toBeTruthy();
    await userEvent.keyboard('back ');
    becomes(agentWroteLast);
    expect(screen.queryByText(/Grace may be waiting for an answer/)).toBeNull();
    await userEvent.keyboard('at three');
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Park' }));
    expect(asked.parks).toEqual([{ task, reason: 'Carrier', note: 'Calls back at three' }]);
  });

  it('is asked for in a queue of its own settings only', async () => {
    const ownSettings = { ...options, queues: { Support: { askForNote: true } } };
    const { show } = await aButton(agentWroteLast, ownSettings);
    show(<ParkButton task={aTask({ queueName: 'Support' })} />);
    await press('Park');
    expect(screen.getByLabelText(/Note for the next agent/)).toBeTruthy();
  });

  it('survives that the agent looks at another task', async () => {
    const { show, task } = await aButton(agentWroteLast, asking);
    await press('Park');
    await userEvent.type(screen.getByLabelText(/Note for the next agent/), 'Half a sen');
    show(<ParkButton key="other" task={aTask({ taskSid: sid('WT', 2) })} />);
    expect(screen.queryByRole('dialog')).toBeNull();
    show(<ParkButton key="again" task={task} />);
    expect(screen.getByLabelText<HTMLTextAreaElement>(/Note for the next agent/).value).toBe('Half a sen');
  });
});

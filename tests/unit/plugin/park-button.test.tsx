import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';

import type { ConversationLike } from '../../../plugin-src/flex/conversation';
import { ParkButton } from '../../../plugin-src/parking/components/ParkButton';
import { aConversation, aParticipant, aTask, ME, MY_IDENTITY, sid } from './support/fixtures';
import { OPTIONS, renderParking } from './support/render-parking';

const withConversation = (conversation: ConversationLike) => ({ conversations: { [sid('CH')]: conversation } });

/** Lets the question who else is in the conversation be answered. */
const answered = () => act(() => Promise.resolve());

const theButton = () => screen.getByRole<HTMLButtonElement>('button', { name: /park/i });

describe('the Park button', () => {
  it('parks the task with one click', async () => {
    const task = aTask();
    const { asked } = renderParking(<ParkButton task={task} />, withConversation(aConversation()));
    await answered();
    await userEvent.click(screen.getByRole('button', { name: 'Park' }));
    expect(asked.parks).toEqual([task]);
    expect(theButton().title).toMatch(/comes back when the customer writes/);
  });

  it.each([
    ['a call', aTask({ attributes: { from: '+15550100' } })],
    ['a reservation that is not accepted', aTask({ status: 'pending' })],
    ['a task in wrap-up', aTask({ status: 'wrapping' })],
    ['somebody else’s task', aTask({ workerSid: sid('WK', 2) })],
    ['no task', undefined],
  ])('is not there for %s', (_, task) => {
    renderParking(<ParkButton task={task} />, withConversation(aConversation()));
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is not there in a queue whose conversations are not parked', async () => {
    const queues = { [sid('WQ')]: { mayPark: false } };
    const options = { ...OPTIONS, queues };
    const inSupport = aTask({ queueSid: sid('WQ'), queueName: 'Support' });
    const { show } = renderParking(<ParkButton task={inSupport} />, {
      ...withConversation(aConversation()),
      services: { options },
    });
    await answered();
    expect(screen.queryByRole('button')).toBeNull();
    show(<ParkButton task={aTask({ queueSid: sid('WQ', 2), queueName: 'Sales' })} />);
    await answered();
    expect(theButton().disabled).toBe(false);
  });

  it.each([
    ['the conversation is not there', {}, /still loading/],
    ['the conversation is loading', withConversation(aConversation({ currentPaginator: undefined })), /still loading/],
    ['a transfer is open', withConversation(aConversation({ transfers: [{ status: 'active' }] })), /transfer/],
  ])('says why it cannot be pressed while %s', async (_, options, reason) => {
    const { asked } = renderParking(<ParkButton task={aTask()} />, options);
    await answered();
    expect(theButton().disabled).toBe(true);
    expect(theButton().title).toMatch(reason);
    await userEvent.click(theButton());
    expect(asked.parks).toEqual([]);
  });

  it('cannot be pressed before Flex has told who else is there', () => {
    const task = aTask({ getParticipants: () => new Promise(() => undefined) });
    renderParking(<ParkButton task={task} />, withConversation(aConversation()));
    expect(theButton().disabled).toBe(true);
  });

  it('says that another agent is in the conversation', async () => {
    const ben = aParticipant({ type: 'agent', identity: 'ben', workerSid: sid('WK', 2) });
    const me = aParticipant({ type: 'agent', identity: MY_IDENTITY, workerSid: ME });
    const conversation = aConversation({
      participants: new Map([
        [MY_IDENTITY, {}],
        ['ben', {}],
      ]),
    });
    renderParking(
      <ParkButton task={aTask({ getParticipants: async () => [ben, me] })} />,
      withConversation(conversation),
    );
    await answered();
    expect(theButton().disabled).toBe(true);
    expect(theButton().title).toMatch(/Another agent or supervisor/);
  });

  it('leaves the check to the Function when Flex cannot tell who else is there', async () => {
    const task = aTask({ getParticipants: () => Promise.reject(new Error('no answer')) });
    renderParking(<ParkButton task={task} />, withConversation(aConversation()));
    await answered();
    expect(theButton().disabled).toBe(false);
  });

  it('stays busy when Flex remounts it or the agent comes back from another task', async () => {
    const options = withConversation(aConversation());
    const { asked, store, show } = renderParking(<ParkButton key="first" task={aTask()} />, options);
    await answered();
    act(() => void store.dispatch({ type: 'park-interaction/park-asked', taskSid: sid('WT') }));
    show(<ParkButton key="other" task={aTask({ taskSid: sid('WT', 2) })} />);
    await answered();
    expect(theButton().disabled).toBe(false);
    show(<ParkButton key="again" task={aTask()} />);
    await answered();
    const busy = screen.getByRole<HTMLButtonElement>('button', { name: 'Parking…' });
    expect(busy.disabled).toBe(true);
    expect(busy.title).toMatch(/being parked/);
    await userEvent.click(busy);
    expect(asked.parks).toEqual([]);
  });

  it('works again after a failure', async () => {
    const { asked, store } = renderParking(<ParkButton task={aTask()} />, withConversation(aConversation()));
    await answered();
    act(() => void store.dispatch({ type: 'park-interaction/park-asked', taskSid: sid('WT') }));
    act(() => void store.dispatch({ type: 'park-interaction/park-failed', taskSid: sid('WT') }));
    await userEvent.click(theButton());
    expect(asked.parks).toHaveLength(1);
  });

  it('speaks the language of the user', async () => {
    const options = { ...withConversation(aConversation()), localeTag: 'es-ES' };
    renderParking(<ParkButton task={aTask()} />, options);
    await answered();
    expect(screen.getByRole('button', { name: 'Aparcar' })).toBeTruthy();
  });
});

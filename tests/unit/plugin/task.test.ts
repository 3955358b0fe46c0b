/** @jest-environment node */
import { isLoaded, lastSeenMessageIndex, openInvites } from '../../../plugin-src/flex/conversation';
import { countOtherInternalParticipants } from '../../../plugin-src/flex/other-participants';
import { customerNameOf, isMyMessagingTask, parkTargetOf } from '../../../plugin-src/flex/task';
import { aConversation, aParticipant, aTask, ME, MESSAGING_ATTRIBUTES, MY_IDENTITY, sid } from './support/fixtures';

describe('a task that can be parked', () => {
  it('is an accepted messaging task of mine', () => {
    expect(isMyMessagingTask(aTask(), ME)).toBe(true);
    expect(parkTargetOf(aTask())).toEqual({
      taskSid: sid('WT'),
      interactionSid: sid('KD'),
      channelSid: sid('UO'),
      conversationSid: sid('CH'),
    });
  });

  it.each([
    ['a reservation that I have not accepted', aTask({ status: 'pending' })],
    ['a task in wrap-up', aTask({ status: 'wrapping' })],
    ['another agent’s task, seen by a supervisor', aTask({ workerSid: sid('WK', 2) })],
    ['a call', aTask({ attributes: { from: '+15550100', conference: { sid: 'CF1' } } })],
    ['a call through Interactions', aTask({ attributes: { ...MESSAGING_ATTRIBUTES, conversationSid: undefined } })],
    ['a task of the old chat', aTask({ attributes: { channelSid: sid('CH') } })],
    ['a task without attributes', aTask({ attributes: undefined })],
    ['no task', undefined],
  ])('is not %s', (_, task) => {
    expect(isMyMessagingTask(task, ME)).toBe(false);
  });

  it('has a customer name, else an address, else none', () => {
    expect(customerNameOf(aTask({ attributes: { customerName: 'Grace', from: 'x' } }))).toBe('Grace');
    expect(customerNameOf(aTask({ attributes: { customerName: 7, from: 'whatsapp:+15550100' } }))).toBe(
      'whatsapp:+15550100',
    );
    expect(customerNameOf(aTask({ attributes: {} }))).toBeUndefined();
    expect(customerNameOf(aTask({ attributes: 'broken' }))).toBeUndefined();
  });
});

describe('a conversation', () => {
  it('is loaded when its messages and participants are', () => {
    expect(isLoaded(aConversation())).toBe(true);
    expect(isLoaded(aConversation({ messages: [] }))).toBe(true);
    expect(isLoaded(undefined)).toBe(false);
    expect(isLoaded(aConversation({ source: undefined }))).toBe(false);
    expect(isLoaded(aConversation({ currentPaginator: undefined }))).toBe(false);
    expect(isLoaded(aConversation({ isLoadingParticipants: true }))).toBe(false);
    expect(isLoaded(aConversation({ isLoadingConversation: true }))).toBe(false);
    expect(isLoaded(aConversation({ errorWhileLoadingConversation: true }))).toBe(false);
  });

  it('tells the last message that was on screen, -1 without any', () => {
    expect(lastSeenMessageIndex(aConversation({ messages: [{ index: 3 }, { index: 12 }, { index: 7 }] }))).toBe(12);
    expect(lastSeenMessageIndex(aConversation({ messages: [] }))).toBe(-1);
  });

  it('counts the transfers that are still open', () => {
    const transfers = [{ status: 'completed' }, { status: 'active' }, { status: 'failed' }];
    expect(openInvites(aConversation({ transfers }))).toBe(1);
  });

  it('finds no open invite in a Flex UI that keeps no transfers', () => {
    const { transfers: _none, ...older } = aConversation({});
    expect(openInvites(older)).toBe(0);
  });
});

describe('other internal participants', () => {
  const me = aParticipant({ type: 'agent', identity: MY_IDENTITY, workerSid: ME });
  const customer = aParticipant({ type: 'customer', identity: 'grace' });
  const count = (participants: unknown, roster = [MY_IDENTITY, 'ben', 'sofia', 'grace']) =>
    countOtherInternalParticipants({
      task: aTask({ getParticipants: async () => participants }),
      channelSid: sid('UO'),
      workerSid: ME,
      roster: roster.join('\n'),
    });

  it('are not me and not the customer', async () => {
    expect(await count([me, customer])).toBe(0);
  });

  it('are other agents and supervisors, wherever I stand in the list', async () => {
    const ben = aParticipant({ type: 'agent', identity: 'ben', workerSid: sid('WK', 2) });
    const sofia = aParticipant({ type: 'supervisor', identity: 'sofia', workerSid: sid('WK', 3) });
    expect(await count([ben, me, customer])).toBe(1);
    expect(await count([customer, me, sofia, ben])).toBe(2);
  });

  it('are not those who have left the conversation but are still listed', async () => {
    const ben = aParticipant({ type: 'agent', identity: 'ben', workerSid: sid('WK', 2) });
    expect(await count([me, ben, customer], [MY_IDENTITY, 'grace'])).toBe(0);
  });

  it('are unknown when Flex answers something else', async () => {
    await expect(count(undefined)).rejects.toThrow();
  });
});

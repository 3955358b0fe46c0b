/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { atOnce } from '../../../local-twilio/src/services/customers/commands';
import { setUp } from './sdk';
import type { Setup } from './sdk';

const grace = { channel: 'web', address: 'grace', name: 'Grace' } as const;
const DAY_MS = 24 * 3_600_000;

function talking(setup: Setup) {
  setup.makeAvailable('ada');
  const { conversationSid } = atOnce(setup.world.customers.write({ ...grace, body: 'Hello' }));
  const { taskSid } = setup.accept('ada');
  const channel = setup.world.flex.channelOfConversation(conversationSid);
  if (!channel) throw new Error('No channel');
  const path = { interactionSid: channel.interactionSid, channelSid: channel.sid };
  const agent = [...channel.participants.values()].find(({ type }) => type === 'agent');
  return { conversationSid, taskSid, channel, path, fromParticipantSid: agent?.sid ?? '' };
}

const statusOf = (setup: Setup, taskSid: string) => setup.world.taskRouter.task(taskSid).assignmentStatus;
const reply = (setup: Setup) => atOnce(setup.world.customers.write({ ...grace, body: 'And?' }));

/** https://www.twilio.com/docs/flex/admin-guide/setup/conversations/messaging-transfers */
describe('a cold transfer', () => {
  it('to an agent is a task for them alone, with the same attributes; who gave it wraps up, off the conversation', () => {
    const setup = setUp();
    const talk = talking(setup);
    setup.makeAvailable('ben');
    const to = setup.person('ben').workerSid;
    setup.world.flex.transfer({ ...talk.path, fromParticipantSid: talk.fromParticipantSid, to });

    expect(statusOf(setup, talk.taskSid)).toBe('wrapping');
    const offered = setup.world.taskRouter.task(setup.offered('ben')?.taskSid ?? '');
    expect(JSON.parse(offered.attributes)).toMatchObject({ name: 'Grace', customerAddress: 'grace' });
    expect(offered.routingTarget).toBe(to);
    const people = [...setup.world.conversations.get(talk.conversationSid).participants.values()];
    expect(people.map(({ identity }) => identity)).toEqual(['grace']);
  });

  it('to a queue goes there by no workflow, to whoever is in it', () => {
    const setup = setUp();
    const talk = talking(setup);
    setup.world.flex.transfer({ ...talk.path, fromParticipantSid: talk.fromParticipantSid, to: ids.queues.sales });
    const waiting = setup.world.taskRouter.tasks().at(-1);
    expect(waiting).toMatchObject({ queueSid: ids.queues.sales, workflowSid: null, routingTarget: null });
  });

  it('keeps the channel active when its wrap-up is completed', () => {
    const setup = setUp();
    const talk = talking(setup);
    setup.world.flex.transfer({ ...talk.path, fromParticipantSid: talk.fromParticipantSid, to: ids.queues.support });
    setup.world.flex.closeParticipant({ ...talk.path, participantSid: talk.fromParticipantSid }, 'closed');
    expect(statusOf(setup, talk.taskSid)).toBe('completed');
    expect(talk.channel.status).toBe('active');
    expect(setup.world.conversations.get(talk.conversationSid).state).toBe('active');
  });

  it('is made and fetched over REST, with the official SDK', async () => {
    const setup = setUp();
    const talk = talking(setup);
    const { transfers } = setup.client.flexApi.v1.interaction(talk.path.interactionSid).channels(talk.path.channelSid);
    const wanted = { from: talk.fromParticipantSid, to: ids.queues.sales, type: 'cold' };
    // The SDK sends what it is given as the body, and its type leaves that open.
    const made = await transfers.create(wanted as never);
    expect(made).toMatchObject({
      status: 'completed',
      type: 'cold',
      from: talk.fromParticipantSid,
      to: ids.queues.sales,
    });
    expect((await transfers(made.sid).fetch()).sid).toBe(made.sid);
  });

  it('is refused to who does not serve, and to what is neither a worker nor a queue', () => {
    const setup = setUp();
    const talk = talking(setup);
    const give = (fromParticipantSid: string, to: string) => () =>
      setup.world.flex.transfer({ ...talk.path, fromParticipantSid, to });
    expect(give('UT0', ids.queues.support)).toThrow(expect.objectContaining({ status: 404 }));
    expect(give(talk.fromParticipantSid, ids.workflow)).toThrow(expect.objectContaining({ status: 400 }));
    expect(statusOf(setup, talk.taskSid)).toBe('assigned');
  });
});

/** https://www.twilio.com/docs/flex/admin-guide/setup/conversations/leave-and-pause-for-conversations */
describe('native Leave', () => {
  it('ends the task; the customer’s next message is a new task by the same workflow, once', () => {
    const setup = setUp();
    const talk = talking(setup);
    setup.world.flex.leaveChannel(talk.path.interactionSid, talk.path.channelSid);
    expect(statusOf(setup, talk.taskSid)).toBe('completed');
    expect(talk.channel.status).toBe('inactive');

    setup.world.conversations.addMessage(talk.conversationSid, { author: 'bot', body: 'A survey?', source: 'API' });
    expect(setup.world.taskRouter.tasks()).toHaveLength(1);
    reply(setup);
    reply(setup);
    expect(setup.world.taskRouter.tasks()).toHaveLength(2);
    expect(setup.world.taskRouter.tasks().at(-1)).toMatchObject({ workflowSid: ids.workflow, routingTarget: null });
    expect(talk.channel.status).toBe('active');
  });
});

describe('native Pause', () => {
  const pause = (setup: Setup) => {
    const talk = talking(setup);
    setup.world.flex.pauseChannel(talk.path.interactionSid, talk.path.channelSid);
    return talk;
  };
  const resume = (setup: Setup, { path }: ReturnType<typeof pause>) =>
    setup.world.flex.resumeChannel(path.interactionSid, path.channelSid, setup.person('ada').workerSid);

  it('frees the agent, is in their list and in nobody else’s; a message changes nothing', () => {
    const setup = setUp();
    const talk = pause(setup);
    reply(setup);
    expect(statusOf(setup, talk.taskSid)).toBe('completed');
    expect(setup.world.flex.pausedChannels(setup.person('ada').workerSid)).toEqual([talk.channel]);
    expect(setup.world.flex.pausedChannels(setup.person('ben').workerSid)).toEqual([]);
    expect(setup.world.taskRouter.tasks()).toHaveLength(1);
  });

  it('comes back to its agent without being offered', () => {
    const setup = setUp();
    const talk = pause(setup);
    resume(setup, talk);
    expect(setup.offered('ada')).toBeUndefined();
    const [reservation] = setup.world.taskRouter.activeReservations(setup.person('ada').workerSid);
    expect(reservation?.status).toBe('accepted');
    expect(() => resume(setup, talk)).toThrow(expect.objectContaining({ status: 404 }));
  });

  it('goes by workflow when its agent is at capacity', () => {
    const setup = setUp();
    const talk = pause(setup);
    setup.makeAvailable('ben');
    setup.world.taskRouter.setCapacity(setup.person('ada').workerSid, 'chat', { capacity: 0 });
    resume(setup, talk);
    expect(setup.offered('ben')).toBeDefined();
  });

  it('ends after 14 days: the next agent whom the workflow finds gets it', () => {
    const setup = setUp();
    const talk = pause(setup);
    setup.world.clock.advance(14 * DAY_MS - 1);
    expect(setup.world.taskRouter.tasks().filter(({ assignmentStatus }) => assignmentStatus === 'reserved')).toEqual(
      [],
    );
    setup.world.clock.advance(1);
    expect(talk.channel.status).toBe('active');
    expect(setup.offered('ada')).toBeDefined();
    expect(() => resume(setup, talk)).toThrow(expect.objectContaining({ status: 404 }));
  });

  it('ends without another task when the conversation was closed meanwhile', () => {
    const setup = setUp();
    const talk = pause(setup);
    setup.world.conversations.update(talk.conversationSid, { state: 'closed' });
    setup.world.clock.advance(14 * DAY_MS);
    expect(talk.channel.status).toBe('closed');
    expect(setup.world.taskRouter.tasks().filter(({ assignmentStatus }) => assignmentStatus === 'reserved')).toEqual(
      [],
    );
  });
});

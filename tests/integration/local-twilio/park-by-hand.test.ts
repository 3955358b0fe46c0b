/** @jest-environment node */
import twilio from 'twilio';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { atOnce } from '../../../local-twilio/src/services/customers/commands';
import { setUp } from './sdk';
import type { Setup } from './sdk';

const grace = { channel: 'web', address: 'grace', name: 'Grace' } as const;
const webhookUrl = 'https://parking-local.twil.io/webhooks/unpark-interaction?park=1';

async function agentParticipant({ client, world }: Setup, conversationSid: string) {
  const channel = world.flex.channelOfConversation(conversationSid);
  if (!channel) throw new Error('No channel');
  const path = client.flexApi.v1.interaction(channel.interactionSid).channels(channel.sid);
  const participants = await path.participants.list();
  const agent = participants.find(({ type }) => type === 'agent');
  return { channel, path, participants, agent };
}

/** Grace writes, Ada answers the call, and is taken off again as parking does. */
async function parked(setup: Setup) {
  setup.makeAvailable('ada');
  const { conversationSid } = atOnce(setup.world.customers.write({ ...grace, body: 'Hello' }));
  const { taskSid } = setup.accept('ada');
  const attributes = setup.world.taskRouter.task(taskSid).attributes;
  const { path, agent, channel } = await agentParticipant(setup, conversationSid);
  await setup.client.conversations.v1.conversations(conversationSid).webhooks.create({
    target: 'webhook',
    'configuration.url': webhookUrl,
    'configuration.method': 'post',
    'configuration.filters': ['onMessageAdded'],
  });
  if (!agent) throw new Error('No agent on the channel');
  await path.participants(agent.sid).update({ status: 'closed' });
  return { conversationSid, taskSid, attributes, path, channel, agent };
}

describe('parking by hand, with the official SDK', () => {
  it('closing the agent completes the task, frees capacity, and leaves channel and Conversation active', async () => {
    const setup = setUp();
    const { conversationSid, taskSid, path } = await parked(setup);
    const { client, person } = setup;
    const workspace = client.taskrouter.v1.workspaces(ids.workspace);

    expect((await workspace.tasks(taskSid).fetch()).assignmentStatus).toBe('completed');
    expect((await workspace.workers(person('ada').workerSid).workerChannels('chat').fetch()).assignedTasks).toBe(0);
    expect((await path.fetch()).status).toBe('active');
    expect((await client.conversations.v1.conversations(conversationSid).fetch()).state).toBe('active');
    const people = await client.conversations.v1.conversations(conversationSid).participants.list();
    expect(people.map(({ identity }) => identity)).toEqual(['grace']);
  });

  it('offers the agent the next customer once the parked one takes no capacity', async () => {
    const setup = setUp();
    setup.makeAvailable('ada');
    for (const name of ['Grace', 'Hedy', 'Joan', 'Mary']) {
      setup.world.customers.write({ channel: 'web', address: name.toLowerCase(), name, body: 'Hello' });
      if (setup.offered('ada')) setup.accept('ada');
    }
    expect(setup.offered('ada')).toBeUndefined();

    const conversation = setup.world.customers.current(grace);
    const { path, agent } = await agentParticipant(setup, conversation?.sid ?? '');
    await path.participants(agent?.sid ?? '').update({ status: 'closed' });

    expect(setup.offered('ada')).toBeDefined();
  });

  it('tells the webhook, signed, when the customer writes', async () => {
    const setup = setUp();
    const { conversationSid } = await parked(setup);
    setup.world.customers.write({ ...grace, body: 'Are you there?' });
    await setup.world.settled();

    const [delivery] = setup.sent;
    expect(setup.sent).toHaveLength(1);
    expect(delivery?.params).toMatchObject({
      EventType: 'onMessageAdded',
      ConversationSid: conversationSid,
      Author: 'grace',
      Body: 'Are you there?',
      Index: '1',
    });
    const signature = delivery?.headers['x-twilio-signature'] ?? '';
    expect(twilio.validateRequest(ids.authToken, signature, webhookUrl, { ...delivery?.params })).toBe(true);
    expect(twilio.validateRequest(ids.authToken, signature, webhookUrl, { ...delivery?.params, Index: '2' })).toBe(
      false,
    );
  });

  it('tells nobody about a message over REST, unless the caller asks', async () => {
    const setup = setUp();
    const { conversationSid } = await parked(setup);
    const { messages } = setup.client.conversations.v1.conversations(conversationSid);

    await messages.create({ author: 'system', body: 'We close at six' });
    await setup.world.settled();
    expect(setup.sent).toHaveLength(0);

    await messages.create({ author: 'bot', body: 'Still waiting?', xTwilioWebhookEnabled: 'true' });
    await setup.world.settled();
    expect(setup.sent).toHaveLength(1);
  });

  it('an invite with the old attributes makes a task with Flex keys of its own', async () => {
    const setup = setUp();
    const { attributes, path, channel, conversationSid } = await parked(setup);
    const old = JSON.parse(attributes);
    const invite = await path.invites.create({
      routing: {
        properties: {
          workspace_sid: ids.workspace,
          workflow_sid: ids.workflow,
          task_channel_unique_name: 'chat',
          attributes: { ...old, originalRouting: { queueName: 'Support' } },
        },
      },
    });

    const task = invite.routing.properties;
    expect(task).toMatchObject({ workflow_sid: ids.workflow, queue_name: 'Support', assignment_status: 'reserved' });
    expect(JSON.parse(task.attributes)).toEqual({
      ...old,
      originalRouting: { queueName: 'Support' },
      flexChannelInviteSid: invite.sid,
      flexInteractionChannelSid: channel.sid,
      flexInteractionSid: channel.interactionSid,
      conversationSid,
    });
    expect(setup.accept('ada').taskSid).toBe(task.sid);
  });

  it('a direct invite reaches that worker only, and declining it leaves the conversation without an agent', async () => {
    const setup = setUp();
    const { path, conversationSid } = await parked(setup);
    setup.makeAvailable('ben');
    const invite = await path.invites.create({
      routing: {
        properties: {
          workspace_sid: ids.workspace,
          workflow_sid: ids.workflow,
          queue_sid: ids.queues.support,
          worker_sid: setup.person('ada').workerSid,
          task_channel_unique_name: 'chat',
          attributes: {},
        },
      },
    });
    const reservation = setup.offered('ada');
    expect(setup.offered('ben')).toBeUndefined();
    setup.world.flex.declineInvite(invite.sid, reservation?.sid ?? '');

    const { taskrouter, conversations } = setup.client;
    const task = await taskrouter.v1.workspaces(ids.workspace).tasks(invite.routing.properties.sid).fetch();
    expect(task.assignmentStatus).toBe('canceled');
    expect((await conversations.v1.conversations(conversationSid).fetch()).state).toBe('active');
    expect(setup.offered('ben')).toBeUndefined();
  });

  it('TaskRouter forgets the finished task after five minutes', async () => {
    const setup = setUp();
    const { taskSid } = await parked(setup);
    const task = setup.client.taskrouter.v1.workspaces(ids.workspace).tasks(taskSid);
    setup.world.clock.advance(4 * 60_000);
    await expect(task.fetch()).resolves.toMatchObject({ sid: taskSid });
    setup.world.clock.advance(2 * 60_000);
    await expect(task.fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it.each([
    ['not-found', 404],
    ['ok', 200],
  ] as const)(
    'closing a closed participant answers %s when the switch says so',
    async (closingClosedParticipant, status) => {
      const setup = setUp({ switches: { closingClosedParticipant } });
      const { path, agent } = await parked(setup);
      const again = path.participants(agent.sid).update({ status: 'closed' });
      if (status === 200) await expect(again).resolves.toMatchObject({ sid: agent.sid });
      else await expect(again).rejects.toMatchObject({ status });
    },
  );

  it.each([
    ['listed', 2],
    ['vanish', 1],
  ] as const)('closed participants are %s when the switch says so', async (closedParticipants, count) => {
    const setup = setUp({ switches: { closedParticipants } });
    const { path } = await parked(setup);
    expect(await path.participants.list()).toHaveLength(count);
  });
});

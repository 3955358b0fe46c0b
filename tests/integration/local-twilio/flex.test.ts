/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { atOnce } from '../../../local-twilio/src/services/customers/commands';
import { setUp } from './sdk';
import type { Setup } from './sdk';

const grace = { channel: 'web', address: 'grace', name: 'Grace' } as const;

function talking(setup: Setup) {
  setup.makeAvailable('ada');
  const { conversationSid } = atOnce(setup.world.customers.write({ ...grace, body: 'Hello' }));
  const reservation = setup.accept('ada');
  const channel = setup.world.flex.channelOfConversation(conversationSid);
  if (!channel) throw new Error('No channel');
  const path = setup.client.flexApi.v1.interaction(channel.interactionSid).channels(channel.sid);
  return { conversationSid, reservation, channel, path };
}

const routing = (more: object = {}) => ({
  properties: { workspace_sid: ids.workspace, workflow_sid: ids.workflow, task_channel_unique_name: 'chat', ...more },
});

describe('Flex Interactions', () => {
  it('an accepted invite brings the agent into the Conversation and onto the channel', async () => {
    const setup = setUp();
    const { conversationSid, reservation, path } = talking(setup);
    const [customer, agent] = await path.participants.list();
    expect(customer).toMatchObject({ type: 'customer', routingProperties: null });
    expect(agent).toMatchObject({
      type: 'agent',
      routingProperties: {
        task_sid: reservation.taskSid,
        worker_sid: setup.person('ada').workerSid,
        reservation_sid: reservation.sid,
      },
    });
    const people = await setup.client.conversations.v1.conversations(conversationSid).participants.list();
    expect(people.map(({ identity }) => identity)).toEqual(['grace', setup.person('ada').identity]);
  });

  it('ending with wrap-up closes the Conversation and leaves the task wrapping until it is completed', async () => {
    const setup = setUp();
    const { conversationSid, reservation, path } = talking(setup);
    const task = setup.client.taskrouter.v1.workspaces(ids.workspace).tasks(reservation.taskSid);
    await path.update({ status: 'closed', routing: { status: 'wrapup' } });
    expect((await setup.client.conversations.v1.conversations(conversationSid).fetch()).state).toBe('closed');
    expect((await task.fetch()).assignmentStatus).toBe('wrapping');
    await path.update({ status: 'closed', routing: { status: 'closed' } });
    expect((await task.fetch()).assignmentStatus).toBe('completed');
  });

  it('Leave makes the channel inactive, completes the task and keeps the Conversation open', async () => {
    const setup = setUp();
    const { conversationSid, reservation, path } = talking(setup);
    await expect(path.update({ status: 'inactive' })).rejects.toMatchObject({ status: 400 });
    await path.update({ status: 'inactive', routing: { status: 'closed' } });
    expect((await path.fetch()).status).toBe('inactive');
    expect(setup.world.taskRouter.task(reservation.taskSid).assignmentStatus).toBe('completed');
    expect((await setup.client.conversations.v1.conversations(conversationSid).fetch()).state).toBe('active');
  });

  it('refuses an invite on a closed channel, without a task', async () => {
    const setup = setUp();
    const { path } = talking(setup);
    await path.update({ status: 'closed', routing: { status: 'closed' } });
    const before = setup.world.taskRouter.tasks().length;
    await expect(path.invites.create({ routing: routing() })).rejects.toMatchObject({ status: 400 });
    expect(setup.world.taskRouter.tasks()).toHaveLength(before);
  });

  it('answers 404 for a channel that nobody touched for 180 days', async () => {
    const setup = setUp();
    const { path, reservation } = talking(setup);
    setup.world.taskRouter.completeTask(reservation.taskSid);
    setup.world.clock.advance(181 * 24 * 3_600_000);
    await expect(path.fetch()).rejects.toMatchObject({ status: 404 });
    await expect(path.invites.create({ routing: routing() })).rejects.toMatchObject({ status: 404 });
  });

  it('refuses an invite whose attributes do not fit into a task, and one with unknown properties', async () => {
    const setup = setUp();
    const { path } = talking(setup);
    const big = routing({ attributes: { text: 'x'.repeat(4096) } });
    await expect(path.invites.create({ routing: big })).rejects.toMatchObject({ status: 400 });
    const odd = routing({ virtual_start_time: '2026-01-01' });
    await expect(path.invites.create({ routing: odd })).rejects.toMatchObject({ status: 400 });
    expect(setup.world.taskRouter.tasks()).toHaveLength(1);
  });

  it('lists the invites of a channel with the status of their tasks', async () => {
    const setup = setUp();
    const { path, reservation } = talking(setup);
    const [invite] = await path.invites.list();
    expect(invite?.routing.properties).toMatchObject({ sid: reservation.taskSid, assignment_status: 'assigned' });
  });

  it.each([
    ['ignored', 'reserved'],
    ['respected', 'pending'],
  ] as const)('a direct invite finds the capacity %s when the switch says so', async (directInviteCapacity, status) => {
    const setup = setUp({ switches: { directInviteCapacity } });
    const { path } = talking(setup);
    const { workerSid } = setup.person('ada');
    setup.world.taskRouter.setCapacity(workerSid, 'chat', { capacity: 1 });
    const direct = routing({ queue_sid: ids.queues.support, worker_sid: workerSid });
    const invite = await path.invites.create({ routing: direct });
    expect(invite.routing.properties.assignment_status).toBe(status);
  });

  it('starts an interaction over REST', async () => {
    const setup = setUp();
    setup.makeAvailable('ada');
    const interaction = await setup.client.flexApi.v1.interaction.create({
      channel: {
        type: 'sms',
        initiated_by: 'api',
        participants: [{ address: '+15550009999', proxy_address: '+15550001111' }],
      },
      routing: routing({ task_channel_unique_name: 'sms' }),
    });
    expect(setup.offered('ada')?.taskSid).toBe(interaction.routing.properties.sid);
  });

  describe('that an agent starts (interactions-api/interactions#agent-initiated-outbound-interactions)', () => {
    const participants = [{ address: '+15550009999', proxy_address: '+15550001111' }];
    const start = (setup: Setup, properties: object, initiatedBy = 'agent') =>
      setup.client.flexApi.v1.interaction.create({
        channel: { type: 'sms', initiated_by: initiatedBy, participants },
        routing: routing({ task_channel_unique_name: 'sms', ...properties }),
      });

    it('goes to that agent, who is in the Conversation before they accept', async () => {
      const setup = setUp();
      setup.makeAvailable('ada');
      setup.makeAvailable('ben');
      const { workerSid, identity } = setup.person('ada');
      const made = await start(setup, { queue_sid: ids.queues.support, worker_sid: workerSid });
      expect(setup.offered('ada')?.taskSid).toBe(made.routing.properties.sid);
      expect(JSON.parse(made.routing.properties.attributes)).toMatchObject({ direction: 'outbound' });
      const [channel] = setup.world.flex.channels(made.sid);
      const members = [...setup.world.conversations.get(channel?.conversationSid ?? '').participants.values()];
      expect(members.map((one) => one.identity ?? one.messagingBinding?.address)).toEqual(['+15550009999', identity]);
      setup.accept('ada');
      expect(setup.world.conversations.get(channel?.conversationSid ?? '').participants.size).toBe(2);
    });

    it('needs their queue and worker, and a customer who starts one the Conversation that they are in', async () => {
      const setup = setUp();
      await expect(start(setup, {})).rejects.toMatchObject({ status: 400 });
      await expect(start(setup, {}, 'customer')).rejects.toMatchObject({ status: 400 });
    });

    it('is 501 by email, and with what is not emulated', async () => {
      const { interaction } = setUp().client.flexApi.v1;
      const by = (channel: object) => interaction.create({ channel, routing: routing({}) });
      await expect(by({ type: 'email', initiated_by: 'api' })).rejects.toMatchObject({ status: 501 });
      const projected = { address: '+15550009999', projected_address: '+15550001111' };
      const refused = by({ type: 'sms', initiated_by: 'api', participants: [projected] });
      await expect(refused).rejects.toMatchObject({
        status: 501,
        message: expect.stringContaining('Channel.participants.0.projected_address is not emulated'),
      });
    });
  });
});

describe('the Flex Configuration', () => {
  it('is fetched and replaced field by field', async () => {
    const { client } = setUp();
    const before = await client.flexApi.v1.configuration().fetch();
    expect(before.taskrouterWorkspaceSid).toBe(ids.workspace);
    const features = { park_interaction: { enabled: true } };
    await client.flexApi.v1
      .configuration()
      .update({ account_sid: ids.account, ui_attributes: { custom_data: { features } } } as never);
    const { uiAttributes, taskrouterWorkspaceSid } = await client.flexApi.v1.configuration().fetch();
    expect(uiAttributes).toEqual({ custom_data: { features } });
    expect(taskrouterWorkspaceSid).toBe(ids.workspace);
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded', `account_sid=${ids.account}&crm_enabled=true`],
    ['no JSON', 'application/json', '{'],
    ['a list', 'application/json', '[]'],
    ['no account', 'application/json', '{"crm_enabled":true}'],
    ['another account', 'application/json', `{"account_sid":"AC${'1'.repeat(32)}","crm_enabled":true}`],
    ['an unknown property', 'application/json', `{"account_sid":"${ids.account}","colour":"green"}`],
    ['ui_attributes as text', 'application/json', `{"account_sid":"${ids.account}","ui_attributes":"{}"}`],
    ['ui_attributes as a list', 'application/json', `{"account_sid":"${ids.account}","ui_attributes":[]}`],
  ])('refuses %s, and keeps what it had', async (_, type, body) => {
    const { world } = setUp();
    const before = world.flex.configuration();
    const authorization = `Basic ${Buffer.from(`${ids.account}:${ids.authToken}`).toString('base64')}`;
    const answer = await world.dispatch({
      ...{ method: 'POST', host: 'flex-api.twilio.com', path: '/v1/Configuration', query: {} },
      headers: { authorization, 'content-type': type },
      body,
    });
    expect(answer.status).toBe(400);
    expect(world.flex.configuration()).toEqual(before);
  });
});

/** Twilio documents neither; the product must be right both ways. */
describe('what Twilio leaves open about invites', () => {
  it('`inviteTask: later` hides a new task from REST for up to four seconds, while agents are offered it', async () => {
    const setup = setUp({ switches: { inviteTask: 'later' } });
    const { path } = talking(setup);
    const invite = await path.invites.create({ routing: routing() });
    const { taskSid = '' } =
      [...(setup.world.flex.channels(invite.interactionSid)[0]?.invites.values() ?? [])].at(-1) ?? {};
    const task = setup.client.taskrouter.v1.workspaces(ids.workspace).tasks(taskSid);
    await expect(task.fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
    setup.world.clock.advance(4_001);
    expect((await task.fetch()).sid).toBe(taskSid);
  });

  it.each([
    ['listed', 1],
    ['vanish', 0],
  ] as const)('`acceptedInvites: %s` leaves %i of one accepted invite in the list', async (acceptedInvites, many) => {
    const setup = setUp({ switches: { acceptedInvites } });
    const { path } = talking(setup);
    expect(await path.invites.list()).toHaveLength(many);
    await path.invites.create({ routing: routing() });
    expect(await path.invites.list()).toHaveLength(many + 1);
  });
});

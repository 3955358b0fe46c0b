/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { setUp, type Setup } from './sdk';

/** A request that Twilio refuses changes nothing: https://www.twilio.com/docs/usage/twilios-response#errors-and-exceptions */
const { activities, queues } = ids;
const refused = { status: 400 };
const tooLong = JSON.stringify({ text: 'x'.repeat(20_000) });
const workspaceOf = ({ client }: Setup) => client.taskrouter.v1.workspaces(ids.workspace);
const workerOf = (setup: Setup, username: string) => workspaceOf(setup).workers(setup.person(username).workerSid);

const create = (setup: Setup, attributes: object = {}) =>
  workspaceOf(setup).tasks.create({ taskChannel: 'chat', attributes: JSON.stringify(attributes) });

describe('a worker (docs/taskrouter/api/worker)', () => {
  it('keeps their attributes and their name when the activity is refused, for an offer that waits', async () => {
    const setup = setUp();
    setup.makeAvailable('ada');
    await create(setup);
    const before = await workerOf(setup, 'ada').fetch();
    const changes = { attributes: '{"a":1}', friendlyName: 'Ada', activitySid: activities.break };
    await expect(workerOf(setup, 'ada').update(changes)).rejects.toMatchObject(refused);
    const { attributes, friendlyName, activityName } = await workerOf(setup, 'ada').fetch();
    expect([attributes, friendlyName, activityName]).toEqual([before.attributes, before.friendlyName, 'Available']);
  });

  it('keeps activity and name when the attributes are refused', async () => {
    const setup = setUp();
    const changes = { attributes: tooLong, friendlyName: 'Ada', activitySid: activities.available };
    await expect(workerOf(setup, 'ada').update(changes)).rejects.toMatchObject(refused);
    await expect(workerOf(setup, 'ada').fetch()).resolves.toMatchObject({
      friendlyName: 'ada@example.com',
      activityName: 'Offline',
    });
  });

  it('is offered nothing between new attributes and the activity that comes with them', async () => {
    const setup = setUp();
    await workerOf(setup, 'ada').update({ attributes: '{}', activitySid: activities.available });
    await create(setup);
    const skilled = '{"routing":{"skills":["support"]}}';
    await workerOf(setup, 'ada').update({ attributes: skilled, activitySid: activities.break });
    expect(setup.offered('ada')).toBeUndefined();
    await expect(workerOf(setup, 'ada').fetch()).resolves.toMatchObject({ activityName: 'Break' });
  });

  it('has no channel for less than no task', async () => {
    const channel = workerOf(setUp(), 'ada').workerChannels('chat');
    await expect(channel.update({ capacity: -1 })).rejects.toMatchObject(refused);
  });
});

describe('a task (docs/taskrouter/api/task)', () => {
  it('keeps its priority when its status is refused', async () => {
    const setup = setUp();
    const { sid } = await create(setup);
    const task = workspaceOf(setup).tasks(sid);
    const changes = { priority: 5, assignmentStatus: 'completed' as const, reason: 'done' };
    await expect(task.update(changes)).rejects.toMatchObject(refused);
    await expect(task.fetch()).resolves.toMatchObject({ priority: 0, assignmentStatus: 'pending' });
  });

  it('is offered to nobody by attributes that come with its cancellation', async () => {
    const setup = setUp();
    const configuration = JSON.stringify({
      task_routing: { filters: [{ expression: 'ready == true', targets: [{ queue: queues.support }] }] },
    });
    const held = { queue: queues.support, expression: '1==0' };
    await workspaceOf(setup)
      .workflows(ids.workflow)
      .update({ configuration: JSON.stringify({ task_routing: { filters: [], default_filter: held } }) });
    setup.makeAvailable('ada');
    const { sid } = await create(setup);
    await workspaceOf(setup).workflows(ids.workflow).update({ configuration });
    const changes = { attributes: '{"ready":true}', assignmentStatus: 'canceled' as const, reason: 'gone' };
    await expect(workspaceOf(setup).tasks(sid).update(changes)).resolves.toMatchObject({ reason: 'gone' });
    expect(setup.world.taskRouter.reservationsOfTask(sid)).toEqual([]);
  });
});

describe('a reservation (docs/taskrouter/api/reservations)', () => {
  async function offered() {
    const setup = setUp();
    setup.makeAvailable('ada');
    const { sid } = await create(setup);
    return {
      setup,
      reservation: workspaceOf(setup)
        .tasks(sid)
        .reservations(setup.offered('ada')?.sid ?? ''),
    };
  }

  it('is not rejected when the activity to go to does not exist', async () => {
    const { reservation } = await offered();
    const workerActivitySid = `WA${'0'.repeat(32)}`;
    await expect(reservation.update({ reservationStatus: 'rejected', workerActivitySid })).rejects.toMatchObject({
      status: 404,
    });
    await expect(reservation.fetch()).resolves.toMatchObject({ reservationStatus: 'pending' });
  });

  it('that is rejected into an activity leaves the worker without the next offer', async () => {
    const { setup, reservation } = await offered();
    await create(setup);
    await reservation.update({ reservationStatus: 'rejected', workerActivitySid: activities.break });
    await expect(workerOf(setup, 'ada').fetch()).resolves.toMatchObject({ activityName: 'Break' });
    expect(setup.offered('ada')).toBeUndefined();
  });

  it('that is accepted takes no activity: what is ignored is refused', async () => {
    const { reservation } = await offered();
    await expect(
      reservation.update({ reservationStatus: 'accepted', workerActivitySid: activities.break }),
    ).rejects.toMatchObject({ status: 501 });
    await expect(reservation.fetch()).resolves.toMatchObject({ reservationStatus: 'pending' });
  });
});

describe('in Conversations (docs/conversations/api)', () => {
  async function started() {
    const setup = setUp();
    const { conversations } = setup.client.conversations.v1;
    const { sid } = await conversations.create({ friendlyName: 'before' });
    return { setup, conversation: conversations(sid) };
  }

  it('a conversation keeps its name when its attributes are refused', async () => {
    const { conversation } = await started();
    await expect(conversation.update({ friendlyName: 'after', attributes: '{' })).rejects.toMatchObject({
      code: 50304,
    });
    await expect(conversation.fetch()).resolves.toMatchObject({ friendlyName: 'before' });
  });

  it('a message keeps author and text when its attributes are refused', async () => {
    const { conversation } = await started();
    const { sid } = await conversation.messages.create({ author: 'bot', body: 'before' });
    const changes = { author: 'me', body: 'after', attributes: '{' };
    await expect(conversation.messages(sid).update(changes)).rejects.toMatchObject({ code: 50304 });
    await expect(conversation.messages(sid).fetch()).resolves.toMatchObject({ author: 'bot', body: 'before' });
  });

  it('a participant keeps their attributes when the role is refused', async () => {
    const { conversation } = await started();
    const { sid } = await conversation.participants.create({ identity: 'bob' });
    const changes = { attributes: '{"a":1}', roleSid: `RL${'0'.repeat(32)}` };
    await expect(conversation.participants(sid).update(changes)).rejects.toMatchObject(refused);
    await expect(conversation.participants(sid).fetch()).resolves.toMatchObject({ attributes: '{}' });
  });

  it('a user keeps their name and role when the attributes are refused', async () => {
    const { setup, conversation } = await started();
    await conversation.participants.create({ identity: 'bob' });
    const user = setup.client.conversations.v1.users('bob');
    await expect(user.update({ friendlyName: 'Bob', attributes: '{' })).rejects.toMatchObject({ code: 50304 });
    await expect(user.fetch()).resolves.toMatchObject({ friendlyName: 'bob' });
  });

  it('a webhook keeps its address when its method is refused', async () => {
    const { setup, conversation } = await started();
    const url = 'https://functions-local.twil.io/a';
    const created = { target: 'webhook' as const, 'configuration.url': url };
    const { sid } = await conversation.webhooks.create({ ...created, 'configuration.filters': ['onMessageAdded'] });
    const changes = { 'configuration.url': `${url}/b`, 'configuration.method': 'PUT' as never };
    await expect(conversation.webhooks(sid).update(changes)).rejects.toMatchObject(refused);
    const webhook = setup.world.conversations.list()[0]?.webhooks.get(sid);
    expect(webhook?.url).toBe(url);
  });
});

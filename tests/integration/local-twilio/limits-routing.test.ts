/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { atOnce } from '../../../local-twilio/src/services/customers/commands';
import { setUp } from './sdk';
import type { Setup } from './sdk';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const workspaceOf = ({ client }: Setup) => client.taskrouter.v1.workspaces(ids.workspace);
/** A JSON object of exactly that many characters. */
const ofLength = (count: number) => JSON.stringify({ a: 'x'.repeat(count - '{"a":""}'.length) });

const newTask = (setup: Setup, more: { timeout?: number; priority?: number; attributes?: string } = {}) =>
  workspaceOf(setup).tasks.create({ workflowSid: ids.workflow, taskChannel: 'chat', attributes: '{}', ...more });

function served(setup: Setup) {
  setup.makeAvailable('ada');
  const { conversationSid } = atOnce(
    setup.world.customers.write({ channel: 'web', address: 'g', name: 'Grace', body: 'Hi' }),
  );
  const { taskSid, sid } = setup.accept('ada');
  const channel = setup.world.flex.channelOfConversation(conversationSid);
  if (!channel) throw new Error('No channel');
  return { conversationSid, taskSid, reservationSid: sid, channel };
}

/** https://www.twilio.com/docs/taskrouter/limits */
describe('limits of TaskRouter (docs/taskrouter/limits)', () => {
  it('a task’s attributes have 4096 characters, when it is made and when it is changed', async () => {
    const setup = setUp();
    const task = await newTask(setup, { attributes: ofLength(4096) });
    await expect(newTask(setup, { attributes: ofLength(4097) })).rejects.toMatchObject({ status: 400 });
    await expect(task.update({ attributes: ofLength(4097) })).rejects.toMatchObject({ status: 400 });
  });

  it('a worker’s attributes have 4096 characters', async () => {
    const setup = setUp();
    const worker = workspaceOf(setup).workers(setup.person('ada').workerSid);
    await worker.update({ attributes: ofLength(4096) });
    await expect(worker.update({ attributes: ofLength(4097) })).rejects.toMatchObject({ status: 400 });
  });

  it('a task may wait for two weeks, and waits for a day when nothing is said', async () => {
    const setup = setUp();
    const longest = await newTask(setup, { timeout: 1_209_600 });
    await expect(newTask(setup, { timeout: 1_209_601 })).rejects.toMatchObject({ status: 400 });
    const usual = await newTask(setup);
    setup.world.clock.advance(DAY_MS);
    await expect(usual.fetch()).resolves.toMatchObject({ assignmentStatus: 'canceled', reason: 'Task TTL Exceeded' });
    setup.world.clock.advance(13 * DAY_MS - 1);
    expect((await longest.fetch()).assignmentStatus).toBe('pending');
    setup.world.clock.advance(1);
    expect((await longest.fetch()).assignmentStatus).toBe('canceled');
  });

  it('an assigned task is deleted by the system after 24 hours, and the agent is off the conversation', async () => {
    const setup = setUp();
    const { taskSid, channel, conversationSid } = served(setup);
    setup.world.clock.advance(DAY_MS - 1);
    expect((await workspaceOf(setup).tasks(taskSid).fetch()).assignmentStatus).toBe('assigned');
    setup.world.clock.advance(1);
    await expect(workspaceOf(setup).tasks(taskSid).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
    const left = setup.world.flex.participants(channel.interactionSid, channel.sid);
    expect(left.map(({ type }) => type)).toEqual(['customer']);
    expect(setup.world.conversations.get(conversationSid).state).toBe('active');
  });
});

/** https://www.twilio.com/docs/taskrouter/api/task */
describe('tasks (docs/taskrouter/api/task)', () => {
  it('a finished task can be fetched for five minutes, then it and its reservations are forgotten', async () => {
    const setup = setUp();
    const { taskSid, reservationSid } = served(setup);
    setup.world.taskRouter.completeTask(taskSid);
    setup.world.clock.advance(5 * MINUTE_MS - 1);
    expect((await workspaceOf(setup).tasks(taskSid).fetch()).assignmentStatus).toBe('completed');
    setup.world.clock.advance(1);
    await expect(workspaceOf(setup).tasks(taskSid).fetch()).rejects.toMatchObject({ status: 404 });
    const worker = workspaceOf(setup).workers(setup.person('ada').workerSid);
    await expect(worker.reservations(reservationSid).fetch()).rejects.toMatchObject({ status: 404 });
  });

  it('a priority is 0 to 2^31 - 1', async () => {
    const setup = setUp();
    const task = await newTask(setup, { priority: 2_147_483_647 });
    await expect(newTask(setup, { priority: 2_147_483_648 })).rejects.toMatchObject({ status: 400 });
    await expect(newTask(setup, { priority: -1 })).rejects.toMatchObject({ status: 400 });
    await expect(task.update({ priority: -1 })).rejects.toMatchObject({ status: 400 });
  });
});

/** https://www.twilio.com/docs/taskrouter/api/reservations */
describe('a reservation (docs/taskrouter/api/reservations)', () => {
  it('times out after what its workflow says, and the agent who missed it is offline', async () => {
    const setup = setUp();
    setup.makeAvailable('ada');
    const { sid } = await newTask(setup);
    const reservation = setup.offered('ada');
    const seconds = setup.world.taskRouter.workflow(ids.workflow).taskReservationTimeoutSeconds;
    setup.world.clock.advance(seconds * 1000 - 1);
    expect(reservation?.status).toBe('pending');
    setup.world.clock.advance(1);
    expect(reservation?.status).toBe('timeout');
    expect((await workspaceOf(setup).tasks(sid).fetch()).assignmentStatus).toBe('pending');
    const worker = await workspaceOf(setup).workers(setup.person('ada').workerSid).fetch();
    expect(worker.activityName).toBe('Offline');
  });
});

/** https://www.twilio.com/docs/taskrouter/api/event/reference */
describe('a TaskRouter callback (docs/taskrouter/api/event/reference)', () => {
  it('is given up after fifteen seconds', async () => {
    const setup = setUp({ deliver: () => new Promise(() => undefined) });
    setup.world.taskRouter.setEventCallback('https://parking-local.twil.io/events', ['task.created']);
    await newTask(setup);
    setup.world.clock.advance(15_000 - 1);
    expect(setup.world.deliveries()[0]?.outcome).toBeNull();
    setup.world.clock.advance(1);
    await setup.world.settled();
    expect(setup.world.deliveries()[0]?.outcome).toEqual({ failure: 'no answer in 15000 ms' });
  });
});

/** https://www.twilio.com/docs/flex/developer/conversations/park-an-interaction */
describe('an interaction channel (docs/flex/developer/conversations/park-an-interaction)', () => {
  const channelOf = ({ client }: Setup, { channel }: ReturnType<typeof served>) =>
    client.flexApi.v1.interaction(channel.interactionSid).channels(channel.sid);

  it('is gone after 180 days in which Flex did nothing with it; messages do not count', async () => {
    const setup = setUp();
    const talk = served(setup);
    setup.world.clock.advance(DAY_MS);
    setup.world.clock.advance(178 * DAY_MS);
    setup.world.customers.write({ channel: 'web', address: 'g', name: 'Grace', body: 'Still there?' });
    expect((await channelOf(setup, talk).fetch()).status).toBe('active');
    setup.world.clock.advance(2 * DAY_MS);
    await expect(channelOf(setup, talk).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it('lives on when an invite is made in time', async () => {
    const setup = setUp();
    const talk = served(setup);
    setup.world.clock.advance(179 * DAY_MS);
    const properties = { workspace_sid: ids.workspace, workflow_sid: ids.workflow, task_channel_unique_name: 'chat' };
    await channelOf(setup, talk).invites.create({ routing: { properties } });
    setup.world.clock.advance(179 * DAY_MS);
    expect((await channelOf(setup, talk).fetch()).sid).toBe(talk.channel.sid);
  });
});

/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { parseState, stateText } from '../../../local-twilio/src/account/state/state-file';
import { setUp, type Setup } from './sdk';

const workspaceOf = ({ client }: Setup) => client.taskrouter.v1.workspaces(ids.workspace);
const refused = { status: 400, code: 20001 };
const routing = (filters: readonly object[], fallback?: string) =>
  JSON.stringify({ task_routing: { filters, ...(fallback && { default_filter: { queue: fallback } }) } });

/** A task for the queue alone, as an invite makes it. */
const taskFor = ({ world }: Setup, queueSid: string) =>
  world.taskRouter.createTask({ routingTarget: queueSid, taskChannel: 'chat', attributes: '{}' });

/** The events that the workspace's callback was told, with what they say. */
async function toldOf(setup: Setup, change: () => Promise<unknown>) {
  setup.world.taskRouter.setEventCallback('https://example.twil.io/events');
  await change();
  await setup.world.settled();
  return setup.sent.map(({ params }) => params);
}

describe('a queue (docs/taskrouter/api/task-queue)', () => {
  it('is for everybody, first in first out, one worker at a time, unless it says otherwise', async () => {
    const made = await workspaceOf(setUp()).taskQueues.create({ friendlyName: 'Parcels' });
    expect(made).toMatchObject({ targetWorkers: '1==1', taskOrder: 'FIFO', maxReservedWorkers: 1 });
    expect(made).toMatchObject({ reservationActivitySid: null, assignmentActivityName: null });
  });

  it('has what it was made and changed with', async () => {
    const { taskQueues } = workspaceOf(setUp());
    const { sid } = await taskQueues.create({ friendlyName: 'Parcels', taskOrder: 'LIFO', maxReservedWorkers: 3 });
    await taskQueues(sid).update({ targetWorkers: 'routing.skills HAS "parcels"', maxReservedWorkers: 5 });
    await taskQueues(sid).update({ friendlyName: 'Letters', assignmentActivitySid: ids.activities.break });
    expect(await taskQueues(sid).fetch()).toMatchObject({
      ...{ friendlyName: 'Letters', taskOrder: 'LIFO', maxReservedWorkers: 5, assignmentActivityName: 'Break' },
      targetWorkers: 'routing.skills HAS "parcels"',
    });
  });

  it.each<[string, object]>([
    ['a name that another queue has', { friendlyName: 'Support' }],
    ['no name', { friendlyName: '' }],
    ['an expression that cannot be read', { targetWorkers: 'routing.skills HAS' }],
    ['no worker at a time', { maxReservedWorkers: 0 }],
    ['51 workers at a time', { maxReservedWorkers: 51 }],
  ])('is refused with %s, and is as it was', async (_, given) => {
    const { taskQueues } = workspaceOf(setUp());
    await expect(taskQueues.create({ friendlyName: 'Parcels', ...given })).rejects.toMatchObject(refused);
    await expect(taskQueues(ids.queues.sales).update({ taskOrder: 'LIFO', ...given })).rejects.toMatchObject(refused);
    expect(await taskQueues(ids.queues.sales).fetch()).toMatchObject({ friendlyName: 'Sales', taskOrder: 'FIFO' });
  });

  it('says of a second one of its name what Twilio says', async () => {
    await expect(workspaceOf(setUp()).taskQueues.create({ friendlyName: 'Support' })).rejects.toMatchObject({
      message: `Queue named Support already exists for workspace ${ids.workspace} for account ${ids.account}`,
    });
  });

  it('offers what waits in it as soon as its expression fits somebody', async () => {
    const setup = setUp();
    const { taskQueues } = workspaceOf(setup);
    const { sid } = await taskQueues.create({ friendlyName: 'Parcels', targetWorkers: '' });
    setup.makeAvailable('ada');
    const task = taskFor(setup, sid);
    expect(task.assignmentStatus).toBe('pending');
    await taskQueues(sid).update({ targetWorkers: 'full_name CONTAINS "Ada"' });
    expect(setup.offered('ada')).toMatchObject({ taskSid: task.sid });
  });

  it('stays while a workflow names it, or a task is in it', async () => {
    const setup = setUp();
    const { taskQueues, workflows } = workspaceOf(setup);
    const { sid } = await taskQueues.create({ friendlyName: 'Parcels' });
    const made = await workflows.create({ friendlyName: 'Post', configuration: routing([], 'Parcels') });
    await expect(taskQueues(sid).remove()).rejects.toMatchObject(refused);
    await workflows(made.sid).remove();
    const task = taskFor(setup, sid);
    await expect(taskQueues(sid).remove()).rejects.toMatchObject(refused);
    setup.world.taskRouter.cancelTask(task.sid, 'over');
    await taskQueues(sid).remove();
    await expect(taskQueues(sid).fetch()).rejects.toMatchObject({ status: 404 });
  });

  it('may get another name while a workflow knows it by its name', async () => {
    const setup = setUp();
    const { workflows, taskQueues } = workspaceOf(setup);
    await workflows(ids.workflow).update({ configuration: routing([], 'Sales') });
    await taskQueues(ids.queues.sales).update({ friendlyName: 'Shop' });
    const task = setup.world.taskRouter.createTask({ workflowSid: ids.workflow, attributes: '{}' });
    expect(task.queueSid).toBe(ids.queues.sales);
  });

  it('tells the callback of its beginning, its expression and its end', async () => {
    const setup = setUp();
    const { taskQueues } = workspaceOf(setup);
    const told = await toldOf(setup, async () => {
      const { sid } = await taskQueues.create({ friendlyName: 'Parcels' });
      await taskQueues(sid).update({ friendlyName: 'Post' });
      await taskQueues(sid).update({ targetWorkers: '1==2' });
      await taskQueues(sid).remove();
    });
    expect(told.map(({ EventType }) => EventType)).toEqual([
      'task-queue.created',
      'task-queue.expression.updated',
      'task-queue.deleted',
    ]);
    const { TaskQueueSid, ...rest } = told[1] ?? {};
    expect(rest).toMatchObject({
      ResourceType: 'taskqueue',
      ResourceSid: TaskQueueSid,
      TaskQueueName: 'Post',
      TaskQueueTargetExpression: '1==2',
      EventDescription: `TaskQueue ${TaskQueueSid} expression updated to '1==2'`,
    });
  });
});

describe('a workflow (docs/taskrouter/api/workflow)', () => {
  it('is made with its configuration, and waits two minutes for an answer', async () => {
    const { workflows } = workspaceOf(setUp());
    const configuration = routing([{ expression: '1==1', targets: [{ queue: ids.queues.sales }] }]);
    const { sid } = await workflows.create({ friendlyName: 'Post', configuration });
    expect(await workflows(sid).fetch()).toMatchObject({
      friendlyName: 'Post',
      configuration,
      taskReservationTimeout: 120,
    });
    await workflows(sid).update({ friendlyName: 'Mail', taskReservationTimeout: 30 });
    expect(await workflows(sid).fetch()).toMatchObject({
      friendlyName: 'Mail',
      configuration,
      taskReservationTimeout: 30,
    });
  });

  it.each<[string, object]>([
    ['a configuration that cannot be read', { configuration: '{' }],
    ['a queue that there is not', { configuration: routing([], 'Nowhere') }],
    ['a timeout of more than a day', { taskReservationTimeout: 86_401 }],
    ['a timeout of nothing', { taskReservationTimeout: 0 }],
    ['the name of another', { friendlyName: 'Customer care' }],
  ])('is refused with %s', async (_, given) => {
    const { workflows } = workspaceOf(setUp());
    const whole = { friendlyName: 'Post', configuration: routing([], 'Support') };
    await expect(workflows.create({ ...whole, ...given })).rejects.toMatchObject(refused);
    const { sid } = await workflows.create(whole);
    await expect(workflows(sid).update(given)).rejects.toMatchObject(refused);
  });

  it.each([false, true])('takes what waits on its new way only when that is evaluated again (%s)', async (again) => {
    const setup = setUp();
    const { workflows } = workspaceOf(setup);
    const { sid } = await workflows.create({ friendlyName: 'Post', configuration: routing([], 'Support') });
    const task = setup.world.taskRouter.createTask({ workflowSid: sid, taskChannel: 'chat', attributes: '{}' });
    await workflows(sid).update({ configuration: routing([], 'Sales'), ...(again && { reEvaluateTasks: 'true' }) });
    expect(task.queueSid).toBe(again ? ids.queues.sales : ids.queues.support);
  });

  it('stays while a task is in it', async () => {
    const setup = setUp();
    const { workflows } = workspaceOf(setup);
    const { sid } = await workflows.create({ friendlyName: 'Post', configuration: routing([], 'Support') });
    const task = setup.world.taskRouter.createTask({ workflowSid: sid, attributes: '{}' });
    await expect(workflows(sid).remove()).rejects.toMatchObject(refused);
    setup.world.taskRouter.cancelTask(task.sid, 'over');
    await workflows(sid).remove();
    expect(await workflows.list()).toHaveLength(1);
    expect(await workspaceOf(setup).tasks(task.sid).fetch()).toMatchObject({ workflowFriendlyName: null });
  });

  it('tells the callback what happens to it', async () => {
    const setup = setUp();
    const { workflows } = workspaceOf(setup);
    const told = await toldOf(setup, async () => {
      const { sid } = await workflows.create({ friendlyName: 'Post', configuration: routing([], 'Support') });
      await workflows(sid).update({ friendlyName: 'Mail' });
      await workflows(sid).remove();
    });
    expect(told.map(({ EventType, WorkflowName }) => [EventType, WorkflowName])).toEqual([
      ['workflow.created', 'Post'],
      ['workflow.updated', 'Mail'],
      ['workflow.deleted', 'Mail'],
    ]);
  });
});

describe('an activity (docs/taskrouter/api/activity)', () => {
  const asked = ({ world }: Setup, available: string) =>
    world.dispatch({
      method: 'POST',
      host: 'taskrouter.twilio.com',
      path: `/v1/Workspaces/${ids.workspace}/Activities`,
      query: {},
      headers: { authorization: `Basic ${Buffer.from(`${ids.account}:${ids.authToken}`).toString('base64')}` },
      body: `FriendlyName=Lunch${available}`,
    });

  it.each([
    ['&Available=true', true],
    ['&Available=1', true],
    ['&Available=yes', true],
    ['&Available=perhaps', false],
    ['', false],
  ])('that is made with "%s" is available: %s', async (given, available) => {
    expect(await asked(setUp(), given)).toMatchObject({ status: 201, body: { friendly_name: 'Lunch', available } });
  });

  it('may get another name, and nothing else', async () => {
    const setup = setUp();
    const { activities } = workspaceOf(setup);
    await activities(ids.activities.break).update({ friendlyName: 'Tea' });
    expect(await activities(ids.activities.break).fetch()).toMatchObject({ friendlyName: 'Tea', available: false });
    await expect(activities(ids.activities.break).update({ friendlyName: 'Available' })).rejects.toMatchObject(refused);
    await expect(activities.create({ friendlyName: 'x'.repeat(65) })).rejects.toMatchObject(refused);
  });

  it('stays while workers are in it or the workspace needs it', async () => {
    const setup = setUp();
    const { activities } = workspaceOf(setup);
    const lunch = await activities.create({ friendlyName: 'Lunch' });
    setup.world.taskRouter.setActivity(setup.person('ada').workerSid, lunch.sid);
    await expect(activities(lunch.sid).remove()).rejects.toMatchObject(refused);
    setup.world.taskRouter.setActivity(setup.person('ada').workerSid, ids.activities.break);
    await workspaceOf(setup).update({ timeoutActivitySid: lunch.sid });
    await expect(activities(lunch.sid).remove()).rejects.toMatchObject(refused);
    await workspaceOf(setup).update({ timeoutActivitySid: ids.activities.offline });
    await activities(lunch.sid).remove();
    expect(await activities.list({ friendlyName: 'Lunch' })).toEqual([]);
  });

  it('is where workers go who let a reservation time out, if the workspace says so', async () => {
    const setup = setUp();
    await workspaceOf(setup).update({ timeoutActivitySid: ids.activities.break, friendlyName: 'Ours' });
    setup.makeAvailable('ada');
    setup.world.taskRouter.createTask({ workflowSid: ids.workflow, taskChannel: 'chat', attributes: '{}' });
    setup.world.clock.advance(120_000);
    const worker = await workspaceOf(setup).workers(setup.person('ada').workerSid).fetch();
    expect(worker.activityName).toBe('Break');
    expect(await workspaceOf(setup).fetch()).toMatchObject({ friendlyName: 'Ours', timeoutActivityName: 'Break' });
  });

  it('tells the callback what happens to it', async () => {
    const setup = setUp();
    const { activities } = workspaceOf(setup);
    const told = await toldOf(setup, async () => {
      const { sid } = await activities.create({ friendlyName: 'Lunch', available: true });
      await activities(sid).update({ friendlyName: 'Dinner' });
      await activities(sid).remove();
    });
    expect(told.map((one) => [one['EventType'], one['ActivityName'], one['ActivityAvailable']])).toEqual([
      ['activity.created', 'Lunch', 'true'],
      ['activity.updated', 'Dinner', 'true'],
      ['activity.deleted', 'Dinner', 'true'],
    ]);
  });
});

describe('a task channel (docs/taskrouter/api/task-channel)', () => {
  it('is for every worker, with room for one task', async () => {
    const setup = setUp();
    const { taskChannels, workers } = workspaceOf(setup);
    setup.makeAvailable('ada');
    await taskChannels.create({ friendlyName: 'Post', uniqueName: 'post' });
    const channels = await workers(setup.person('ada').workerSid).workerChannels.list();
    expect(channels.find(({ taskChannelUniqueName }) => taskChannelUniqueName === 'post')).toMatchObject({
      configuredCapacity: 1,
      available: true,
    });
    const task = setup.world.taskRouter.createTask({
      workflowSid: ids.workflow,
      taskChannel: 'post',
      attributes: '{}',
    });
    expect(setup.offered('ada')).toMatchObject({ taskSid: task.sid });
    await expect(taskChannels('post').remove()).rejects.toMatchObject(refused);
  });

  it('is known by its unique name, of which there is one', async () => {
    const { taskChannels } = workspaceOf(setUp());
    await taskChannels.create({ friendlyName: 'Post', uniqueName: 'post' });
    await expect(taskChannels.create({ friendlyName: 'Mail', uniqueName: 'post' })).rejects.toMatchObject(refused);
    await taskChannels('post').update({ friendlyName: 'Mail', channelOptimizedRouting: true });
    expect(await taskChannels('post').fetch()).toMatchObject({ friendlyName: 'Mail', channelOptimizedRouting: true });
    await taskChannels('post').remove();
    await expect(taskChannels('post').fetch()).rejects.toMatchObject({ status: 404 });
    await expect(taskChannels('default').remove()).rejects.toMatchObject(refused);
  });

  it('tells the callback what happens to it', async () => {
    const setup = setUp();
    const { taskChannels } = workspaceOf(setup);
    const told = await toldOf(setup, async () => {
      await taskChannels.create({ friendlyName: 'Post', uniqueName: 'post' });
      await taskChannels('post').update({ friendlyName: 'Mail' });
      await taskChannels('post').remove();
    });
    expect(told.map((one) => [one['EventType'], one['TaskChannelName'], one['TaskChannelUniqueName']])).toEqual([
      ['task-channel.created', 'Post', 'post'],
      ['task-channel.updated', 'Mail', 'post'],
      ['task-channel.deleted', 'Mail', 'post'],
    ]);
  });
});

describe('a worker (docs/taskrouter/api/worker)', () => {
  it('begins in the default activity, with no attributes, and is offered tasks once available', async () => {
    const setup = setUp();
    const { workers } = workspaceOf(setup);
    const worker = await workers.create({ friendlyName: 'Nia' });
    expect(worker).toMatchObject({ activityName: 'Offline', available: false, attributes: '{}' });
    const { sid } = await workspaceOf(setup).taskQueues.create({ friendlyName: 'Parcels' });
    taskFor(setup, sid);
    await workers(worker.sid).update({ activitySid: ids.activities.available });
    expect(await workers(worker.sid).reservations.list()).toHaveLength(1);
  });

  it('takes what waits at once when they begin as available', async () => {
    const setup = setUp();
    taskFor(setup, ids.queues.sales);
    const attributes = JSON.stringify({ routing: { skills: ['sales'] } });
    const { workers } = workspaceOf(setup);
    const { sid } = await workers.create({ friendlyName: 'Nia', activitySid: ids.activities.available, attributes });
    expect(await workers(sid).reservations.list()).toHaveLength(1);
  });

  it.each<[string, object]>([
    ['the name of another', { friendlyName: 'ada@example.com' }],
    ['a name that is too long', { friendlyName: 'x'.repeat(65) }],
    ['attributes that are no JSON', { attributes: '{' }],
  ])('is refused with %s', async (_, given) => {
    const setup = setUp();
    const { workers } = workspaceOf(setup);
    await expect(workers.create({ friendlyName: 'Nia', ...given })).rejects.toMatchObject(refused);
    const ben = workers(setup.person('ben').workerSid);
    await expect(ben.update({ attributes: '{"a":1}', ...given })).rejects.toMatchObject(refused);
    expect(await ben.fetch()).toMatchObject({ friendlyName: 'ben@example.com' });
    expect((await ben.fetch()).attributes).toContain('Ben Torres');
  });

  it.each<[string, object]>([
    ['attributes that are no JSON', { attributes: '{' }],
    ['an activity that there is not', { activitySid: `WA${'0'.repeat(32)}` }],
  ])('keeps their name when it comes with %s', async (_, given) => {
    const setup = setUp();
    const ben = workspaceOf(setup).workers(setup.person('ben').workerSid);
    await expect(ben.update({ friendlyName: 'Benjamin', ...given })).rejects.toMatchObject({
      code: expect.any(Number),
    });
    expect(await ben.fetch()).toMatchObject({ friendlyName: 'ben@example.com' });
  });

  it('stays while their activity is an available one, or they have work', async () => {
    const setup = setUp();
    const ada = workspaceOf(setup).workers(setup.person('ada').workerSid);
    setup.makeAvailable('ada');
    await expect(ada.remove()).rejects.toMatchObject(refused);
    taskFor(setup, ids.queues.support);
    const { sid = '' } = setup.offered('ada') ?? {};
    setup.world.taskRouter.answerReservation(sid, 'accepted');
    setup.world.taskRouter.setActivity(setup.person('ada').workerSid, ids.activities.offline);
    await expect(ada.remove()).rejects.toMatchObject(refused);
    setup.world.taskRouter.answerReservation(sid, 'completed');
    await expect(ada.remove({ ifMatch: '99' })).rejects.toMatchObject({ status: 412 });
    await ada.remove();
    await expect(ada.fetch()).rejects.toMatchObject({ status: 404 });
  });

  it('tells the callback of their coming and going', async () => {
    const setup = setUp();
    const { workers } = workspaceOf(setup);
    const told = await toldOf(setup, async () => {
      const { sid } = await workers.create({ friendlyName: 'Nia' });
      await workers(sid).remove();
    });
    expect(told.map(({ EventType, WorkerName }) => [EventType, WorkerName])).toEqual([
      ['worker.created', 'Nia'],
      ['worker.deleted', 'Nia'],
    ]);
  });
});

it('a workspace that was set up by hand comes back from its state file', async () => {
  const setup = setUp();
  const { taskQueues, taskChannels, workflows } = workspaceOf(setup);
  await taskChannels.create({ friendlyName: 'Post', uniqueName: 'post', channelOptimizedRouting: true });
  await taskQueues(ids.queues.sales).update({ assignmentActivitySid: ids.activities.break });
  await workflows(ids.workflow).update({ friendlyName: 'Care' });
  await workspaceOf(setup).update({ defaultActivitySid: ids.activities.break });
  const text = stateText(setup.world.state(), setup.world.clock.nowMs());
  const read = parseState(text, 'state.json');
  expect(read.kind === 'world' && read.world.taskRouter).toEqual(setup.world.state().taskRouter);
});

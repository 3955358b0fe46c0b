/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { setUp } from './sdk';
import type { Setup } from './sdk';

const workspaceOf = (setup: Setup) => setup.client.taskrouter.v1.workspaces(ids.workspace);

const writeAs = (setup: Setup, name: string) =>
  setup.world.customers.write({ channel: 'web', address: name.toLowerCase(), name, body: 'Hello' });

const newTask = (setup: Setup, attributes: object, more: { timeout?: number; priority?: number } = {}) =>
  workspaceOf(setup).tasks.create({
    workflowSid: ids.workflow,
    taskChannel: 'chat',
    attributes: JSON.stringify(attributes),
    ...more,
  });

describe('TaskRouter', () => {
  it('offers nothing to a worker who is offline, and everything once they are available', () => {
    const setup = setUp();
    writeAs(setup, 'Grace');
    expect(setup.offered('ada')).toBeUndefined();
    setup.makeAvailable('ada');
    expect(setup.offered('ada')).toBeDefined();
  });

  it('offers at most as many chats as the capacity has room for', () => {
    const setup = setUp();
    setup.makeAvailable('ada');
    for (const name of ['A', 'B', 'C', 'D']) writeAs(setup, name);
    const { workerSid } = setup.person('ada');
    expect(setup.world.taskRouter.activeReservations(workerSid)).toHaveLength(3);
  });

  it('keeps capacity while the agent wraps up, and frees it on completion', async () => {
    const setup = setUp();
    setup.makeAvailable('ada');
    writeAs(setup, 'Grace');
    const { taskSid } = setup.accept('ada');
    const chat = workspaceOf(setup).workers(setup.person('ada').workerSid).workerChannels('chat');
    await workspaceOf(setup).tasks(taskSid).update({ assignmentStatus: 'wrapping' });
    expect((await chat.fetch()).assignedTasks).toBe(1);
    await workspaceOf(setup).tasks(taskSid).update({ assignmentStatus: 'completed', reason: 'done' });
    expect((await chat.fetch()).assignedTasks).toBe(0);
  });

  it('takes the task with the higher priority first, then the older one', async () => {
    const setup = setUp();
    const plain = await newTask(setup, {});
    setup.world.clock.advance(1000);
    const later = await newTask(setup, {});
    const urgent = await newTask(setup, {}, { priority: 5 });
    const { workerSid } = setup.person('ada');
    setup.world.taskRouter.setCapacity(workerSid, 'chat', { capacity: 1 });
    setup.makeAvailable('ada');

    const order: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const { taskSid } = setup.offered('ada') ?? { taskSid: '' };
      order.push(taskSid);
      setup.world.taskRouter.answerReservation(setup.offered('ada')?.sid ?? '', 'accepted');
      setup.world.taskRouter.completeTask(taskSid);
    }
    expect(order).toEqual([urgent.sid, plain.sid, later.sid]);
  });

  it('offers a rejected task to the next worker', () => {
    const setup = setUp();
    setup.makeAvailable('ada');
    writeAs(setup, 'Grace');
    setup.makeAvailable('ben');
    const reservation = setup.offered('ada');
    setup.world.taskRouter.answerReservation(reservation?.sid ?? '', 'rejected');
    expect(setup.offered('ben')?.taskSid).toBe(reservation?.taskSid);
    expect(setup.offered('ada')).toBeUndefined();
  });

  it('moves a worker who lets a reservation time out to Offline, and routes on', () => {
    const setup = setUp();
    setup.makeAvailable('ada');
    writeAs(setup, 'Grace');
    const { taskSid } = setup.offered('ada') ?? { taskSid: '' };
    setup.world.clock.advance(120_000);
    expect(setup.world.taskRouter.worker(setup.person('ada').workerSid).activitySid).toBe(ids.activities.offline);
    expect(setup.world.taskRouter.task(taskSid).assignmentStatus).toBe('pending');
    setup.makeAvailable('ben');
    expect(setup.offered('ben')?.taskSid).toBe(taskSid);
  });

  it('sends a task by its attributes: a known worker first, then the queue', async () => {
    const setup = setUp();
    setup.makeAvailable('ada');
    setup.makeAvailable('ben');
    const { workerSid } = setup.person('ben');
    for (let turn = 0; turn < 3; turn += 1) await newTask(setup, { knownWorkerSid: workerSid });
    expect(setup.world.taskRouter.activeReservations(workerSid)).toHaveLength(3);
    const fourth = await newTask(setup, { knownWorkerSid: workerSid });
    expect(fourth.assignmentStatus).toBe('pending');
    setup.world.clock.advance(10_000);
    expect(setup.offered('ada')?.taskSid).toBe(fourth.sid);
  });

  it('waits for a known worker who is away while a colleague in the queue is available', async () => {
    const setup = setUp();
    setup.makeAvailable('ada');
    const task = await newTask(setup, { knownWorkerSid: setup.person('ben').workerSid });
    expect(setup.offered('ada')).toBeUndefined();
    setup.world.clock.advance(10_000);
    expect(setup.offered('ada')?.taskSid).toBe(task.sid);
  });

  it('sends a task back to the queue that it came from', async () => {
    const setup = setUp();
    const task = await newTask(setup, { originalRouting: { queueName: 'Sales' } });
    expect(task.taskQueueFriendlyName).toBe('Sales');
    expect((await newTask(setup, {})).taskQueueFriendlyName).toBe('Support');
  });

  it('cancels a task that nobody took before its timeout', async () => {
    const setup = setUp();
    const { sid } = await newTask(setup, {}, { timeout: 60 });
    setup.world.clock.advance(60_000);
    await expect(workspaceOf(setup).tasks(sid).fetch()).resolves.toMatchObject({
      assignmentStatus: 'canceled',
      reason: 'Task TTL Exceeded',
    });
  });

  it('deletes a task that stays assigned for a day', async () => {
    const setup = setUp();
    const events: string[] = [];
    setup.world.events.subscribe(({ type }) => events.push(type));
    setup.makeAvailable('ada');
    writeAs(setup, 'Grace');
    const { taskSid } = setup.accept('ada');
    setup.world.clock.advance(86_400_000);
    await expect(workspaceOf(setup).tasks(taskSid).fetch()).rejects.toMatchObject({ status: 404 });
    expect(events).toContain('task.system-deleted');
  });

  it('refuses task attributes above 4096 characters', async () => {
    const setup = setUp();
    await expect(newTask(setup, { text: 'x'.repeat(4096) })).rejects.toMatchObject({ status: 400 });
  });

  it('refuses a direct invite to a worker outside the queue (40152)', () => {
    const setup = setUp();
    const { workerSid } = setup.person('alex');
    const queueSid = ids.queues.support;
    expect(() =>
      setup.world.taskRouter.createTask({ queueSid, workerSid, taskChannel: 'chat', attributes: '{}' }),
    ).toThrow(expect.objectContaining({ code: 40152 }));
  });

  it('forgets a task that is deleted, and frees who had it', async () => {
    const setup = setUp();
    setup.makeAvailable('ada');
    const { sid } = await newTask(setup, {});
    await workspaceOf(setup).tasks(sid).remove();
    await expect(workspaceOf(setup).tasks(sid).fetch()).rejects.toMatchObject({ status: 404 });
    expect(setup.offered('ada')).toBeUndefined();
  });

  it('posts signed events to the callback of the workspace, those that were asked for', async () => {
    const setup = setUp();
    await workspaceOf(setup).update({
      eventCallbackUrl: 'https://parking-local.twil.io/webhooks/taskrouter-event',
      eventsFilter: 'reservation.accepted, task.completed',
    });
    setup.makeAvailable('ada');
    writeAs(setup, 'Grace');
    const { taskSid, sid } = setup.accept('ada');
    setup.world.taskRouter.completeTask(taskSid);
    await setup.world.settled();

    expect(setup.sent.map(({ params }) => params)).toMatchObject([
      {
        EventType: 'reservation.accepted',
        ReservationSid: sid,
        TaskSid: taskSid,
        WorkerSid: setup.person('ada').workerSid,
        WorkflowSid: ids.workflow,
        TaskQueueName: 'Support',
      },
      { EventType: 'task.completed', TaskSid: taskSid, TaskAssignmentStatus: 'completed' },
    ]);
  });

  it('shows every resource in the documented shape', async () => {
    const setup = setUp();
    setup.makeAvailable('ada');
    writeAs(setup, 'Grace');
    const workspace = workspaceOf(setup);
    const { workerSid } = setup.person('ada');
    expect((await workspace.fetch()).friendlyName).toBe('Flex Task Assignment');
    expect(await workspace.activities.list()).toHaveLength(4);
    expect(await workspace.taskChannels.list()).toHaveLength(5);
    expect(await workspace.taskQueues.list({ workerSid })).toHaveLength(2);
    expect(await workspace.workflows.list()).toHaveLength(1);
    expect(await workspace.workers.list()).toHaveLength(4);
    expect(await workspace.tasks.list()).toHaveLength(1);
    expect(await workspace.workers(workerSid).reservations.list()).toHaveLength(1);
    expect((await workspace.workflows(ids.workflow).fetch()).friendlyName).toBe('Customer care');
    expect((await workspace.taskQueues(ids.queues.sales).fetch()).targetWorkers).toContain('sales');
  });
});

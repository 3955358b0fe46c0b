/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import type { TaskQueue } from '../../../local-twilio/src/services/taskrouter/entities';
import { setUp, START_MS, type Setup } from './sdk';

const workspaceOf = ({ client }: Setup) => client.taskrouter.v1.workspaces(ids.workspace);
const refused = { status: 400 };

function withQueue(setup: Setup, changes: Partial<TaskQueue>): void {
  const { queues } = setup.world.taskRouter.state();
  const queue = queues.get(ids.queues.support);
  if (queue) queues.set(queue.sid, { ...queue, ...changes });
}

const create = (setup: Setup, more: object = {}) =>
  workspaceOf(setup).tasks.create({ workflowSid: ids.workflow, taskChannel: 'chat', ...more });

async function assigned(): Promise<{ setup: Setup; sid: string }> {
  const setup = setUp();
  setup.makeAvailable('ada');
  const { sid } = await create(setup);
  setup.world.taskRouter.answerReservation(setup.offered('ada')?.sid ?? '', 'accepted');
  return { setup, sid };
}

describe('the status of a task (docs/taskrouter/api/task)', () => {
  it('is canceled while it is pending or reserved, with a reason', async () => {
    const setup = setUp();
    const { sid } = await create(setup);
    const task = workspaceOf(setup).tasks(sid);
    await expect(task.update({ assignmentStatus: 'canceled' })).rejects.toMatchObject(refused);
    await expect(task.update({ assignmentStatus: 'canceled', reason: 'gone' })).resolves.toMatchObject({
      assignmentStatus: 'canceled',
      reason: 'gone',
    });
  });

  it('is not canceled once somebody has the task', async () => {
    const { setup, sid } = await assigned();
    const task = workspaceOf(setup).tasks(sid);
    await expect(task.update({ assignmentStatus: 'canceled', reason: 'x' })).rejects.toMatchObject(refused);
    await task.update({ assignmentStatus: 'wrapping' });
    await expect(task.update({ assignmentStatus: 'canceled', reason: 'x' })).rejects.toMatchObject(refused);
  });

  it('is completed with a reason, and apart from the attributes', async () => {
    const { setup, sid } = await assigned();
    const task = workspaceOf(setup).tasks(sid);
    const both = { assignmentStatus: 'completed' as const, reason: 'done', attributes: '{"a":1}' };
    await expect(task.update(both)).rejects.toMatchObject(refused);
    expect((await task.fetch()).attributes).toBe('{}');
    await expect(task.update({ assignmentStatus: 'completed' })).rejects.toMatchObject(refused);
    await expect(task.update({ assignmentStatus: 'completed', reason: 'done' })).resolves.toMatchObject({
      reason: 'done',
    });
  });
});

describe('a new task (docs/taskrouter/api/task)', () => {
  it('needs no workflow when there is only one', async () => {
    const task = await workspaceOf(setUp()).tasks.create({ attributes: '{}' });
    expect(task).toMatchObject({ workflowSid: ids.workflow, taskChannelUniqueName: 'default' });
  });

  it('may have started earlier, and is offered in that order', async () => {
    const setup = setUp();
    const first = await create(setup);
    const virtualStartTime = new Date(START_MS - 3_600_000);
    const earlier = await create(setup, { virtualStartTime });
    expect(earlier.virtualStartTime).toEqual(virtualStartTime);
    expect(first.virtualStartTime).toEqual(first.dateCreated);
    setup.makeAvailable('ada');
    const [one] = setup.world.taskRouter.activeReservations(setup.person('ada').workerSid);
    expect(one?.taskSid).toBe(earlier.sid);
  });

  it.each(['2026-01-02T00:00:00Z', '1899-12-31T00:00:00Z'])('may not start at %s', async (time) => {
    await expect(create(setUp(), { virtualStartTime: new Date(time) })).rejects.toMatchObject(refused);
  });

  it('for a worker reaches them whatever their capacity and activity are, unless that is to be respected', async () => {
    const setup = setUp();
    const { workerSid: routingTarget } = setup.person('ada');
    const { tasks } = workspaceOf(setup);
    const respectful = await tasks.create({ taskChannel: 'chat', routingTarget, ignoreCapacity: 'false' });
    expect(respectful).toMatchObject({ assignmentStatus: 'pending', routingTarget, ignoreCapacity: false });
    const direct = await tasks.create({ taskChannel: 'chat', routingTarget });
    expect(direct).toMatchObject({ assignmentStatus: 'reserved', routingTarget, ignoreCapacity: true });
  });

  it('for a queue goes straight there, for a workflow through it', async () => {
    const { tasks } = workspaceOf(setUp());
    expect((await tasks.create({ routingTarget: ids.queues.sales })).taskQueueSid).toBe(ids.queues.sales);
    expect((await tasks.create({ routingTarget: ids.workflow })).workflowSid).toBe(ids.workflow);
    await expect(tasks.create({ routingTarget: ids.workflow, ignoreCapacity: 'true' })).rejects.toMatchObject(refused);
    await expect(tasks.create({ routingTarget: 'XX' })).rejects.toMatchObject(refused);
  });
});

describe('the settings of a queue (docs/taskrouter/api/task-queue, queue-ordering-last-first-out-lifo)', () => {
  it('reserve several workers at once; who is first gets the task, the others are rescinded', async () => {
    const setup = setUp();
    withQueue(setup, { maxReservedWorkers: 3 });
    setup.makeAvailable('ada');
    setup.makeAvailable('ben');
    const events: string[] = [];
    setup.world.events.subscribe(({ type }) => type.startsWith('reservation.') && events.push(type));
    const { sid } = await create(setup);
    expect([setup.offered('ada')?.taskSid, setup.offered('ben')?.taskSid]).toEqual([sid, sid]);
    setup.world.taskRouter.answerReservation(setup.offered('ben')?.sid ?? '', 'accepted');
    expect(setup.offered('ada')).toBeUndefined();
    expect(events).toEqual([
      'reservation.created',
      'reservation.created',
      'reservation.accepted',
      'reservation.rescinded',
    ]);
    const [mine] = await workspaceOf(setup).workers(setup.person('ada').workerSid).reservations.list();
    expect(mine?.reservationStatus).toBe('rescinded');
  });

  it('leave a task reserved while one of several has not answered', async () => {
    const setup = setUp();
    withQueue(setup, { maxReservedWorkers: 2 });
    setup.makeAvailable('ada');
    setup.makeAvailable('ben');
    const { sid } = await create(setup);
    setup.world.taskRouter.answerReservation(setup.offered('ada')?.sid ?? '', 'rejected');
    expect(setup.world.taskRouter.task(sid).assignmentStatus).toBe('reserved');
    setup.world.taskRouter.answerReservation(setup.offered('ben')?.sid ?? '', 'rejected');
    expect(setup.world.taskRouter.task(sid).assignmentStatus).toBe('pending');
  });

  it('take the newest task first when the queue is LIFO, whatever its priority', async () => {
    const setup = setUp();
    withQueue(setup, { taskOrder: 'LIFO' });
    setup.world.taskRouter.setCapacity(setup.person('ada').workerSid, 'chat', { capacity: 1 });
    await create(setup, { priority: 9 });
    setup.world.clock.advance(1000);
    const newest = await create(setup);
    setup.makeAvailable('ada');
    expect(setup.offered('ada')?.taskSid).toBe(newest.sid);
  });

  it('keep a task waiting when its target workers are nobody', async () => {
    const setup = setUp();
    withQueue(setup, { targetWorkers: '' });
    setup.makeAvailable('ada');
    expect((await create(setup)).assignmentStatus).toBe('pending');
  });
});

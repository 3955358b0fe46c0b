/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { setUp, type Setup } from './sdk';

const { support, sales } = ids.queues;

async function listening(targets: readonly object[], eventsFilter = ''): Promise<Setup> {
  const setup = setUp();
  const configuration = JSON.stringify({
    task_routing: { filters: [{ filter_friendly_name: 'All', expression: '1==1', targets }] },
  });
  setup.world.taskRouter.configureWorkflow(ids.workflow, configuration);
  await setup.client.taskrouter.v1
    .workspaces(ids.workspace)
    .update({ eventCallbackUrl: 'https://example.twil.io/events', eventsFilter });
  return setup;
}

const create = ({ world }: Setup) =>
  world.taskRouter.createTask({ workflowSid: ids.workflow, taskChannel: 'chat', attributes: '{}' });

async function told(setup: Setup) {
  await setup.world.settled();
  return setup.sent.map(({ params }) => params);
}

describe('events of TaskRouter (docs/taskrouter/api/event/reference)', () => {
  it('tell the way of a task through its workflow', async () => {
    const setup = await listening([
      { queue: support, timeout: 10 },
      { queue: sales, timeout: 10 },
    ]);
    create(setup);
    setup.world.clock.advance(20_000);
    expect((await told(setup)).map(({ EventType, TaskQueueSid }) => [EventType, TaskQueueSid])).toEqual([
      ['task.created', undefined],
      ['workflow.entered', undefined],
      ['workflow.target-matched', undefined],
      ['task-queue.entered', support],
      ['task-queue.timeout', support],
      ['workflow.target-matched', support],
      ['task-queue.moved', support],
      ['task-queue.entered', sales],
      ['task-queue.timeout', sales],
      ['workflow.timeout', sales],
      ['task.canceled', sales],
    ]);
  });

  it('say that a task skipped out of its workflow', async () => {
    const setup = await listening([{ queue: support, skip_if: '1==1' }], 'workflow.skipped, task.canceled');
    create(setup);
    expect((await told(setup)).map(({ EventType }) => EventType)).toEqual(['workflow.skipped', 'task.canceled']);
  });

  it('carry what is documented, and a SID of their own', async () => {
    const setup = await listening([{ queue: support }]);
    setup.makeAvailable('ada');
    const task = create(setup);
    const all = await told(setup);
    expect(new Set(all.map(({ Sid }) => Sid)).size).toBe(all.length);
    expect(all.find(({ EventType }) => EventType === 'reservation.created')).toMatchObject({
      Sid: expect.stringMatching(/^EV[0-9a-f]{32}$/),
      AccountSid: ids.account,
      WorkspaceSid: ids.workspace,
      EventDescription: expect.stringContaining('created'),
      ResourceType: 'reservation',
      TaskSid: task.sid,
      TaskDateCreated: String(Date.UTC(2026, 0, 1) / 1000),
      TaskQueueSid: support,
      WorkflowSid: ids.workflow,
      WorkflowFilterName: 'All',
      WorkerVersion: '1',
    });
  });

  it('of a worker tell the activity before, and what was configured', async () => {
    const setup = await listening([{ queue: support }]);
    setup.world.clock.advance(2_500);
    setup.makeAvailable('ada');
    const { workerSid } = setup.person('ada');
    setup.world.taskRouter.setCapacity(workerSid, 'chat', { capacity: 5, available: false });
    const [activity, capacity, availability] = await told(setup);
    expect(activity).toMatchObject({
      EventType: 'worker.activity.update',
      ResourceSid: workerSid,
      WorkerPreviousActivitySid: ids.activities.offline,
      WorkerActivityName: 'Available',
      WorkerTimeInPreviousActivity: '2',
      WorkerTimeInPreviousActivityMs: '2500',
    });
    expect(capacity).toMatchObject({
      EventType: 'worker.capacity.update',
      WorkerChannelPreviousCapacity: '3',
      WorkerChannelAvailableCapacity: '5',
      WorkerChannelTaskCount: '0',
      TaskChannelUniqueName: 'chat',
    });
    expect(availability).toMatchObject({
      EventType: 'worker.channel.availability.update',
      WorkerChannelAvailable: 'false',
    });
  });
});

describe('the log of events (docs/taskrouter/api/event)', () => {
  const eventsOf = ({ client }: Setup) => client.taskrouter.v1.workspaces(ids.workspace).events;

  it('has those that no callback was told of, newest first, with their data', async () => {
    const setup = setUp();
    setup.makeAvailable('ada');
    const task = create(setup);
    const [reservation] = setup.world.taskRouter.reservationsOfTask(task.sid);
    setup.world.taskRouter.answerReservation(reservation?.sid ?? '', 'accepted');
    const all = await eventsOf(setup).list({ taskSid: task.sid });
    expect(all.map(({ eventType }) => eventType)).toEqual([
      'reservation.accepted',
      'reservation.created',
      'task-queue.entered',
      'workflow.target-matched',
      'workflow.entered',
      'task.created',
    ]);
    expect(all[0]).toMatchObject({
      sid: expect.stringMatching(/^EV[0-9a-f]{32}$/),
      resourceType: 'reservation',
      resourceSid: reservation?.sid,
      eventDateMs: setup.world.clock.nowMs(),
      eventData: { task_sid: task.sid, worker_name: 'ada@example.com', task_queue_name: 'Support' },
    });
    expect(await eventsOf(setup)(all[0]?.sid ?? '').fetch()).toMatchObject({ eventType: 'reservation.accepted' });
    await expect(eventsOf(setup)(`EV${'0'.repeat(32)}`).fetch()).rejects.toMatchObject({ status: 404 });
  });

  it('is of the last fifteen minutes, unless other times are asked for', async () => {
    const setup = setUp();
    create(setup);
    setup.world.clock.advance(20 * 60_000);
    setup.makeAvailable('ben');
    const types = async (asked: object) => (await eventsOf(setup).list(asked)).map(({ eventType }) => eventType);
    expect(await types({})).not.toContain('task.created');
    expect(await types({ minutes: 30 })).toContain('task.created');
    expect(await types({ startDate: new Date('2026-01-01T00:00:00Z') })).toContain('task.created');
    expect(await types({ minutes: 30, endDate: new Date('2026-01-01T00:10:00Z') })).not.toContain(
      'reservation.created',
    );
  });

  it('can be asked by type, worker, queue, workflow, reservation and channel', async () => {
    const setup = setUp();
    setup.makeAvailable('ada');
    const task = create(setup);
    const count = async (asked: object) => (await eventsOf(setup).list(asked)).length;
    expect(await count({ eventType: 'task.created' })).toBe(1);
    expect(await count({ workerSid: setup.person('ada').workerSid })).toBe(2);
    expect(await count({ workerSid: setup.person('ben').workerSid })).toBe(0);
    expect(await count({ reservationSid: setup.offered('ada')?.sid })).toBe(1);
    expect(await count({ taskQueueSid: sales })).toBe(0);
    expect(await count({ workflowSid: ids.workflow, eventType: 'reservation.created' })).toBe(1);
    expect(await count({ taskChannel: 'chat' })).toBe(await count({ taskSid: task.sid }));
    expect(await count({ taskChannel: 'sms' })).toBe(0);
  });
});

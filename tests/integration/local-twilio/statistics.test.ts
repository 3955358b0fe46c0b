/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { parseState, stateText } from '../../../local-twilio/src/account/state/state-file';
import { setUp, START_MS, type Setup } from './sdk';

const { support, sales } = ids.queues;
const workspaceOf = ({ client }: Setup) => client.taskrouter.v1.workspaces(ids.workspace);
const seconds = (setup: Setup, count: number) => setup.world.clock.advance(count * 1000);
const after = (count: number) => new Date(START_MS + count * 1000);
const create = ({ world }: Setup, given: { queue?: string; taskChannel?: string; priority?: number } = {}) => {
  const { queue = support, taskChannel = 'chat', priority } = given;
  return world.taskRouter.createTask({ routingTarget: queue, taskChannel, priority, attributes: '{}' });
};

/**
 * At 0 s a chat comes and Ada is offered it at 10 s, declines, and takes it at 25 s; a text comes at 30 s and is
 * canceled at 70 s; the chat is completed at 90 s, and at 100 s another one waits in Sales.
 */
function aBusyMinute(): Setup {
  const setup = setUp();
  const { taskRouter } = setup.world;
  const first = create(setup, { priority: 5 });
  seconds(setup, 10);
  setup.makeAvailable('ada');
  taskRouter.answerReservation(setup.offered('ada')?.sid ?? '', 'rejected');
  seconds(setup, 15);
  taskRouter.answerReservation(setup.offered('ada')?.sid ?? '', 'accepted');
  seconds(setup, 5);
  taskRouter.setActivity(setup.person('ada').workerSid, ids.activities.break);
  const text = create(setup, { taskChannel: 'sms' });
  seconds(setup, 40);
  taskRouter.cancelTask(text.sid, 'gave up');
  seconds(setup, 20);
  taskRouter.completeTask(first.sid, 'done');
  seconds(setup, 10);
  create(setup, { queue: sales, priority: 7 });
  seconds(setup, 3);
  return setup;
}

const none = { avg: 0, min: 0, max: 0, total: 0 };
const once = (waited: number) => ({ avg: waited, min: waited, max: waited, total: waited });

describe('cumulative statistics', () => {
  it('of a workspace count what happened in the last quarter of an hour', async () => {
    const setup = aBusyMinute();
    const found = await workspaceOf(setup).cumulativeStatistics().fetch({ splitByWaitTime: '20,30' });
    expect(found).toMatchObject({
      startTime: after(103 - 900),
      endTime: after(103),
      tasksCreated: 3,
      tasksCanceled: 1,
      tasksCompleted: 1,
      tasksDeleted: 0,
      tasksMoved: 0,
      tasksTimedOutInWorkflow: 0,
      reservationsCreated: 2,
      reservationsRejected: 1,
      reservationsAccepted: 1,
      reservationsTimedOut: 0,
      avgTaskAcceptanceTime: 25,
      waitDurationUntilAccepted: once(25),
      waitDurationUntilCanceled: once(40),
      splitByWaitTime: {
        20: {
          above: { tasks_canceled: 1, reservations_accepted: 1 },
          below: { tasks_canceled: 0, reservations_accepted: 0 },
        },
        30: {
          above: { tasks_canceled: 1, reservations_accepted: 0 },
          below: { tasks_canceled: 0, reservations_accepted: 1 },
        },
      },
    });
  });

  it.each<[string, object, object]>([
    ['only the last minute', { minutes: 1 }, { tasksCreated: 1, reservationsAccepted: 0, tasksCanceled: 1 }],
    ['from a moment', { startDate: after(26) }, { tasksCreated: 2, reservationsAccepted: 0 }],
    ['to a moment', { endDate: after(26) }, { tasksCreated: 1, reservationsAccepted: 1, tasksCanceled: 0 }],
    ['a task channel by name', { taskChannel: 'sms' }, { tasksCreated: 1, tasksCanceled: 1, reservationsCreated: 0 }],
    ['another task channel', { taskChannel: 'voice' }, { tasksCreated: 0, waitDurationUntilAccepted: none }],
  ])('can be asked for %s', async (_, asked, expected) => {
    expect(await workspaceOf(aBusyMinute()).cumulativeStatistics().fetch(asked)).toMatchObject(expected);
  });

  it.each<[string, object]>([
    ['a start after the end', { startDate: after(60), endDate: after(30) }],
    ['no minutes at all', { minutes: 0 }],
    ['a threshold that is no number', { splitByWaitTime: '5,soon' }],
    ['a task channel that there is not', { taskChannel: 'post' }],
  ])('are refused for %s', async (_, asked) => {
    const fetched = workspaceOf(setUp()).cumulativeStatistics().fetch(asked);
    await expect(fetched).rejects.toMatchObject({ status: 400, code: 20001 });
  });

  it('of a queue say how long tasks were in it', async () => {
    const setup = setUp();
    setup.world.taskRouter.configureWorkflow(
      ids.workflow,
      JSON.stringify({
        task_routing: {
          filters: [{ expression: '1==1', targets: [{ queue: support, timeout: 30 }, { queue: sales }] }],
        },
      }),
    );
    setup.world.taskRouter.createTask({ workflowSid: ids.workflow, taskChannel: 'chat', attributes: '{}' });
    seconds(setup, 40);
    setup.makeAvailable('ada');
    seconds(setup, 2);
    setup.world.taskRouter.answerReservation(setup.offered('ada')?.sid ?? '', 'accepted');
    const of = (queue: string) => workspaceOf(setup).taskQueues(queue).cumulativeStatistics().fetch();
    expect(await of(support)).toMatchObject({ tasksEntered: 1, tasksMoved: 1, reservationsCreated: 0 });
    expect(await of(sales)).toMatchObject({
      tasksEntered: 1,
      tasksMoved: 0,
      reservationsAccepted: 1,
      waitDurationUntilAccepted: once(42),
      waitDurationInQueueUntilAccepted: once(12),
      splitByWaitTime: null,
    });
  });

  it('of a workflow count the tasks that it lost to its timeouts', async () => {
    const setup = setUp();
    setup.world.taskRouter.configureWorkflow(
      ids.workflow,
      JSON.stringify({
        task_routing: { filters: [{ expression: '1==1', targets: [{ queue: support, timeout: 30 }] }] },
      }),
    );
    setup.world.taskRouter.createTask({ workflowSid: ids.workflow, taskChannel: 'chat', attributes: '{}' });
    seconds(setup, 31);
    const found = await workspaceOf(setup).workflows(ids.workflow).cumulativeStatistics().fetch();
    expect(found).toMatchObject({ tasksEntered: 1, tasksTimedOutInWorkflow: 1, tasksCanceled: 1 });
  });

  it('forget what is older than thirty days', async () => {
    const setup = aBusyMinute();
    seconds(setup, 31 * 24 * 3600);
    create(setup);
    const { moments } = setup.world.taskRouter.state().history;
    expect(moments.map(({ event }) => event)).toEqual(expect.arrayContaining(['task.created']));
    expect(moments.every(({ happenedAtMs }) => happenedAtMs > START_MS + 24 * 3_600_000)).toBe(true);
  });

  it('come back from a state file', async () => {
    const { world } = aBusyMinute();
    const read = parseState(stateText(world.state(), world.clock.nowMs()), 'state.json');
    expect(read.kind === 'world' && read.world.taskRouter.history).toEqual(world.taskRouter.state().history);
  });
});

describe('real-time statistics', () => {
  it('of a workspace say what is open, and who is in which activity', async () => {
    const setup = aBusyMinute();
    const [waiting] = setup.world.taskRouter.tasks().filter(({ assignmentStatus }) => assignmentStatus === 'pending');
    const found = await workspaceOf(setup).realTimeStatistics().fetch();
    expect(found).toMatchObject({
      totalTasks: 1,
      totalWorkers: 4,
      longestTaskWaitingAge: 3,
      longestTaskWaitingSid: waiting?.sid,
      tasksByPriority: { 7: 1 },
      tasksByStatus: { pending: 1, reserved: 0, assigned: 0, wrapping: 0 },
    });
    expect(found.activityStatistics).toEqual(
      expect.arrayContaining([{ friendly_name: 'Break', sid: ids.activities.break, workers: 1 }]),
    );
  });

  it('of a queue tell its own workers and tasks', async () => {
    const setup = aBusyMinute();
    setup.makeAvailable('ben');
    const of = (queue: string) => workspaceOf(setup).taskQueues(queue).realTimeStatistics().fetch();
    expect(await of(support)).toMatchObject({ totalTasks: 0, longestTaskWaitingSid: null, totalEligibleWorkers: 2 });
    expect(await of(sales)).toMatchObject({
      totalTasks: 1,
      totalAvailableWorkers: 1,
      longestRelativeTaskAgeInQueue: 3,
      tasksByStatus: { pending: 0, reserved: 1 },
    });
    const voice = await workspaceOf(setup).taskQueues(sales).realTimeStatistics().fetch({ taskChannel: 'voice' });
    expect(voice.totalTasks).toBe(0);
  });

  it('of up to fifty queues come together, with zeros for a queue of somebody else', async () => {
    const { task_queue_data: data, ...rest } = (await bulk(aBusyMinute(), [sales, `WQ${'0'.repeat(32)}`])).body;
    expect(rest).toMatchObject({ task_queue_response_count: 2 });
    expect(data).toEqual([
      expect.objectContaining({ task_queue_sid: sales, total_tasks: 1, total_eligible_workers: 2 }),
      expect.objectContaining({ total_tasks: 0, total_eligible_workers: 0 }),
    ]);
  });

  it.each<[string, readonly string[]]>([
    ['no queue', []],
    ['what is no SID', ['Sales']],
    ['fifty-one queues', Array.from({ length: 51 }, () => sales)],
  ])('are refused of %s', async (_, queues) => {
    expect(await bulk(setUp(), queues)).toMatchObject({ status: 400, body: { code: 20001 } });
  });
});

async function bulk({ world }: Setup, queueSids: readonly string[]) {
  const { status, body } = await world.dispatch({
    method: 'POST',
    host: 'taskrouter.twilio.com',
    path: `/v1/Workspaces/${ids.workspace}/TaskQueues/RealTimeStatistics`,
    query: {},
    headers: {
      authorization: `Basic ${Buffer.from(`${ids.account}:${ids.authToken}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ queueSids }),
  });
  return { status, body: body as Record<string, unknown> };
}

describe('both together', () => {
  it('are there of a workspace, a workflow and a queue', async () => {
    const setup = aBusyMinute();
    const { workflows, taskQueues } = workspaceOf(setup);
    const whole = await workspaceOf(setup).statistics().fetch();
    expect(whole).toMatchObject({ realtime: { total_tasks: 1 }, cumulative: { tasks_created: 3 } });
    const workflow = await workflows(ids.workflow).statistics().fetch();
    expect(workflow).toMatchObject({ realtime: { total_tasks: 0 }, cumulative: { tasks_entered: 0 } });
    const queue = await taskQueues(support).statistics().fetch({ minutes: 1 });
    expect(queue).toMatchObject({ realtime: { total_tasks: 0 }, cumulative: { tasks_entered: 0, tasks_canceled: 1 } });
  });

  it('are there of all queues, or of those of a name', async () => {
    const { taskQueues } = workspaceOf(aBusyMinute());
    const all = await taskQueues.statistics.list();
    expect(all.map(({ taskQueueSid }) => taskQueueSid)).toEqual([support, sales]);
    const [only, ...others] = await taskQueues.statistics.list({ friendlyName: 'Sales' });
    expect(others).toEqual([]);
    expect(only).toMatchObject({ realtime: { total_tasks: 1 }, cumulative: { tasks_entered: 1 } });
  });
});

describe('statistics of workers (docs/taskrouter/api/worker-statistics)', () => {
  it('tell how long they were in which activity, spell by spell, within the interval', async () => {
    const setup = aBusyMinute();
    const { workerSid } = setup.person('ada');
    const { cumulative } = await workspaceOf(setup)
      .workers(workerSid)
      .statistics()
      .fetch({ startDate: after(5) });
    expect(cumulative).toMatchObject({ reservations_created: 2, reservations_rejected: 1, reservations_accepted: 1 });
    const spells = Object.fromEntries(
      cumulative.activity_durations.map(({ friendly_name: name, ...rest }: Record<string, unknown>) => [name, rest]),
    );
    expect(spells).toMatchObject({
      Offline: { total: 5 },
      Available: { sid: ids.activities.available, avg: 20, min: 20, max: 20, total: 20 },
      Break: { total: 73 },
      Unavailable: { avg: 0, min: 0, max: 0, total: 0 },
    });
  });

  it('are there of all of them, and of those of a queue or a name', async () => {
    const setup = aBusyMinute();
    const { workers } = workspaceOf(setup);
    const all = await workers.cumulativeStatistics().fetch();
    expect(all).toMatchObject({ reservationsCreated: 2, reservationsRejected: 1 });
    expect(await workers.realTimeStatistics().fetch()).toMatchObject({ totalWorkers: 4 });
    const inSales = await workers.statistics().fetch({ taskQueueName: 'Sales' });
    expect(inSales.realtime).toMatchObject({ total_workers: 2 });
    const ben = await workers.statistics().fetch({ friendlyName: 'ben@example.com' });
    expect(ben).toMatchObject({ realtime: { total_workers: 1 }, cumulative: { reservations_created: 0 } });
  });
});

/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { setUp, type Setup } from './sdk';

const { support } = ids.queues;
const workspaceOf = ({ client }: Setup) => client.taskrouter.v1.workspaces(ids.workspace);
const seconds = (setup: Setup, count: number) => setup.world.clock.advance(count * 1000);

async function routedBy(filters: readonly object[]): Promise<Setup> {
  const setup = setUp();
  const configuration = JSON.stringify({ task_routing: { filters } });
  await workspaceOf(setup).workflows(ids.workflow).update({ configuration });
  return setup;
}

const create = (setup: Setup, attributes: object = {}) =>
  setup.world.taskRouter.createTask({
    workflowSid: ids.workflow,
    taskChannel: 'chat',
    attributes: JSON.stringify(attributes),
  });

describe('a callback that is held back (docs/taskrouter/workflow-configuration)', () => {
  const filters = [
    {
      expression: 'callback.attempts == 1',
      targets: [{ queue: support, expression: '1==0', timeout: 600 }, { queue: support }],
    },
    { expression: '1==1', targets: [{ queue: support }] },
  ];

  it('is offered to nobody until the step that fits nobody is over', async () => {
    const setup = await routedBy(filters);
    setup.makeAvailable('ada');
    create(setup, { callback: { attempts: 1 } });
    seconds(setup, 599);
    expect(setup.offered('ada')).toBeUndefined();
    seconds(setup, 1);
    expect(setup.offered('ada')).toBeDefined();
  });

  it('is at once the next filter’s when its number is a text', async () => {
    const setup = await routedBy(filters);
    setup.makeAvailable('ada');
    create(setup, { callback: { attempts: '1' } });
    expect(setup.offered('ada')).toBeDefined();
  });
});

describe('the best agent first (docs/taskrouter/lifecycle-task-workflows-and-assignment)', () => {
  it('gives each step its whole time: who is named, then a high level, then any, then everybody', async () => {
    const setup = await routedBy([
      {
        expression: '1==1',
        targets: [
          { queue: support, known_worker_friendly_name: 'task.wanted', timeout: 30 },
          { expression: 'worker.routing.levels.payments >= 4', timeout: 30 },
          { expression: 'worker.routing.levels.payments > 0', timeout: 30 },
          {},
        ],
      },
    ]);
    setup.makeAvailable('ben');
    create(setup, { wanted: 'ada@example.com' });
    seconds(setup, 89);
    expect(setup.offered('ben')).toBeUndefined();
    seconds(setup, 1);
    expect(setup.offered('ben')).toBeDefined();
  });

  it('offers it to whoever gets the level while its step lasts', async () => {
    const setup = await routedBy([
      { expression: '1==1', targets: [{ queue: support, expression: 'worker.level >= 4', timeout: 30 }] },
    ]);
    setup.makeAvailable('ben');
    create(setup);
    seconds(setup, 29);
    setup.world.taskRouter.setWorkerAttributes(
      setup.person('ben').workerSid,
      '{"level":4,"routing":{"skills":["support"]}}',
    );
    expect(setup.offered('ben')).toBeDefined();
  });
});

describe('a chat for agents without a call (docs/taskrouter/multitasking)', () => {
  it('waits while they talk, and counts only what they accepted', async () => {
    const expression = 'worker.channel.voice.assigned_tasks == 0';
    const setup = await routedBy([{ expression: '1==1', targets: [{ queue: support, expression }] }]);
    const { taskRouter } = setup.world;
    setup.makeAvailable('ada');
    const call = taskRouter.createTask({ routingTarget: support, taskChannel: 'voice', attributes: '{}' });
    const ring = setup.offered('ada');
    create(setup);
    expect(taskRouter.activeReservations(setup.person('ada').workerSid)).toHaveLength(2);
    taskRouter.answerReservation(ring?.sid ?? '', 'accepted');
    create(setup);
    expect(taskRouter.activeReservations(setup.person('ada').workerSid)).toHaveLength(2);
    taskRouter.completeTask(call.sid, 'over');
    expect(taskRouter.activeReservations(setup.person('ada').workerSid)).toHaveLength(2);
    expect(taskRouter.tasks().filter(({ assignmentStatus }) => assignmentStatus === 'pending')).toEqual([]);
  });
});

describe('queues as contact centres have them (docs/taskrouter/api/task-queue)', () => {
  it.each([
    ['Indigenous/Interpreter', 'routing.skills HAS "KHP English"'],
    ["Kids' Support (é)", "(routing.skills HAS 'Calls' OR routing.skills HAS 'SMS') AND routing.skills HAS '988En'"],
    ['Nobody', '1!=1'],
    ['Nobody, in other words', '1=0'],
    ['Everybody', '1==1'],
    ['Waiting room', ''],
  ])('may be called %s and want %s', async (friendlyName, targetWorkers) => {
    const setup = setUp();
    const { taskQueues } = workspaceOf(setup);
    const { sid } = await taskQueues.create({ friendlyName, targetWorkers });
    setup.makeAvailable('ada');
    const task = setup.world.taskRouter.createTask({ routingTarget: sid, taskChannel: 'chat', attributes: '{}' });
    expect(task.assignmentStatus).toBe(targetWorkers === '1==1' ? 'reserved' : 'pending');
    expect(await taskQueues.list({ friendlyName })).toMatchObject([{ sid, targetWorkers }]);
  });
});

describe('pages of a list (docs/usage/twilios-response)', () => {
  it('go on behind what was read, though something before it is deleted', async () => {
    const setup = setUp();
    const { taskQueues } = workspaceOf(setup);
    const made = [];
    for (const name of ['A', 'B', 'C', 'D']) made.push((await taskQueues.create({ friendlyName: name })).sid);
    const first = await taskQueues.page({ pageSize: 4 });
    await taskQueues(made[0] ?? '').remove();
    const second = await first.nextPage();
    expect(first.instances.map(({ friendlyName }) => friendlyName)).toEqual(['Support', 'Sales', 'A', 'B']);
    expect(second?.instances.map(({ friendlyName }) => friendlyName)).toEqual(['C', 'D']);
  });
});

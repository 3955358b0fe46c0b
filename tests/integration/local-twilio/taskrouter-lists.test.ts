/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { setUp, type Setup } from './sdk';

const workspaceOf = ({ client }: Setup) => client.taskrouter.v1.workspaces(ids.workspace);

const create = (setup: Setup, attributes: object, more: { priority?: number } = {}) =>
  workspaceOf(setup).tasks.create({
    workflowSid: ids.workflow,
    taskChannel: 'chat',
    attributes: JSON.stringify(attributes),
    ...more,
  });

/** Three tasks, a second apart; Ada has the first, which is the most urgent. */
async function threeTasks() {
  const setup = setUp();
  const tasks = [await create(setup, { n: 1, topic: 'sales' }, { priority: 9 })];
  setup.makeAvailable('alex');
  setup.makeAvailable('ada');
  const { workerSid } = setup.person(setup.offered('ada') ? 'ada' : 'alex');
  setup.world.taskRouter.setCapacity(workerSid, 'chat', { capacity: 1 });
  for (const name of ['ada', 'alex', 'ben'])
    if (setup.person(name).workerSid !== workerSid)
      setup.world.taskRouter.setActivity(setup.person(name).workerSid, ids.activities.offline);
  for (const n of [2, 3]) {
    setup.world.clock.advance(1000);
    tasks.push(await create(setup, { n }, { priority: n }));
  }
  return { setup, workerSid, sids: tasks.map(({ sid }) => sid) };
}

describe('the list of tasks (docs/taskrouter/api/task)', () => {
  it.each<[string, object, readonly number[]]>([
    ['an expression', { evaluateTaskAttributes: 'n == 99' }, []],
    ['an expression with a list', { evaluateTaskAttributes: 'n IN [1, 3]' }, [1, 3]],
    ['several statuses', { assignmentStatus: ['pending', 'reserved'] }, [1, 2, 3]],
    ['statuses in one text', { assignmentStatus: 'pending,reserved' }, [1, 2, 3]],
    ['one status', { assignmentStatus: ['reserved'] }, [1]],
    ['a priority', { priority: 2 }, [2]],
    ['a queue by name', { taskQueueName: 'Sales' }, [1]],
    ['a queue by SID', { taskQueueSid: ids.queues.support }, [2, 3]],
    ['a workflow by name', { workflowName: 'Customer care' }, [1, 2, 3]],
    ['another workflow', { workflowName: 'Nobody cares' }, []],
    ['add-ons', { hasAddons: true }, []],
    ['no add-ons', { hasAddons: false }, [1, 2, 3]],
    ['an order', { ordering: 'Priority:asc,DateCreated:desc' }, [2, 3, 1]],
    ['a descending order', { ordering: 'DateCreated:desc' }, [3, 2, 1]],
  ])('can be asked by %s', async (_, filter, expected) => {
    const { setup, sids } = await threeTasks();
    const found = await workspaceOf(setup).tasks.list(filter);
    expect(found.map(({ sid }) => sids.indexOf(sid) + 1)).toEqual(expected);
  });

  it.each([
    ['an expression that cannot be read', { evaluateTaskAttributes: 'n ==' }],
    ['an order by something else', { ordering: 'Colour:asc' }],
    ['a status that there is not', { assignmentStatus: ['waiting'] }],
  ])('refuses %s', async (_, filter) => {
    await expect(workspaceOf(setUp()).tasks.list(filter)).rejects.toMatchObject({ status: 400 });
  });
});

describe('the list of workers (docs/taskrouter/api/worker)', () => {
  it.each<[string, object, readonly string[]]>([
    ['who is available', { available: 'true' }, ['ada']],
    ['who is available, in another word', { available: 'yes' }, ['ada']],
    ['an activity by name', { activityName: 'Available' }, ['ada']],
    ['an activity by SID', { activitySid: ids.activities.available }, ['ada']],
    [
      'an expression',
      { targetWorkersExpression: 'full_name CONTAINS "Ada" AND activity_name == "Available"' },
      ['ada'],
    ],
    ['an expression nobody meets', { targetWorkersExpression: '1 == 2' }, []],
    ['a queue that there is not', { taskQueueName: 'Nowhere' }, []],
  ])('can be asked by %s', async (_, filter, expected) => {
    const setup = setUp();
    setup.makeAvailable('ada');
    const found = await workspaceOf(setup).workers.list(filter);
    expect(found.map(({ sid }) => sid)).toEqual(expected.map((name) => setup.person(name).workerSid));
  });

  it('tells available and unavailable workers apart, and who is in a queue', async () => {
    const setup = setUp();
    setup.makeAvailable('ada');
    const { workers } = workspaceOf(setup);
    const all = await workers.list();
    expect(await workers.list({ available: 'false' })).toHaveLength(all.length - 1);
    const inSales = await workers.list({ taskQueueName: 'Sales' });
    expect(inSales.length).toBeLessThan(all.length);
    expect(await workers.list({ taskQueueSid: ids.queues.sales })).toHaveLength(inSales.length);
  });
});

describe('other lists (docs/taskrouter/api)', () => {
  it('of reservations can be asked by status and by worker', async () => {
    const { setup, sids, workerSid } = await threeTasks();
    const ofTask = workspaceOf(setup).tasks(sids[0] ?? '').reservations;
    expect(await ofTask.list({ reservationStatus: 'pending', workerSid })).toHaveLength(1);
    expect(await ofTask.list({ reservationStatus: 'accepted' })).toHaveLength(0);
    expect(await ofTask.list({ workerSid: setup.person('ben').workerSid })).toHaveLength(0);
    const ofWorker = workspaceOf(setup).workers(workerSid).reservations;
    expect(await ofWorker.list({ reservationStatus: 'pending' })).toHaveLength(1);
    expect(await ofWorker.list({ reservationStatus: 'timeout' })).toHaveLength(0);
  });

  it('of activities can be asked by availability and name', async () => {
    const { activities } = workspaceOf(setUp());
    expect((await activities.list({ available: 'true' })).map(({ friendlyName }) => friendlyName)).toEqual([
      'Available',
    ]);
    expect(await activities.list({ available: 'false' })).toHaveLength(3);
    expect(await activities.list({ friendlyName: 'Break' })).toHaveLength(1);
  });

  it('of queues can be asked by the attributes of workers', async () => {
    const { taskQueues } = workspaceOf(setUp());
    const names = async (evaluateWorkerAttributes: string) =>
      (await taskQueues.list({ evaluateWorkerAttributes })).map(({ friendlyName }) => friendlyName);
    expect(await names('{"routing":{"skills":["sales"]}}')).toEqual(['Sales']);
    expect(await names('{"routing":{"skills":[]}}')).toEqual([]);
    expect(await names('routing.skills HAS "no such skill"')).toEqual([]);
  });
});

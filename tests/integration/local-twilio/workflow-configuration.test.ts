/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { setUp } from './sdk';

const routing = (queue: string, expression = 'topic == "sales"') =>
  JSON.stringify({ task_routing: { filters: [{ expression, targets: [{ queue }] }] } });

const workflowOf = ({ client }: ReturnType<typeof setUp>) =>
  client.taskrouter.v1.workspaces(ids.workspace).workflows(ids.workflow);

describe('the configuration of a workflow (docs/taskrouter/workflow-configuration)', () => {
  it('is replaced; tasks that wait go on by it when they are evaluated again', async () => {
    const setup = setUp();
    const tasks = setup.client.taskrouter.v1.workspaces(ids.workspace).tasks;
    const attributes = JSON.stringify({ topic: 'bills' });
    const task = await tasks.create({ workflowSid: ids.workflow, taskChannel: 'chat', attributes });
    expect(task.taskQueueSid).toBe(ids.queues.support);
    const configuration = routing(ids.queues.sales, 'topic == "bills"');
    expect((await workflowOf(setup).update({ configuration })).configuration).toBe(configuration);
    expect((await tasks(task.sid).fetch()).taskQueueSid).toBe(ids.queues.support);
    const later = await tasks.create({ workflowSid: ids.workflow, taskChannel: 'chat', attributes });
    expect(later.taskQueueSid).toBe(ids.queues.sales);
    await workflowOf(setup).update({ configuration, reEvaluateTasks: 'true' });
    expect((await tasks(task.sid).fetch()).taskQueueSid).toBe(ids.queues.sales);
  });

  const support = ids.queues.support;
  const filters = (...targets: readonly object[]) => [{ expression: '1==1', targets }];
  it.each<[string, object]>([
    [
      'later steps that inherit their queue',
      { task_routing: { filters: filters({ queue: support, timeout: 9 }, {}) } },
    ],
    [
      'numbers written as text',
      { task_routing: { filters: filters({ queue: support, priority: '5', timeout: '30' }) } },
    ],
    ['no filters at all', { task_routing: { default_filter: { queue: support } } }],
    ['no task_routing around it', { filters: filters({ queue: support }) }],
    [
      'null for what is left out',
      { task_routing: { filters: null, default_filter: { queue: support, timeout: null } } },
    ],
    [
      'a filter named friendly_name',
      { task_routing: { filters: [{ friendly_name: 'x', ...filters({ queue: support })[0] }] } },
    ],
    [
      'a filter named friendlyName',
      { task_routing: { filters: [{ friendlyName: 'x', ...filters({ queue: support })[0] }] } },
    ],
  ])('may have %s', async (_, configuration) => {
    const text = JSON.stringify(configuration);
    expect((await workflowOf(setUp()).update({ configuration: text })).configuration).toBe(text);
  });

  it.each<[string, object]>([
    ['a first step without a queue', { targets: [{ timeout: 5 }] }],
    ['a timeout of nothing', { targets: [{ queue: support, timeout: 0 }] }],
    [
      'a known worker by SID and by name',
      { targets: [{ queue: support, known_worker_sid: 'task.a', known_worker_friendly_name: 'task.b' }] },
    ],
    ['an order that is none', { targets: [{ queue: support, order_by: 'english up' }] }],
    ['a name with a hyphen', { targets: [{ queue: support, expression: 'worker.skill-level == 1' }] }],
  ])('is refused with %s', async (_, filter) => {
    const configuration = JSON.stringify({ task_routing: { filters: [{ expression: '1==1', ...filter }] } });
    await expect(workflowOf(setUp()).update({ configuration })).rejects.toMatchObject({ status: 400 });
  });

  it.each([
    ['a queue that does not exist', routing(`WQ${'0'.repeat(32)}`), 400],
    ['an expression that cannot be read', routing(ids.queues.sales, 'topic =='), 400],
    ['a key that TaskRouter does not know', '{"task_routing":{"filter":[]}}', 400],
    ['no JSON', 'filters', 400],
  ])('is refused with %s', async (_, configuration, status) => {
    await expect(workflowOf(setUp()).update({ configuration })).rejects.toMatchObject({ status });
  });
});

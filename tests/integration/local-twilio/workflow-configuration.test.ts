/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { setUp } from './sdk';

const routing = (queue: string, expression = 'topic == "sales"') =>
  JSON.stringify({ task_routing: { filters: [{ expression, targets: [{ queue }] }] } });

const workflowOf = ({ client }: ReturnType<typeof setUp>) =>
  client.taskrouter.v1.workspaces(ids.workspace).workflows(ids.workflow);

describe('the configuration of a workflow', () => {
  it('is replaced, and tasks that wait go on by it', async () => {
    const setup = setUp();
    const tasks = setup.client.taskrouter.v1.workspaces(ids.workspace).tasks;
    const attributes = JSON.stringify({ topic: 'bills' });
    const task = await tasks.create({ workflowSid: ids.workflow, taskChannel: 'chat', attributes });
    expect(task.taskQueueSid).toBe(ids.queues.support);
    const later = await tasks.create({ workflowSid: ids.workflow, taskChannel: 'chat', attributes });
    const configuration = routing(ids.queues.sales, 'topic == "bills"');
    expect((await workflowOf(setup).update({ configuration })).configuration).toBe(configuration);
    expect((await tasks(later.sid).fetch()).taskQueueSid).toBe(ids.queues.sales);
  });

  it.each([
    ['a queue that does not exist', routing(`WQ${'0'.repeat(32)}`), 404],
    ['an expression that cannot be read', routing(ids.queues.sales, 'topic =='), 400],
    ['a key that TaskRouter does not know', '{"task_routing":{"filter":[]}}', 400],
    ['no JSON', 'filters', 400],
  ])('is refused with %s', async (_, configuration, status) => {
    await expect(workflowOf(setUp()).update({ configuration })).rejects.toMatchObject({ status });
  });
});

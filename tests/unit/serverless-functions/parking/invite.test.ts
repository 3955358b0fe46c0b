/** @jest-environment node */
import { sid } from '../support/fixtures';
import { codeOfRefusal } from './fake-ports';
import { DEFAULT_WORKFLOW, newTask, recordOf, writes } from './fake-world';
import { openDesk } from './parking-desk';

async function deskWithoutWorkflow() {
  const desk = openDesk();
  await desk.park();
  desk.world.deletedWorkflows.add(sid('WW'));
  return desk;
}

describe('a workflow that was deleted while the conversation was parked', () => {
  it('is replaced by the account’s default one, for the customer who writes', async () => {
    const desk = await deskWithoutWorkflow();
    for (const message of writes(desk.world)) expect(await desk.wake(message)).toEqual({ status: 'routed' });
    expect(desk.world.invites.map(({ routing }) => routing.workflowSid)).toEqual([DEFAULT_WORKFLOW]);
  });

  it('and for the agent who unparks, to whom it still goes straight', async () => {
    const desk = await deskWithoutWorkflow();
    expect(await desk.unpark()).toMatchObject({ status: 'unparked' });
    const [invite] = desk.world.invites;
    expect(invite?.routing).toMatchObject({ workflowSid: DEFAULT_WORKFLOW, direct: { workerSid: sid('WK', 1) } });
  });

  it('is replaced again when that task dies', async () => {
    const desk = await deskWithoutWorkflow();
    for (const message of writes(desk.world)) await desk.wake(message);
    const taskSid = newTask(desk.world);
    desk.world.tasks.delete(taskSid);
    await desk.taskEvent('died', taskSid);
    expect(desk.world.invites.map(({ routing }) => routing.workflowSid)).toEqual([DEFAULT_WORKFLOW, DEFAULT_WORKFLOW]);
  });

  it('needs a person when the default one is refused too', async () => {
    const desk = await deskWithoutWorkflow();
    desk.world.deletedWorkflows.add(DEFAULT_WORKFLOW);
    for (const message of writes(desk.world)) expect(await codeOfRefusal(desk.wake(message))).toBe('channel-gone');
    expect(recordOf(desk.world)).toMatchObject({ state: 'parked', problem: 'channel-gone' });
  });

  it('is not looked for when Twilio refuses for another reason', async () => {
    const desk = openDesk();
    await desk.park();
    desk.faults.fail('interactions.invite', 'refused');
    for (const message of writes(desk.world)) expect(await codeOfRefusal(desk.wake(message))).toBe('routing-refused');
    expect(desk.world.invites).toEqual([]);
  });
});

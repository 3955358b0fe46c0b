/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { ROUTED_AFTER_MS } from '../../../local-twilio/src/services/taskrouter/rules/routing';
import { setUp, type Setup } from './sdk';

/** TaskRouter evaluates tasks on its own time: https://www.twilio.com/docs/taskrouter/how-taskrouter-works */
const later = () => setUp({ switches: { routing: 'later' } });
const workspaceOf = ({ client }: Setup) => client.taskrouter.v1.workspaces(ids.workspace);
const create = (setup: Setup) => workspaceOf(setup).tasks.create({ taskChannel: 'chat' });

describe('the switch `routing` in the position `later` (docs/taskrouter/how-taskrouter-works)', () => {
  it('answers for a new task before anybody is offered it', async () => {
    const setup = later();
    setup.makeAvailable('ada');
    const { sid, assignmentStatus } = await create(setup);
    expect(assignmentStatus).toBe('pending');
    expect(await workspaceOf(setup).tasks(sid).reservations.list()).toEqual([]);
    setup.world.clock.advance(ROUTED_AFTER_MS - 1);
    expect(setup.offered('ada')).toBeUndefined();
    setup.world.clock.advance(1);
    expect(setup.offered('ada')).toBeDefined();
    expect(await workspaceOf(setup).tasks(sid).fetch()).toMatchObject({ assignmentStatus: 'reserved' });
  });

  it('offers a task that waits only a while after somebody is free', async () => {
    const setup = later();
    await create(setup);
    setup.world.clock.advance(60_000);
    setup.makeAvailable('ada');
    expect(setup.offered('ada')).toBeUndefined();
    setup.world.clock.advance(ROUTED_AFTER_MS);
    expect(setup.offered('ada')).toBeDefined();
  });

  it('offers nothing to who is away again by then', async () => {
    const setup = later();
    setup.makeAvailable('ada');
    const { sid } = await create(setup);
    setup.world.taskRouter.setActivity(setup.person('ada').workerSid, ids.activities.break);
    setup.world.clock.advance(ROUTED_AFTER_MS);
    expect(setup.offered('ada')).toBeUndefined();
    expect(await workspaceOf(setup).tasks(sid).fetch()).toMatchObject({ assignmentStatus: 'pending' });
  });

  it('offers no task that was canceled by then', async () => {
    const setup = later();
    setup.makeAvailable('ada');
    const { sid } = await create(setup);
    await workspaceOf(setup).tasks(sid).update({ assignmentStatus: 'canceled', reason: 'gone' });
    setup.world.clock.advance(ROUTED_AFTER_MS);
    expect(await workspaceOf(setup).tasks(sid).reservations.list()).toEqual([]);
  });

  it('gives the steps of a workflow their time from entering them, and a rejected task to the next', async () => {
    const setup = later();
    const held = { queue: ids.queues.support, expression: '1==0', timeout: 10 };
    const filters = [{ expression: '1==1', targets: [held, { queue: ids.queues.sales }] }];
    await workspaceOf(setup)
      .workflows(ids.workflow)
      .update({ configuration: JSON.stringify({ task_routing: { filters } }) });
    setup.makeAvailable('ada');
    await create(setup);
    setup.world.clock.advance(ROUTED_AFTER_MS + 10_000);
    expect(setup.offered('ada')).toBeUndefined();
    setup.world.clock.advance(ROUTED_AFTER_MS);
    setup.makeAvailable('ben');
    setup.world.taskRouter.answerReservation(setup.offered('ada')?.sid ?? '', 'rejected');
    expect(setup.offered('ben')).toBeUndefined();
    setup.world.clock.advance(ROUTED_AFTER_MS);
    expect(setup.offered('ben')).toBeDefined();
  });

  it('is not the default: a task is offered before its request is answered', async () => {
    const setup = setUp();
    setup.makeAvailable('ada');
    expect(await create(setup)).toMatchObject({ assignmentStatus: 'reserved' });
  });
});

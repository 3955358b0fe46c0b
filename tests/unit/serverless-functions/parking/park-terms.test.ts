/** @jest-environment node */
import { ADA, PARKED_TASK, sid } from '../support/fixtures';
import { codeOfRefusal } from './fake-ports';
import { DEFAULT_WORKFLOW, leftovers, NOTHING, OTHERS_ATTRIBUTES, recordOf, writes, type World } from './fake-world';
import { CONVERSATION, openDesk } from './parking-desk';

/** Somebody of the contact centre was invited to the conversation. */
function invited(world: World, status: string, attributes: object = {}): void {
  const task = world.tasks.get(PARKED_TASK);
  const taskSid = sid('WT', 50);
  if (!task) throw new Error('there is no task');
  world.tasks.set(taskSid, { ...task, sid: taskSid, status });
  const routing = { workflowSid: sid('WW'), taskChannelUniqueName: 'chat', priority: 0 };
  world.invites.push({ taskSid, routing, attributes: JSON.stringify(attributes) });
}

function withoutWorkflow(world: World): void {
  const task = world.tasks.get(PARKED_TASK);
  if (task) world.tasks.set(PARKED_TASK, { ...task, workflowSid: undefined });
}

describe('a task without a workflow, as after a transfer', () => {
  it('is parked, and comes back by the account’s default one', async () => {
    const { world, ...desk } = openDesk();
    withoutWorkflow(world);
    expect(await desk.park()).toMatchObject({ status: 'parked' });
    for (const message of writes(world)) expect(await desk.wake(message)).toEqual({ status: 'routed' });
    expect(world.invites[0]?.routing.workflowSid).toBe(DEFAULT_WORKFLOW);
  });

  it('is refused where the account has no default one, and nothing is left behind', async () => {
    const { world, ...desk } = openDesk();
    withoutWorkflow(world);
    world.defaultWorkflowSid = undefined;
    expect(await codeOfRefusal(desk.park())).toBe('no-workflow');
    expect(leftovers(world)).toEqual(NOTHING);
    expect(world.tasks.get(PARKED_TASK)?.status).toBe('assigned');
  });
});

describe('an invite of somebody else', () => {
  it.each(['pending', 'reserved'])('that is open (%s) stops the park, and nothing is left behind', async (status) => {
    const { world, ...desk } = openDesk();
    invited(world, status);
    expect(await codeOfRefusal(desk.park())).toBe('open-invites');
    expect(leftovers(world)).toEqual(NOTHING);
    expect(desk.faults.calls).not.toContain('interactions.release');
  });

  it.each(['assigned', 'wrapping', 'completed', 'canceled'])('that is not open (%s) stops nobody', async (status) => {
    const { world, ...desk } = openDesk();
    invited(world, status);
    expect(await desk.park()).toMatchObject({ status: 'parked' });
  });

  it('whose task is gone stops nobody', async () => {
    const { world, ...desk } = openDesk();
    invited(world, 'pending');
    world.tasks.delete(sid('WT', 50));
    expect(await desk.park()).toMatchObject({ status: 'parked' });
  });

  it('is none that an earlier park sent, and costs no look', async () => {
    const { world, ...desk } = openDesk();
    invited(world, 'pending', { originalRouting: { parkId: 'park-0' } });
    expect(await desk.park()).toMatchObject({ status: 'parked' });
    expect(desk.faults.calls).not.toContain('tasks.status');
  });
});

describe('the first park of an agent, who has no map yet', () => {
  const listItem = { mapSid: sid('MP'), mapItemKey: CONVERSATION };

  function firstDesk() {
    const desk = openDesk();
    desk.world.hasMap = false;
    return desk;
  }

  it('makes it beside all else, and writes the row beside the release, so that they wait for neither', async () => {
    const { world, ...desk } = firstDesk();
    let rowsAtRelease: number | undefined;
    desk.faults.before('interactions.release', () => (rowsAtRelease = world.rows.size));
    expect(await desk.park()).toEqual({ status: 'parked', conversationSid: CONVERSATION, listItem });
    expect(rowsAtRelease).toBe(0);
    const parkId = recordOf(world)?.park.parkId;
    const attributes = { ...OTHERS_ATTRIBUTES, ...listItem };
    expect(leftovers(world)).toEqual({ records: ['parked'], webhooks: [parkId], rows: [parkId], attributes });
    expect(recordOf(world)?.traces.listItem).toMatchObject(listItem);
  });

  it('is refused when it cannot be made, and nothing is left behind', async () => {
    const { world, ...desk } = firstDesk();
    desk.faults.fail('list.createMap', 'unavailable');
    expect(await codeOfRefusal(desk.park())).toBe('twilio-unavailable');
    expect(leftovers(world)).toEqual(NOTHING);
    expect(world.tasks.get(PARKED_TASK)?.status).toBe('assigned');
  });

  it('comes back as any other, with nothing left', async () => {
    const { world, ...desk } = firstDesk();
    await desk.park();
    for (const message of writes(world)) expect(await desk.wake(message)).toEqual({ status: 'routed' });
    expect(leftovers(world)).toEqual({ ...NOTHING, records: ['returning'] });
  });

  it.each(['list.put', 'conversations.putAttributes'])(
    'is a success also when %s fails, and reconcile makes it good',
    async (call) => {
      const { world, faults, ...desk } = firstDesk();
      faults.before('interactions.release', () => faults.fail(call, 'unavailable'));
      expect(await desk.park()).toMatchObject({ status: 'parked' });
      await desk.reconcileLater();
      const parkId = recordOf(world)?.park.parkId;
      expect(leftovers(world)).toMatchObject({ rows: [parkId], attributes: { mapItemKey: CONVERSATION } });
    },
  );

  it('writes no row for a customer who is served at once', async () => {
    const { world, faults, ...desk } = firstDesk();
    faults.before('records.create', () => writes(world));
    expect(await desk.park()).toMatchObject({ status: 'returned' });
    expect(world.rows.size).toBe(0);
  });

  it('undone leaves nothing', async () => {
    const { world, faults, ...desk } = firstDesk();
    faults.fail('interactions.release', 'unavailable');
    await codeOfRefusal(desk.park(ADA));
    expect(leftovers(world)).toEqual(NOTHING);
  });
});

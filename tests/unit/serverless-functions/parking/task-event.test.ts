/** @jest-environment node */
import { ADA, BEN, PARKED_TASK, sid } from '../support/fixtures';
import { accepts, leftovers, newTask, NOTHING, recordOf, writes } from './fake-world';
import { CONVERSATION, openDesk } from './parking-desk';

/** The conversation is coming back: because the customer wrote, or because the agent asked. */
async function returningDesk(why: 'customer-wrote' | 'agent-asked') {
  const desk = openDesk();
  await desk.park();
  if (why === 'agent-asked') await desk.unpark();
  else for (const message of writes(desk.world)) await desk.wake(message);
  return desk;
}

describe('when the new task is accepted', () => {
  it.each(['customer-wrote', 'agent-asked'] as const)('nothing of the park is left (%s)', async (why) => {
    const desk = await returningDesk(why);
    accepts(desk.world, newTask(desk.world), ADA);
    expect(await desk.taskEvent('accepted', newTask(desk.world))).toEqual({ status: 'done' });
    expect(leftovers(desk.world)).toEqual(NOTHING);
  });

  it('twice, the second time there is nothing to do', async () => {
    const desk = await returningDesk('customer-wrote');
    await desk.taskEvent('accepted', newTask(desk.world));
    expect(await desk.taskEvent('accepted', newTask(desk.world))).toEqual({ status: 'ignored' });
  });

  it('the conversation can be parked again, and comes back again', async () => {
    const desk = await returningDesk('customer-wrote');
    const taskSid = newTask(desk.world);
    accepts(desk.world, taskSid, ADA);
    await desk.taskEvent('accepted', taskSid);
    expect(await desk.park(ADA, { taskSid, lastSeenMessageIndex: 4 })).toMatchObject({ status: 'parked' });
    for (const message of writes(desk.world)) await desk.wake(message);
    expect(desk.world.invites).toHaveLength(2);
  });

  it('the conversation can be parked by the agent before the event arrives, and a late event harms nothing', async () => {
    const desk = await returningDesk('agent-asked');
    const taskSid = newTask(desk.world);
    accepts(desk.world, taskSid, BEN);
    expect(await desk.park(BEN, { taskSid })).toMatchObject({ status: 'parked' });
    expect(await desk.taskEvent('accepted', taskSid)).toEqual({ status: 'ignored' });
    const parkId = recordOf(desk.world)?.park.parkId;
    expect(leftovers(desk.world)).toMatchObject({ records: ['parked'], webhooks: [parkId], rows: [parkId] });
  });
});

describe('parked again before the event of its acceptance has come', () => {
  it('keeps its new row, whose revision is that of the row before', async () => {
    const desk = await returningDesk('customer-wrote');
    const taskSid = newTask(desk.world);
    accepts(desk.world, taskSid, ADA);
    await desk.park(ADA, { taskSid, lastSeenMessageIndex: 4 });
    expect(leftovers(desk.world).rows).toEqual([recordOf(desk.world)?.park.parkId]);
  });

  it('keeps it also when the event is being handled just then', async () => {
    const desk = await returningDesk('customer-wrote');
    const taskSid = newTask(desk.world);
    accepts(desk.world, taskSid, ADA);
    desk.faults.before('list.remove', () => desk.park(ADA, { taskSid, lastSeenMessageIndex: 4 }));
    await desk.taskEvent('accepted', taskSid);
    expect(leftovers(desk.world).rows).toEqual([recordOf(desk.world)?.park.parkId]);
  });
});

describe('when the new task dies', () => {
  it('because the conversation was closed, the park ends with it', async () => {
    const desk = await returningDesk('agent-asked');
    if (desk.world.conversation) desk.world.conversation.state = 'closed';
    const taskSid = newTask(desk.world);
    desk.world.tasks.delete(taskSid);
    expect(await desk.taskEvent('died', taskSid)).toEqual({ status: 'done' });
    expect(leftovers(desk.world)).toMatchObject({ records: [], webhooks: [], rows: [] });
  });

  it('the customer who had written is routed again, once', async () => {
    const desk = await returningDesk('customer-wrote');
    const taskSid = newTask(desk.world);
    desk.world.tasks.delete(taskSid);
    await Promise.all([desk.taskEvent('died', taskSid), desk.taskEvent('died', taskSid)]);
    expect(desk.world.invites).toHaveLength(2);
    expect(recordOf(desk.world)).toMatchObject({ state: 'returning', taskSid: desk.world.invites[1]?.taskSid });
  });

  it('the customer can wake it again before anything else is changed, for the Function may die there', async () => {
    const desk = await returningDesk('customer-wrote');
    const taskSid = newTask(desk.world);
    desk.world.tasks.delete(taskSid);
    const webhooksAtClaim: unknown[] = [];
    desk.faults.before('records.replace', () => webhooksAtClaim.push(leftovers(desk.world).webhooks));
    await desk.taskEvent('died', taskSid);
    expect(webhooksAtClaim).toEqual([[recordOf(desk.world)?.park.parkId]]);
    expect(leftovers(desk.world).webhooks).toEqual([]);
  });

  it('and somebody else routes it first, the webhook made for it is taken back', async () => {
    const desk = await returningDesk('customer-wrote');
    const taskSid = newTask(desk.world);
    desk.world.tasks.delete(taskSid);
    desk.faults.before('records.replace', () => desk.taskEvent('died', taskSid));
    await desk.taskEvent('died', taskSid);
    expect(desk.world.invites).toHaveLength(2);
    expect(leftovers(desk.world).webhooks).toEqual([]);
  });

  it('what the agent had asked for is parked as before while the customer is silent', async () => {
    const desk = await returningDesk('agent-asked');
    const taskSid = newTask(desk.world);
    desk.world.tasks.delete(taskSid);
    expect(await desk.taskEvent('died', taskSid)).toEqual({ status: 'done' });
    const parkId = recordOf(desk.world)?.park.parkId;
    expect(leftovers(desk.world)).toMatchObject({
      records: ['parked'],
      webhooks: [parkId],
      rows: [parkId],
      attributes: { mapItemKey: CONVERSATION },
    });
    expect(desk.world.invites).toHaveLength(1);
  });

  it('a customer who wrote meanwhile goes to the workflow, not to that agent again', async () => {
    const desk = await returningDesk('agent-asked');
    const taskSid = newTask(desk.world);
    writes(desk.world);
    desk.world.tasks.delete(taskSid);
    await desk.taskEvent('died', taskSid);
    expect(desk.world.invites[1]?.routing).not.toHaveProperty('direct');
    expect(desk.world.webhooks.size).toBe(0);
  });

  it('the row comes back for the time it had left', async () => {
    const desk = await returningDesk('agent-asked');
    desk.world.clock.advance(3_600_000);
    desk.world.tasks.delete(newTask(desk.world));
    await desk.taskEvent('died', newTask(desk.world));
    expect([...desk.world.rows.values()].map(({ ttlSeconds }) => ttlSeconds)).toEqual([82_800]);
  });
});

describe('an event of another task', () => {
  it.each(['accepted', 'died'] as const)('(%s) changes nothing', async (what) => {
    const desk = await returningDesk('customer-wrote');
    for (const taskSid of [PARKED_TASK, sid('WT', 999)]) {
      expect(await desk.taskEvent(what, taskSid)).toEqual({ status: 'ignored' });
    }
    expect(recordOf(desk.world)?.state).toBe('returning');
    expect(desk.world.invites).toHaveLength(1);
  });

  it('or of a conversation that was never parked changes nothing', async () => {
    expect(await openDesk().taskEvent('died', PARKED_TASK)).toEqual({ status: 'ignored' });
  });
});

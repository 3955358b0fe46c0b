/** @jest-environment node */
import type { ParkSettings } from '../../../../serverless-functions/src/parking/domain/settings';
import { ADA, sid } from '../support/fixtures';
import { codeOfRefusal } from './fake-ports';
import { accepts, leftovers, newTask, NOTHING, recordOf, SETTINGS, writes } from './fake-world';
import { openDesk, type Desk } from './parking-desk';

const TO_ADA = { direct: { queueSid: sid('WQ'), workerSid: ADA.workerSid }, timeoutSeconds: 60 };
const BY_WORKFLOW = { workflowSid: sid('WW'), taskChannelUniqueName: 'chat', priority: 7 };

async function parkedDesk(settings: Partial<ParkSettings>) {
  const desk = openDesk();
  desk.world.settings = { ...SETTINGS, ...settings };
  await desk.park();
  return desk;
}

const backToWorker = () => parkedDesk({ onCustomerReply: 'worker' });

async function reply(desk: Desk) {
  const [message] = writes(desk.world);
  if (!message) throw new Error('no webhook would tell anybody');
  return desk.wake(message);
}

const routes = ({ world }: Desk) => world.invites.map(({ routing }) => routing);

describe('a reply that goes to the agent who parked', () => {
  it('is offered to them for the time that is set, and the wake path stays until they have accepted', async () => {
    const desk = await backToWorker();
    expect(await reply(desk)).toEqual({ status: 'routed' });
    expect(routes(desk)).toEqual([{ ...BY_WORKFLOW, ...TO_ADA }]);
    expect(desk.world.webhooks.size).toBe(1);
    expect(leftovers(desk.world)).toMatchObject({ records: ['returning'], rows: [] });
    accepts(desk.world, newTask(desk.world), ADA);
    await desk.taskEvent('accepted', newTask(desk.world));
    expect(leftovers(desk.world)).toEqual(NOTHING);
  });

  it.each<[string, (desk: Desk) => unknown]>([
    ['they are away or at capacity', ({ world }) => world.free.clear()],
    ['nobody would tell that they declined', ({ world }) => void (world.deathsAreReported = false)],
    ['their state cannot be read', ({ faults }) => faults.fail('workers.freeChannels', 'unavailable')],
    ['the event source cannot be read', ({ faults }) => faults.fail('tasks.deathsAreReported', 'lost-request')],
    ['Twilio refuses them', ({ faults }) => faults.fail('interactions.invite', 'refused')],
    ['Twilio does not know them', ({ faults }) => faults.fail('interactions.invite', 'not-found')],
  ])('goes by the workflow at once when %s', async (_, happens) => {
    const desk = await backToWorker();
    happens(desk);
    expect(await reply(desk)).toEqual({ status: 'routed' });
    expect(routes(desk)).toEqual([BY_WORKFLOW]);
    expect(leftovers(desk.world)).toEqual({ ...NOTHING, records: ['returning'] });
  });

  it('goes by the workflow when they decline or do not answer', async () => {
    const desk = await backToWorker();
    await reply(desk);
    const declined = newTask(desk.world);
    desk.world.tasks.delete(declined);
    await desk.taskEvent('died', declined);
    expect(routes(desk)).toEqual([{ ...BY_WORKFLOW, ...TO_ADA }, BY_WORKFLOW]);
    expect(leftovers(desk.world)).toEqual({ ...NOTHING, records: ['returning'] });
  });

  it('goes by the workflow at the next reconcile when that event was lost', async () => {
    const desk = await backToWorker();
    await reply(desk);
    desk.world.tasks.delete(newTask(desk.world));
    await desk.reconcileLater();
    expect(routes(desk)[1]).toEqual(BY_WORKFLOW);
  });

  it('goes by the workflow when the customer writes again before anybody noticed', async () => {
    const desk = await backToWorker();
    await reply(desk);
    desk.world.tasks.delete(newTask(desk.world));
    desk.world.clock.advance(30_000);
    await reply(desk);
    expect(routes(desk)[1]).toEqual(BY_WORKFLOW);
  });

  it('does not look at the callback where a sink delivers the events', async () => {
    const desk = await parkedDesk({ onCustomerReply: 'worker', taskrouterEvents: 'event-streams' });
    desk.world.deathsAreReported = false;
    await reply(desk);
    expect(desk.faults.calls).not.toContain('tasks.deathsAreReported');
    expect(routes(desk)).toMatchObject([TO_ADA]);
  });

  it('is never offered twice after a lost answer', async () => {
    const desk = await backToWorker();
    desk.faults.fail('interactions.invite', 'lost-answer');
    expect(await reply(desk)).toEqual({ status: 'routed' });
    expect(routes(desk)).toHaveLength(1);
    expect(desk.world.webhooks.size).toBe(1);
    expect(recordOf(desk.world)).toMatchObject({ state: 'returning', target: { to: 'worker' } });
  });

  it('that came while they parked is offered to them too', async () => {
    const desk = openDesk();
    desk.world.settings = { ...SETTINGS, onCustomerReply: 'worker' };
    desk.faults.before('records.create', () => writes(desk.world));
    expect(await desk.park()).toMatchObject({ status: 'returned' });
    expect(routes(desk)).toMatchObject([TO_ADA]);
  });

  it('is asked about beside the claim, not after it', async () => {
    const desk = await backToWorker();
    await reply(desk);
    const order = desk.faults.calls;
    expect(order.indexOf('workers.freeChannels')).toBeLessThan(order.indexOf('records.replace'));
  });

  it('with Twilio refusing the workflow too needs a person', async () => {
    const desk = await backToWorker();
    desk.faults.fail('interactions.invite', 'refused', 2);
    expect(await codeOfRefusal(reply(desk))).toBe('routing-refused');
    expect(recordOf(desk.world)).toMatchObject({ state: 'parked', problem: 'routing-refused' });
  });
});

describe('a reply that goes to a queue', () => {
  it.each([
    ['original', sid('WQ')],
    [sid('WQ', 9), sid('WQ', 9)],
  ] as const)('(%s) goes straight there, and leaves no webhook', async (replyQueue, queueSid) => {
    const desk = await parkedDesk({ onCustomerReply: 'queue', replyQueue });
    await reply(desk);
    expect(routes(desk)).toEqual([{ ...BY_WORKFLOW, queueSid }]);
    expect(leftovers(desk.world)).toEqual({ ...NOTHING, records: ['returning'] });
  });

  it('which does not exist goes by the workflow', async () => {
    const desk = await parkedDesk({ onCustomerReply: 'queue', replyQueue: sid('WQ', 9) });
    desk.faults.fail('interactions.invite', 'refused');
    expect(await reply(desk)).toEqual({ status: 'routed' });
    expect(routes(desk)).toEqual([BY_WORKFLOW]);
  });
});

describe('what was set when it was parked', () => {
  it('holds, whatever is set later', async () => {
    const desk = await backToWorker();
    desk.world.settings = SETTINGS;
    await reply(desk);
    expect(routes(desk)).toMatchObject([TO_ADA]);
  });

  it('is for replies: an agent who unparks gets it themselves, without any look at them', async () => {
    const desk = await parkedDesk({ onCustomerReply: 'queue' });
    desk.world.free.clear();
    await desk.unpark();
    expect(routes(desk)).toMatchObject([{ direct: TO_ADA.direct }]);
    expect(desk.faults.calls).not.toContain('workers.freeChannels');
  });

  it('is for replies: what was parked too long goes by the workflow', async () => {
    const desk = await parkedDesk({ onCustomerReply: 'worker', maxParkAgeHours: 1 });
    desk.world.clock.advance(3_600_000);
    await desk.reconcileLater();
    expect(routes(desk)).toEqual([BY_WORKFLOW]);
  });
});

describe('the priority of a returning task', () => {
  it('is raised once, however often the conversation is parked', async () => {
    const desk = await parkedDesk({ returningPriorityBoost: 10 });
    await reply(desk);
    const taskSid = newTask(desk.world);
    expect(routes(desk)).toMatchObject([{ priority: 17 }]);
    accepts(desk.world, taskSid, ADA);
    const task = desk.world.tasks.get(taskSid);
    const inFlex = { ...JSON.parse(task?.attributes ?? '{}'), conversationSid: sid('CH') };
    if (task) desk.world.tasks.set(taskSid, { ...task, attributes: JSON.stringify(inFlex) });
    await desk.park(ADA, { taskSid, lastSeenMessageIndex: 4 });
    await reply(desk);
    expect(routes(desk)[1]).toMatchObject({ priority: 17 });
  });

  it.each([-500, '9', 1.5, null])('is not raised by a forged boost (%j)', async (priorityBoost) => {
    const desk = openDesk();
    const [task] = desk.world.tasks.values();
    if (!task) throw new Error('there is no task');
    const attributes = JSON.stringify({ ...JSON.parse(task.attributes), originalRouting: { priorityBoost } });
    desk.world.tasks.set(task.sid, { ...task, attributes });
    await desk.park();
    expect(recordOf(desk.world)?.park.task.priority).toBe(7);
  });
});

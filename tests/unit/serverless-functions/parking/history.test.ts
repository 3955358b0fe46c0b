/** @jest-environment node */
import { ADA, BEN, PARKED_AT_MS, PARKED_TASK, sid, SOFIA } from '../support/fixtures';
import { accepts, leftovers, newTask, NOTHING, recordOf, SETTINGS, writes } from './fake-world';
import { openDesk, type Desk } from './parking-desk';

const HOUR_MS = 60 * 60 * 1000;

async function parkedDesk(settings: Partial<typeof SETTINGS> = {}, hints: Parameters<Desk['park']>[1] = {}) {
  const desk = openDesk();
  desk.world.settings = { ...SETTINGS, ...settings };
  desk.world.names.set(ADA.workerSid, 'Ada Okafor');
  desk.world.names.set(BEN.workerSid, 'Ben Silva');
  await desk.park(ADA, hints);
  return desk;
}

const history = ({ world }: Desk) => [...world.history.values()];

async function wakes(desk: Desk) {
  for (const message of writes(desk.world)) await desk.wake(message);
}

/** They accept the only new task, and TaskRouter says so. */
async function takes(desk: Desk, who = BEN) {
  const taskSid = newTask(desk.world);
  accepts(desk.world, taskSid, who);
  desk.world.accepted.set(taskSid, { workerSid: who.workerSid, atMs: desk.world.clock.nowMs() });
  await desk.taskEvent('accepted', taskSid, { workerSid: who.workerSid });
}

describe('the history', () => {
  it('says who parked whom, when and why, how it ended and who has it now, and nothing that was written', async () => {
    const said = { reason: 'Waiting for the customer', note: 'Secret words' };
    const desk = await parkedDesk({ askForNote: true }, said);
    desk.world.clock.advance(HOUR_MS);
    await wakes(desk);
    desk.world.clock.advance(60_000);
    await takes(desk);
    expect(history(desk)).toEqual([
      {
        parkId: expect.any(String),
        conversationSid: sid('CH'),
        channelType: 'web',
        queueName: 'Support',
        customerName: 'Grace',
        customerAddress: 'grace@example.com',
        reason: 'Waiting for the customer',
        parkedBy: { workerSid: ADA.workerSid, name: 'Ada Okafor' },
        parkedAt: new Date(PARKED_AT_MS).toISOString(),
        returnedAt: new Date(PARKED_AT_MS + HOUR_MS).toISOString(),
        endedAt: new Date(PARKED_AT_MS + HOUR_MS + 60_000).toISOString(),
        how: 'reply',
        takenBy: { workerSid: BEN.workerSid, name: 'Ben Silva' },
        days: 30,
      },
    ]);
    expect(JSON.stringify(history(desk))).not.toContain('Secret');
    expect(leftovers(desk.world)).toEqual(NOTHING);
  });

  it.each<[string, string, (desk: Desk) => Promise<unknown>]>([
    ['the agent unparks it', 'agent', (desk) => desk.unpark()],
    ['a supervisor unparks it', 'supervisor', (desk) => desk.unpark(SOFIA)],
    ['its time comes', 'time', (desk) => desk.reconcileLater(2 * HOUR_MS)],
    [
      'it was parked too long',
      'max-age',
      (desk) => {
        desk.world.settings = { ...desk.world.settings, maxParkAgeHours: 1 };
        return desk.reconcileLater(HOUR_MS);
      },
    ],
    [
      'a repair found the customer waiting',
      'found',
      (desk) => {
        writes(desk.world);
        return desk.reconcileLater();
      },
    ],
  ])('knows what brought it back: %s', async (_, how, bringBack) => {
    const backAt = new Date(PARKED_AT_MS + 2 * HOUR_MS).toISOString();
    const desk = await parkedDesk({}, how === 'time' ? { backAt } : {});
    await bringBack(desk);
    await takes(desk);
    expect(history(desk)).toMatchObject([{ how, takenBy: { workerSid: BEN.workerSid } }]);
  });

  it('says that a task which died was found, when nobody else would have had the customer', async () => {
    const desk = await parkedDesk();
    await wakes(desk);
    const lost = newTask(desk.world);
    desk.world.tasks.delete(lost);
    await desk.taskEvent('died', lost);
    desk.world.invites.shift();
    await takes(desk);
    expect(history(desk)).toMatchObject([{ how: 'found' }]);
  });

  it('says that the conversation was closed, and that nobody has it', async () => {
    const desk = await parkedDesk();
    if (desk.world.conversation) desk.world.conversation.state = 'closed';
    await desk.reconcileLater();
    expect(history(desk)).toMatchObject([{ how: 'closed' }]);
    expect(history(desk)[0]).not.toHaveProperty('takenBy');
    expect(history(desk)[0]).not.toHaveProperty('returnedAt');
  });

  it('says that an agent came into it some other way', async () => {
    const desk = await parkedDesk();
    desk.world.participants.push({ sid: sid('MB', 77), identity: BEN.identity });
    await desk.reconcileLater();
    expect(history(desk)).toMatchObject([{ how: 'joined' }]);
  });

  it('asks TaskRouter who has it when the event of the acceptance was lost', async () => {
    const desk = await parkedDesk();
    await wakes(desk);
    const taskSid = newTask(desk.world);
    accepts(desk.world, taskSid, BEN);
    desk.world.accepted.set(taskSid, { workerSid: BEN.workerSid, atMs: desk.world.clock.nowMs() });
    await desk.reconcileLater();
    expect(history(desk)).toMatchObject([{ how: 'reply', takenBy: { name: 'Ben Silva' } }]);
  });

  it('has both parks when it is parked again before the event of its acceptance comes', async () => {
    const desk = await parkedDesk();
    await wakes(desk);
    const taskSid = newTask(desk.world);
    accepts(desk.world, taskSid, BEN);
    await desk.park(BEN, { taskSid, lastSeenMessageIndex: 4 });
    expect(history(desk)).toMatchObject([{ how: 'reply', takenBy: { name: 'Ben Silva' } }]);
    await desk.unpark(BEN);
    desk.world.invites.shift();
    await takes(desk, BEN);
    expect(history(desk).map(({ how, parkedBy }) => [how, parkedBy.name])).toEqual([
      ['reply', 'Ada Okafor'],
      ['agent', 'Ben Silva'],
    ]);
  });

  it('has one entry of one park, however often it ends', async () => {
    const desk = await parkedDesk();
    await wakes(desk);
    desk.faults.fail('list.remove', 'unavailable');
    await takes(desk);
    desk.world.clock.advance(HOUR_MS);
    await desk.reconcileLater();
    expect(leftovers(desk.world)).toEqual(NOTHING);
    expect(history(desk)).toMatchObject([{ takenBy: { name: 'Ben Silva' } }]);
    expect(Date.parse(history(desk)[0]?.endedAt ?? '')).toBeLessThan(PARKED_AT_MS + HOUR_MS);
  });
});

describe('the history stays out of the way', () => {
  it.each(['history.add', 'workers.nameOf'])('when %s fails, the park ends all the same', async (call) => {
    const desk = await parkedDesk();
    await wakes(desk);
    desk.faults.fail(call, 'unavailable');
    await takes(desk);
    expect(leftovers(desk.world)).toEqual(NOTHING);
    expect(desk.world.log.join('\n')).toMatch(/"step":"history(-name)?","outcome":"failed"/);
  });

  it('of a press of Park that was undone, for nothing was parked', async () => {
    const desk = openDesk();
    desk.faults.fail('interactions.release', 'unavailable');
    await expect(desk.park()).rejects.toThrow();
    expect(recordOf(desk.world)).toBeUndefined();
    expect(history(desk)).toEqual([]);
  });

  it('when it is switched off: nothing is kept', async () => {
    const desk = await parkedDesk({ historyDays: 0 });
    await wakes(desk);
    await takes(desk);
    expect(desk.faults.calls).not.toContain('history.add');
    expect(history(desk)).toEqual([]);
  });

  it('and keeps each park as long as was set when it was parked', async () => {
    const desk = await parkedDesk({ historyDays: 7 });
    desk.world.settings = { ...desk.world.settings, historyDays: 90 };
    await wakes(desk);
    await takes(desk);
    expect(history(desk)).toMatchObject([{ days: 7 }]);
  });
});

describe('a task that Twilio would soon have deleted', () => {
  it.each([
    ['23 hours old', 23, { savedTask: true }],
    ['younger', 22, {}],
  ])('%s: the history says whether parking saved it', async (_, hours, expected) => {
    const desk = openDesk();
    const task = desk.world.tasks.get(PARKED_TASK);
    if (task) desk.world.tasks.set(PARKED_TASK, { ...task, createdAtMs: PARKED_AT_MS - hours * HOUR_MS });
    await desk.park();
    await wakes(desk);
    await takes(desk);
    const [{ savedTask } = {}] = history(desk);
    expect(savedTask === undefined ? {} : { savedTask }).toEqual(expected);
  });
});

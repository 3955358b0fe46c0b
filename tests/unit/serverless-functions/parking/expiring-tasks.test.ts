/** @jest-environment node */
import { ADA, PARKED_TASK, sid } from '../support/fixtures';
import { newTask, recordOf, SETTINGS, type World } from './fake-world';
import { CONVERSATION, openDesk } from './parking-desk';

const MINUTE_MS = 60_000;
const hours = (count: number, minutes = 0) => (count * 60 + minutes) * MINUTE_MS;

/** Ada has gone home, and left a conversation open. */
function leftOpen(change: (world: World) => void = () => undefined) {
  const desk = openDesk();
  desk.world.free.delete(ADA.workerSid);
  desk.world.messages.push({ index: 4, author: ADA.identity });
  change(desk.world);
  return desk;
}

const report = async (desk: ReturnType<typeof openDesk>, afterMs: number) => {
  const answer = await desk.reconcileLater(afterMs);
  return answer.status === 'reconciled' ? answer : { repairs: [], needsAPerson: [] };
};

describe('a conversation whose task Twilio is about to delete', () => {
  it('is parked for an agent who has gone home', async () => {
    const desk = leftOpen();
    expect((await report(desk, hours(23, 31))).repairs).toEqual([
      { conversationSid: CONVERSATION, what: 'parked before Twilio deletes its task' },
    ]);
    expect(recordOf(desk.world)).toMatchObject({ state: 'parked', park: { agent: { identity: ADA.identity } } });
    expect(desk.world.channel.some(({ workerSid }) => workerSid === ADA.workerSid)).toBe(false);
  });

  it('is routed at once when the customer still waits for an answer', async () => {
    const desk = leftOpen((world) => world.messages.push({ index: 5, author: 'grace' }));
    await report(desk, hours(23, 31));
    expect(desk.world.tasks.get(newTask(desk.world) ?? '')).toMatchObject({ status: 'pending' });
  });

  it('is saved also where the customer must have an answer before agents park', async () => {
    const desk = leftOpen((world) => {
      world.settings = { ...SETTINGS, customerSpokeLast: 'refuse' };
      world.messages.push({ index: 5, author: 'grace' });
    });
    const { needsAPerson, repairs } = await report(desk, hours(23, 31));
    expect(needsAPerson).toEqual([]);
    expect(repairs).toHaveLength(1);
  });

  it('says why to the next agent', async () => {
    const desk = leftOpen((world) => (world.settings = { ...SETTINGS, askForNote: true }));
    await report(desk, hours(23, 31));
    expect(recordOf(desk.world)?.park.note).toMatchObject({ reason: 'Kept from Twilio’s 24-hour limit' });
  });

  it('is left to the desktop of an agent who is there, until it is too late for that', async () => {
    const desk = leftOpen((world) => world.free.add(ADA.workerSid));
    expect((await report(desk, hours(23, 40))).repairs).toEqual([]);
    expect((await report(desk, 11 * MINUTE_MS)).repairs).toHaveLength(1);
  });

  it('counts from the offer where the customer waited long for an agent', async () => {
    const desk = leftOpen((world) => {
      const atMs = world.clock.nowMs() + hours(23);
      world.accepted.set(PARKED_TASK, { workerSid: ADA.workerSid, atMs });
    });
    expect((await report(desk, hours(23, 31))).repairs).toEqual([]);
    expect((await report(desk, hours(23))).repairs).toHaveLength(1);
  });

  it('is left to the next run when the time of this one is up', async () => {
    const desk = leftOpen((world) => {
      const task = world.tasks.get(PARKED_TASK);
      if (task) world.tasks.set(sid('WT', 2), { ...task, sid: sid('WT', 2) });
    });
    desk.faults.before('tasks.acceptedBy', () => desk.world.clock.advance(8_000));
    expect(await desk.reconcileLater(hours(23, 31))).toMatchObject({ more: true });
    expect(desk.faults.calls.filter((call) => call === 'tasks.acceptedBy')).toHaveLength(1);
  });

  it('is named when it cannot be parked, and the rest of the run goes on', async () => {
    const desk = leftOpen();
    desk.faults.fail('interactions.participants', 'refused');
    const { needsAPerson } = await report(desk, hours(23, 31));
    expect(needsAPerson).toMatchObject([{ conversationSid: CONVERSATION }]);
    expect(recordOf(desk.world)).toBeUndefined();
  });

  it.each<[string, (world: World) => void, number]>([
    ['it is young', () => undefined, hours(23, 29)],
    [
      'the account only wants a warning',
      (world) => (world.settings = { ...SETTINGS, beforeTaskExpires: 'warn' }),
      hours(23, 31),
    ],
    ['parking is off', (world) => (world.settings = { ...SETTINGS, enabled: false }), hours(23, 31)],
    ['nobody has accepted it', (world) => world.accepted.clear(), hours(23, 31)],
    [
      'it is no conversation',
      (world) => {
        const task = world.tasks.get(PARKED_TASK);
        if (task) world.tasks.set(PARKED_TASK, { ...task, attributes: '{"from":"+15550001111"}' });
      },
      hours(23, 31),
    ],
  ])('is left alone while %s', async (_, change, afterMs) => {
    const desk = leftOpen(change);
    expect(await report(desk, afterMs)).toMatchObject({ repairs: [], needsAPerson: [] });
    expect(recordOf(desk.world)).toBeUndefined();
  });
});

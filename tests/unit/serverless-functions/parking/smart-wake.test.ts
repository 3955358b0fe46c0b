/** @jest-environment node */
import { ADA, PARKED_AT_MS } from '../support/fixtures';
import { accepts, leftovers, newTask, NOTHING, recordOf, says, writes } from './fake-world';
import { openDesk, type Desk } from './parking-desk';

const HOUR_MS = 60 * 60_000;
const iso = (atMs: number) => new Date(atMs).toISOString();

async function parked(hints: Parameters<Desk['park']>[1] = {}, settings: Partial<Desk['world']['settings']> = {}) {
  const desk = openDesk();
  desk.world.settings = { ...desk.world.settings, smartWake: true, smartWakeHours: 2, ...settings };
  await desk.park(ADA, hints);
  return desk;
}

async function thanked(hints: Parameters<Desk['park']>[1] = {}) {
  const desk = await parked(hints);
  const message = says(desk.world, 'Thanks!');
  await desk.wake(message);
  return { desk, message };
}

const directTo = ({ world }: Desk) => world.invites.map(({ routing }) => routing.direct?.workerSid ?? 'by workflow');

describe('a closing remark', () => {
  it('leaves the conversation parked, marked as unread, with its webhook and a time to come back', async () => {
    const { desk } = await thanked();
    expect(desk.world.invites).toEqual([]);
    expect([...desk.world.rows.values()]).toMatchObject([
      { item: { replies: 'unread', backAt: iso(PARKED_AT_MS + 2 * HOUR_MS) } },
    ]);
    expect([...desk.world.dueTimes.values()]).toMatchObject([{ atMs: PARKED_AT_MS + 2 * HOUR_MS }]);
    expect(desk.world.webhooks.size).toBe(1);
  });

  it('brings it back where replies go when it has waited long enough, and not before', async () => {
    const { desk } = await thanked();
    await desk.reconcileLater(HOUR_MS);
    await desk.reconcileLater(HOUR_MS - 1);
    expect(desk.world.invites).toEqual([]);
    await desk.reconcileLater(1);
    expect(directTo(desk)).toEqual(['by workflow']);
    accepts(desk.world, newTask(desk.world), ADA);
    await desk.taskEvent('accepted', newTask(desk.world));
    expect(leftovers(desk.world)).toEqual(NOTHING);
    expect([...desk.world.history.values()]).toMatchObject([{ how: 'reply' }]);
  });

  it('brings it back in time although its due time could not be noted', async () => {
    const desk = await parked();
    desk.faults.fail('dueTimes.put', 'refused');
    await desk.wake(says(desk.world, 'Thanks!'));
    expect(desk.world.dueTimes.size).toBe(0);
    await desk.reconcileLater(2 * HOUR_MS);
    expect(desk.world.invites).toHaveLength(1);
  });

  it('that is delivered twice waits all the same', async () => {
    const { desk, message } = await thanked();
    expect(await desk.wake(message)).toEqual({ status: 'ignored', why: 'reply-waits' });
    expect(desk.world.invites).toEqual([]);
  });

  it.each(['Thanks again', 'Any news?', 'It is broken'])('and a second message, “%s”, wakes', async (body) => {
    const { desk } = await thanked();
    expect(await desk.wake(says(desk.world, body))).toEqual({ status: 'routed' });
    expect(desk.world.invites).toHaveLength(1);
    expect(desk.world.dueTimes.size).toBe(0);
  });

  it('wakes when the delivery of an earlier message was lost', async () => {
    const desk = await parked();
    writes(desk.world);
    expect(await desk.wake(says(desk.world, 'Thanks'))).toEqual({ status: 'routed' });
  });

  it('wakes when nobody can tell whether it is all that the customer wrote', async () => {
    const desk = await parked();
    const message = says(desk.world, 'Thanks');
    desk.faults.fail('conversations.readMessages', 'unavailable');
    expect(await desk.wake(message)).toEqual({ status: 'routed' });
  });

  it('wakes when Twilio did not say which message it is', async () => {
    const desk = await parked();
    expect(await desk.wake({ ...says(desk.world, 'Thanks'), index: undefined })).toEqual({ status: 'routed' });
  });

  it('does not hide a second message whose delivery was lost from the next round', async () => {
    const { desk } = await thanked();
    writes(desk.world);
    await desk.reconcileLater();
    expect(desk.world.invites).toHaveLength(1);
  });

  it('wakes with the next round when its own delivery was lost: nobody has judged it', async () => {
    const desk = await parked();
    says(desk.world, 'Thanks');
    await desk.reconcileLater();
    expect(desk.world.invites).toHaveLength(1);
  });

  it('wakes as before where the setting is off, without a call more', async () => {
    const desk = await parked({}, { smartWake: false });
    expect(await desk.wake(says(desk.world, 'Thanks'))).toEqual({ status: 'routed' });
    expect(desk.faults.calls).not.toContain('conversations.readMessages');
  });

  it.each([
    ['the agent', { author: ADA.identity }],
    ['a bot', { author: 'survey' }],
  ])('wakes when %s has just asked something, for it may be the answer', async (_, by) => {
    const desk = await parked();
    writes(desk.world, by, { body: 'Shall I cancel your order?', hasMedia: false });
    writes(desk.world, by, { body: 'We get back to you.', hasMedia: false });
    expect(await desk.wake(says(desk.world, 'Ok'))).toEqual({ status: 'routed' });
  });

  it('waits when a question was asked before the customer last wrote', async () => {
    const desk = openDesk();
    desk.world.settings = { ...desk.world.settings, smartWake: true, smartWakeHours: 2 };
    writes(desk.world, { author: ADA.identity }, { body: 'Shall I cancel your order?', hasMedia: false });
    writes(desk.world);
    await desk.park(ADA, { lastSeenMessageIndex: 5 });
    expect(await desk.wake(says(desk.world, 'Ok'))).toEqual({ status: 'noted' });
  });

  it('wakes where there is no list in which anybody could see it', async () => {
    const desk = await parked({}, { showList: false });
    expect(await desk.wake(says(desk.world, 'Thanks'))).toEqual({ status: 'routed' });
  });

  it('is not answered with a reminder or a farewell at the maximum age, but routed', async () => {
    const desk = await parked({}, { maxParkAgeHours: 1, atMaxParkAge: 'close', farewellMessage: { en: 'Bye' } });
    const reminded = { remindBeforeCloseHours: 1, reminderMessage: { en: 'Soon' } };
    desk.world.settings = { ...desk.world.settings, ...reminded };
    await desk.wake(says(desk.world, 'Thanks'));
    await desk.reconcileLater(HOUR_MS / 2);
    await desk.reconcileLater(HOUR_MS / 2);
    expect(desk.world.said).toEqual([]);
    expect(directTo(desk)).toEqual(['by workflow']);
  });

  it('comes back when its wait is over although the agent chose a later time, and is told so', async () => {
    const { desk } = await thanked();
    const later = iso(PARKED_AT_MS + 48 * HOUR_MS);
    expect(await desk.changeTime({ backAt: later })).toMatchObject({ backAt: iso(PARKED_AT_MS + 2 * HOUR_MS) });
  });

  it('may wait where the queue says so', async () => {
    const desk = await parked({}, { smartWake: false, queues: { Support: { smartWake: true } } });
    await desk.wake(says(desk.world, 'Thanks'));
    expect(desk.world.invites).toEqual([]);
  });

  it('does not move the time that the agent chose', async () => {
    const { desk } = await thanked({ backAt: iso(PARKED_AT_MS + HOUR_MS) });
    await desk.reconcileLater(HOUR_MS);
    expect(directTo(desk)).toEqual([ADA.workerSid]);
  });

  it('is no obstacle for an agent who unparks, does not take it, and parks nothing again', async () => {
    const { desk } = await thanked();
    await desk.unpark();
    const task = newTask(desk.world);
    desk.world.tasks.delete(task);
    await desk.taskEvent('died', task);
    expect(recordOf(desk.world)).toMatchObject({ state: 'parked', park: { remark: { index: 4 } } });
    await desk.reconcileLater(2 * HOUR_MS);
    expect(desk.world.invites).toHaveLength(2);
  });

  it('has been seen by an agent who took it and parks again', async () => {
    const { desk } = await thanked();
    await desk.unpark();
    const task = newTask(desk.world);
    accepts(desk.world, task, ADA);
    await desk.taskEvent('accepted', task);
    await desk.park(ADA, { taskSid: task, lastSeenMessageIndex: 4 });
    expect([...desk.world.rows.values()].map(({ item }) => item.replies)).toEqual([undefined]);
    await desk.wake(says(desk.world, 'Thanks'));
    expect(recordOf(desk.world)).toMatchObject({ state: 'parked', park: { remark: { index: 5 } } });
  });

  it('brings it back when an agent takes the time away', async () => {
    const { desk } = await thanked();
    expect(await desk.changeTime({})).toMatchObject({ status: 'returned' });
    expect(desk.world.invites).toHaveLength(1);
    expect(desk.world.dueTimes.size).toBe(0);
  });
});

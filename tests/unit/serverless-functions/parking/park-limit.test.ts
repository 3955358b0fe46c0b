/** @jest-environment node */
import { ADA, BEN, PARKED_AT_MS, parkedRecord, aPark, sid, unparkingRecord } from '../support/fixtures';
import { codeOfRefusal } from './fake-ports';
import { accepts, holds, leftovers, newTask, NOTHING, recordOf, SETTINGS, writes, type World } from './fake-world';
import { openDesk } from './parking-desk';

const MAX = 2;

/** Ada has parked so many other conversations. */
function limitedDesk(others: number, settings: Partial<typeof SETTINGS> = {}) {
  const desk = openDesk();
  desk.world.settings = { ...SETTINGS, maxParkedPerAgent: MAX, ...settings };
  for (let nth = 2; nth < others + 2; nth += 1) parkedBefore(desk.world, nth);
  return desk;
}

function parkedBefore(world: World, nth: number): void {
  const parkId = `park-before-${nth}`;
  const conversationSid = sid('CH', nth);
  const record = parkedRecord({
    park: aPark({ parkId, conversationSid, parkedAtMs: PARKED_AT_MS, slot: { max: MAX } }),
  });
  holds(world, record, conversationSid);
  world.slots.set(parkId, { workerSid: ADA.workerSid, parkId, conversationSid });
}

describe('how many an agent may have parked', () => {
  it('is not counted where there is no limit', async () => {
    const desk = limitedDesk(9, { maxParkedPerAgent: null });
    expect(await desk.park()).toMatchObject({ status: 'parked' });
    expect(desk.faults.calls.filter((call) => call.startsWith('slots'))).toEqual([]);
  });

  it('is up to the limit, and looks at no other record until then', async () => {
    const desk = limitedDesk(MAX - 1);
    expect(await desk.park()).toMatchObject({ status: 'parked' });
    expect(desk.faults.calls.filter((call) => call === 'records.read')).toHaveLength(1);
    expect(desk.world.slots.size).toBe(MAX);
  });

  it('is refused beyond it, and the agent stays with nothing left behind', async () => {
    const desk = limitedDesk(MAX);
    expect(await codeOfRefusal(desk.park())).toBe('too-many-parked');
    expect(desk.faults.calls).not.toContain('interactions.release');
    expect(desk.world.slots.size).toBe(MAX);
    expect(leftovers(desk.world)).toEqual({ ...NOTHING, records: ['parked', 'parked'] });
  });

  it('is refused beyond it also over what an earlier park left, and takes that away', async () => {
    const desk = limitedDesk(MAX - 1);
    await desk.park();
    await desk.unpark();
    accepts(desk.world, newTask(desk.world), ADA);
    parkedBefore(desk.world, MAX + 5);
    expect(desk.world.webhooks.size).toBe(1);
    expect(await codeOfRefusal(desk.park(ADA, { taskSid: newTask(desk.world) }))).toBe('too-many-parked');
    expect([desk.world.webhooks.size, desk.world.slots.size, recordOf(desk.world)]).toEqual([0, MAX, undefined]);
  });

  it('is the queue’s own where it has one', async () => {
    const desk = limitedDesk(MAX, { queues: { Support: { maxParkedPerAgent: MAX + 1 } } });
    expect(await desk.park()).toMatchObject({ status: 'parked' });
  });

  it.each<[string, (world: World) => unknown]>([
    ['has come back', (world) => world.documents.delete(sid('CH', 2))],
    [
      'is parked anew by somebody else',
      (world) => {
        const park = aPark({
          parkId: 'another',
          conversationSid: sid('CH', 2),
          agent: { ...BEN, participantSid: sid('UT') },
        });
        holds(world, parkedRecord({ park }), sid('CH', 2));
      },
    ],
  ])('does not count what %s, however its slot was left', async (_, happens) => {
    const desk = limitedDesk(MAX);
    happens(desk.world);
    expect(await desk.park()).toMatchObject({ status: 'parked' });
    expect(desk.world.slots.has('park-before-2')).toBe(false);
  });

  it('counts what is just being unparked: it may be parked again, as when a flow takes the reply first', async () => {
    const desk = limitedDesk(MAX);
    const park = aPark({ parkId: 'park-before-2', conversationSid: sid('CH', 2), slot: { max: MAX } });
    holds(desk.world, unparkingRecord({ park }), sid('CH', 2));
    expect(await codeOfRefusal(desk.park())).toBe('too-many-parked');
    expect(desk.world.slots.has('park-before-2')).toBe(true);
  });

  it('counts what cannot be looked at', async () => {
    const desk = limitedDesk(MAX);
    desk.faults.before('slots.of', () => desk.faults.fail('records.read', 'unavailable', MAX));
    expect(await codeOfRefusal(desk.park())).toBe('too-many-parked');
  });

  it.each(['slots.take', 'slots.of'])('stops nobody while it cannot be counted (%s)', async (call) => {
    const desk = limitedDesk(MAX - 1);
    desk.faults.fail(call, 'unavailable');
    expect(await desk.park()).toMatchObject({ status: 'parked' });
  });

  it('counts nobody else’s', async () => {
    const desk = limitedDesk(MAX);
    for (const [key, slot] of desk.world.slots) desk.world.slots.set(key, { ...slot, workerSid: BEN.workerSid });
    expect(await desk.park()).toMatchObject({ status: 'parked' });
  });

  it('has room again once the conversation is accepted', async () => {
    const desk = limitedDesk(0);
    await desk.park();
    for (const message of writes(desk.world)) await desk.wake(message);
    accepts(desk.world, newTask(desk.world), ADA);
    await desk.taskEvent('accepted', newTask(desk.world));
    expect(desk.world.slots.size).toBe(0);
  });

  it('has room again when the park fails before its slot is taken', async () => {
    const desk = limitedDesk(0);
    desk.faults.fail('wakeWebhooks.create', 'unavailable');
    const soon = () => new Promise((later) => setImmediate(later));
    desk.faults.before('slots.take', soon);
    await codeOfRefusal(desk.park());
    await soon();
    expect(desk.world.slots.size).toBe(0);
  });

  it('keeps the record of what is over until its slot is free', async () => {
    const desk = limitedDesk(0);
    await desk.park();
    for (const message of writes(desk.world)) await desk.wake(message);
    accepts(desk.world, newTask(desk.world), ADA);
    desk.faults.fail('slots.free', 'unavailable');
    await desk.taskEvent('accepted', newTask(desk.world));
    expect([desk.world.slots.size, recordOf(desk.world)?.state]).toEqual([1, 'returning']);
    await desk.reconcileLater();
    expect([desk.world.slots.size, recordOf(desk.world)]).toEqual([0, undefined]);
  });

  it('has room again when the park fails', async () => {
    const desk = limitedDesk(0);
    desk.faults.fail('interactions.release', 'unavailable');
    await codeOfRefusal(desk.park());
    expect(desk.world.slots.size).toBe(0);
  });
});

describe('a queue’s own settings', () => {
  it('may forbid to park, and nothing happens', async () => {
    const desk = limitedDesk(0, { queues: { Support: { mayPark: false } } });
    expect(await codeOfRefusal(desk.park())).toBe('queue-may-not-park');
    expect(leftovers(desk.world)).toEqual(NOTHING);
  });

  it('say whether there is a note and where replies go', async () => {
    const own = { askForNote: true, onCustomerReply: 'worker', workerInviteTimeoutSeconds: 20 } as const;
    const desk = limitedDesk(0, { queues: { [sid('WQ')]: own } });
    await desk.park(ADA, { note: 'call on Monday' });
    expect(recordOf(desk.world)?.park).toMatchObject({
      note: { text: 'call on Monday' },
      reply: { route: { to: 'worker', timeoutSeconds: 20 } },
    });
  });
});

/** @jest-environment node */
import { ADA, BEN, PARKED_AT_MS, SOFIA, sid } from '../support/fixtures';
import { codeOfRefusal } from './fake-ports';
import { accepts, leftovers, newTask, NOTHING, recordOf, writes } from './fake-world';
import { openDesk, type Desk } from './parking-desk';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const iso = (atMs: number) => new Date(atMs).toISOString();
const IN_AN_HOUR = iso(PARKED_AT_MS + HOUR_MS);

async function parkedUntil(hints: Parameters<Desk['park']>[1] = {}, prepare: (desk: Desk) => void = () => undefined) {
  const desk = openDesk();
  prepare(desk);
  await desk.park(ADA, { backAt: IN_AN_HOUR, ...hints });
  return desk;
}

/** Whether somebody has the conversation, or will. */
function directTo({ world }: Desk) {
  return world.invites.map(({ routing }) => routing.direct?.workerSid ?? 'by workflow');
}

describe('a conversation that is parked until a time', () => {
  it('is offered to whoever parked it when the time comes, and not before', async () => {
    const desk = await parkedUntil();
    await desk.reconcileLater(HOUR_MS - 1);
    expect(desk.world.invites).toEqual([]);
    await desk.reconcileLater(1);
    expect(directTo(desk)).toEqual([ADA.workerSid]);
    accepts(desk.world, newTask(desk.world), ADA);
    await desk.taskEvent('accepted', newTask(desk.world));
    expect(leftovers(desk.world)).toEqual(NOTHING);
  });

  it('goes by the workflow while whoever parked it cannot take it', async () => {
    const desk = await parkedUntil();
    desk.world.free.delete(ADA.workerSid);
    await desk.reconcileLater(HOUR_MS);
    expect(directTo(desk)).toEqual(['by workflow']);
  });

  it.each([
    ['workflow', undefined],
    ['queue', sid('WQ', 7)],
  ] as const)('goes where the settings say: %s', async (whenDue, queueSid) => {
    const desk = await parkedUntil({}, ({ world }) => {
      world.settings = { ...world.settings, whenDue, replyQueue: sid('WQ', 7) };
    });
    await desk.reconcileLater(HOUR_MS);
    expect(directTo(desk)).toEqual(['by workflow']);
    expect(desk.world.invites[0]?.routing.queueSid).toBe(queueSid);
  });

  it('comes back at once when the customer writes, and not a second time when the time comes', async () => {
    const desk = await parkedUntil();
    for (const event of writes(desk.world)) await desk.wake(event);
    expect(directTo(desk)).toEqual(['by workflow']);
    expect(desk.world.dueTimes.size).toBe(0);
    await desk.reconcileLater(HOUR_MS);
    expect(desk.world.invites).toHaveLength(1);
  });

  it('comes back once, however many desktops ask at the same moment', async () => {
    const desk = await parkedUntil();
    desk.world.clock.advance(HOUR_MS);
    await Promise.all([desk.reconcileLater(0), desk.reconcileLater(0), desk.reconcileLater(0)]);
    expect(desk.world.invites).toHaveLength(1);
  });

  it('comes back although another desktop has just looked at everything', async () => {
    const desk = await parkedUntil();
    await desk.reconcileLater(HOUR_MS - 1);
    expect(await desk.reconcileLater(0)).toEqual({ status: 'leased', nextDueInMs: 1 });
    await desk.reconcileLater(1);
    expect(desk.world.invites).toHaveLength(1);
  });

  it('comes back when its due time could not be noted, with the next look at everything', async () => {
    const desk = await parkedUntil({}, ({ faults }) => faults.fail('dueTimes.put', 'refused'));
    expect(desk.world.dueTimes.size).toBe(0);
    expect(recordOf(desk.world)?.state).toBe('parked');
    await desk.reconcileLater(HOUR_MS);
    expect(desk.world.invites).toHaveLength(1);
  });

  it('has its due time noted again by the next round when it is missing', async () => {
    const desk = await parkedUntil();
    desk.world.dueTimes.clear();
    await desk.reconcileLater();
    expect([...desk.world.dueTimes.values()]).toMatchObject([{ atMs: PARKED_AT_MS + HOUR_MS }]);
  });

  it('comes back although parking has been switched off', async () => {
    const desk = await parkedUntil();
    desk.world.settings = { ...desk.world.settings, enabled: false, parkUntil: false };
    await desk.reconcileLater(HOUR_MS);
    expect(desk.world.invites).toHaveLength(1);
  });

  it('is tried again when nobody could be invited at its time', async () => {
    const desk = await parkedUntil({}, ({ world }) => {
      world.settings = { ...world.settings, whenDue: 'workflow' };
    });
    desk.faults.fail('interactions.invite', 'refused');
    await desk.reconcileLater(HOUR_MS);
    expect(desk.world.invites).toEqual([]);
    await desk.reconcileLater(2 * MINUTE_MS);
    expect(desk.world.invites).toHaveLength(1);
  });

  it('ends when its conversation was closed meanwhile', async () => {
    const desk = await parkedUntil();
    if (desk.world.conversation) desk.world.conversation.state = 'closed';
    await desk.reconcileLater(HOUR_MS);
    expect(desk.world.invites).toEqual([]);
    expect(leftovers(desk.world)).toMatchObject({ records: [], webhooks: [], rows: [] });
    expect(desk.world.dueTimes.size).toBe(0);
  });

  it('has a row that lives until a day after its time', async () => {
    const desk = await parkedUntil();
    const [row] = desk.world.rows.values();
    expect(row).toMatchObject({ ttlSeconds: 25 * 60 * 60, item: { backAt: IN_AN_HOUR } });
    expect(row?.item.replies).toBeUndefined();
  });

  it('leaves nothing behind when it could not be parked', async () => {
    const desk = openDesk();
    desk.faults.fail('wakeWebhooks.create', 'refused');
    await desk.park(ADA, { backAt: IN_AN_HOUR }).catch(() => undefined);
    expect(leftovers(desk.world)).toEqual(NOTHING);
  });

  it.each([
    ['already over', { backAt: iso(PARKED_AT_MS - 1) }, {}],
    ['less than half a minute ahead', { backAt: iso(PARKED_AT_MS + 29_000) }, {}],
    ['more than 90 days ahead', { backAt: iso(PARKED_AT_MS + 91 * 24 * HOUR_MS) }, {}],
    ['beyond the maximum age', { backAt: iso(PARKED_AT_MS + 3 * HOUR_MS) }, { maxParkAgeHours: 2 }],
    ['not offered at all', { backAt: IN_AN_HOUR }, { parkUntil: false }],
  ])('is refused when the time is %s', async (_, hints, settings) => {
    const desk = openDesk();
    desk.world.settings = { ...desk.world.settings, ...settings };
    expect(await codeOfRefusal(desk.park(ADA, hints))).toBe('time-not-possible');
    expect(leftovers(desk.world)).toEqual(NOTHING);
  });
});

describe('a reply that waits for the time', () => {
  const waiting = () => parkedUntil({ replies: 'wait' });

  it('brings nobody, and is marked unread', async () => {
    const desk = await waiting();
    for (const event of writes(desk.world)) await desk.wake(event);
    expect(desk.world.invites).toEqual([]);
    expect([...desk.world.rows.values()]).toMatchObject([{ item: { replies: 'unread' } }]);
    expect(leftovers(desk.world)).toMatchObject({ webhooks: [expect.any(String)], dueTimes: [expect.any(String)] });
  });

  it('brings the conversation back at the time, however often rounds looked at it before', async () => {
    const desk = await waiting();
    for (const event of writes(desk.world)) await desk.wake(event);
    await desk.reconcileLater(20 * MINUTE_MS);
    await desk.reconcileLater(20 * MINUTE_MS);
    expect(desk.world.invites).toEqual([]);
    await desk.reconcileLater(20 * MINUTE_MS);
    expect(desk.world.invites).toHaveLength(1);
  });

  it('waits no longer than the settings allow', async () => {
    const backAt = iso(PARKED_AT_MS + 80 * HOUR_MS);
    const desk = await parkedUntil({ replies: 'wait', backAt });
    for (const event of writes(desk.world)) await desk.wake(event);
    await desk.reconcileLater(24 * HOUR_MS - 1);
    expect(desk.world.invites).toEqual([]);
    await desk.reconcileLater(1);
    expect(desk.world.invites).toHaveLength(1);
  });

  it('is found by the next round when its event was lost', async () => {
    const desk = await waiting();
    writes(desk.world);
    await desk.reconcileLater();
    expect(desk.world.invites).toEqual([]);
    expect([...desk.world.rows.values()]).toMatchObject([{ item: { replies: 'unread' } }]);
  });

  it('that slipped in while the agent parked waits as well', async () => {
    const desk = openDesk();
    await desk.park(ADA, { backAt: IN_AN_HOUR, replies: 'wait', lastSeenMessageIndex: 2 });
    expect(desk.world.invites).toEqual([]);
    expect(recordOf(desk.world)).toMatchObject({ state: 'parked', park: { back: { repliedAtMs: PARKED_AT_MS } } });
  });

  it('is routed at once when an agent takes the time away', async () => {
    const desk = await waiting();
    for (const event of writes(desk.world)) await desk.wake(event);
    expect(await desk.changeTime({})).toMatchObject({ status: 'returned' });
    expect(desk.world.dueTimes.size).toBe(0);
    expect(directTo(desk)).toEqual(['by workflow']);
  });

  it('is no obstacle for an agent who unparks', async () => {
    const desk = await waiting();
    for (const event of writes(desk.world)) await desk.wake(event);
    expect(await desk.unpark()).toMatchObject({ status: 'unparked' });
    expect(directTo(desk)).toEqual([ADA.workerSid]);
  });
});

describe('changing the time', () => {
  it('moves the due time and tells the row', async () => {
    const desk = await parkedUntil();
    const backAt = iso(PARKED_AT_MS + 2 * HOUR_MS);
    expect(await desk.changeTime({ backAt })).toMatchObject({ status: 'changed', backAt });
    expect([...desk.world.dueTimes.values()]).toMatchObject([{ atMs: PARKED_AT_MS + 2 * HOUR_MS }]);
    expect([...desk.world.rows.values()]).toMatchObject([{ ttlSeconds: 26 * 60 * 60, item: { backAt } }]);
    await desk.reconcileLater(HOUR_MS);
    expect(desk.world.invites).toEqual([]);
    await desk.reconcileLater(HOUR_MS);
    expect(desk.world.invites).toHaveLength(1);
  });

  it('gives a time to what was parked without one', async () => {
    const desk = openDesk();
    await desk.park();
    await desk.changeTime({ backAt: IN_AN_HOUR });
    await desk.reconcileLater(HOUR_MS);
    expect(desk.world.invites).toHaveLength(1);
  });

  it('ignores an entry that was left over from the old time', async () => {
    const desk = await parkedUntil();
    desk.faults.fail('dueTimes.remove', 'refused');
    await desk.changeTime({ backAt: iso(PARKED_AT_MS + 2 * HOUR_MS) });
    expect(desk.world.dueTimes.size).toBe(2);
    await desk.reconcileLater(HOUR_MS);
    expect(desk.world.invites).toEqual([]);
    expect(desk.world.dueTimes.size).toBe(1);
  });

  it('is for whoever parked it, and for supervisors', async () => {
    const desk = await parkedUntil();
    expect(await codeOfRefusal(desk.changeTime({}, BEN))).toBe('not-your-park');
    expect(await desk.changeTime({}, { ...SOFIA, roles: ['supervisor'] })).toMatchObject({ status: 'changed' });
  });

  it('is refused for a time that cannot be, and for what is not parked', async () => {
    const desk = await parkedUntil();
    expect(await codeOfRefusal(desk.changeTime({ backAt: iso(PARKED_AT_MS) }))).toBe('time-not-possible');
    expect(await codeOfRefusal(openDesk().changeTime({}))).toBe('not-parked');
  });
});

/** @jest-environment node */
import { reconcile } from '../../../../serverless-functions/src/parking/upkeep/reconcile';
import { ADA, BEN } from '../support/fixtures';
import { holds, newTask, recordOf, SETTINGS, writes } from './fake-world';
import { manyParked, slowTwilio } from './many-parked';
import { CONVERSATION, openDesk } from './parking-desk';

const MINUTE_MS = 60_000;
const LOOKS = [
  'conversations.fetch',
  'conversations.newestMessages',
  'conversations.participants',
  'list.find',
  'wakeWebhooks.list',
];

async function parkedDesk() {
  const desk = openDesk();
  await desk.park();
  return desk;
}

describe('a healthy record', () => {
  it('costs reconcile five calls in one round', async () => {
    const desk = await parkedDesk();
    let begunMeanwhile: string[] = [];
    desk.faults.before('conversations.fetch', async () => {
      await new Promise((later) => setImmediate(later));
      begunMeanwhile = desk.faults.calls.filter((call) => LOOKS.includes(call));
    });
    await desk.reconcileLater();
    const around = [
      ...['dueTimes.first', 'records.lease', 'settings.current', 'tasks.assignedLongest'],
      ...['records.pages', 'records.saveProgress'],
    ];
    expect(desk.faults.calls.filter((call) => !around.includes(call)).sort()).toEqual(LOOKS);
    expect(begunMeanwhile.sort()).toEqual(LOOKS);
  });

  it('is not paid for with a look at everybody’s tasks each minute', async () => {
    const desk = await parkedDesk();
    await desk.reconcileLater();
    expect(desk.faults.calls.filter((call) => call === 'tasks.assignedLongest')).toHaveLength(1);
    await desk.reconcileLater(MINUTE_MS);
    expect(desk.faults.calls).not.toContain('tasks.assignedLongest');
  });

  it('is looked at again only after ten minutes', async () => {
    const desk = await parkedDesk();
    expect(await desk.reconcileLater()).toMatchObject({ checked: 1 });
    for (let minute = 1; minute < 10; minute += 1)
      expect(await desk.reconcileLater(MINUTE_MS)).toMatchObject({ checked: 0, more: false });
    expect(await desk.reconcileLater(MINUTE_MS)).toMatchObject({ checked: 1 });
  });

  it('is looked at whenever a person asks for everything', async () => {
    const desk = await parkedDesk();
    await desk.reconcileLater();
    expect(await desk.reconcileLater(MINUTE_MS, { everything: true })).toMatchObject({ checked: 1 });
  });
});

describe('between two rounds', () => {
  async function justAfterRound() {
    const desk = await parkedDesk();
    await desk.reconcileLater();
    return desk;
  }

  it('what is on its way back is looked at all the same', async () => {
    const desk = await justAfterRound();
    for (const message of writes(desk.world)) await desk.wake(message);
    desk.world.tasks.delete(newTask(desk.world));
    expect(await desk.reconcileLater(MINUTE_MS)).toMatchObject({ checked: 1 });
    expect(desk.world.invites).toHaveLength(2);
  });

  it.each(['parking', 'unparking'] as const)('a dead Function’s %s is taken over all the same', async (state) => {
    const desk = await justAfterRound();
    const claimedAtMs = desk.world.clock.nowMs();
    const why = { cause: 'customer-wrote', target: { to: 'workflow' }, claimId: 'dead', replyPending: false };
    holds(desk.world, { ...recordOf(desk.world), state, claimedAtMs, ...why });
    expect(await desk.reconcileLater(MINUTE_MS)).toMatchObject({ checked: 1 });
    expect(recordOf(desk.world)?.state).toBe('parked');
  });

  it('what waits for calls that may land late, or is too old, is looked at all the same', async () => {
    const desk = await justAfterRound();
    holds(desk.world, { ...recordOf(desk.world), lateCallsUntilMs: 1 });
    expect(await desk.reconcileLater(MINUTE_MS)).toMatchObject({ checked: 1 });
    holds(desk.world, { ...recordOf(desk.world), lateCallsUntilMs: undefined });
    expect(await desk.reconcileLater(MINUTE_MS)).toMatchObject({ checked: 0 });
    desk.world.settings = { ...SETTINGS, maxParkAgeHours: 0.01 };
    expect(await desk.reconcileLater(MINUTE_MS)).toMatchObject({ checked: 1 });
  });
});

describe('what a round could not look at or repair', () => {
  it.each(['conversations.fetch', 'list.find', 'wakeWebhooks.list', 'list.put'] as const)(
    'is tried again by the next run, not ten minutes later: %s',
    async (call) => {
      const desk = await parkedDesk();
      desk.world.rows.clear();
      desk.faults.fail(call, 'unavailable');
      expect(await desk.reconcileLater()).toMatchObject({ checked: 1 });
      expect(desk.world.rows.size).toBe(0);
      expect(await desk.reconcileLater(MINUTE_MS)).toMatchObject({ checked: 1 });
      expect(desk.world.rows.size).toBe(1);
      expect(await desk.reconcileLater(MINUTE_MS)).toMatchObject({ checked: 0 });
    },
  );

  it('is tried again too when the park is over, and its row could not be taken away', async () => {
    const desk = await parkedDesk();
    if (desk.world.conversation) desk.world.conversation.state = 'closed';
    desk.faults.fail('list.remove', 'unavailable');
    await desk.reconcileLater();
    expect(desk.world.rows.size).toBe(1);
    await desk.reconcileLater(MINUTE_MS);
    expect([desk.world.rows.size, recordOf(desk.world)]).toEqual([0, undefined]);
  });
});

describe('a round that takes longer than one run', () => {
  it('goes on where it stopped, looks at each record once, and the next one begins ten minutes after it began', async () => {
    const desk = await manyParked(30);
    const seen = slowTwilio(desk, 500);
    let looked = 0;
    for (let run = 0; run < 9; run += 1) {
      const report = await desk.reconcileLater(MINUTE_MS);
      if (report.status === 'reconciled') looked += report.checked;
      if (report.status === 'reconciled' && !report.more) break;
    }
    expect([looked, seen.size]).toEqual([30, 30]);
    expect(await desk.reconcileLater(MINUTE_MS)).toMatchObject({ checked: 0 });
  });

  it('tells what it did also when it was interrupted', async () => {
    const desk = await parkedDesk();
    desk.world.webhooks.clear();
    desk.faults.fail('records.saveProgress', 'unavailable');
    const repairs = [{ conversationSid: CONVERSATION, what: 'webhook created' }];
    expect(await desk.reconcileLater()).toMatchObject({ status: 'reconciled', repairs, more: true });
  });

  it('says that there is more when the records could not be read', async () => {
    const desk = await parkedDesk();
    desk.faults.fail('records.pages', 'unavailable');
    expect(await desk.reconcileLater()).toMatchObject({ checked: 0, repairs: [], more: true });
    expect(await desk.reconcileLater(MINUTE_MS)).toMatchObject({ checked: 1, more: false });
  });
});

describe('a row that a desktop asks about', () => {
  const asking = (workerSid: typeof ADA.workerSid) => ({ ghosts: { workerSid, rows: [CONVERSATION] } });

  it('goes when no record stands behind it and it is old', async () => {
    const desk = await parkedDesk();
    desk.world.documents.clear();
    await reconcile(desk.ports, asking(ADA.workerSid));
    expect(desk.world.rows.size).toBe(1);
    const repairs = [{ conversationSid: CONVERSATION, what: 'ghost row removed' }];
    expect(await desk.reconcileLater(MINUTE_MS, asking(ADA.workerSid))).toMatchObject({ repairs });
    expect(desk.world.rows.size).toBe(0);
  });

  it('goes also when another desktop has the lease, which is not about rows', async () => {
    const desk = await parkedDesk();
    desk.world.documents.clear();
    desk.world.clock.advance(MINUTE_MS);
    await reconcile(desk.ports);
    expect(await reconcile(desk.ports, asking(ADA.workerSid))).toEqual({ status: 'leased' });
    expect(desk.world.rows.size).toBe(0);
  });

  it('stays while it is parked', async () => {
    const desk = await parkedDesk();
    expect(await desk.reconcileLater(MINUTE_MS, asking(ADA.workerSid))).toMatchObject({ repairs: [] });
    expect(desk.world.rows.size).toBe(1);
  });

  it('goes when the conversation is on its way back, or is parked by somebody else by now', async () => {
    const desk = await parkedDesk();
    const [row] = desk.world.rows.values();
    for (const message of writes(desk.world)) await desk.wake(message);
    if (row) desk.world.rows.set(`${ADA.workerSid}/${CONVERSATION}`, row);
    await desk.reconcileLater(MINUTE_MS, asking(ADA.workerSid));
    expect(desk.world.rows.size).toBe(0);
  });

  it('is the caller’s own alone', async () => {
    const desk = await parkedDesk();
    desk.world.documents.clear();
    await desk.reconcileLater(MINUTE_MS, asking(BEN.workerSid));
    expect(desk.world.rows.size).toBe(1);
  });

  it('that cannot be checked costs nobody anything', async () => {
    const desk = await parkedDesk();
    desk.faults.fail('records.read', 'unavailable');
    expect(await desk.reconcileLater(MINUTE_MS, asking(ADA.workerSid))).toMatchObject({ status: 'reconciled' });
    expect(desk.world.rows.size).toBe(1);
  });

  it('goes with the press of Unpark, which finds nothing parked', async () => {
    const desk = await parkedDesk();
    desk.world.documents.clear();
    desk.world.clock.advance(MINUTE_MS);
    await expect(desk.unpark()).rejects.toMatchObject({ code: 'not-parked' });
    expect(desk.world.rows.size).toBe(0);
  });
});

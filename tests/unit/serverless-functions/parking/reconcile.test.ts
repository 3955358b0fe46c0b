/** @jest-environment node */
import { reconcile } from '../../../../serverless-functions/src/parking/upkeep/reconcile';
import { ADA, BEN, PARKED_TASK, parkingRecord, sid, TASK_ATTRIBUTES } from '../support/fixtures';
import { DOMAIN } from './fake-ports';
import { accepts, holds, leaves, leftovers, newTask, NOTHING, recordOf, SETTINGS, writes } from './fake-world';
import { manyParked, slowTwilio } from './many-parked';
import { CONVERSATION, openDesk, type Desk } from './parking-desk';

async function parkedDesk() {
  const desk = openDesk();
  await desk.park();
  return desk;
}

/** A Function that died in the middle of parking: the record says so, and a webhook may be there. */
async function diedWhileParking(agentIsThere: boolean) {
  const desk = openDesk();
  const lateRelease = agentIsThere ? 2 : 0;
  desk.faults.fail('interactions.release', 'lost-request', lateRelease);
  desk.faults.fail('records.replace', 'unavailable', agentIsThere ? 0 : 1);
  await desk.park().catch(() => undefined);
  expect(recordOf(desk.world)?.state).toBe('parking');
  return desk;
}

/** A Function that died in the middle of unparking, before or after the invite was sent. */
async function diedWhileUnparking(invited: boolean) {
  const desk = await parkedDesk();
  desk.faults.fail('interactions.invite', invited ? 'lost-answer' : 'lost-request');
  desk.faults.fail('interactions.invites', 'unavailable');
  await desk.unpark().catch(() => undefined);
  expect(recordOf(desk.world)?.state).toBe('unparking');
  return desk;
}

function taskOf({ world }: Desk) {
  const task = world.tasks.get(PARKED_TASK);
  if (!task) throw new Error('the desk has no task');
  return task;
}

async function repairsOf(desk: Desk): Promise<string[]> {
  const report = await desk.reconcileLater();
  return report.status === 'reconciled' ? report.repairs.map(({ what }) => what) : [report.status];
}

describe('reconcile', () => {
  it('leaves a healthy park alone', async () => {
    const desk = await parkedDesk();
    const before = leftovers(desk.world);
    expect(await desk.reconcileLater()).toEqual({
      status: 'reconciled',
      checked: 1,
      repairs: [],
      needsAPerson: [],
      more: false,
    });
    expect(leftovers(desk.world)).toEqual(before);
  });

  it('runs once a minute, however many desktops ask', async () => {
    const { ports, ...desk } = await parkedDesk();
    expect(await reconcile(ports)).toMatchObject({ status: 'reconciled' });
    desk.world.clock.advance(59_999);
    expect(await reconcile(ports)).toEqual({ status: 'leased' });
    desk.world.clock.advance(1);
    expect(await reconcile(ports)).toMatchObject({ status: 'reconciled' });
  });

  it('leaves a claim that is at work alone', async () => {
    const { ports, ...desk } = await diedWhileParking(true);
    await reconcile(ports);
    expect(recordOf(desk.world)?.state).toBe('parking');
  });

  it('changes nothing when it runs again', async () => {
    const desk = await diedWhileParking(false);
    expect(await repairsOf(desk)).toEqual(['taken over while parking']);
    expect(await repairsOf(desk)).toEqual([]);
  });
});

describe('reconcile finishes what a dead Function began', () => {
  it('parking, with the agent still there: undone', async () => {
    const desk = await diedWhileParking(true);
    expect(await repairsOf(desk)).toEqual(['taken over while parking']);
    expect(leftovers(desk.world)).toEqual(NOTHING);
    expect(desk.world.tasks.get(PARKED_TASK)?.status).toBe('assigned');
  });

  it('parking, with the agent gone: parked', async () => {
    const desk = await diedWhileParking(false);
    await desk.reconcileLater();
    expect(recordOf(desk.world)?.state).toBe('parked');
    expect(desk.world.webhooks.size).toBe(1);
    expect(desk.world.rows.size).toBe(1);
  });

  it('parking, with the agent gone and the webhook never made: parked, and it is made', async () => {
    const desk = openDesk();
    const record = parkingRecord();
    holds(desk.world, record);
    const agent = desk.world.channel.find(({ type }) => type === 'agent');
    if (agent) leaves(desk.world, agent);
    await desk.reconcileLater();
    expect(leftovers(desk.world)).toMatchObject({ records: ['parked'], webhooks: ['park-1'], rows: ['park-1'] });
  });

  it('parking, with the agent gone and the customer waiting: routed', async () => {
    const desk = await diedWhileParking(false);
    writes(desk.world);
    expect(await repairsOf(desk)).toContain('the customer was waiting: routed');
    expect(desk.world.invites).toHaveLength(1);
  });

  it('unparking, with the task made: returning, with no second task', async () => {
    const desk = await diedWhileUnparking(true);
    expect(await repairsOf(desk)).toContain('taken over while unparking');
    expect(recordOf(desk.world)).toMatchObject({ state: 'returning', taskSid: newTask(desk.world) });
    expect(desk.world.rows.size).toBe(0);
  });

  it('unparking, without a task and the customer silent: parked as before', async () => {
    const desk = await diedWhileUnparking(false);
    await desk.reconcileLater();
    expect(recordOf(desk.world)?.state).toBe('parked');
    expect(desk.world.invites).toHaveLength(0);
  });

  it('unparking, without a task, webhook or row and the customer waiting: routed at once', async () => {
    const desk = await diedWhileUnparking(false);
    writes(desk.world);
    desk.world.rows.clear();
    desk.world.webhooks.clear();
    expect(await repairsOf(desk)).toContain('the customer was waiting: routed');
    expect(desk.world.invites).toHaveLength(1);
  });

  it('unparking, without a task and the customer waiting: routed', async () => {
    const desk = await diedWhileUnparking(false);
    writes(desk.world);
    await desk.reconcileLater();
    expect(desk.world.invites).toHaveLength(1);
  });
});

describe('reconcile keeps the wake path of a park alive', () => {
  it('makes a missing webhook', async () => {
    const desk = await parkedDesk();
    desk.world.webhooks.clear();
    expect(await repairsOf(desk)).toEqual(['webhook created']);
    const record = recordOf(desk.world);
    expect(leftovers(desk.world).webhooks).toEqual([record?.park.parkId]);
    expect(record?.traces.webhookSid).toBe([...desk.world.webhooks.keys()][0]);
  });

  it('replaces a webhook that points at an old domain', async () => {
    const desk = await parkedDesk();
    for (const [key, webhook] of desk.world.webhooks) {
      desk.world.webhooks.set(key, { ...webhook, functionsDomain: 'old.twil.io' });
    }
    expect(await repairsOf(desk)).toEqual(['webhook created']);
    expect([...desk.world.webhooks.values()]).toMatchObject([{ functionsDomain: DOMAIN }]);
  });

  it('removes orphans of earlier parks and keeps its own', async () => {
    const desk = await parkedDesk();
    const orphan = { sid: sid('WH', 5), parkId: 'park-0', functionsDomain: DOMAIN, createdAtMs: 0 };
    desk.world.webhooks.set(orphan.sid, orphan);
    await desk.reconcileLater();
    expect(leftovers(desk.world).webhooks).toEqual([recordOf(desk.world)?.park.parkId]);
  });

  it('routes a customer whose message nobody delivered', async () => {
    const desk = await parkedDesk();
    writes(desk.world);
    expect(await repairsOf(desk)).toEqual(['the customer was waiting: routed']);
    expect(desk.world.invites).toHaveLength(1);
    expect(await repairsOf(desk)).toEqual([]);
  });

  it('gives up a problem to a person, and says which', async () => {
    const desk = await parkedDesk();
    desk.faults.fail('interactions.invite', 'not-found');
    await desk.unpark().catch(() => undefined);
    const needsAPerson = [{ conversationSid: CONVERSATION, what: 'channel-gone' }];
    expect(await desk.reconcileLater()).toMatchObject({ needsAPerson });
  });
});

describe('reconcile takes away what is over', () => {
  it.each(['closed', 'deleted'])('the park of a %s conversation', async (how) => {
    const desk = await parkedDesk();
    // A second press of Park that was killed left its own webhook.
    const orphan = { sid: sid('WH', 5), parkId: 'park-0', functionsDomain: DOMAIN, createdAtMs: 0 };
    desk.world.webhooks.set(orphan.sid, orphan);
    desk.world.conversation = how === 'closed' ? { state: 'closed', attributes: '{}' } : undefined;
    expect(await repairsOf(desk)).toEqual(['conversation is closed: park ended']);
    expect(leftovers(desk.world)).toMatchObject({ records: [], webhooks: [], rows: [] });
  });

  it('the park of a conversation in which an agent is again', async () => {
    const desk = await parkedDesk();
    desk.world.participants.push({ sid: sid('MB', 8), identity: BEN.identity });
    expect(await repairsOf(desk)).toEqual(['an agent is in the conversation: park ended']);
    expect(leftovers(desk.world)).toEqual(NOTHING);
  });

  it('a return whose task was accepted', async () => {
    const desk = await parkedDesk();
    await desk.unpark();
    accepts(desk.world, newTask(desk.world), ADA);
    expect(await repairsOf(desk)).toEqual(['accepted: traces removed']);
    expect(leftovers(desk.world)).toEqual(NOTHING);
  });

  it('but not a return whose task still waits', async () => {
    const desk = await parkedDesk();
    await desk.unpark();
    expect(await desk.reconcileLater(61_000)).toMatchObject({ repairs: [] });
    expect(recordOf(desk.world)?.state).toBe('returning');
    expect(desk.world.webhooks.size).toBe(1);
  });

  it('and a return whose task died is parked as before, or routed when the customer waits', async () => {
    const desk = await parkedDesk();
    await desk.unpark();
    desk.world.tasks.delete(newTask(desk.world));
    expect(await repairsOf(desk)).toEqual(['its task died: routed again or parked']);
    expect(recordOf(desk.world)?.state).toBe('parked');
    expect(desk.world.rows.size).toBe(1);
  });
});

describe('rows of the list', () => {
  it('that vanished come back for the time they had left, with the mark', async () => {
    const desk = await parkedDesk();
    desk.world.rows.clear();
    desk.world.conversation = { state: 'active', attributes: '{}' };
    expect(await repairsOf(desk)).toEqual(['list item or its mark restored']);
    expect([...desk.world.rows.values()].map(({ ttlSeconds }) => ttlSeconds)).toEqual([86_400 - 601]);
    expect(leftovers(desk.world).attributes).toEqual({ mapSid: sid('MP'), mapItemKey: CONVERSATION });
  });

  it('that expired stay away, and the customer can still come back', async () => {
    const desk = await parkedDesk();
    desk.world.rows.clear();
    desk.world.clock.advance(86_400_000);
    expect(await repairsOf(desk)).toEqual([]);
    for (const message of writes(desk.world)) expect(await desk.wake(message)).toEqual({ status: 'routed' });
  });
});

describe('reconcile of many', () => {
  it('goes on with the others when one fails', async () => {
    const desk = await manyParked(2);
    desk.faults.fail('conversations.fetch', 'unavailable');
    const needsAPerson = [{ conversationSid: CONVERSATION, what: 'twilio-unavailable' }];
    expect(await desk.reconcileLater()).toMatchObject({ checked: 2, needsAPerson, more: false });
  });

  it('stops before its Function is ended, says that there is more, and goes on there', async () => {
    const desk = await manyParked(120);
    const seen = slowTwilio(desk, 100);
    expect(await desk.reconcileLater()).toMatchObject({ status: 'reconciled', more: true });
    expect(seen.size).toBeLessThan(120);
    expect(await desk.reconcileLater()).toMatchObject({ more: false });
    expect(seen.size).toBe(120);
  });
});

describe('a conversation that is parked for longer than the settings allow', () => {
  const HOUR_MS = 3_600_000;

  async function parkedForHours(hours: number, atMaxParkAge: 'route' | 'close') {
    const desk = await parkedDesk();
    desk.world.settings = { ...SETTINGS, maxParkAgeHours: 48, atMaxParkAge };
    desk.world.clock.advance(hours * HOUR_MS);
    return desk;
  }

  it('stays parked until its time has come', async () => {
    const desk = await parkedForHours(47, 'close');
    await desk.reconcileLater();
    expect(recordOf(desk.world)?.state).toBe('parked');
    expect(desk.world.conversation?.state).toBe('active');
  });

  it('goes back to its workflow', async () => {
    const desk = await parkedForHours(48, 'route');
    expect(await repairsOf(desk)).toContain('parked too long: routed');
    expect(desk.world.tasks.get(newTask(desk.world))?.status).toBe('pending');
  });

  it('is closed, with nothing left, where the settings say so', async () => {
    const desk = await parkedForHours(48, 'close');
    expect(await repairsOf(desk)).toContain('parked too long: conversation closed');
    expect(desk.world.conversation?.state).toBe('closed');
    expect(recordOf(desk.world)).toBeUndefined();
    expect(desk.world.webhooks.size).toBe(0);
  });

  describe('and closed then', () => {
    const END = {
      maxParkAgeHours: 20,
      atMaxParkAge: 'close',
      remindBeforeCloseHours: 2,
      reminderMessage: { en: 'Are you still there?' },
      farewellMessage: { en: 'We close this now.' },
    } as const;

    async function parkedWith(settings: Partial<typeof SETTINGS>, hours: number) {
      const desk = await parkedDesk();
      desk.world.settings = { ...SETTINGS, ...settings };
      await desk.reconcileLater(hours * HOUR_MS);
      return desk;
    }

    it('is announced to the customer before, once', async () => {
      const desk = await parkedWith(END, 18);
      await desk.reconcileLater();
      expect(desk.world.said).toEqual(['Are you still there?']);
      expect(recordOf(desk.world)?.state).toBe('parked');
    });

    it('ends with a farewell, said once even when closing fails', async () => {
      const desk = await parkedWith(END, 18);
      desk.faults.fail('interactions.close', 'unavailable');
      await desk.reconcileLater(2 * HOUR_MS);
      expect(desk.world.conversation?.state).toBe('active');
      await desk.reconcileLater();
      expect(desk.world.conversation?.state).toBe('closed');
      expect(desk.world.said).toEqual(['Are you still there?', 'We close this now.']);
    });

    it('says nothing where the channel takes no text any more, and closes', async () => {
      const desk = openDesk();
      desk.world.tasks.set(PARKED_TASK, {
        ...taskOf(desk),
        attributes: JSON.stringify({ ...TASK_ATTRIBUTES, channelType: 'whatsapp' }),
      });
      await desk.park();
      desk.world.settings = { ...SETTINGS, ...END, maxParkAgeHours: 48 };
      await desk.reconcileLater(48 * HOUR_MS);
      expect(desk.world.said).toEqual([]);
      expect(desk.world.conversation?.state).toBe('closed');
    });

    it.each([
      ['nobody wrote one', { ...END, reminderMessage: {} }],
      ['the account wants none', { ...END, remindBeforeCloseHours: null }],
      ['it goes back to its workflow then', { ...END, atMaxParkAge: 'route' }],
    ] as const)('is not announced when %s', async (_, settings) => {
      const desk = await parkedWith(settings, 18);
      expect(desk.world.said).toEqual([]);
      expect(recordOf(desk.world)?.park).not.toHaveProperty('announced');
    });
  });
});

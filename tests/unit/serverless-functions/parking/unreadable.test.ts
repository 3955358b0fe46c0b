/** @jest-environment node */
import { completeParked } from '../../../../serverless-functions/src/parking/desk/complete-parked';
import { everyone } from '../../../../serverless-functions/src/parking/desk/everyone';
import { preview } from '../../../../serverless-functions/src/parking/desk/preview';
import { ADA, aPark, BEN, PARKED_TASK, parkedRecord, sid, SOFIA } from '../support/fixtures';
import { codeOfRefusal } from './fake-ports';
import { NEWS_ASKED_FOR, accepts, holds, leftovers, newTask, recordOf, writes } from './fake-world';
import { CONVERSATION, openDesk, type Desk } from './parking-desk';

const { agent: _agent, ...withoutAgent } = aPark();
const { task: _task, ...withoutTask } = aPark();

/** What somebody, or another version, made of the record of a parked conversation. */
const ROUTABLE: [string, (record: object) => unknown][] = [
  ['of a later version', (record) => ({ ...record, v: 2 })],
  ['of a state that nobody knows', (record) => ({ ...record, state: 'resting' })],
  ['without its task', () => ({ ...parkedRecord(), park: withoutTask })],
  ['without its agent', () => ({ ...parkedRecord(), park: withoutAgent })],
  ['without its traces', (record) => ({ ...record, traces: undefined })],
  ['of which only the channel is left', () => ({ park: { interactionSid: sid('KD'), channelSid: sid('UO') } })],
];
const UNROUTABLE: [string, unknown][] = [
  ['empty', {}],
  ['something else', { note: 'hello' }],
  ['nothing', null],
  ['without its channel', { ...parkedRecord(), park: { ...aPark(), channelSid: undefined } }],
];

async function damagedDesk(damage: (record: object) => unknown) {
  const desk = openDesk();
  await desk.park();
  holds(desk.world, damage(recordOf(desk.world) ?? {}));
  return desk;
}

const laterVersion = () => damagedDesk((record) => ({ ...record, v: 2 }));

async function replyTo({ world, ...desk }: Desk) {
  const [message] = writes(world);
  if (!message) throw new Error('no webhook would tell anybody');
  return desk.wake(message);
}

const dataOf = ({ world }: Desk) => world.documents.get(CONVERSATION)?.data;

describe('the customer of a record that cannot be read', () => {
  it.each(ROUTABLE)('is routed by what can be read of it, %s', async (_, damage) => {
    const desk = await damagedDesk(damage);
    expect(await replyTo(desk)).toEqual({ status: 'routed' });
    expect(desk.world.tasks.get(newTask(desk.world))?.status).toBe('pending');
    expect(recordOf(desk.world)?.state).toBe('returning');
  });

  it.each(UNROUTABLE)('keeps their webhook when not enough of it can be read: %s', async (_, data) => {
    const desk = await damagedDesk(() => data);
    desk.world.clock.advance(60_000);
    expect(await codeOfRefusal(replyTo(desk))).toBe('record-unreadable');
    expect(desk.world.webhooks.size).toBe(1);
    expect(dataOf(desk)).toEqual(data);
  });

  it('gets no second task while the one that brings them back is too new to be read', async () => {
    const desk = openDesk();
    await desk.park();
    const [first] = writes(desk.world);
    const [second] = writes(desk.world);
    if (!first || !second) throw new Error('no webhook would tell anybody');
    await desk.wake(first);
    desk.world.tasks.delete(newTask(desk.world));
    holds(desk.world, { ...recordOf(desk.world), v: 2 });
    expect(await codeOfRefusal(desk.wake(second))).toBe('busy');
    expect(desk.world.invites).toHaveLength(1);
  });

  it('keeps their webhook when it is written over while they are brought back', async () => {
    const desk = openDesk();
    await desk.park();
    desk.faults.before('interactions.invite', () => holds(desk.world, {}));
    expect(await replyTo(desk)).toEqual({ status: 'routed' });
    expect(leftovers(desk.world)).toMatchObject({ records: ['unreadable'], webhooks: [expect.anything()] });
  });

  it('is routed once, however often they write', async () => {
    const desk = await laterVersion();
    const [message] = writes(desk.world);
    if (!message) throw new Error('no webhook would tell anybody');
    await Promise.all([desk.wake(message), desk.wake(message)]);
    expect(desk.world.invites).toHaveLength(1);
  });

  it('is served by an open task that its invite made', async () => {
    const desk = openDesk();
    await desk.park();
    await replyTo(desk);
    holds(desk.world, { ...recordOf(desk.world), v: 2 });
    const message = {
      conversationSid: CONVERSATION,
      index: 9,
      author: 'grace',
      said: NEWS_ASKED_FOR,
      participantSid: sid('MB', 1),
    };
    const parkId = aPark().parkId;
    expect(await desk.wake({ ...message, parkId })).toEqual({ status: 'ignored', why: 'served' });
    expect(desk.world.invites).toHaveLength(1);
  });

  it('is served by an agent who is in the conversation', async () => {
    const desk = await laterVersion();
    desk.world.participants.push({ sid: sid('MB', 70), identity: BEN.identity });
    expect(await replyTo(desk)).toEqual({ status: 'ignored', why: 'served' });
    expect(desk.world.invites).toHaveLength(0);
  });

  it('goes by the account’s default workflow when their own cannot be read', async () => {
    const desk = await damagedDesk(() => ({ ...parkedRecord(), park: withoutTask }));
    await replyTo(desk);
    expect(desk.world.invites[0]?.routing.workflowSid).toBe(desk.world.defaultWorkflowSid);
  });

  it('keeps their webhook when there is no default workflow either', async () => {
    const desk = await damagedDesk(() => ({ ...parkedRecord(), park: withoutTask }));
    desk.world.defaultWorkflowSid = undefined;
    expect(await codeOfRefusal(replyTo(desk))).toBe('record-unreadable');
    expect(desk.world.webhooks.size).toBe(1);
  });

  it('waits for a Function that claimed it a moment ago, and is routed after that', async () => {
    const desk = await damagedDesk((record) => ({ ...record, v: 2, claimedAtMs: 0 }));
    const claimedAtMs = desk.world.clock.nowMs();
    holds(desk.world, { ...parkedRecord(), v: 2, claimedAtMs });
    expect(await codeOfRefusal(replyTo(desk))).toBe('busy');
    desk.world.clock.advance(30_000);
    expect(await replyTo(desk)).toEqual({ status: 'routed' });
  });
});

describe('parking a conversation whose record cannot be read', () => {
  it.each([...ROUTABLE, ...UNROUTABLE.map(([what, data]) => [what, () => data] as const)])(
    'takes it over: %s',
    async (_, damage) => {
      const desk = openDesk();
      holds(desk.world, damage(parkedRecord()));
      expect(await desk.park()).toMatchObject({ status: 'parked' });
      const parkId = recordOf(desk.world)?.park.parkId;
      expect(leftovers(desk.world)).toMatchObject({ records: ['parked'], webhooks: [parkId], rows: [parkId] });
      expect(await replyTo(desk)).toEqual({ status: 'routed' });
    },
  );

  it('takes away the old webhooks that the earlier record left', async () => {
    const desk = openDesk();
    holds(desk.world, { ...parkedRecord(), v: 2 });
    const old = { sid: sid('WH', 5), parkId: 'park-0', functionsDomain: 'old.twil.io', createdAtMs: 0 };
    desk.world.webhooks.set(old.sid, old);
    await desk.park();
    expect(leftovers(desk.world).webhooks).toEqual([recordOf(desk.world)?.park.parkId]);
  });
});

describe('unparking a conversation whose record cannot be read', () => {
  it('brings it to the agent who parked it', async () => {
    const desk = await laterVersion();
    expect(await desk.unpark()).toMatchObject({ status: 'unparked' });
    expect(desk.world.invites[0]?.routing.direct?.workerSid).toBe(ADA.workerSid);
  });

  it.each(['me', 'workflow', 'original'] as const)('brings it where a supervisor wants it: %s', async (routeTo) => {
    const desk = await laterVersion();
    expect(await desk.unpark(SOFIA, routeTo)).toMatchObject({ status: 'unparked' });
    expect(desk.world.invites).toHaveLength(1);
  });

  it('is not for other agents', async () => {
    const desk = await laterVersion();
    expect(await codeOfRefusal(desk.unpark(BEN))).toBe('not-your-park');
    expect(desk.world.invites).toHaveLength(0);
  });

  it('is for supervisors alone when it does not say who parked', async () => {
    const desk = await damagedDesk(() => ({ ...parkedRecord(), park: withoutAgent }));
    expect(await codeOfRefusal(desk.unpark(ADA))).toBe('record-unreadable');
    expect(await desk.unpark(SOFIA)).toMatchObject({ status: 'unparked' });
  });

  it.each(UNROUTABLE)('says that it cannot be read when nothing can be done with it: %s', async (_, data) => {
    const desk = await damagedDesk(() => data);
    expect(await codeOfRefusal(desk.unpark(ADA))).toBe('record-unreadable');
    expect(await codeOfRefusal(desk.unpark(SOFIA))).toBe('record-unreadable');
    expect(desk.world.webhooks.size).toBe(1);
  });

  it('answers that it is back when an agent is there', async () => {
    const desk = await laterVersion();
    desk.world.participants.push({ sid: sid('MB', 70), identity: BEN.identity });
    expect(await desk.unpark()).toMatchObject({ status: 'already-unparked' });
    expect(desk.world.invites).toHaveLength(0);
  });
});

describe('reconcile of a record that cannot be read', () => {
  const named = { needsAPerson: [{ conversationSid: CONVERSATION, what: 'record-unreadable' }] };

  it.each([...ROUTABLE, ...UNROUTABLE.map(([what, data]) => [what, () => data] as const)])(
    'names it and leaves it as it is, %s',
    async (_, damage) => {
      const desk = await damagedDesk(damage);
      // Nobody wrote: what says no more which messages the agent had seen is routed rather too early.
      desk.world.messages = [];
      const before = JSON.stringify(dataOf(desk));
      expect(await desk.reconcileLater()).toMatchObject({ checked: 1, repairs: [], ...named });
      expect(JSON.stringify(dataOf(desk))).toBe(before);
      expect(desk.world.webhooks.size).toBe(1);
    },
  );

  it.each(ROUTABLE)('routes the customer who waits behind it, %s', async (_, damage) => {
    const desk = await damagedDesk(damage);
    writes(desk.world);
    const what = 'the customer was waiting: routed';
    expect(await desk.reconcileLater()).toMatchObject({ repairs: [{ what }], ...named });
    expect(desk.world.invites.map(({ routing }) => routing.direct)).toEqual([undefined]);
  });

  it('shows its agent in their list why it needs attention', async () => {
    const desk = await laterVersion();
    await desk.reconcileLater();
    expect([...desk.world.rows.values()]).toMatchObject([{ item: { problem: 'record-unreadable' } }]);
  });

  it('keeps the row of one for which a desktop asks', async () => {
    const desk = await damagedDesk(() => ({}));
    const ghosts = { workerSid: ADA.workerSid, rows: [CONVERSATION] };
    await desk.reconcileLater(601_000, { ghosts });
    expect(desk.world.rows.size).toBe(1);
  });
});

describe('a record that cannot be read, for those who look', () => {
  it('is on the supervisors’ board with what can be read of it', async () => {
    const { ports } = await laterVersion();
    const answer = await everyone(ports, { version: 2 }, Promise.resolve(SOFIA));
    const row = { conversationSid: CONVERSATION, state: 'parked', problem: 'record-unreadable', agentName: 'ada' };
    expect(answer).toMatchObject({ items: [row] });
    expect(answer).not.toHaveProperty('unreadable');
  });

  it('is on the board of a desktop of version 1 with a problem that it knows', async () => {
    const { ports } = await laterVersion();
    for (const request of [{}, { version: 1 }]) {
      const { items } = await everyone(ports, request, Promise.resolve(SOFIA));
      expect(items).toMatchObject([{ conversationSid: CONVERSATION, problem: 'routing-refused' }]);
    }
  });

  it.each(UNROUTABLE)('is named on the board when it does not hold even what a row shows: %s', async (_, data) => {
    const { ports } = await damagedDesk(() => data);
    const answer = await everyone(ports, { version: 2 }, Promise.resolve(SOFIA));
    expect(answer).toMatchObject({ items: [], unreadable: [CONVERSATION] });
  });

  it('has no preview, which would show messages to whom it may not concern', async () => {
    const { ports } = await laterVersion();
    const asking = preview(ports, { conversationSid: CONVERSATION }, Promise.resolve(SOFIA));
    expect(await codeOfRefusal(asking)).toBe('record-unreadable');
  });

  it('counts among what its agent has parked', async () => {
    const desk = openDesk();
    desk.world.settings = { ...desk.world.settings, maxParkedPerAgent: 1 };
    holds(desk.world, { note: 'hello' }, sid('CH', 2));
    desk.world.slots.set('park-2', { workerSid: ADA.workerSid, parkId: 'park-2', conversationSid: sid('CH', 2) });
    expect(await codeOfRefusal(desk.park())).toBe('too-many-parked');
    expect(desk.world.slots.has('park-2')).toBe(true);
  });

  it('stops no agent who completes their wrap-up', async () => {
    const desk = openDesk();
    const task = desk.world.tasks.get(PARKED_TASK);
    if (task) desk.world.tasks.set(PARKED_TASK, { ...task, status: 'wrapping' });
    holds(desk.world, { ...parkedRecord(), v: 2 });
    const channel = { interactionSid: sid('KD'), channelSid: sid('UO'), conversationSid: CONVERSATION } as const;
    const completing = completeParked(desk.ports, { taskSid: PARKED_TASK, ...channel }, Promise.resolve(ADA));
    expect(await completing).toEqual({ status: 'completed', taskSid: PARKED_TASK });
  });

  it('is left alone by TaskRouter’s events, and by a flow that wants an agent while nobody waits', async () => {
    const desk = await laterVersion();
    const before = JSON.stringify(dataOf(desk));
    expect(await desk.taskEvent('died', PARKED_TASK)).toEqual({ status: 'ignored' });
    expect(await desk.taskEvent('accepted', PARKED_TASK)).toEqual({ status: 'ignored' });
    expect(JSON.stringify(dataOf(desk))).toBe(before);
  });

  it('is forgotten once the conversation it was of has come back and was accepted', async () => {
    const desk = await laterVersion();
    await replyTo(desk);
    accepts(desk.world, newTask(desk.world), BEN);
    await desk.taskEvent('accepted', newTask(desk.world));
    expect(leftovers(desk.world)).toMatchObject({ records: [], webhooks: [], rows: [] });
  });
});

/** @jest-environment node */
import type { Fault } from '../../../local-twilio/src/kernel/faults';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { customers, type Served } from './support/contact-centre';
import { openDesk, WARM_UP_MS, warmUp, type Desk, type DeskOptions } from './support/desk';
import { it } from './support/either-way';

beforeAll(warmUp, WARM_UP_MS);

const OURS = '/webhooks/unpark-interaction';
const STALE_MS = 30_000;

async function openServed(options: DeskOptions = {}): Promise<{ desk: Desk; served: Served }> {
  const desk = openDesk(options);
  desk.available('ada');
  return { desk, served: await desk.serve('ada') };
}

async function openParked(options: DeskOptions = {}): Promise<{ desk: Desk; served: Served }> {
  const opened = await openServed(options);
  expect((await opened.desk.park('ada', opened.served)).status).toBe(200);
  return opened;
}

const breaks = (desk: Desk, operationId: string, fault: Partial<Fault> = {}) =>
  desk.world.faults.add({ operationId, times: 10, when: 'before', outcome: 503, ...fault });

const ourWebhooks = (desk: Desk, { conversationSid }: Served) =>
  [...desk.conversation(conversationSid).webhooks.values()].filter(({ url }) => url?.includes(OURS));

/** What parking would leave behind. */
function expectNothingLeft(desk: Desk, served: Served): void {
  expect(ourWebhooks(desk, served)).toEqual([]);
  expect(desk.row('ada', served.conversationSid)).toBeUndefined();
  expect(desk.record(served.conversationSid)).toBeUndefined();
  expect(JSON.parse(desk.conversation(served.conversationSid).attributes)).not.toHaveProperty('mapSid');
}

const says = (desk: Desk, served: Served, author: string) =>
  desk.world.conversations.addMessage(served.conversationSid, { author, body: 'Hm', source: 'SDK', webhooks: true });

describe('a wake whose invite fails', () => {
  it.each([429, 500, 503, 400, 'timeout'] as const)(
    '(%s) keeps its wake path, and the next message gets a task',
    async (outcome) => {
      const { desk, served } = await openParked();
      breaks(desk, 'CreateInteractionChannelInvite', { outcome });
      await desk.writes(customers.web, 'Hello?');
      expect(desk.openTasks(served.conversationSid)).toEqual([]);
      expect(ourWebhooks(desk, served)).toHaveLength(1);

      desk.world.faults.clear();
      desk.world.clock.advance(STALE_MS);
      await desk.writes(customers.web, 'Anybody?');

      expect(desk.openTasks(served.conversationSid)).toHaveLength(1);
      await desk.accept('ada');
      expectNothingLeft(desk, served);
    },
  );

  it('comes back without a further message when any desktop is open', async () => {
    const { desk, served } = await openParked();
    breaks(desk, 'CreateInteractionChannelInvite');
    await desk.writes(customers.web, 'Hello?');
    desk.world.faults.clear();

    await desk.call('flex/reconcile', { Token: desk.token('ben') });

    expect(desk.openTasks(served.conversationSid)).toHaveLength(1);
  });
});

describe('an unpark that the agent declines', () => {
  async function declined(options: DeskOptions): Promise<{ desk: Desk; served: Served }> {
    const opened = await openParked(options);
    const { desk, served } = opened;
    await desk.unpark('ada', served.conversationSid);
    const [reservation] = desk.world.taskRouter.activeReservations(desk.person('ada').workerSid);
    const invite = reservation && desk.world.flex.inviteOfTask(reservation.taskSid);
    if (!reservation || !invite) throw new Error('nothing is offered');
    desk.world.flex.declineInvite(invite.sid, reservation.sid);
    await desk.settled();
    expect(desk.openTasks(served.conversationSid)).toEqual([]);
    return opened;
  }

  it('is parked as before, with its row', async () => {
    const { desk, served } = await declined({});
    expect(desk.record(served.conversationSid)).toMatchObject({ state: 'parked' });
    expect(desk.row('ada', served.conversationSid)).toBeDefined();
  });

  it.each([true, false])(
    'still wakes by the workflow when the customer writes (task events: %s)',
    async (taskEvents) => {
      const { desk, served } = await declined({ taskEvents });
      // By now a task that cannot be read is gone, and not only too new to be seen.
      desk.world.clock.advance(11_000);
      await desk.writes(customers.web, 'Hello?');
      expect(desk.openTasks(served.conversationSid).map(({ routingTarget }) => routingTarget)).toEqual([null]);
    },
  );

  it.each(['task.canceled', 'reservation timed out'])(
    'does not strand a customer who wrote meanwhile (%s)',
    async (how) => {
      const { desk, served } = await openParked();
      await desk.unpark('ada', served.conversationSid);
      await desk.writes(customers.web, 'Hello?');
      const [task] = desk.openTasks(served.conversationSid);
      if (!task) throw new Error('there is no task');
      if (how === 'task.canceled') desk.world.taskRouter.cancelTask(task.sid, 'test');
      else desk.world.clock.advance(121_000);
      await desk.settled();
      expect(desk.openTasks(served.conversationSid).map(({ routingTarget }) => routingTarget)).toEqual([null]);
    },
  );
});

describe('a park that fails before the agent is released', () => {
  it.each([
    'CreateDocument',
    'CreateConversationScopedWebhook',
    'CreateSyncMapItem',
    'UpdateInteractionChannelParticipant',
    'FetchTask',
  ])('at %s leaves no trap: nothing is left, and nobody’s message makes a second task', async (operationId) => {
    const { desk, served } = await openServed();
    breaks(desk, operationId);

    expect((await desk.park('ada', served)).status).toBeGreaterThanOrEqual(400);

    desk.world.faults.clear();
    expectNothingLeft(desk, served);
    says(desk, served, desk.person('ada').identity);
    await desk.writes(customers.web, 'Hello?');
    expect(desk.openTasks(served.conversationSid).map(({ sid }) => sid)).toEqual([served.taskSid]);
    expect((await desk.park('ada', served)).body).toMatchObject({ status: 'parked' });
  });
});

describe('a row that is there already', () => {
  it('is overwritten by the next park, which does not crash', async () => {
    const { desk, served } = await openServed();
    const map = `ParkedInteractions_${desk.person('ada').workerSid}`;
    desk.world.sync.createMap(ids.syncService, { uniqueName: map });
    desk.world.sync.createMapItem(ids.syncService, map, { key: served.conversationSid, data: { left: 'over' } });

    expect((await desk.park('ada', served)).body).toMatchObject({ status: 'parked' });

    expect(desk.row('ada', served.conversationSid)?.data).toMatchObject({ customerName: 'Grace' });
    await desk.writes(customers.web);
    await desk.accept('ada');
    expectNothingLeft(desk, served);
  });
});

describe('an answer that is lost', () => {
  it.each(['timeout', 500] as const)('of the invite (%s) never makes a second task', async (outcome) => {
    const { desk, served } = await openParked();
    breaks(desk, 'CreateInteractionChannelInvite', { when: 'after', times: 1, outcome });
    await desk.writes(customers.web, 'Hello?');
    await desk.writes(customers.web, 'Anybody?');
    desk.world.clock.advance(STALE_MS);
    await desk.writes(customers.web, 'Please?');
    expect(desk.openTasks(served.conversationSid)).toHaveLength(1);
  });

  it.each(['timeout', 500] as const)('of the webhook’s creation (%s) never leaves two, or a trap', async (outcome) => {
    const { desk, served } = await openServed();
    breaks(desk, 'CreateConversationScopedWebhook', { when: 'after', times: 1, outcome });
    const { status } = await desk.park('ada', served);
    const open = desk.openTasks(served.conversationSid);
    expect(status === 200 ? open : ourWebhooks(desk, served)).toEqual([]);

    await desk.writes(customers.web, 'Hello?');

    expect(desk.openTasks(served.conversationSid)).toHaveLength(1);
  });

  it.each(['timeout', 500] as const)('of the release (%s) is no failure when the agent is gone', async (outcome) => {
    const { desk, served } = await openServed();
    breaks(desk, 'UpdateInteractionChannelParticipant', { when: 'after', times: 1, outcome });
    expect((await desk.park('ada', served)).body).toMatchObject({ status: 'parked' });
    await desk.writes(customers.web, 'Hello?');
    expect(desk.openTasks(served.conversationSid)).toHaveLength(1);
  });

  it.each(['timeout', 404] as const)('of the webhook’s removal (%s) does not stop the wake', async (outcome) => {
    const { desk, served } = await openParked();
    breaks(desk, 'DeleteConversationScopedWebhook', { when: 'after', times: 1, outcome });
    await desk.writes(customers.web, 'Hello?');
    expect(desk.openTasks(served.conversationSid)).toHaveLength(1);
  });
});

describe('somebody else who writes in a parked conversation', () => {
  it.each(['another agent', 'a supervisor', 'a bot'])('(%s) wakes nothing and spoils nothing', async (who) => {
    const { desk, served } = await openParked();
    const authors = { 'another agent': desk.person('ben').identity, 'a supervisor': desk.person('sofia').identity };
    says(desk, served, authors[who as keyof typeof authors] ?? 'bot');
    await desk.settled();
    expect(desk.openTasks(served.conversationSid)).toEqual([]);
    expect(desk.record(served.conversationSid)).toMatchObject({ state: 'parked' });

    await desk.writes(customers.web, 'Hello?');
    expect(desk.openTasks(served.conversationSid)).toHaveLength(1);
  });
});

describe('a park that outlives its row', () => {
  const DAY_MS = 24 * 60 * 60_000;

  it('still wakes, and a supervisor still sees it', async () => {
    const { desk, served } = await openParked({ switches: { syncExpiry: 'on-time' } });
    desk.world.clock.advance(DAY_MS + 1);
    expect(desk.row('ada', served.conversationSid)).toBeUndefined();

    const everyone = await desk.call('flex/everyones-parked-interactions', { Token: desk.token('sofia') });
    expect(everyone.body).toMatchObject({ items: [{ conversationSid: served.conversationSid, state: 'parked' }] });
    await desk.writes(customers.web, 'Hello?');
    expect(desk.openTasks(served.conversationSid)).toHaveLength(1);
  });

  it.each(['web', 'sms'] as const)('goes with a %s conversation that was closed', async (channel) => {
    const desk = openDesk();
    desk.available('ada');
    const served = await desk.serve('ada', customers[channel]);
    await desk.park('ada', served);
    desk.world.conversations.update(served.conversationSid, { state: 'closed' });

    await desk.call('flex/reconcile', { Token: desk.token('ben') });

    expect(desk.row('ada', served.conversationSid)).toBeUndefined();
    expect(desk.record(served.conversationSid)).toBeUndefined();
  });
});

describe('what any Flex token can read', () => {
  it('holds no task attributes, no message text and no record', async () => {
    const { desk, served } = await openServed();
    const attributes = { ...desk.attributesOf(served.taskSid), diagnosis: 'secret-diagnosis' };
    desk.world.taskRouter.setTaskAttributes(served.taskSid, JSON.stringify(attributes));
    await desk.writes(customers.web, 'secret-message');
    await desk.park('ada', served);

    const readable = desk.world.sync.service(ids.syncService);
    const text = JSON.stringify([...readable.maps.values()].map(({ items }) => [...items.values()]));
    expect(text).toContain(served.conversationSid);
    expect(text).not.toMatch(/secret|attributes/);
    expect(readable.documents.size).toBe(0);
    expect(readable.lists.size).toBe(0);
  });

  it('and no log line holds a message, an address or a token', async () => {
    const { desk, served } = await openServed();
    await desk.writes(customers.web, 'secret-message');
    await desk.park('ada', served, { note: 'secret-note' });
    await desk.writes(customers.web, 'secret-message');
    expect(desk.logs.length).toBeGreaterThan(10);
    const logs = desk.logs.join('\n');
    expect(logs).not.toMatch(/secret|Grace|"grace"|flex-ada-/);
  });
});

describe('two agents in one conversation', () => {
  it('neither can park it, and nobody is removed', async () => {
    const { desk, served } = await openServed();
    desk.available('ben');
    const { interactionSid, channelSid } = served;
    desk.world.flex.invite(interactionSid, channelSid, {
      workspaceSid: ids.workspace,
      workflowSid: ids.workflow,
      queueSid: ids.queues.support,
      workerSid: desk.person('ben').workerSid,
      taskChannel: 'chat',
      attributes: {},
    });
    const bens = await desk.accept('ben');
    const before = desk.conversation(served.conversationSid).participants.size;

    for (const [username, mine] of [
      ['ada', served],
      ['ben', bens],
    ] as const)
      expect(await desk.park(username, mine)).toMatchObject({ status: 409, body: { code: 'other-participants' } });

    expect(desk.conversation(served.conversationSid).participants.size).toBe(before);
    expectNothingLeft(desk, served);
  });
});

describe('the task that comes back', () => {
  it('keeps its priority, so that it does not start at the end of the queue', async () => {
    const { desk, served } = await openServed();
    desk.world.taskRouter.setTaskPriority(served.taskSid, 7);
    await desk.park('ada', served);
    await desk.writes(customers.web);
    expect(desk.openTasks(served.conversationSid).map(({ priority }) => priority)).toEqual([7]);
  });

  it('names its own invite, and only the last place it was at', async () => {
    const { desk, served } = await openParked();
    await desk.writes(customers.web);
    const second = await desk.accept('ada');
    await desk.park('ada', second);
    desk.away('ada');
    desk.available('ben');
    await desk.writes(customers.web);
    const third = await desk.accept('ben');
    await desk.park('ben', third);
    await desk.writes(customers.web);
    const fourth = await desk.accept('ben');

    const { originalRouting, flexChannelInviteSid } = desk.attributesOf(fourth.taskSid);
    expect(originalRouting).toMatchObject({ workerSid: desk.person('ben').workerSid });
    expect(originalRouting).not.toHaveProperty('originalRouting');
    expect(flexChannelInviteSid).toBe(desk.world.flex.inviteOfTask(fourth.taskSid)?.sid);
    expect(JSON.stringify(desk.attributesOf(fourth.taskSid)).length).toBeLessThan(
      JSON.stringify(desk.attributesOf(served.taskSid)).length + 400,
    );
  });
});

describe('the conversation’s attributes', () => {
  it('are merged with what others write while the park runs, up to one call before ours', async () => {
    const { desk, served } = await openServed({ latencyMs: 100 });
    const { conversationSid } = served;
    desk.world.clock.schedule(150, () => {
      const attributes = { ...JSON.parse(desk.conversation(conversationSid).attributes), invites: ['KG1'] };
      desk.world.conversations.update(conversationSid, { attributes: JSON.stringify(attributes) });
    });
    await desk.park('ada', served);
    expect(JSON.parse(desk.conversation(conversationSid).attributes)).toMatchObject({
      invites: ['KG1'],
      mapItemKey: conversationSid,
    });
  });
});

describe('an agent’s map', () => {
  it('is asked for once and for all', async () => {
    const { desk } = await openParked();
    await desk.writes(customers.web);
    await desk.park('ada', await desk.accept('ada'));
    const created = desk.world
      .calls()
      .filter(({ operationId }) => operationId === 'CreateSyncMap')
      .filter(({ requestBody }) => requestBody.includes('ParkedInteractions_'));
    expect(created.map(({ status }) => status)).toEqual([201]);
  });
});

describe('a slow Twilio', () => {
  it('of a second for each call still frees the agent and answers within the life of a Function', async () => {
    const { desk, served } = await openServed({ latencyMs: 1_000 });
    const startMs = desk.world.clock.nowMs();
    const fields = { Token: desk.token('ada'), ...desk.parkFields(served) };
    expect((await desk.call('flex/park-interaction', fields)).body).toMatchObject({ status: 'parked' });
    expect(desk.world.clock.nowMs() - startMs).toBeLessThan(10_000);
    await desk.writes(customers.web);
    const wake = desk.world.deliveries().filter(({ delivery }) => delivery.url.includes(OURS));
    expect(wake.map(({ outcome }) => outcome)).toMatchObject([{ status: 200 }]);
  });
});

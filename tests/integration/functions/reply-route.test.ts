/** @jest-environment node */
import { FUNCTIONS_DOMAIN } from '../../../scripts/local-parking';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { customers, type Served } from './support/contact-centre';
import { openDesk, WARM_UP_MS, warmUp, type Desk, type DeskOptions } from './support/desk';
import { it } from './support/either-way';

beforeAll(warmUp, WARM_UP_MS);

const TIMEOUT_SECONDS = 60;

interface Parked {
  readonly desk: Desk;
  readonly served: Served;
  /** The customer writes; what is routed now. */
  reply(): Promise<readonly Routed[]>;
  /** The tasks that are open for the conversation. */
  routed(): readonly Routed[];
}

interface Routed {
  readonly sid: string;
  readonly to: 'workflow' | 'queue' | 'worker';
}

/** Ada has parked the conversation; Ben could take it too. */
async function parked(settings: Readonly<Record<string, unknown>>, options: DeskOptions = {}): Promise<Parked> {
  const desk = openDesk({ settings: { enabled: true, show_list: true, ...settings }, ...options });
  desk.available('ada');
  const served = await desk.serve('ada');
  desk.available('ben');
  await desk.park('ada', served);
  const routed = () =>
    desk
      .openTasks(served.conversationSid)
      .map(
        ({ sid, direct, queueTarget }) =>
          ({ sid, to: direct ? 'worker' : queueTarget ? 'queue' : 'workflow' }) as const,
      );
  return {
    desk,
    served,
    routed,
    async reply() {
      await desk.writes(customers.web, 'Are you there?');
      return routed();
    },
  };
}

const toWorker = { on_customer_reply: 'worker', worker_invite_timeout_seconds: TIMEOUT_SECONDS };

const offerOf = (desk: Desk) => {
  const [offer] = desk.world.taskRouter
    .activeReservations(desk.person('ada').workerSid)
    .filter(({ status }) => status === 'pending');
  if (!offer) throw new Error('nothing is offered to ada');
  return offer;
};

function decline(desk: Desk): void {
  const offer = offerOf(desk);
  const invite = desk.world.flex.inviteOfTask(offer.taskSid);
  desk.world.flex.declineInvite(invite?.sid ?? '', offer.sid);
}

function expectNothingLeft(desk: Desk, { conversationSid }: Served): void {
  expect(desk.record(conversationSid)).toBeUndefined();
  expect(desk.row('ada', conversationSid)).toBeUndefined();
  expect(desk.conversation(conversationSid).webhooks.size).toBe(0);
}

describe('a reply to the agent who parked', () => {
  it('is offered to them alone; once accepted nothing of the park is left', async () => {
    const { desk, served, reply } = await parked(toWorker);
    expect(await reply()).toMatchObject([{ to: 'worker' }]);
    expect(desk.pendingReservations('ben')).toBe(0);
    expect(desk.conversation(served.conversationSid).webhooks.size).toBe(1);
    await desk.accept('ada');
    expectNothingLeft(desk, served);
  });

  it.each<[string, (desk: Desk) => void]>([
    ['declines', decline],
    ['does not answer in time', ({ world }) => world.clock.advance(TIMEOUT_SECONDS * 1000)],
    [
      'goes away before they answer',
      ({ world, person }) => {
        const { workerSid } = person('ada');
        world.taskRouter.setActivity(workerSid, ids.activities.break, { rejectPendingReservations: true });
      },
    ],
  ])('who %s goes by the workflow, and somebody else gets it', async (_, happens) => {
    const { desk, served, reply, routed } = await parked(toWorker);
    const [first] = await reply();
    happens(desk);
    await desk.settled();
    expect(routed()).toMatchObject([{ to: 'workflow' }]);
    expect(routed()[0]?.sid).not.toBe(first?.sid);
    desk.away('ada');
    await desk.accept('ben');
    expectNothingLeft(desk, served);
  });

  it.each<[string, (desk: Desk) => void]>([
    ['is away', ({ away }) => away('ada')],
    [
      'is at capacity',
      ({ world, person }) => void world.taskRouter.setCapacity(person('ada').workerSid, 'chat', { capacity: 0 }),
    ],
    [
      'takes nothing on this channel',
      ({ world, person }) => void world.taskRouter.setCapacity(person('ada').workerSid, 'chat', { available: false }),
    ],
    [
      'has left the queue',
      ({ world, person }) => {
        const worker = world.taskRouter.worker(person('ada').workerSid);
        const routing = { skills: [], levels: {} };
        world.taskRouter.setWorkerAttributes(worker.sid, JSON.stringify({ ...JSON.parse(worker.attributes), routing }));
      },
    ],
  ])('who %s goes by the workflow at once', async (_, happens) => {
    const { desk, served, reply } = await parked(toWorker);
    happens(desk);
    expect(await reply()).toMatchObject([{ to: 'workflow' }]);
    await desk.accept('ben');
    expectNothingLeft(desk, served);
  });

  it('goes by the workflow where nobody would tell that they declined, and names them for a known-worker target', async () => {
    const { desk, reply } = await parked(toWorker, { taskEvents: false });
    const [task] = await reply();
    expect(task?.to).toBe('workflow');
    expect(desk.attributesOf(task?.sid ?? '').originalRouting).toMatchObject({
      workerSid: desk.person('ada').workerSid,
    });
  });

  it('is offered to them where a sink is said to deliver the events, and a lost one is found by reconcile', async () => {
    const settings = { ...toWorker, taskrouter_events: 'event-streams' };
    const { desk, reply, routed } = await parked(settings, { taskEvents: false });
    expect(await reply()).toMatchObject([{ to: 'worker' }]);
    decline(desk);
    await desk.settled();
    expect(routed()).toEqual([]);
    desk.world.clock.advance(11_000);
    await desk.call('flex/reconcile', { Token: desk.token('ben') });
    expect(routed()).toMatchObject([{ to: 'workflow' }]);
  });

  it('twice makes no second task', async () => {
    const { desk, reply, served } = await parked(toWorker);
    await reply();
    expect(await reply()).toHaveLength(1);
    expect(desk.conversation(served.conversationSid).webhooks.size).toBe(1);
  });
});

describe('a reply to a queue', () => {
  const sales = { on_customer_reply: 'queue', reply_queue: ids.queues.sales };
  const byQueue: DeskOptions = { switches: { queueInvite: 'queue' } };

  it('waits in the named queue, whatever the workflow would say', async () => {
    const { desk, reply, served } = await parked(sales, byQueue);
    const [task] = await reply();
    expect(task?.to).toBe('queue');
    expect(desk.world.taskRouter.task(task?.sid ?? '').queueSid).toBe(ids.queues.sales);
    await desk.accept('ben');
    expectNothingLeft(desk, served);
  });

  it('waits in the queue that it was parked in', async () => {
    const { desk, reply } = await parked({ on_customer_reply: 'queue' }, byQueue);
    const [task] = await reply();
    expect(desk.world.taskRouter.task(task?.sid ?? '')).toMatchObject({
      queueTarget: ids.queues.support,
      queueSid: ids.queues.support,
    });
  });

  it('is routed all the same where Twilio lets the workflow decide', async () => {
    const { reply } = await parked(sales, { switches: { queueInvite: 'workflow' } });
    expect(await reply()).toMatchObject([{ to: 'workflow' }]);
  });

  it('that does not exist goes by the workflow', async () => {
    const { reply } = await parked({ ...sales, reply_queue: `WQ${'0'.repeat(32)}` });
    expect(await reply()).toMatchObject([{ to: 'workflow' }]);
  });
});

describe('settings that change after a park', () => {
  it('do not change where its reply goes', async () => {
    const { desk, reply } = await parked(toWorker);
    desk.world.flex.setConfiguration({
      ui_attributes: {
        custom_data: {
          serverless_functions_url: `https://${FUNCTIONS_DOMAIN}`,
          features: { park_interaction: { enabled: true } },
        },
      },
    });
    desk.world.clock.advance(60_000);
    expect(await reply()).toMatchObject([{ to: 'worker' }]);
  });

  it('the priority boost is counted once, however often it is parked', async () => {
    const { desk, reply } = await parked({ returning_priority_boost: 20 });
    const priorities: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const [task] = await reply();
      priorities.push(desk.world.taskRouter.task(task?.sid ?? '').priority);
      const by = desk.pendingReservations('ada') > 0 ? 'ada' : 'ben';
      await desk.park(by, await desk.accept(by));
    }
    expect(priorities).toEqual([20, 20, 20]);
  });
});

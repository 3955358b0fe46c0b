/** @jest-environment node */
import { customers, type Served } from './support/contact-centre';
import { openDesk, WARM_UP_MS, warmUp, type Desk } from './support/desk';
import { it } from './support/either-way';

/** Each call takes this long, so that other things can happen between any two. */
const CALL_MS = 100;
/** Before, between and after the four calls of a park, half a call apart. */
const MOMENTS_MS = [0, 50, 100, 150, 200, 250, 300, 350, 400, 450, 600];

beforeAll(warmUp, WARM_UP_MS);

async function openServed(): Promise<{ desk: Desk; served: Served }> {
  const desk = openDesk({ latencyMs: CALL_MS });
  desk.available('ada');
  return { desk, served: await desk.serve('ada') };
}

const write = ({ world }: Desk, body: string) => world.customers.write({ ...customers.web, body });

/** One task for the conversation, nothing of ours left once it is accepted, and the next park works. */
async function expectServedOnce(desk: Desk, conversationSid: string): Promise<void> {
  expect(desk.openTasks(conversationSid)).toHaveLength(1);
  const back = await desk.accept('ada');
  expect(desk.row('ada', conversationSid)).toBeUndefined();
  expect(desk.record(conversationSid)).toBeUndefined();
  expect(desk.conversation(conversationSid).webhooks.size).toBe(0);
  expect(JSON.parse(desk.conversation(conversationSid).attributes)).not.toHaveProperty('mapSid');
  expect((await desk.park('ada', back)).body).toMatchObject({ status: 'parked' });
}

describe('a customer who writes', () => {
  it.each(MOMENTS_MS)('%i ms into a park gets one task, now or at their desk', async (atMs) => {
    const { desk, served } = await openServed();
    desk.world.clock.schedule(atMs, () => write(desk, 'One more thing'));

    const { status } = await desk.park('ada', served, { lastSeenMessageIndex: '0' });
    desk.world.clock.advance(1_000);
    await desk.settled();

    expect(status).toBe(200);
    await expectServedOnce(desk, served.conversationSid);
  });

  it('what the agent had not seen when they pressed Park is served at once', async () => {
    const { desk, served } = await openServed();
    await desk.writes(customers.web, 'Wait!');

    const { body } = await desk.park('ada', served, { lastSeenMessageIndex: '0' });

    expect(body).toEqual({ status: 'returned', conversationSid: served.conversationSid });
    await expectServedOnce(desk, served.conversationSid);
  });

  it('twice at the same moment gets one task', async () => {
    const { desk, served } = await openServed();
    await desk.park('ada', served);
    write(desk, 'Hello?');
    write(desk, 'Anybody?');
    await desk.settled();
    await expectServedOnce(desk, served.conversationSid);
  });

  it.each(MOMENTS_MS)('again %i ms after they woke it gets no second task', async (atMs) => {
    const { desk, served } = await openServed();
    await desk.park('ada', served);
    desk.world.clock.schedule(atMs, () => write(desk, 'Anybody?'));
    await desk.writes(customers.web, 'Hello?');
    desk.world.clock.advance(1_000);
    await desk.settled();
    await expectServedOnce(desk, served.conversationSid);
  });

  it.each(MOMENTS_MS)('%i ms into an unpark gets no second task', async (atMs) => {
    const { desk, served } = await openServed();
    await desk.park('ada', served);
    desk.world.clock.schedule(atMs, () => write(desk, 'Hello?'));

    const { body } = await desk.unpark('ada', served.conversationSid);
    desk.world.clock.advance(1_000);
    await desk.settled();

    expect(['unparked', 'already-unparked']).toContain((body as { status: string }).status);
    await expectServedOnce(desk, served.conversationSid);
  });
});

describe('two who unpark at the same moment', () => {
  it.each(['ada', 'sofia'] as const)('ada and %s get one task, and both a true answer', async (other) => {
    const { desk, served } = await openServed();
    await desk.park('ada', served);
    const fields = { Token: desk.token(other), conversationSid: served.conversationSid, routeTo: 'me' };
    const routing = { skills: ['support'], levels: {} };
    const worker = desk.world.taskRouter.worker(desk.person(other).workerSid);
    desk.world.taskRouter.setWorkerAttributes(
      worker.sid,
      JSON.stringify({ ...JSON.parse(worker.attributes), routing }),
    );

    const [one, two] = await Promise.all([
      desk.unpark('ada', served.conversationSid),
      desk.call('flex/unpark-interaction', fields),
    ]);

    const statuses = [one, two].map(({ body }) => (body as { status: string }).status).sort();
    expect(statuses).toEqual(['already-unparked', 'unparked']);
    expect(desk.openTasks(served.conversationSid)).toHaveLength(1);
  });
});

describe('Park pressed twice at the same moment', () => {
  it('parks once, and its row is there at the latest after a reconcile', async () => {
    const { desk, served } = await openServed();
    const answers = await Promise.all([desk.park('ada', served), desk.park('ada', served)]);
    expect(answers.map(({ body }) => (body as { status?: string }).status)).toContain('parked');
    expect(desk.conversation(served.conversationSid).webhooks.size).toBe(1);
    // The slower press takes its own row away, which had overwritten the other's; any open desktop brings it back.
    await desk.call('flex/reconcile', { Token: desk.token('ben') });
    expect(desk.row('ada', served.conversationSid)).toBeDefined();
    await desk.writes(customers.web);
    await expectServedOnce(desk, served.conversationSid);
  });
});

describe('a closed conversation', () => {
  it('cannot be unparked: a clear error, and its row goes', async () => {
    const { desk, served } = await openServed();
    await desk.park('ada', served);
    desk.world.conversations.update(served.conversationSid, { state: 'closed' });

    expect(await desk.unpark('ada', served.conversationSid)).toMatchObject({
      status: 410,
      body: { code: 'conversation-closed' },
    });

    expect(desk.row('ada', served.conversationSid)).toBeUndefined();
    expect(desk.record(served.conversationSid)).toBeUndefined();
    expect(desk.openTasks(served.conversationSid)).toEqual([]);
  });

  it('cannot be parked', async () => {
    const { desk, served } = await openServed();
    desk.world.conversations.update(served.conversationSid, { state: 'closed' });
    expect(await desk.park('ada', served)).toMatchObject({ status: 410, body: { code: 'conversation-closed' } });
    expect(desk.record(served.conversationSid)).toBeUndefined();
  });
});

/** @jest-environment node */
import type { Switches } from '../../../local-twilio/src/kernel/switches';
import { customers, type Served, type Username } from './support/contact-centre';
import { openDesk, WARM_UP_MS, warmUp, type Desk } from './support/desk';
import { it } from './support/either-way';

const settings = { enabled: true, show_list: true, wrap_up: true };
const RELEASE = 'UpdateInteractionChannelParticipant';
const INVITE = 'CreateInteractionChannelInvite';
const STALE_MS = 31_000;

/** What Twilio leaves open about an agent in wrap-up, and what follows from it for the list of participants. */
const positions: Partial<Switches>[] = [
  { wrapUpInConversation: 'stays' },
  { wrapUpInConversation: 'leaves' },
  { wrapUpInConversation: 'stays', closedParticipants: 'listed', closingClosedParticipant: 'ok' },
  { wrapUpInConversation: 'leaves', directInviteCapacity: 'respected' },
];

beforeAll(warmUp, WARM_UP_MS);

describe.each(positions)('parking with wrap-up, where Twilio says %j', (switches) => {
  let desk: Desk;
  let served: Served;

  const itParked = (name: string, run: () => Promise<void>) =>
    it(name, async () => {
      desk = openDesk({ settings, switches });
      desk.available('ada');
      served = await desk.serve('ada');
      expect((await desk.park('ada', served)).body).toMatchObject({ status: 'parked' });
      await run();
    });

  const statusOf = ({ taskSid }: Served) => desk.world.taskRouter.findTask(taskSid)?.assignmentStatus;
  const state = () => desk.record(served.conversationSid)?.state;
  const complete = (who: Username, task: Served = served) =>
    desk.call('flex/complete-parked-task', { Token: desk.token(who), ...task });
  const isInside = (who: Username) =>
    [...desk.conversation(served.conversationSid).participants.values()].some(
      ({ identity }) => identity === desk.person(who).identity,
    );

  itParked('wraps the task up, and completing it leaves the conversation parked', async () => {
    expect([statusOf(served), state()]).toEqual(['wrapping', 'parked']);
    expect((await complete('ada')).body).toEqual({ status: 'completed', taskSid: served.taskSid });
    expect([statusOf(served), state()]).toEqual(['completed', 'parked']);
    expect(isInside('ada')).toBe(false);
    expect(desk.conversation(served.conversationSid).state).toBe('active');
    await desk.writes(customers.web, 'Any news?');
    expect(desk.openTasks(served.conversationSid)).toHaveLength(1);
  });

  itParked('can be completed twice, by the agent and by a supervisor, but by nobody else', async () => {
    expect(await complete('ben')).toMatchObject({ status: 403, body: { code: 'not-your-task' } });
    expect(statusOf(served)).toBe('wrapping');
    expect((await complete('sofia')).body).toMatchObject({ status: 'completed' });
    expect((await complete('ada')).body).toMatchObject({ status: 'completed' });
    expect(desk.conversation(served.conversationSid).state).toBe('active');
  });

  itParked('answers a second press of Park as the first', async () => {
    expect((await desk.park('ada', served)).body).toMatchObject({ status: 'parked' });
    expect(statusOf(served)).toBe('wrapping');
  });

  itParked(
    'ends the wrap-up when the customer writes, and the same agent is really in the conversation again',
    async () => {
      await desk.writes(customers.web, 'Any news?');
      expect(statusOf(served)).toBe('completed');
      const again = await desk.accept('ada');
      expect(desk.openTasks(served.conversationSid).map(({ sid }) => sid)).toEqual([again.taskSid]);
      expect(isInside('ada')).toBe(true);
      expect(state()).toBeUndefined();
      expect((await desk.park('ada', again)).body).toMatchObject({ status: 'parked' });
      expect([statusOf(again), state()]).toEqual(['wrapping', 'parked']);
      await complete('ada', again);
      await desk.writes(customers.web, 'And now?');
      expect(desk.openTasks(served.conversationSid)).toHaveLength(1);
    },
  );

  itParked('brings it back to the agent who takes it back at once, also when they have room for one', async () => {
    for (const channel of ['chat', 'sms'])
      desk.world.taskRouter.setCapacity(desk.person('ada').workerSid, channel, { capacity: 1 });
    expect((await desk.unpark('ada', served.conversationSid)).body).toMatchObject({ status: 'unparked' });
    expect([statusOf(served), desk.pendingReservations('ada')]).toEqual(['completed', 1]);
    await desk.accept('ada');
    expect(isInside('ada')).toBe(true);
  });

  itParked('stays parked for reconcile, however long the agent wraps up', async () => {
    desk.world.clock.advance(10 * STALE_MS);
    const { body } = await desk.call('webhooks/reconcile', {});
    expect(body).toMatchObject({ status: 'reconciled', repairs: [], needsAPerson: [] });
    expect([statusOf(served), state()]).toEqual(['wrapping', 'parked']);
    await desk.writes(customers.web, 'Any news?');
    expect(desk.openTasks(served.conversationSid)).toHaveLength(1);
  });

  itParked('leaves a task to Flex whose conversation has ended', async () => {
    desk.world.conversations.update(served.conversationSid, { state: 'closed' });
    expect((await complete('ada')).body).toEqual({ status: 'leave-to-flex', taskSid: served.taskSid });
    expect(statusOf(served)).toBe('wrapping');
  });

  itParked('never takes an agent out of a conversation that they have again', async () => {
    desk.world.faults.add({ operationId: RELEASE, times: 1, when: 'before', outcome: 500 });
    await desk.writes(customers.web, 'Any news?');
    expect(statusOf(served)).toBe('wrapping');
    const again = await desk.accept('ada');
    expect(await complete('ada')).toMatchObject({ status: 409, body: { code: 'conversation-is-back' } });
    expect([statusOf(again), isInside('ada')]).toEqual(['assigned', true]);
  });

  itParked('ends two wrap-ups of one conversation, in whatever order the agent completes them', async () => {
    desk.world.faults.add({ operationId: RELEASE, times: 1, when: 'before', outcome: 500 });
    await desk.writes(customers.web, 'Any news?');
    const again = await desk.accept('ada');
    await desk.park('ada', again);
    expect([statusOf(served), statusOf(again)]).toEqual(['wrapping', 'wrapping']);
    expect((await complete('ada', again)).body).toMatchObject({ status: 'completed' });
    expect((await complete('ada')).body).toMatchObject({ status: 'completed' });
    expect(state()).toBe('parked');
  });

  itParked('does not take an earlier wrap-up for the new task when the answer to an invite is lost', async () => {
    desk.world.faults.add({ operationId: RELEASE, times: 1, when: 'before', outcome: 500 });
    await desk.writes(customers.web, 'Any news?');
    await desk.park('ada', await desk.accept('ada'));
    desk.world.faults.add({ operationId: INVITE, times: 1, when: 'before', outcome: 500 });
    await desk.writes(customers.web, 'Hello?');
    desk.world.clock.advance(STALE_MS);
    await desk.call('webhooks/reconcile', {});
    await desk.settled();
    const statuses = desk.openTasks(served.conversationSid).map(({ assignmentStatus }) => assignmentStatus);
    expect(statuses).toEqual(['wrapping', 'reserved']);
  });

  itParked('says so when Twilio does not confirm the completion, and can be asked again', async () => {
    desk.world.faults.add({ operationId: RELEASE, times: 1, when: 'before', outcome: 500 });
    expect(await complete('ada')).toMatchObject({ status: 503, body: { code: 'complete-unconfirmed' } });
    desk.world.faults.add({ operationId: RELEASE, times: 1, when: 'after', outcome: 500 });
    expect((await complete('ada')).body).toMatchObject({ status: 'completed' });
    expect(statusOf(served)).toBe('completed');
  });
});

describe.each(positions)('a park with wrap-up that goes wrong, where Twilio says %j', (switches) => {
  async function serving() {
    const desk = openDesk({ settings, switches });
    desk.available('ada');
    return { desk, served: await desk.serve('ada') };
  }

  it('leaves the agent where they were when they could not be released', async () => {
    const { desk, served } = await serving();
    desk.world.faults.add({ operationId: RELEASE, times: 2, when: 'before', outcome: 503 });
    expect((await desk.park('ada', served)).status).toBe(503);
    expect(desk.openTasks(served.conversationSid)).toMatchObject([{ assignmentStatus: 'assigned' }]);
    expect(desk.record(served.conversationSid)).toBeUndefined();
  });

  it('is parked when the answer to the release was lost', async () => {
    const { desk, served } = await serving();
    desk.world.faults.add({ operationId: RELEASE, times: 1, when: 'after', outcome: 500 });
    expect((await desk.park('ada', served)).body).toMatchObject({ status: 'parked' });
    expect(desk.openTasks(served.conversationSid)).toMatchObject([{ assignmentStatus: 'wrapping' }]);
  });

  it('is taken over when its last word was never written: the customer gets one new task', async () => {
    const { desk, served } = await serving();
    desk.world.faults.add({ operationId: 'UpdateDocument', times: 6, when: 'before', outcome: 500 });
    await desk.park('ada', served);
    desk.world.faults.clear();
    expect(desk.record(served.conversationSid)?.state).toBe('parking');
    desk.world.clock.advance(STALE_MS);
    await desk.call('webhooks/reconcile', {});
    expect(desk.record(served.conversationSid)?.state).toBe('parked');
    await desk.writes(customers.web, 'Any news?');
    expect(desk.openTasks(served.conversationSid)).toHaveLength(1);
  });

  it('is served at once when the customer writes in between', async () => {
    const { desk, served } = await serving();
    const fields = desk.parkFields(served);
    await desk.writes(customers.web, 'Wait!');
    expect((await desk.park('ada', served, fields)).body).toMatchObject({ status: 'returned' });
    const [task, ...more] = desk.openTasks(served.conversationSid);
    expect([more.length, task?.sid === served.taskSid]).toEqual([0, false]);
  });
});

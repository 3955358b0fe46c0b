/** @jest-environment node */
import { ADA, BEN, PARKED_TASK, sid, TASK_ATTRIBUTES } from '../support/fixtures';
import { codeOfRefusal } from './fake-ports';
import {
  NEWS_ASKED_FOR,
  accepts,
  holds,
  leftovers,
  newTask,
  NOTHING,
  OTHERS_ATTRIBUTES,
  recordOf,
  SETTINGS,
  writes,
} from './fake-world';
import { openDesk } from './parking-desk';

async function parkedDesk() {
  const desk = openDesk();
  await desk.park();
  return desk;
}

/** The event of the customer's next message. */
async function nextMessage(desk: Awaited<ReturnType<typeof parkedDesk>>, by?: Parameters<typeof writes>[1]) {
  const [message] = writes(desk.world, by);
  if (!message) throw new Error('no webhook would tell anybody');
  return message;
}

describe('the customer’s next message', () => {
  it('makes one task by the same workflow, with the old attributes and where it was before', async () => {
    const desk = await parkedDesk();
    const parkId = recordOf(desk.world)?.park.parkId;
    expect(await desk.wake(await nextMessage(desk))).toEqual({ status: 'routed' });
    expect(desk.world.invites).toHaveLength(1);
    const [invite] = desk.world.invites;
    expect(invite?.routing).toEqual({ workflowSid: sid('WW'), taskChannelUniqueName: 'chat', priority: 7 });
    expect(JSON.parse(invite?.attributes ?? '')).toEqual({
      ...TASK_ATTRIBUTES,
      originalRouting: { queueName: 'Support', queueSid: sid('WQ'), workerSid: ADA.workerSid, parkId },
    });
  });

  it('takes the webhook, the row and the mark away, and others’ attributes stay', async () => {
    const desk = await parkedDesk();
    await desk.wake(await nextMessage(desk));
    expect(leftovers(desk.world)).toEqual({ ...NOTHING, records: ['returning'] });
    expect(leftovers(desk.world).attributes).toEqual(OTHERS_ATTRIBUTES);
  });

  it('works without configuration, and while parking is switched off', async () => {
    const desk = await parkedDesk();
    desk.world.settings = { ...SETTINGS, enabled: false, showList: false };
    desk.faults.fail('settings.current', 'unavailable');
    expect(await desk.wake(await nextMessage(desk))).toEqual({ status: 'routed' });
    expect(desk.faults.calls).not.toContain('settings.current');
  });

  it('delivered twice makes no second task', async () => {
    const desk = await parkedDesk();
    const message = await nextMessage(desk);
    await desk.wake(message);
    expect(await desk.wake(message)).toMatchObject({ status: 'ignored' });
    expect(desk.world.invites).toHaveLength(1);
  });

  it('delivered twice at the same moment makes no second task', async () => {
    const desk = await parkedDesk();
    const message = await nextMessage(desk);
    const answers = await Promise.all([desk.wake(message), desk.wake(message), desk.wake(message)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['ignored', 'ignored', 'routed']);
    expect(desk.world.invites).toHaveLength(1);
  });

  it('whose number Twilio did not tell counts as new', async () => {
    const desk = await parkedDesk();
    const message = { ...(await nextMessage(desk)), index: undefined };
    expect(await desk.wake(message)).toEqual({ status: 'routed' });
  });

  it('may come from a customer who joined after the park', async () => {
    const desk = await parkedDesk();
    desk.world.participants.push({ sid: sid('MB', 50), address: 'whatsapp:+15550050' });
    const by = { author: 'whatsapp:+15550050', participantSid: sid('MB', 50) };
    expect(await desk.wake(await nextMessage(desk, by))).toEqual({ status: 'routed' });
  });
});

describe('nobody is routed', () => {
  it.each([
    ['a bot, which has no participant', { author: 'bot' }],
    ['the agent who parked', { author: 'ada' }],
    ['a supervisor who joined meanwhile', { author: 'sofia', participantSid: sid('MB', 60) }],
    ['somebody who has left already', { author: 'ghost', participantSid: sid('MB', 61) }],
  ])('for %s', async (_, by) => {
    const desk = await parkedDesk();
    desk.world.participants.push({ sid: sid('MB', 60), identity: 'sofia' });
    expect(await desk.wake(await nextMessage(desk, by))).toEqual({ status: 'ignored', why: 'not-a-customer' });
    expect(desk.world.invites).toHaveLength(0);
    expect(leftovers(desk.world).records).toEqual(['parked']);
  });

  it('for a message that the agent had on screen', async () => {
    const desk = await parkedDesk();
    const message = { ...(await nextMessage(desk)), index: 3 };
    expect(await desk.wake(message)).toEqual({ status: 'ignored', why: 'seen' });
    expect(desk.world.invites).toHaveLength(0);
  });

  it('for a conversation that is not parked; our orphan webhook goes once it is old', async () => {
    const desk = openDesk();
    const { webhooks, clock } = desk.world;
    const createdAtMs = clock.nowMs();
    webhooks.set(sid('WH'), { sid: sid('WH'), parkId: 'park-0', functionsDomain: 'old.twil.io', createdAtMs });
    const message = await nextMessage(desk);
    expect(await desk.wake(message)).toEqual({ status: 'ignored', why: 'nothing-parked' });
    expect(webhooks.size).toBe(1);
    clock.advance(30_000);
    await desk.wake(message);
    expect(webhooks.size).toBe(0);
  });
});

describe('a message while the conversation is coming back', () => {
  async function returningDesk() {
    const desk = await parkedDesk();
    await desk.wake(await nextMessage(desk));
    const message = {
      conversationSid: sid('CH'),
      index: 9,
      author: 'grace',
      said: NEWS_ASKED_FOR,
      participantSid: sid('MB', 1),
    };
    return { ...desk, message: { ...message, parkId: recordOf(desk.world)?.park.parkId ?? '' } };
  }

  it('is served by the open task', async () => {
    const desk = await returningDesk();
    expect(await desk.wake(desk.message)).toEqual({ status: 'ignored', why: 'served' });
    expect(desk.world.invites).toHaveLength(1);
  });

  it('is served by a young task that cannot be read yet', async () => {
    const desk = await returningDesk();
    desk.world.tasks.delete(newTask(desk.world));
    desk.world.clock.advance(9_999);
    expect(await desk.wake(desk.message)).toEqual({ status: 'ignored', why: 'served' });
    expect(desk.world.invites).toHaveLength(1);
  });

  it('is routed again when its task is gone and it says that it returns in the future', async () => {
    const desk = await returningDesk();
    desk.world.tasks.delete(newTask(desk.world));
    holds(desk.world, { ...recordOf(desk.world), sinceMs: desk.world.clock.nowMs() + 86_400_000 });
    expect(await desk.wake(desk.message)).toEqual({ status: 'routed' });
  });

  it('is served by the agent who is there', async () => {
    const desk = await returningDesk();
    const task = newTask(desk.world);
    accepts(desk.world, task, BEN);
    desk.world.tasks.delete(task);
    expect(await desk.wake(desk.message)).toEqual({ status: 'ignored', why: 'served' });
  });

  it('is routed again when the task is gone and nobody is there', async () => {
    const desk = await returningDesk();
    desk.world.tasks.delete(newTask(desk.world));
    desk.world.clock.advance(10_000);
    expect(await desk.wake(desk.message)).toEqual({ status: 'routed' });
    expect(desk.world.invites).toHaveLength(2);
  });
});

describe('a failure while waking', () => {
  it.each([
    ['unavailable', 'twilio-unavailable'],
    ['rate-limited', 'rate-limited'],
  ] as const)('to route (%s) leaves it parked with its webhook, for the next delivery', async (fault, code) => {
    const desk = await parkedDesk();
    desk.faults.fail('interactions.invite', fault);
    const message = await nextMessage(desk);
    expect(await codeOfRefusal(desk.wake(message))).toBe(code);
    expect(recordOf(desk.world)).toMatchObject({ state: 'parked' });
    expect(desk.world.webhooks.size).toBe(1);
    expect(await desk.wake(message)).toEqual({ status: 'routed' });
  });

  it.each([
    ['not-found', 'channel-gone'],
    ['refused', 'routing-refused'],
  ] as const)('for good (%s) is kept for a person: %s', async (fault, problem) => {
    const desk = await parkedDesk();
    desk.faults.fail('interactions.invite', fault);
    expect(await codeOfRefusal(desk.wake(await nextMessage(desk)))).toBe(problem);
    expect(recordOf(desk.world)).toMatchObject({ state: 'parked', problem });
  });

  it('to route again a conversation that was coming back gives it its wake path back', async () => {
    const desk = await parkedDesk();
    const message = await nextMessage(desk);
    await desk.wake(message);
    desk.world.tasks.delete(newTask(desk.world));
    desk.world.clock.advance(10_000);
    expect(desk.world.webhooks.size).toBe(0);
    desk.faults.fail('interactions.invite', 'unavailable');
    await codeOfRefusal(desk.wake({ ...message, index: 9 }));
    expect(leftovers(desk.world)).toMatchObject({ records: ['parked'], webhooks: [message.parkId] });
  });

  it('with a lost answer finds the task that was made', async () => {
    const desk = await parkedDesk();
    desk.faults.fail('interactions.invite', 'lost-answer');
    expect(await desk.wake(await nextMessage(desk))).toEqual({ status: 'routed' });
    expect(desk.world.invites).toHaveLength(1);
    expect(recordOf(desk.world)).toMatchObject({ state: 'returning', taskSid: newTask(desk.world) });
  });

  it('with a lost answer and no task to see never sends a second invite; a later event does', async () => {
    const desk = await parkedDesk();
    desk.faults.fail('interactions.invite', 'lost-request');
    const message = await nextMessage(desk);
    expect(await codeOfRefusal(desk.wake(message))).toBe('unpark-unconfirmed');
    expect(await desk.wake(message)).toMatchObject({ status: 'ignored' });
    expect(desk.world.invites).toHaveLength(0);
    desk.world.clock.advance(30_000);
    expect(await desk.wake(message)).toEqual({ status: 'routed' });
    expect(desk.world.invites).toHaveLength(1);
  });

  it.each(['list.remove', 'conversations.putAttributes', 'wakeWebhooks.remove', 'records.replace'])(
    'in %s after the invite makes no second task, and reconcile cleans up',
    async (call) => {
      const desk = await parkedDesk();
      const message = await nextMessage(desk);
      if (call === 'records.replace') {
        desk.faults.before('interactions.invite', () => desk.faults.fail(call, 'unavailable'));
      } else desk.faults.fail(call, 'unavailable');
      expect(await desk.wake(message)).toEqual({ status: 'routed' });
      await desk.reconcileLater();
      expect(desk.world.invites).toHaveLength(1);
      expect(leftovers(desk.world)).toEqual({ ...NOTHING, records: ['returning'] });
    },
  );

  it('because the conversation was closed ends the park', async () => {
    const desk = await parkedDesk();
    const message = await nextMessage(desk);
    desk.world.conversation = { state: 'closed', attributes: JSON.stringify(OTHERS_ATTRIBUTES) };
    expect(await desk.wake(message)).toEqual({ status: 'ignored', why: 'conversation-closed' });
    expect(leftovers(desk.world)).toEqual(NOTHING);
  });
});

describe('a message while the park is not confirmed', () => {
  it('is routed when the agent is gone', async () => {
    const desk = openDesk();
    desk.faults.fail('records.replace', 'unavailable');
    await desk.park();
    expect(await desk.wake(await nextMessage(desk))).toEqual({ status: 'routed' });
    expect(desk.world.tasks.get(PARKED_TASK)?.status).toBe('completed');
  });

  it('is left to an agent who is there again, once the dead Function is out of the way', async () => {
    const desk = openDesk();
    desk.faults.fail('records.replace', 'unavailable');
    await desk.park();
    desk.world.participants.push({ sid: sid('MB', 70), identity: BEN.identity });
    const message = await nextMessage(desk);
    desk.world.clock.advance(30_000);
    expect(await desk.wake(message)).toMatchObject({ status: 'ignored' });
    expect(desk.world.invites).toHaveLength(0);
    expect(leftovers(desk.world)).toEqual(NOTHING);
  });
});

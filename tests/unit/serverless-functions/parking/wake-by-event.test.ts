/** @jest-environment node */
import { createWakeLinks } from '../../../../serverless-functions/src/http/wake-links';
import { routeFromFlow } from '../../../../serverless-functions/src/parking/unpark/route-from-flow';
import type { WakeEvent } from '../../../../serverless-functions/src/parking/unpark/wake-by-event';
import { ADA, BEN, sid, SOFIA } from '../support/fixtures';
import { codeOfRefusal } from './fake-ports';
import { accepts, holds, leftovers, newTask, NOTHING, recordOf, SETTINGS, writes } from './fake-world';
import { CONVERSATION, openDesk, type Desk } from './parking-desk';

const NOTE = 'refund approved';
const BY_WORKFLOW = { workflowSid: sid('WW'), taskChannelUniqueName: 'chat', priority: 7 };

async function parkedDesk(settings: Partial<typeof SETTINGS> = {}, hints: Parameters<Desk['park']>[1] = {}) {
  const desk = openDesk();
  desk.world.settings = { ...SETTINGS, wakeLinks: true, ...settings };
  await desk.park(ADA, hints);
  return desk;
}

/** What a back office sends to the link that an agent copied. */
async function eventOf(desk: Desk, changes: Partial<WakeEvent> = {}): Promise<WakeEvent> {
  const { path } = await desk.wakeLink();
  const { parkId = '', token = '' } = Object.fromEntries(new URL(path, 'https://parking.twil.io').searchParams);
  return { conversationSid: CONVERSATION, parkId, token, note: NOTE, ...changes };
}

const cardOf = ({ world }: Desk): unknown => JSON.parse(world.invites.at(-1)?.attributes ?? '{}').parkInteraction;

describe('an event of a back office', () => {
  it('brings the conversation back to the agent who parked, with its note', async () => {
    const desk = await parkedDesk();
    expect(await desk.event(await eventOf(desk))).toEqual({ status: 'woken' });
    expect(desk.world.invites.map(({ routing }) => routing)).toMatchObject([
      { direct: { workerSid: ADA.workerSid }, timeoutSeconds: 60 },
    ]);
    expect(cardOf(desk)).toMatchObject({ event: { note: NOTE }, timesParked: 1 });
  });

  it('may have no note', async () => {
    const desk = await parkedDesk();
    await desk.event(await eventOf(desk, { note: undefined }));
    expect(cardOf(desk)).toMatchObject({ event: {} });
  });

  it('goes by the workflow while the agent who parked is away', async () => {
    const desk = await parkedDesk();
    desk.world.free.delete(ADA.workerSid);
    await desk.event(await eventOf(desk));
    expect(desk.world.invites.map(({ routing }) => routing)).toEqual([BY_WORKFLOW]);
  });

  it('goes where when_due said when it was parked', async () => {
    const desk = await parkedDesk({ whenDue: 'workflow' });
    desk.world.settings = { ...desk.world.settings, whenDue: 'worker' };
    await desk.event(await eventOf(desk));
    expect(desk.world.invites.map(({ routing }) => routing)).toEqual([BY_WORKFLOW]);
  });

  it('is earlier than the time that the agent chose, also where replies wait for it', async () => {
    const backAt = new Date(openDesk().world.clock.nowMs() + 3_600_000).toISOString();
    const desk = await parkedDesk({}, { backAt, replies: 'wait' });
    expect(await desk.event(await eventOf(desk))).toEqual({ status: 'woken' });
    expect(cardOf(desk)).not.toHaveProperty('askedFor');
    accepts(desk.world, newTask(desk.world), ADA);
    await desk.taskEvent('accepted', newTask(desk.world));
    expect(leftovers(desk.world)).toEqual(NOTHING);
  });

  it('makes one task, however often and at however many doors it comes', async () => {
    const desk = await parkedDesk();
    const event = await eventOf(desk);
    const answers = await Promise.all([1, 2, 3].map(() => desk.event(event)));
    expect(answers.map(({ status }) => status).sort()).toEqual(['already-back', 'already-back', 'woken']);
    expect(await desk.event(event)).toEqual({ status: 'already-back' });
    expect(desk.world.invites).toHaveLength(1);
  });

  it('makes one task also when the customer writes at the same moment', async () => {
    const desk = await parkedDesk();
    const event = await eventOf(desk);
    const [message] = writes(desk.world);
    if (!message) throw new Error('no webhook would tell anybody');
    await Promise.all([desk.wake(message), desk.event(event)]);
    expect(desk.world.invites).toHaveLength(1);
  });

  it('finds a link dead once its conversation is with an agent, and leaves the next park alone', async () => {
    const desk = await parkedDesk();
    const event = await eventOf(desk);
    await desk.event(event);
    const taskSid = newTask(desk.world);
    accepts(desk.world, taskSid, ADA);
    await desk.taskEvent('accepted', taskSid);
    expect(await codeOfRefusal(desk.event(event))).toBe('wake-link-expired');
    desk.world.tasks.set(taskSid, { ...(desk.world.tasks.get(taskSid) ?? fail()), queueSid: sid('WQ') });
    await desk.park(ADA, { taskSid });
    const before = recordOf(desk.world);
    expect(before?.state).toBe('parked');
    expect(await codeOfRefusal(desk.event(event))).toBe('wake-link-expired');
    expect(recordOf(desk.world)).toEqual(before);
    expect(desk.world.invites).toHaveLength(1);
  });

  it.each([
    ['a wrong token', { token: 'x'.repeat(43) }],
    ['the token of another park', { parkId: 'id-0' }],
    ['the token of another conversation', { conversationSid: sid('CH', 2) }],
  ])('is refused with %s before anything is asked of Twilio', async (_, changes) => {
    const desk = await parkedDesk();
    const event = await eventOf(desk, changes);
    expect(await codeOfRefusal(desk.event(event))).toBe('wake-link-invalid');
    expect(desk.faults.calls).toEqual([]);
    expect(desk.world.invites).toEqual([]);
  });

  it('is refused while the Functions have no secret, before anything is asked of Twilio', async () => {
    const desk = await parkedDesk();
    const event = await eventOf(desk);
    desk.ports.wakeLinks = createWakeLinks(undefined);
    expect(await codeOfRefusal(desk.event(event))).toBe('wake-links-off');
    expect(desk.faults.calls).toEqual([]);
  });

  it('is served by reconcile when nobody could be invited, and then with its note', async () => {
    const desk = await parkedDesk({ whenDue: 'workflow' });
    desk.faults.fail('interactions.invite', 'unavailable');
    expect(await codeOfRefusal(desk.event(await eventOf(desk)))).toBe('twilio-unavailable');
    expect(recordOf(desk.world)?.state).toBe('parked');
    await desk.reconcileLater(61_000);
    expect(cardOf(desk)).toMatchObject({ event: { note: NOTE } });
  });

  it('is kept while an agent who unparked has not accepted, and served when they do not', async () => {
    const desk = await parkedDesk();
    const event = await eventOf(desk);
    await desk.unpark();
    expect(await desk.event(event)).toEqual({ status: 'noted' });
    expect(await desk.event(event)).toEqual({ status: 'already-back' });
    const taskSid = newTask(desk.world);
    desk.world.tasks.delete(taskSid);
    desk.world.clock.advance(120_000);
    await desk.taskEvent('died', taskSid);
    expect(desk.world.invites.at(-1)?.routing).toEqual(BY_WORKFLOW);
    expect(cardOf(desk)).toMatchObject({ event: { note: NOTE } });
  });

  it('leaves a conversation to the Studio flow that has it, whose agent sees the note', async () => {
    const desk = await parkedDesk({ onCustomerReply: 'studio', studioFlowSid: sid('FW') });
    const event = await eventOf(desk);
    const [message] = writes(desk.world);
    if (!message) throw new Error('no webhook would tell anybody');
    await desk.wake(message);
    expect(await desk.event(event)).toEqual({ status: 'noted' });
    expect(desk.world.invites).toEqual([]);
    await routeFromFlow(desk.ports, CONVERSATION);
    expect(cardOf(desk)).toMatchObject({ event: { note: NOTE } });
  });

  it('is told when the conversation is closed', async () => {
    const desk = await parkedDesk({ whenDue: 'workflow' });
    const event = await eventOf(desk);
    if (desk.world.conversation) desk.world.conversation.state = 'closed';
    expect(await codeOfRefusal(desk.event(event))).toBe('conversation-closed');
    expect(await codeOfRefusal(desk.event(event))).toBe('wake-link-expired');
  });

  it('touches no record that cannot be read', async () => {
    const desk = await parkedDesk();
    const event = await eventOf(desk);
    holds(desk.world, { v: 99 });
    expect(await codeOfRefusal(desk.event(event))).toBe('record-unreadable');
  });
});

describe('the wake link of a parked conversation', () => {
  it('is for who parked it, and for supervisors', async () => {
    const desk = await parkedDesk();
    expect(await desk.wakeLink(ADA)).toEqual(await desk.wakeLink(SOFIA));
    expect(await codeOfRefusal(desk.wakeLink(BEN))).toBe('not-your-park');
  });

  it('is not given while the Functions have no secret', async () => {
    const desk = await parkedDesk();
    desk.ports.wakeLinks = createWakeLinks(undefined);
    expect(await codeOfRefusal(desk.wakeLink())).toBe('wake-links-off');
  });

  it('is not given while the setting is off, and nothing in the record says that there could be one', async () => {
    const desk = await parkedDesk({ wakeLinks: false });
    expect(await codeOfRefusal(desk.wakeLink())).toBe('wake-links-off');
    expect(recordOf(desk.world)?.park).not.toHaveProperty('eventRoute');
  });

  it('works also for what was parked before the setting was on: by the workflow', async () => {
    const desk = await parkedDesk({ wakeLinks: false });
    desk.world.settings = { ...desk.world.settings, wakeLinks: true };
    expect(await desk.event(await eventOf(desk))).toEqual({ status: 'woken' });
    expect(desk.world.invites.map(({ routing }) => routing)).toEqual([BY_WORKFLOW]);
  });

  it('is not given for what is not parked any more', async () => {
    const desk = await parkedDesk();
    await desk.event(await eventOf(desk));
    expect(await codeOfRefusal(desk.wakeLink())).toBe('not-parked');
  });

  it('is not given for a record that cannot be read', async () => {
    const desk = await parkedDesk();
    holds(desk.world, { v: 99 });
    expect(await codeOfRefusal(desk.wakeLink())).toBe('record-unreadable');
  });
});

function fail(): never {
  throw new Error('there is no such task');
}

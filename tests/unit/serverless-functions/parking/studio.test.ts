/** @jest-environment node */
import { routeFromFlow } from '../../../../serverless-functions/src/parking/unpark/route-from-flow';
import { ADA, sid } from '../support/fixtures';
import { codeOfRefusal } from './fake-ports';
import { accepts, leftovers, newTask, NOTHING, recordOf, SETTINGS, writes } from './fake-world';
import { CONVERSATION, openDesk, type Desk } from './parking-desk';

const FLOW = sid('FW');
const BY_WORKFLOW = { workflowSid: sid('WW'), taskChannelUniqueName: 'chat', priority: 7 };
const TIMEOUT_MS = 10 * 60_000;

async function parkedDesk() {
  const desk = openDesk();
  desk.world.settings = { ...SETTINGS, onCustomerReply: 'studio', studioFlowSid: FLOW };
  await desk.park();
  return desk;
}

async function reply(desk: Desk) {
  const [message] = writes(desk.world);
  if (!message) throw new Error('no webhook would tell anybody');
  return desk.wake(message);
}

const fromFlow = ({ ports }: Desk) => routeFromFlow(ports, CONVERSATION);

describe('a reply that goes into a Studio flow', () => {
  it('attaches the flow; the conversation stays parked with its wake path and its row', async () => {
    const desk = await parkedDesk();
    expect(await reply(desk)).toEqual({ status: 'handed-over' });
    expect(desk.world.flows).toEqual([FLOW]);
    expect(desk.world.invites).toEqual([]);
    expect(desk.world.webhooks.size).toBe(1);
    expect(desk.world.rows.size).toBe(1);
    expect(recordOf(desk.world)?.state).toBe('parked');
  });

  it('is the flow’s: further messages attach and route nothing', async () => {
    const desk = await parkedDesk();
    await reply(desk);
    expect(await reply(desk)).toEqual({ status: 'ignored', why: 'served' });
    expect(await desk.reconcileLater(61_000)).toMatchObject({ repairs: [] });
    expect(desk.world.flows).toEqual([FLOW]);
    expect(desk.world.invites).toEqual([]);
  });

  it('keeps its wake path meanwhile, whoever takes it away', async () => {
    const desk = await parkedDesk();
    await reply(desk);
    desk.world.webhooks.clear();
    await desk.reconcileLater(61_000);
    expect(desk.world.webhooks.size).toBe(1);
  });

  it('goes by the workflow when the flow asks for an agent, once, and the flow is taken off', async () => {
    const desk = await parkedDesk();
    await reply(desk);
    expect(await fromFlow(desk)).toEqual({ status: 'routed' });
    expect(await fromFlow(desk)).toEqual({ status: 'ignored', why: 'nothing-parked' });
    expect(desk.world.invites.map(({ routing }) => routing)).toEqual([BY_WORKFLOW]);
    expect(desk.world.flows).toEqual([]);
    accepts(desk.world, newTask(desk.world), ADA);
    await desk.taskEvent('accepted', newTask(desk.world));
    expect(leftovers(desk.world)).toEqual(NOTHING);
  });

  it('is no flow’s any more after the next park: a late call of it is ignored', async () => {
    const desk = await parkedDesk();
    expect(await fromFlow(desk)).toEqual({ status: 'ignored', why: 'not-with-a-flow' });
    expect(desk.world.invites).toEqual([]);
  });

  it('stays with the flow when an agent’s unpark is refused', async () => {
    const desk = await parkedDesk();
    await reply(desk);
    desk.faults.fail('interactions.invite', 'refused');
    await codeOfRefusal(desk.unpark());
    expect(recordOf(desk.world)).toMatchObject({ state: 'parked', flow: { untilMs: expect.any(Number) } });
    expect(await reply(desk)).toEqual({ status: 'ignored', why: 'served' });
    expect(await fromFlow(desk)).toEqual({ status: 'routed' });
  });

  it.each(['the next message', 'reconcile'])('goes by the workflow when the flow never asks: %s', async (by) => {
    const desk = await parkedDesk();
    await reply(desk);
    desk.world.clock.advance(TIMEOUT_MS);
    if (by === 'reconcile') await desk.reconcileLater();
    else await reply(desk);
    expect(desk.world.invites.map(({ routing }) => routing)).toEqual([BY_WORKFLOW]);
    expect(desk.world.flows).toEqual([]);
  });

  it.each(['refused', 'not-found', 'unavailable'] as const)(
    'goes by the workflow at once when the flow cannot be attached (%s)',
    async (fault) => {
      const desk = await parkedDesk();
      desk.faults.fail('flows.attach', fault);
      expect(await reply(desk)).toEqual({ status: 'routed' });
      expect(desk.world.invites).toHaveLength(1);
    },
  );

  it('is not lost when the answer was: the claim is taken over', async () => {
    const desk = await parkedDesk();
    desk.faults.fail('flows.attach', 'lost-answer');
    expect(await codeOfRefusal(reply(desk))).toBe('unpark-unconfirmed');
    await desk.reconcileLater();
    expect(recordOf(desk.world)).toMatchObject({ state: 'parked', flow: {} });
    await fromFlow(desk);
    expect(desk.world.flows).toEqual([]);
    expect(desk.world.invites).toHaveLength(1);
  });

  it('waits for the Function that hands it over when the flow is quicker', async () => {
    const desk = await parkedDesk();
    const answers: Promise<unknown>[] = [];
    const startedMs = desk.world.clock.nowMs();
    desk.faults.before('flows.attach', () => void answers.push(fromFlow(desk)));
    await reply(desk);
    expect(await Promise.all(answers)).toEqual([{ status: 'routed' }]);
    expect(desk.world.clock.nowMs()).toBeGreaterThan(startedMs);
    expect(desk.world.invites).toHaveLength(1);
  });

  it('can be taken out of the flow by the agent', async () => {
    const desk = await parkedDesk();
    await reply(desk);
    expect(await desk.unpark()).toMatchObject({ status: 'unparked' });
    expect(desk.world.flows).toEqual([]);
    expect(await fromFlow(desk)).toMatchObject({ status: 'ignored' });
  });

  it('and one that was never parked is ignored', async () => {
    expect(await fromFlow(openDesk())).toEqual({ status: 'ignored', why: 'nothing-parked' });
  });
});

/** @jest-environment node */
import { unpark } from '../../../../serverless-functions/src/parking/unpark/unpark';
import { ADA, BEN, sid, SOFIA } from '../support/fixtures';
import { codeOfRefusal } from './fake-ports';
import { accepts, leftovers, newTask, NOTHING, recordOf, writes } from './fake-world';
import { CONVERSATION, openDesk } from './parking-desk';

const BEN_CHOSEN = { routeTo: 'worker', workerSid: BEN.workerSid } as const;
const SALES = sid('WQ', 9);
const SALES_CHOSEN = { routeTo: 'queue', queueSid: SALES } as const;

async function parkedDesk() {
  const desk = openDesk();
  desk.world.queues.set(sid('WK', 8), [SALES]);
  await desk.park();
  return desk;
}

describe('handing over to an agent', () => {
  it('rings there, as long as for an agent who unparks, and is over when they accept', async () => {
    const desk = await parkedDesk();
    expect(await desk.unpark(SOFIA, BEN_CHOSEN)).toMatchObject({ status: 'unparked' });
    expect(desk.world.invites.map(({ routing }) => routing)).toMatchObject([
      { direct: { queueSid: sid('WQ'), workerSid: BEN.workerSid }, timeoutSeconds: 120 },
    ]);
    accepts(desk.world, newTask(desk.world), BEN);
    await desk.taskEvent('accepted', newTask(desk.world));
    expect(leftovers(desk.world)).toEqual(NOTHING);
  });

  it('who is not in the parked queue goes through a queue of theirs', async () => {
    const desk = await parkedDesk();
    desk.world.queues.set(BEN.workerSid, [SALES]);
    await desk.unpark(SOFIA, BEN_CHOSEN);
    expect(desk.world.invites[0]?.routing.direct).toEqual({ queueSid: SALES, workerSid: BEN.workerSid });
  });

  it('who cannot take it now is refused at once, and it stays parked', async () => {
    const desk = await parkedDesk();
    desk.world.free.delete(BEN.workerSid);
    expect(await codeOfRefusal(desk.unpark(SOFIA, BEN_CHOSEN))).toBe('agent-not-available');
    expect(leftovers(desk.world)).toMatchObject({ records: ['parked'] });
    expect(desk.world.invites).toHaveLength(0);
  });

  it('who has no room on the channel of this conversation is refused', async () => {
    const desk = await parkedDesk();
    const freeChannels = async () => ['voice', 'sms'];
    const ports = { ...desk.ports, workers: { ...desk.ports.workers, freeChannels } };
    const request = { conversationSid: CONVERSATION, ...BEN_CHOSEN };
    expect(await codeOfRefusal(unpark(ports, request, Promise.resolve(SOFIA)))).toBe('agent-not-available');
  });

  it('twice answers that it is back already, although it takes the last room that they had', async () => {
    const desk = await parkedDesk();
    await desk.unpark(SOFIA, BEN_CHOSEN);
    desk.world.free.delete(BEN.workerSid);
    const taskSid = newTask(desk.world);
    expect(await desk.unpark(SOFIA, BEN_CHOSEN)).toMatchObject({ status: 'already-unparked', taskSid });
    expect(desk.world.invites).toHaveLength(1);
  });

  it.each([
    ['leaves it parked', false],
    ['sends a reply that came meanwhile by the workflow', true],
  ])('who declines %s', async (_, isReplied) => {
    const desk = await parkedDesk();
    await desk.unpark(SOFIA, BEN_CHOSEN);
    const declined = newTask(desk.world);
    if (isReplied) writes(desk.world);
    desk.world.tasks.delete(declined);
    await desk.taskEvent('died', declined);
    expect(recordOf(desk.world)?.state).toBe(isReplied ? 'returning' : 'parked');
    expect(desk.world.invites.slice(1).map(({ routing }) => routing.direct)).toEqual(isReplied ? [undefined] : []);
  });

  it('is not tried when nobody can say whether they are there', async () => {
    const desk = await parkedDesk();
    desk.faults.fail('workers.freeChannels', 'unavailable');
    expect(await codeOfRefusal(desk.unpark(SOFIA, BEN_CHOSEN))).toBe('twilio-unavailable');
    expect(leftovers(desk.world)).toMatchObject({ records: ['parked'] });
  });
});

describe('handing over to a queue', () => {
  it('goes straight there, and leaves no webhook', async () => {
    const desk = await parkedDesk();
    expect(await desk.unpark(SOFIA, SALES_CHOSEN)).toMatchObject({ status: 'unparked' });
    expect(desk.world.invites.map(({ routing }) => routing)).toMatchObject([{ queueSid: SALES }]);
    expect(leftovers(desk.world)).toEqual({ ...NOTHING, records: ['returning'] });
  });

  it('that does not exist is refused, and it stays parked', async () => {
    const desk = await parkedDesk();
    const gone = { routeTo: 'queue', queueSid: sid('WQ', 77) } as const;
    expect(await codeOfRefusal(desk.unpark(SOFIA, gone))).toBe('queue-not-found');
    expect(leftovers(desk.world)).toMatchObject({ records: ['parked'] });
  });

  it('which Twilio refuses leaves it parked as it was, for it still goes by its workflow', async () => {
    const desk = await parkedDesk();
    desk.faults.fail('interactions.invite', 'refused');
    expect(await codeOfRefusal(desk.unpark(SOFIA, SALES_CHOSEN))).toBe('routing-refused');
    expect(recordOf(desk.world)).toMatchObject({ state: 'parked' });
    expect(recordOf(desk.world)).not.toHaveProperty('problem');
  });
});

describe('handing over', () => {
  it.each([BEN_CHOSEN, SALES_CHOSEN])('is for supervisors and admins only: %j', async (destination) => {
    const desk = await parkedDesk();
    expect(await codeOfRefusal(desk.unpark(ADA, destination))).toBe('not-permitted');
    expect(await codeOfRefusal(desk.unpark(BEN, destination))).toBe('not-permitted');
    expect(leftovers(desk.world)).toMatchObject({ records: ['parked'] });
    expect(await desk.unpark({ ...BEN, roles: ['admin'] }, destination)).toMatchObject({ status: 'unparked' });
  });

  it('asks about nobody for those whom nobody chose', async () => {
    const desk = await parkedDesk();
    await desk.unpark(SOFIA, 'original');
    expect(desk.faults.calls).not.toEqual(expect.arrayContaining(['workers.freeChannels']));
    expect(desk.faults.calls).not.toEqual(expect.arrayContaining(['workflows.hasQueue']));
  });
});

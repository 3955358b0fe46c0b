/** @jest-environment node */
import { ADA, BEN, sid, SOFIA } from '../support/fixtures';
import { codeOfRefusal } from './fake-ports';
import { holds, leftovers, newTask, NOTHING, OTHERS_ATTRIBUTES, recordOf, writes } from './fake-world';
import { CONVERSATION, openDesk, type Desk } from './parking-desk';

async function parkedDesk() {
  const desk = openDesk();
  await desk.park();
  return desk;
}

const directTo = ({ workerSid }: { workerSid: string }) => ({ direct: { queueSid: sid('WQ'), workerSid } });

describe('unparking from the list', () => {
  it('routes straight to the agent, and takes the row and the mark away', async () => {
    const desk = await parkedDesk();
    const answer = await desk.unpark();
    expect(answer).toEqual({ status: 'unparked', conversationSid: CONVERSATION, taskSid: newTask(desk.world) });
    expect(desk.world.invites[0]?.routing).toMatchObject({ workflowSid: sid('WW'), ...directTo(ADA) });
    expect(leftovers(desk.world)).toMatchObject({ records: ['returning'], rows: [], attributes: OTHERS_ATTRIBUTES });
  });

  it('keeps the webhook until somebody accepted, for they may decline', async () => {
    const desk = await parkedDesk();
    await desk.unpark();
    expect(desk.world.webhooks.size).toBe(1);
  });

  it('gives a supervisor what another parked: themselves, the workflow or the agent who parked', async () => {
    const routings = [];
    for (const routeTo of ['me', 'workflow', 'original'] as const) {
      const desk = await parkedDesk();
      await desk.unpark(SOFIA, routeTo);
      routings.push(desk.world.invites[0]?.routing.direct?.workerSid);
    }
    expect(routings).toEqual([SOFIA.workerSid, undefined, ADA.workerSid]);
  });

  it('that is refused serves the customer who wrote meanwhile, and was told that it is on its way', async () => {
    const desk = await parkedDesk();
    desk.faults.fail('interactions.invite', 'refused');
    desk.faults.before('interactions.invite', () => writes(desk.world));
    expect(await desk.unpark()).toMatchObject({ status: 'already-unparked', taskSid: newTask(desk.world) });
    expect(desk.world.invites.map(({ routing }) => routing.direct)).toEqual([undefined]);
  });

  it('is not for other agents', async () => {
    const desk = await parkedDesk();
    expect(await codeOfRefusal(desk.unpark(BEN))).toBe('not-your-park');
    expect(desk.world.invites).toHaveLength(0);
  });

  it.each(['workflow', 'original'] as const)('to “%s” is for supervisors and admins only', async (routeTo) => {
    const desk = await parkedDesk();
    expect(await codeOfRefusal(desk.unpark(ADA, routeTo))).toBe('not-permitted');
    expect(leftovers(desk.world).records).toEqual(['parked']);
    const admin = { ...BEN, roles: ['admin'] };
    expect(await desk.unpark(admin, routeTo)).toMatchObject({ status: 'unparked' });
  });

  it('finds nothing when the conversation is not parked', async () => {
    expect(await codeOfRefusal(openDesk().unpark())).toBe('not-parked');
  });

  it('is busy while the park is under way', async () => {
    const desk = openDesk();
    const refusals: string[] = [];
    desk.faults.before('interactions.release', async () => {
      refusals.push(await codeOfRefusal(desk.unpark()));
    });
    expect(await desk.park()).toMatchObject({ status: 'parked' });
    expect(refusals).toEqual(['busy']);
  });

  it('twice answers that it is back already, with the task', async () => {
    const desk = await parkedDesk();
    await desk.unpark();
    const taskSid = newTask(desk.world);
    const answer = { status: 'already-unparked', conversationSid: CONVERSATION, taskSid };
    expect(await desk.unpark()).toEqual(answer);
    expect(desk.world.invites).toHaveLength(1);
  });

  it('of a conversation whose new task died routes it again', async () => {
    const desk = await parkedDesk();
    await desk.unpark();
    desk.world.tasks.delete(newTask(desk.world));
    desk.world.clock.advance(30_000);
    expect(await desk.unpark()).toMatchObject({ status: 'unparked' });
    expect(desk.world.invites).toHaveLength(2);
  });

  it('at the same moment as the customer writes makes one task', async () => {
    const desk = await parkedDesk();
    const [message] = writes(desk.world);
    if (!message) throw new Error('no webhook');
    const [unparked] = await Promise.all([desk.unpark(), desk.wake(message)]);
    expect(desk.world.invites).toHaveLength(1);
    expect(unparked).toMatchObject({ taskSid: newTask(desk.world) });
  });
});

describe('unparking a closed conversation', () => {
  it.each([
    ['closed', 'conversation-closed'],
    ['deleted', 'conversation-not-found'],
  ])('(%s) says so and takes the row away', async (how, code) => {
    const desk = await parkedDesk();
    const attributes = JSON.stringify(OTHERS_ATTRIBUTES);
    desk.world.conversation = how === 'closed' ? { state: 'closed', attributes } : undefined;
    expect(await codeOfRefusal(desk.unpark())).toBe(code);
    expect(leftovers(desk.world)).toMatchObject({ records: [], webhooks: [], rows: [] });
    expect(desk.world.invites).toHaveLength(0);
  });

  it('of another agent touches nothing', async () => {
    const desk = await parkedDesk();
    desk.world.conversation = { state: 'closed', attributes: '{}' };
    expect(await codeOfRefusal(desk.unpark(BEN))).toBe('not-your-park');
    expect(leftovers(desk.world)).toMatchObject({ records: ['parked'] });
  });

  it('that closed a moment ago, before the invite, says so too', async () => {
    const desk = await parkedDesk();
    desk.faults.before('interactions.invite', () => {
      desk.world.conversation = { state: 'closed', attributes: JSON.stringify(OTHERS_ATTRIBUTES) };
    });
    desk.faults.before('records.replace', () => {
      desk.world.conversation = { state: 'closed', attributes: JSON.stringify(OTHERS_ATTRIBUTES) };
    });
    expect(await codeOfRefusal(desk.unpark())).toBe('conversation-closed');
    expect(leftovers(desk.world)).toEqual(NOTHING);
  });

  it('is not assumed when the conversation cannot be read', async () => {
    const desk = await parkedDesk();
    desk.faults.fail('conversations.fetch', 'unavailable');
    expect(await desk.unpark()).toMatchObject({ status: 'unparked' });
  });
});

/** Another invocation has claimed the record a moment ago. */
function claimedByAnother({ world }: Desk) {
  const before = recordOf(world);
  if (!before) throw new Error('nothing is parked');
  const { park, traces } = before;
  const why = { cause: 'customer-wrote', target: { to: 'workflow' } } as const;
  holds(world, { state: 'unparking', park, traces, claimedAtMs: world.clock.nowMs(), claimId: 'another', ...why });
  return { before, returning: { state: 'returning', park, traces, ...why } };
}

/** While an invocation waits, the other one writes this record. */
function meanwhile({ world }: Desk, record: object): void {
  const { clock } = world;
  const { sleep } = clock;
  clock.sleep = async (delayMs) => {
    await sleep(delayMs);
    holds(world, record);
  };
}

describe('unparking while another claim is at work', () => {
  it('answers what the other one did', async () => {
    const desk = await parkedDesk();
    const { returning } = claimedByAnother(desk);
    const taskSid = sid('WT', 77);
    meanwhile(desk, { ...returning, taskSid, sinceMs: desk.world.clock.nowMs() });
    expect(await desk.unpark()).toEqual({ status: 'already-unparked', conversationSid: CONVERSATION, taskSid });
    expect(desk.world.invites).toHaveLength(0);
  });

  it('tries itself when the other one failed', async () => {
    const desk = await parkedDesk();
    meanwhile(desk, claimedByAnother(desk).before);
    expect(await desk.unpark()).toMatchObject({ status: 'unparked' });
    expect(desk.world.invites).toHaveLength(1);
  });

  it('gives up after five seconds', async () => {
    const desk = await parkedDesk();
    claimedByAnother(desk);
    const startMs = desk.world.clock.nowMs();
    expect(await codeOfRefusal(desk.unpark())).toBe('busy');
    expect(desk.world.clock.nowMs() - startMs).toBe(5_000);
    expect(desk.world.invites).toHaveLength(0);
  });

  it('takes over from one that died', async () => {
    const desk = await parkedDesk();
    claimedByAnother(desk);
    desk.world.clock.advance(30_000);
    expect(await desk.unpark()).toMatchObject({ status: 'unparked' });
    expect(desk.world.invites).toHaveLength(1);
  });
});

describe('a failure while unparking', () => {
  it.each([
    ['unavailable', 'twilio-unavailable'],
    ['not-found', 'channel-gone'],
    ['refused', 'routing-refused'],
    ['lost-request', 'unpark-unconfirmed'],
  ] as const)('(%s) is told as %s, and the conversation can still be woken', async (fault, code) => {
    const desk = await parkedDesk();
    desk.faults.fail('interactions.invite', fault);
    expect(await codeOfRefusal(desk.unpark())).toBe(code);
    expect(desk.world.webhooks.size).toBe(1);
    expect(recordOf(desk.world)?.state).toBe(fault === 'lost-request' ? 'unparking' : 'parked');
  });
});

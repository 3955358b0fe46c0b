/** @jest-environment node */
import { ParkingError } from '../../../../serverless-functions/src/parking/errors';
import { park } from '../../../../serverless-functions/src/parking/park/park';
import { BEN, PARKED_TASK, sid, SOFIA, TASK_ATTRIBUTES } from '../support/fixtures';
import { codeOfRefusal } from './fake-ports';
import { leftovers, NOTHING, OTHERS_ATTRIBUTES, recordOf, SETTINGS, writes } from './fake-world';
import { CONVERSATION, openDesk } from './parking-desk';

const parked = {
  status: 'parked',
  conversationSid: CONVERSATION,
  listItem: { mapSid: sid('MP'), mapItemKey: CONVERSATION },
};

describe('parking', () => {
  it('frees the agent, keeps the conversation, and leaves a record, a webhook, a row and its mark', async () => {
    const { world, ...desk } = openDesk();
    expect(await desk.park()).toEqual(parked);
    expect(world.tasks.get(PARKED_TASK)?.status).toBe('completed');
    expect(world.conversation?.state).toBe('active');
    const record = recordOf(world);
    expect(record).toMatchObject({ state: 'parked', traces: { webhookSid: [...world.webhooks.keys()][0] } });
    const parkId = record?.park.parkId;
    const attributes = { ...OTHERS_ATTRIBUTES, mapSid: sid('MP'), mapItemKey: CONVERSATION };
    expect(leftovers(world)).toEqual({ records: ['parked'], webhooks: [parkId], rows: [parkId], attributes });
  });

  it('leaves no row and no mark without the list', async () => {
    const { world, ...desk } = openDesk();
    world.settings = { ...SETTINGS, enabled: true, showList: false };
    expect(await desk.park()).toEqual({ status: 'parked', conversationSid: CONVERSATION });
    expect(leftovers(world)).toMatchObject({ records: ['parked'], rows: [], attributes: OTHERS_ATTRIBUTES });
    expect(desk.faults.calls).not.toContain('conversations.putAttributes');
  });

  it.each([
    ['web', 86_400],
    ['sms', 0],
  ])('gives the row of %s a life of %d seconds', async (channelType, ttlSeconds) => {
    const { world, ...desk } = openDesk();
    const task = world.tasks.get(PARKED_TASK);
    const attributes = JSON.stringify({ ...TASK_ATTRIBUTES, channelType });
    if (task) world.tasks.set(PARKED_TASK, { ...task, attributes });
    await desk.park();
    expect([...world.rows.values()].map((row) => row.ttlSeconds)).toEqual([ttlSeconds]);
  });

  it('leaves attributes alone that are no object, and parks all the same', async () => {
    const { world, ...desk } = openDesk();
    world.conversation = { state: 'active', attributes: '[1]' };
    expect(await desk.park()).toMatchObject({ status: 'parked' });
    expect(world.conversation.attributes).toBe('[1]');
  });

  it('merges into the attributes as they are at the last moment', async () => {
    const { world, faults, ...desk } = openDesk();
    faults.before('wakeWebhooks.create', () => {
      world.conversation = { state: 'active', attributes: '{"late":true}' };
    });
    await desk.park();
    expect(leftovers(world).attributes).toMatchObject({ late: true, mapItemKey: CONVERSATION });
  });

  it('logs no message, address or name of the customer', async () => {
    const { world, ...desk } = openDesk();
    await desk.park();
    expect(world.log.length).toBeGreaterThanOrEqual(3);
    expect(world.log.join()).not.toMatch(/grace/i);
  });
});

describe('a conversation that cannot be looked at', () => {
  it('is parked all the same, without its mark, which reconcile makes good', async () => {
    const { world, faults, ...desk } = openDesk();
    faults.fail('conversations.fetch', 'unavailable');
    expect(await desk.park()).toEqual(parked);
    expect(leftovers(world).attributes).toEqual(OTHERS_ATTRIBUTES);
    await desk.reconcileLater();
    expect(leftovers(world).attributes).toMatchObject({ mapItemKey: CONVERSATION });
  });

  it.each([
    ['is gone', undefined, 'conversation-not-found'],
    ['is closed', { state: 'closed', attributes: '{"crmId":"42"}' }, 'conversation-closed'],
  ] as const)('because it %s is not parked, and nothing is left behind', async (_, conversation, code) => {
    const { world, ...desk } = openDesk();
    world.conversation = conversation;
    expect(await codeOfRefusal(desk.park())).toBe(code);
    expect(leftovers(world)).toMatchObject({ records: [], webhooks: [], rows: [] });
    expect(world.tasks.get(PARKED_TASK)?.status).toBe('assigned');
  });

  it('because it is inactive is one that the customer can still wake', async () => {
    const { world, ...desk } = openDesk();
    world.conversation = { state: 'inactive', attributes: '{}' };
    expect(await desk.park()).toMatchObject({ status: 'parked' });
  });
});

describe('parking is refused', () => {
  it('while it is switched off', async () => {
    const { world, ...desk } = openDesk();
    world.settings = { ...SETTINGS, enabled: false, showList: true };
    expect(await codeOfRefusal(desk.park())).toBe('parking-disabled');
    expect(leftovers(world)).toEqual(NOTHING);
  });

  it('to anybody but the agent of the task, supervisors too', async () => {
    const { world, ...desk } = openDesk();
    expect(await codeOfRefusal(desk.park(BEN))).toBe('not-your-task');
    expect(await codeOfRefusal(desk.park(SOFIA))).toBe('not-your-task');
    expect(leftovers(world)).toEqual(NOTHING);
  });

  it('while another Flex user is in the conversation, whom only the workers explain', async () => {
    const { world, ...desk } = openDesk();
    world.participants.push({ sid: sid('MB', 7), identity: 'ben' });
    expect(await codeOfRefusal(desk.park())).toBe('other-participants');
    expect(leftovers(world)).toEqual(NOTHING);
  });

  it('when the token is not valid, before anything is written', async () => {
    const { world, ports, faults } = openDesk();
    const channel = { interactionSid: sid('KD'), channelSid: sid('UO'), conversationSid: CONVERSATION };
    const request = { taskSid: PARKED_TASK, lastSeenMessageIndex: 3, ...channel };
    const verifying = Promise.reject(new ParkingError('token-invalid'));
    faults.fail('tasks.fetch', 'unavailable');
    expect(await codeOfRefusal(park(ports, request, verifying))).toBe('token-invalid');
    expect(leftovers(world)).toEqual(NOTHING);
    expect(world.tasks.get(PARKED_TASK)?.status).toBe('assigned');
  });

  it.each([
    'tasks.fetch',
    'interactions.participants',
    'conversations.participants',
    'conversations.newestMessages',
    'records.read',
  ])('while %s cannot be read', async (call) => {
    const { world, faults, ...desk } = openDesk();
    faults.fail(call, 'unavailable');
    expect(await codeOfRefusal(desk.park())).toBe('twilio-unavailable');
    expect(leftovers(world)).toEqual(NOTHING);
  });
});

const unseen = { status: 'returned', conversationSid: CONVERSATION };

describe('a customer who writes while the agent parks', () => {
  it('is served at once: noted before the agent is gone, routed right after', async () => {
    const { world, faults, ...desk } = openDesk();
    faults.before('interactions.release', async () => {
      for (const message of writes(world)) expect(await desk.wake(message)).toEqual({ status: 'noted' });
    });
    expect(await desk.park()).toEqual(unseen);
    expect(world.invites).toHaveLength(1);
    expect(recordOf(world)).toMatchObject({ state: 'returning', cause: 'customer-wrote' });
  });

  it('is found among the newest messages when no webhook was there to tell', async () => {
    const { world, faults, ...desk } = openDesk();
    faults.before('records.create', () => writes(world));
    expect(await desk.park()).toEqual(unseen);
    expect(world.invites).toHaveLength(1);
    expect(leftovers(world)).toMatchObject({ records: ['returning'], webhooks: [], rows: [] });
  });

  it('is not missed when the agent had not seen the last message yet', async () => {
    const { world, ...desk } = openDesk();
    expect(await desk.park(undefined, { lastSeenMessageIndex: 2 })).toEqual(unseen);
    expect(world.invites).toHaveLength(1);
  });

  it('is routed when more is unseen than one page shows', async () => {
    const { world, ...desk } = openDesk();
    for (let count = 0; count < 40; count += 1) writes(world, { author: 'system' });
    expect(await desk.park(undefined, { lastSeenMessageIndex: 3 })).toEqual(unseen);
    expect(world.invites).toHaveLength(1);
  });

  it('is not seen in what bots and agents wrote', async () => {
    const { world, ...desk } = openDesk();
    writes(world, { author: 'system' });
    writes(world, { author: 'ada', participantSid: sid('MB', 8) });
    expect(await desk.park()).toEqual(parked);
    expect(world.invites).toHaveLength(0);
  });
});

describe('pressing Park again', () => {
  it('gives the same answer and changes nothing', async () => {
    const { world, ...desk } = openDesk();
    await desk.park();
    const after = leftovers(world);
    expect(await desk.park()).toEqual(parked);
    expect(leftovers(world)).toEqual(after);
  });

  it('says returned when the customer was faster', async () => {
    const { world, ...desk } = openDesk();
    await desk.park();
    for (const message of writes(world)) await desk.wake(message);
    expect(await desk.park()).toEqual(unseen);
    expect(world.invites).toHaveLength(1);
  });

  it('at the same moment makes one park, with one webhook and one row', async () => {
    const { world, ...desk } = openDesk();
    const outcomes = await Promise.allSettled([desk.park(), desk.park()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await desk.reconcileLater();
    const parkId = recordOf(world)?.park.parkId;
    const attributes = { ...OTHERS_ATTRIBUTES, mapSid: sid('MP'), mapItemKey: CONVERSATION };
    expect(leftovers(world)).toEqual({ records: ['parked'], webhooks: [parkId], rows: [parkId], attributes });
    expect(world.invites).toHaveLength(0);
  });
});

/** @jest-environment node */
import { customers, type Served } from './support/contact-centre';
import { openDesk, WARM_UP_MS, warmUp, type Desk } from './support/desk';
import { it } from './support/either-way';
import { fillTask, type Filling } from './support/fill-task';
import { stateOf } from './support/world-state';

const TASK_ATTRIBUTES_MAX_CHARS = 4096;
const CONVERSATION_ATTRIBUTES_MAX_BYTES = 16 * 1024;

beforeAll(warmUp, WARM_UP_MS);

async function openServed(): Promise<{ desk: Desk; served: Served }> {
  const desk = openDesk();
  desk.available('ada');
  return { desk, served: await desk.serve('ada', customers.whatsapp) };
}

const sizes = [3900, 3950, 4000, 4030, 4050, 4080, 4095, TASK_ATTRIBUTES_MAX_CHARS];
const fillings: Filling[] = [
  ...sizes.map((chars) => ({ chars, fill: 'x' })),
  ...sizes.map((chars) => ({ chars, fill: '漢' })),
];

describe('task attributes near the 4096 characters of TaskRouter', () => {
  it.each(fillings)(
    'of $chars characters ($fill) come back whole, or are refused before anything happened',
    async (filling) => {
      const { desk, served } = await openServed();
      const { flexChannelInviteSid: _invite, ...own } = fillTask(desk, served.taskSid, filling);
      await desk.settled();
      const before = stateOf(desk.world);

      const { status, body } = await desk.park('ada', served, { note: '漢'.repeat(500) });

      if (status !== 200) {
        expect(body).toMatchObject({ code: 'attributes-too-large' });
        expect(stateOf(desk.world)).toEqual(before);
        return;
      }
      await desk.writes(customers.whatsapp);
      const back = await desk.accept('ada');
      expect(desk.attributesOf(back.taskSid)).toMatchObject(own);
      expect(desk.record(served.conversationSid)).toBeUndefined();
    },
  );

  it('are not refused while Flex’s own key has its room', async () => {
    const { desk, served } = await openServed();
    fillTask(desk, served.taskSid, { chars: TASK_ATTRIBUTES_MAX_CHARS, fill: 'x' });
    expect((await desk.park('ada', served)).body).toMatchObject({ status: 'parked' });
  });

  it('survive being parked again and again: nothing adds up', async () => {
    const { desk, served } = await openServed();
    fillTask(desk, served.taskSid, { chars: 4000, fill: 'x' });
    let current = served;
    for (let round = 0; round < 3; round += 1) {
      expect((await desk.park('ada', current)).body).toMatchObject({ status: 'parked' });
      await desk.writes(customers.whatsapp);
      current = await desk.accept('ada');
    }
    expect(desk.attributesOf(current.taskSid).crm).toEqual(desk.attributesOf(served.taskSid).crm);
  });
});

describe('conversation attributes near their 16 KiB', () => {
  const bytes = [
    16_000,
    16_200,
    16_280,
    16_300,
    16_320,
    CONVERSATION_ATTRIBUTES_MAX_BYTES - 1,
    CONVERSATION_ATTRIBUTES_MAX_BYTES,
  ];

  it.each(bytes)('of %i bytes park, come back, and are as they were', async (size) => {
    const { desk, served } = await openServed();
    const own = JSON.parse(desk.conversation(served.conversationSid).attributes);
    const room = size - JSON.stringify({ ...own, crm: '' }).length;
    const full = JSON.stringify({ ...own, crm: 'x'.repeat(room) });
    desk.world.conversations.update(served.conversationSid, { attributes: full });

    expect((await desk.park('ada', served)).body).toMatchObject({ status: 'parked' });
    expect(JSON.parse(desk.conversation(served.conversationSid).attributes)).toMatchObject(JSON.parse(full));
    expect(desk.row('ada', served.conversationSid)).toBeDefined();

    await desk.writes(customers.whatsapp);
    await desk.accept('ada');
    expect(desk.conversation(served.conversationSid).attributes).toBe(full);
  });

  it.each(['[1,2]', '"text"', 'null'])('that are no object (%s) are left alone', async (odd) => {
    const { desk, served } = await openServed();
    desk.world.conversations.update(served.conversationSid, { attributes: odd });
    expect((await desk.park('ada', served)).body).toMatchObject({ status: 'parked' });
    await desk.writes(customers.whatsapp);
    await desk.accept('ada');
    expect(desk.conversation(served.conversationSid).attributes).toBe(odd);
  });
});

describe('the five webhooks of a conversation', () => {
  const others = (desk: Desk, { conversationSid }: Served, count: number) => {
    for (let at = 0; at < count; at += 1)
      desk.world.conversations.addWebhook(conversationSid, {
        target: 'webhook',
        url: `https://bot.example.com/${at}`,
        filters: ['onConversationUpdated'],
      });
  };

  it('leave room for ours when four are taken', async () => {
    const { desk, served } = await openServed();
    others(desk, served, 4);
    expect((await desk.park('ada', served)).body).toMatchObject({ status: 'parked' });
  });

  it('refuse the park when all are somebody else’s, and leave nothing behind', async () => {
    const { desk, served } = await openServed();
    others(desk, served, 5);
    await desk.settled();
    const webhooks = [...desk.conversation(served.conversationSid).webhooks.keys()];

    expect(await desk.park('ada', served)).toMatchObject({ status: 409, body: { code: 'webhook-limit' } });

    expect([...desk.conversation(served.conversationSid).webhooks.keys()]).toEqual(webhooks);
    expect(desk.world.taskRouter.task(served.taskSid).assignmentStatus).toBe('assigned');
    expect(desk.record(served.conversationSid)).toBeUndefined();
    expect(desk.row('ada', served.conversationSid)).toBeUndefined();
  });
});

/** @jest-environment node */
import { setUp, type Setup } from './sdk';

const v1 = ({ client }: Setup) => client.conversations.v1;

async function conversationOf(setup: Setup) {
  const { sid } = await v1(setup).conversations.create();
  return v1(setup).conversations(sid);
}

const bound = (address: string, proxyAddress?: string) => ({
  'messagingBinding.address': address,
  ...(proxyAddress !== undefined && { 'messagingBinding.proxyAddress': proxyAddress }),
});

/** https://www.twilio.com/docs/api/errors: each refusal has a page of its own, and the code here is its number. */
describe('a participant (docs/api/errors)', () => {
  it.each([
    [50409, 'its own proxy address', bound('+15550100', '+15550100')],
    [50411, 'an empty address', bound('', '+15550199')],
    [50412, 'an empty proxy address', bound('+15550100', '')],
    [50414, 'a proxy address of another channel', bound('whatsapp:+15550100', '+15550199')],
    [50203, 'the identity of the system', { identity: 'system' }],
    [50206, 'an identity like the SID of a user', { identity: `US${'0a'.repeat(16)}` }],
    [50207, 'an identity of more than 256 characters', { identity: 'x'.repeat(257) }],
    [20001, 'an identity and a proxy address', { identity: 'ben', 'messagingBinding.proxyAddress': '+15550199' }],
  ])('is refused with %i for %s', async (code, _what, input) => {
    const conversation = await conversationOf(setUp());
    await expect(conversation.participants.create(input)).rejects.toMatchObject({ status: 400, code });
    expect(await conversation.participants.list()).toEqual([]);
  });

  it('may have an address with no proxy address, as in a group text', async () => {
    const conversation = await conversationOf(setUp());
    await expect(conversation.participants.create(bound('+15550100'))).resolves.toBeDefined();
  });
});

describe('a user (docs/api/errors)', () => {
  it.each([
    [50203, 'system'],
    [50206, `US${'0a'.repeat(16)}`],
    [50207, 'x'.repeat(257)],
  ])('is refused with %i for the identity %s', async (code, identity) => {
    const setup = setUp();
    await expect(v1(setup).users.create({ identity })).rejects.toMatchObject({ status: 400, code });
  });
});

describe('a Conversation (docs/api/errors)', () => {
  it('is refused with 50390 for a unique name like a SID, and stays as it was', async () => {
    const setup = setUp();
    const uniqueName = `CH${'0a'.repeat(16)}`;
    const refused = { status: 400, code: 50390 };
    await expect(v1(setup).conversations.create({ uniqueName })).rejects.toMatchObject(refused);
    const conversation = await conversationOf(setup);
    await expect(conversation.update({ uniqueName, friendlyName: 'New' })).rejects.toMatchObject(refused);
    expect((await conversation.fetch()).friendlyName).not.toBe('New');
  });

  it.each([
    ['P1W', 7 * 24 * 60],
    ['P1DT1H', 25 * 60],
    ['PT90M', 90],
    ['PT1.5H', 90],
    ['P2WT10M', 14 * 24 * 60 + 10],
  ])('has a timer of %s, which is a duration of ISO 8601 (states-timers)', async (closed, minutes) => {
    const setup = setUp();
    const made = await v1(setup).conversations.create({ state: 'active', 'timers.closed': closed });
    const dueMs = Date.parse(made.timers.date_closed) - setup.world.clock.nowMs();
    expect(dueMs).toBe(minutes * 60_000);
  });

  it.each(['P', 'PT', 'P1', '600', 'PT-5M', 'P1H', 'PT1D'])('has no timer of %s', async (closed) => {
    const setup = setUp();
    const refused = v1(setup).conversations.create({ state: 'active', 'timers.closed': closed });
    await expect(refused).rejects.toMatchObject({ status: 400, code: 20001 });
  });
});

describe('a scoped webhook (docs/api/errors)', () => {
  const url = 'https://functions-local.twil.io/hook';

  it('is refused with 50370 when it names no filter', async () => {
    const conversation = await conversationOf(setUp());
    const refused = conversation.webhooks.create({ target: 'webhook', 'configuration.url': url });
    await expect(refused).rejects.toMatchObject({ status: 400, code: 50370 });
  });

  it('is refused when its address is of no page that Twilio could call', async () => {
    const conversation = await conversationOf(setUp());
    const input = { target: 'webhook' as const, 'configuration.filters': ['onMessageAdded'] };
    const refused = conversation.webhooks.create({ ...input, 'configuration.url': 'ftp://example.com/hook' });
    await expect(refused).rejects.toMatchObject({ status: 400, code: 50388 });
  });
});

/** @jest-environment node */
import { limitsOf } from '../../../local-twilio/src/kernel/limits';
import { defaultSwitches } from '../../../local-twilio/src/kernel/switches';
import { setUp } from './sdk';
import type { Setup } from './sdk';

const ofLength = (count: number) => 'x'.repeat(count);
/** A JSON object of exactly that many bytes. */
const attributesOf = (bytes: number) => JSON.stringify({ a: ofLength(bytes - '{"a":""}'.length) });

async function conversationOf({ client }: Setup) {
  const { sid } = await client.conversations.v1.conversations.create();
  return client.conversations.v1.conversations(sid);
}

const webhook = { target: 'webhook', 'configuration.url': 'https://parking-local.twil.io/hook' } as const;

/** https://www.twilio.com/docs/conversations/conversations-limits */
describe('sizes in Conversations (docs/conversations/conversations-limits)', () => {
  it('a conversation’s attributes have 16 KB, not a byte more (errors/50303)', async () => {
    const conversation = await conversationOf(setUp());
    await conversation.update({ attributes: attributesOf(16 * 1024) });
    const more = conversation.update({ attributes: attributesOf(16 * 1024 + 1) });
    await expect(more).rejects.toMatchObject({ status: 400, code: 50303 });
  });

  it('a message’s attributes have 4 KB', async () => {
    const { messages } = await conversationOf(setUp());
    await messages.create({ body: 'x', attributes: attributesOf(4 * 1024) });
    const more = messages.create({ body: 'x', attributes: attributesOf(4 * 1024 + 1) });
    await expect(more).rejects.toMatchObject({ status: 400, code: 50303 });
  });

  it('a participant’s attributes have 4 KB', async () => {
    const { participants } = await conversationOf(setUp());
    const { sid } = await participants.create({ identity: 'bot', attributes: attributesOf(4 * 1024) });
    const more = participants(sid).update({ attributes: attributesOf(4 * 1024 + 1) });
    await expect(more).rejects.toMatchObject({ status: 400, code: 50303 });
  });

  it('a friendly name has 256 characters (errors/50003)', async () => {
    const conversation = await conversationOf(setUp());
    await conversation.update({ friendlyName: ofLength(256) });
    const more = conversation.update({ friendlyName: ofLength(257) });
    await expect(more).rejects.toMatchObject({ status: 400, code: 50003 });
  });

  it('a message’s body has 32 KiB (errors/50504)', async () => {
    const { messages } = await conversationOf(setUp());
    await messages.create({ body: ofLength(32 * 1024) });
    const more = messages.create({ body: ofLength(32 * 1024 + 1) });
    await expect(more).rejects.toMatchObject({ status: 400, code: 50504 });
  });
});

describe('numbers in Conversations', () => {
  it('a conversation has room for fifty participants with an address (errors/50422)', async () => {
    const setup = setUp();
    const { participants } = await conversationOf(setup);
    const sid = setup.world.conversations.list()[0]?.sid ?? '';
    const join = (index: number) =>
      ({ type: 'sms', address: `+1555000${1000 + index}`, proxyAddress: '+15550001111', name: null }) as const;
    for (let index = 0; index < 50; index += 1)
      setup.world.conversations.addParticipant(sid, { messagingBinding: join(index) });
    const more = participants.create({
      'messagingBinding.address': '+15550009999',
      'messagingBinding.proxyAddress': '+15550001111',
    });
    await expect(more).rejects.toMatchObject({ status: 400, code: 50422 });
  });

  it('a conversation has room for a thousand participants (errors/50417)', async () => {
    const setup = setUp();
    const { participants } = await conversationOf(setup);
    const sid = setup.world.conversations.list()[0]?.sid ?? '';
    for (let index = 0; index < 1000; index += 1)
      setup.world.conversations.addParticipant(sid, { identity: `person ${index}` });
    await expect(participants.create({ identity: 'more' })).rejects.toMatchObject({ status: 400, code: 50417 });
  });

  it('a webhook has at most five triggers (errors/50362), none empty or above 248 characters (errors/50366)', async () => {
    const { webhooks } = await conversationOf(setUp());
    const on = (triggers: string[]) =>
      webhooks.create({ ...webhook, target: 'trigger', 'configuration.triggers': triggers });
    await on(['a', 'b', 'c', 'd', ofLength(248)]);
    await expect(on(['a', 'b', 'c', 'd', 'e', 'f'])).rejects.toMatchObject({ status: 400, code: 50362 });
    await expect(on([ofLength(249)])).rejects.toMatchObject({ status: 400, code: 50366 });
  });
});

describe('timers of a conversation (docs/conversations/api/configuration-resource)', () => {
  it('inactive after a minute at least (errors/50375), closed after ten (errors/50376)', async () => {
    const conversation = await conversationOf(setUp());
    await conversation.update({ 'timers.inactive': 'PT1M', 'timers.closed': 'PT10M' });
    const sooner = { 'timers.inactive': 'PT59S' };
    await expect(conversation.update(sooner)).rejects.toMatchObject({ status: 400, code: 50375 });
    await expect(conversation.update({ 'timers.closed': 'PT9M59S' })).rejects.toMatchObject({
      status: 400,
      code: 50376,
    });
  });

  it('come with a state when they are set on creation (errors/50382), and it is not closed (errors/50384)', async () => {
    const { conversations } = setUp().client.conversations.v1;
    await expect(conversations.create({ 'timers.closed': 'PT1H' })).rejects.toMatchObject({ status: 400, code: 50382 });
    await expect(conversations.create({ state: 'closed' })).rejects.toMatchObject({ status: 400, code: 50384 });
    await conversations.create({ 'timers.closed': 'PT1H', state: 'active' });
  });
});

/** https://www.twilio.com/en-us/changelog/increasing-actions-per-second-for-conversations- */
describe('actions per second (changelog/increasing-actions-per-second-for-conversations-)', () => {
  it('are thirty for each conversation; reading is free, and a second later there is room again', async () => {
    const setup = setUp();
    const busy = await conversationOf(setup);
    const calm = await conversationOf(setup);
    for (let count = 0; count < 28; count += 1) await busy.messages.create({ body: String(count) });
    await busy.update({ attributes: '{}' });
    const { sid } = await busy.participants.create({ identity: 'bot' });
    for (let count = 0; count < 40; count += 1) await busy.fetch();

    await expect(busy.messages.create({ body: 'more' })).rejects.toMatchObject({ status: 429, code: 50063 });
    await expect(busy.participants(sid).remove()).rejects.toMatchObject({ status: 429 });
    expect(await busy.messages.list()).toHaveLength(28);
    await calm.messages.create({ body: 'not my business' });

    setup.world.clock.advance(1_000);
    await busy.messages.create({ body: 'later' });
  });

  it('do not count the webhooks of a conversation', async () => {
    const busy = await conversationOf(setUp());
    for (let count = 0; count < 30; count += 1) await busy.messages.create({ body: String(count) });
    await busy.webhooks.create({ ...webhook, 'configuration.filters': ['onMessageAdded'] });
  });

  it('are thirty for the whole service when conversations come and go (errors/50074)', async () => {
    const setup = setUp();
    const { conversations } = setup.client.conversations.v1;
    for (let count = 0; count < 30; count += 1) await conversations.create();
    await expect(conversations.create()).rejects.toMatchObject({ status: 429, code: 50074 });
    setup.world.clock.advance(1_000);
    await conversations.create();
  });
});

describe('with the switch limits off', () => {
  it('nothing is too big, too many or too fast', async () => {
    const setup = setUp({ switches: { limits: 'off' } });
    const conversation = await conversationOf(setup);
    await conversation.update({ attributes: attributesOf(64 * 1024), friendlyName: ofLength(300) });
    for (let count = 0; count < 40; count += 1) await conversation.messages.create({ body: ofLength(40 * 1024) });
    for (let count = 0; count < 6; count += 1)
      await conversation.webhooks.create({ ...webhook, 'configuration.filters': ['onMessageAdded'] });
    expect(await conversation.webhooks.list()).toHaveLength(6);
  });

  it('a webhook and a Function have time enough for a debugger', () => {
    const off = limitsOf({ limits: 'off' });
    const on = limitsOf(defaultSwitches);
    expect(on).toMatchObject({ conversationsWebhookTimeoutMs: 5_000, functionTimeoutMs: 10_000 });
    expect(off.conversationsWebhookTimeoutMs).toBeGreaterThan(10 * 60_000);
    expect(off.functionTimeoutMs).toBeGreaterThan(10 * 60_000);
  });
});

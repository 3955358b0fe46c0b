/** @jest-environment node */
import { customers } from '../functions/support/contact-centre';
import { setUp, type Setup } from './sdk';
import { atOnce } from '../../../local-twilio/src/services/customers/commands';

/** An agent has answered a customer; nothing was sent yet. */
function answered(channel: 'web' | 'whatsapp' | 'sms') {
  const setup = setUp();
  const { world, client } = setup;
  const customer = customers[channel];
  const { conversationSid } = atOnce(world.customers.write({ ...customer, body: 'Hello?' }));
  const { sid } = world.conversations.addMessage(conversationSid, { author: 'ada', body: 'Hi!', source: 'SDK' });
  const message = client.conversations.v1.conversations(conversationSid).messages(sid);
  return { ...setup, customer, conversationSid, message, later: (ms: number) => later(setup, ms) };
}

const later = ({ world }: Setup, ms: number) => world.clock.advance(ms);

/** https://www.twilio.com/docs/conversations/delivery-receipts */
describe('delivery receipts, with the official SDK', () => {
  it.each([
    ['whatsapp', 'WA', ['sent', 'delivered', 'read']],
    ['sms', 'SM', ['sent', 'delivered']],
  ] as const)('of %s begin with %s and go through %j', async (channel, prefix, statuses) => {
    const { message, later } = answered(channel);
    expect((await message.fetch()).delivery).toBeNull();
    const seen = new Set<string>();
    for (let step = 0; step < 50; step += 1) {
      later(100);
      for (const { status } of await message.deliveryReceipts.list()) seen.add(status);
    }
    expect([...seen]).toEqual(statuses);
    const [receipt] = await message.deliveryReceipts.list();
    expect(receipt?.channelMessageSid.slice(0, 2)).toBe(prefix);
    expect(await message.deliveryReceipts(receipt?.sid ?? '').fetch()).toMatchObject({ errorCode: 0 });
    expect((await message.fetch()).delivery).toEqual({
      total: 1,
      sent: 'all',
      delivered: 'all',
      read: channel === 'whatsapp' ? 'all' : 'none',
      undelivered: 'none',
      failed: 'none',
    });
  });

  it('are not made for web chats, nor for what the customer wrote', async () => {
    const web = answered('web');
    web.later(10_000);
    expect(await web.message.deliveryReceipts.list()).toEqual([]);
    expect((await web.message.fetch()).delivery).toBeNull();
    const sms = answered('sms');
    sms.later(10_000);
    const [first] = await sms.client.conversations.v1.conversations(sms.conversationSid).messages.list();
    expect(first).toMatchObject({ author: customers.sms.address, delivery: null });
  });

  it('say undelivered, and why, when an SMS comes to a phone that is off (errors/30003)', async () => {
    const { world, customer, message, later } = answered('sms');
    world.customers.setReach(customer, 'off');
    later(10_000);
    const [receipt] = await message.deliveryReceipts.list();
    expect(receipt).toMatchObject({ status: 'undelivered', errorCode: 30003 });
    expect((await message.fetch()).delivery).toMatchObject({ sent: 'all', delivered: 'none', undelivered: 'all' });
  });

  it.each([
    ['sms', 21610],
    ['whatsapp', 63016],
  ] as const)('say failed when %s is refused (errors/%i)', async (channel, errorCode) => {
    const { world, customer, message, later } = answered(channel);
    world.customers.setReach(customer, 'refuses');
    later(10_000);
    expect(await message.deliveryReceipts.list()).toMatchObject([{ status: 'failed', errorCode }]);
    expect((await message.fetch()).delivery).toMatchObject({ sent: 'none', failed: 'all' });
  });

  it('say failed by themselves when WhatsApp was silent for 24 hours, until the customer writes (errors/63016)', async () => {
    const { world, client, customer, conversationSid, later } = answered('whatsapp');
    const { messages } = client.conversations.v1.conversations(conversationSid);
    const receiptOf = async () => {
      const { sid } = await messages.create({ author: 'ada', body: 'Still there?' });
      later(10_000);
      return messages(sid).deliveryReceipts.list();
    };
    later(23 * 60 * 60_000);
    expect(await receiptOf()).toMatchObject([{ status: 'read' }]);
    later(60 * 60_000);
    expect(await receiptOf()).toMatchObject([{ status: 'failed', errorCode: 63016 }]);
    world.customers.write({ ...customer, body: 'Yes' });
    expect(await receiptOf()).toMatchObject([{ status: 'read' }]);
  });

  it('know no window on SMS', async () => {
    const { client, conversationSid, later } = answered('sms');
    later(48 * 60 * 60_000);
    const { messages } = client.conversations.v1.conversations(conversationSid);
    const { sid } = await messages.create({ author: 'ada', body: 'Still there?' });
    later(10_000);
    expect(await messages(sid).deliveryReceipts.list()).toMatchObject([{ status: 'delivered' }]);
  });

  it('wait for a WhatsApp phone that is off until it is on again', async () => {
    const { world, customer, message, later } = answered('whatsapp');
    world.customers.setReach(customer, 'off');
    later(60_000);
    expect(await message.deliveryReceipts.list()).toMatchObject([{ status: 'sent' }]);
    world.customers.setReach(customer, 'on');
    later(60_000);
    expect(await message.deliveryReceipts.list()).toMatchObject([{ status: 'read' }]);
  });

  it('are told to webhooks that asked for onDeliveryUpdated (conversations-webhooks#ondeliveryupdated)', async () => {
    const { world, sent, conversationSid, message, later } = answered('sms');
    world.conversations.addWebhook(conversationSid, {
      ...{ target: 'webhook', url: 'https://shop.example.com/deliveries', filters: ['onDeliveryUpdated'] },
    });
    later(10_000);
    await world.settled();
    const [receipt] = await message.deliveryReceipts.list();
    expect(sent.map(({ params }) => params)).toMatchObject([
      { EventType: 'onDeliveryUpdated', Status: 'sent', DeliveryReceiptSid: receipt?.sid },
      { EventType: 'onDeliveryUpdated', Status: 'delivered', MessageSid: receipt?.messageSid, ErrorCode: '0' },
    ]);
  });

  it('of an unknown SID are not found', async () => {
    const { message } = answered('sms');
    await expect(message.deliveryReceipts(`DY${'0'.repeat(32)}`).fetch()).rejects.toMatchObject({ status: 404 });
  });
});

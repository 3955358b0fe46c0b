/** @jest-environment node */
import { ids, proxyAddresses } from '../../../local-twilio/src/account/seed/contact-centre';
import { atOnce } from '../../../local-twilio/src/services/customers/commands';
import { setUp, type Setup } from './sdk';

/**
 * https://www.twilio.com/docs/conversations/api/address-configuration-resource: "allowing you to specify which addresses
 * should auto-create a Conversation upon receiving an inbound message".
 */
const HOOK = 'https://functions-local.twil.io/incoming';
const sam = { channel: 'sms', address: '+15550003333', name: 'Sam' } as const;
const wanda = { channel: 'whatsapp', address: '+15550002222', name: 'Wanda' } as const;
const byWebhook = {
  type: 'sms',
  address: proxyAddresses.sms,
  friendlyName: 'Shop',
  'autoCreation.enabled': true,
  'autoCreation.type': 'webhook',
  'autoCreation.webhookUrl': HOOK,
  'autoCreation.webhookMethod': 'post',
  'autoCreation.webhookFilters': ['onParticipantAdded', 'onMessageAdded'],
} as const;
const given = () => ({ ...byWebhook, 'autoCreation.webhookFilters': [...byWebhook['autoCreation.webhookFilters']] });
const addresses = ({ client }: Setup) => client.conversations.v1.addressConfigurations;

const FLOW = {
  states: [
    {
      name: 'Trigger',
      type: 'trigger',
      transitions: [{ event: 'incomingConversationMessage', next: 'hello' }],
      properties: {},
    },
    {
      name: 'hello',
      type: 'send-message',
      transitions: [{ event: 'sent' }],
      properties: { body: 'Hello', from: '{{flow.channel.address}}', to: '{{contact.channel.address}}' },
    },
  ],
  initial_state: 'Trigger',
  description: 'Greets',
  flags: { allow_concurrent_calls: true },
};

describe('the configuration of an address', () => {
  it('is made, read by SID or address, changed, listed by type and removed', async () => {
    const setup = setUp();
    const made = await addresses(setup).create(given());
    expect(made).toMatchObject({
      sid: expect.stringMatching(/^IG[0-9a-f]{32}$/),
      type: 'sms',
      address: proxyAddresses.sms,
      friendlyName: 'Shop',
      autoCreation: {
        enabled: true,
        type: 'webhook',
        conversation_service_sid: ids.chatService,
        webhook_url: HOOK,
        webhook_method: 'POST',
        webhook_filters: ['onParticipantAdded', 'onMessageAdded'],
      },
    });
    expect(await setup.client.conversations.v1.addressConfigurations(proxyAddresses.sms).fetch()).toMatchObject({
      sid: made.sid,
    });
    const one = setup.client.conversations.v1.addressConfigurations(made.sid);
    await one.update({ friendlyName: 'Store', 'autoCreation.enabled': false });
    expect(await one.fetch()).toMatchObject({
      friendlyName: 'Store',
      autoCreation: { enabled: false, type: 'webhook' },
    });
    expect(await addresses(setup).list({ type: 'sms' })).toHaveLength(1);
    expect(await addresses(setup).list({ type: 'whatsapp' })).toHaveLength(0);
    await one.remove();
    await expect(one.fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it('is refused twice for one address, for a number of somebody else, and without what its type needs', async () => {
    const setup = setUp();
    await addresses(setup).create(given());
    await expect(addresses(setup).create(given())).rejects.toMatchObject({ status: 409 });
    const whatsapp = { type: 'whatsapp', address: proxyAddresses.whatsapp } as const;
    const refused = [
      { type: 'sms', address: '+15559999999' },
      { ...whatsapp, 'autoCreation.type': 'webhook' },
      { ...whatsapp, 'autoCreation.type': 'studio' },
      { ...whatsapp, 'autoCreation.type': 'webhook', 'autoCreation.webhookUrl': 'http://localhost/x' },
      { ...whatsapp, 'autoCreation.conversationServiceSid': `IS${'0'.repeat(32)}` },
    ] as const;
    for (const one of refused) await expect(addresses(setup).create(one)).rejects.toMatchObject({ status: 400 });
  });

  it('of a channel that is not served is refused as not emulated, by its name', async () => {
    for (const type of ['messenger', 'email', 'chat', 'rcs'] as const) {
      const refused = addresses(setUp()).create({ type, address: 'somebody@example.com' });
      await expect(refused).rejects.toMatchObject({ status: 501, message: expect.stringContaining(type) });
    }
  });
});

describe("a customer's first message to a configured address", () => {
  it('starts a Conversation with the webhook, of which Flex is not told, and nobody is invited', async () => {
    const setup = setUp();
    await addresses(setup).create(given());
    const { conversationSid } = atOnce(setup.world.customers.write({ ...sam, body: 'Hi' }));
    setup.world.customers.write({ ...sam, body: 'Anybody?' });
    await setup.world.settled();
    expect(setup.world.conversations.list()).toHaveLength(1);
    expect(setup.world.flex.interactions()).toEqual([]);
    expect(setup.world.taskRouter.tasks()).toEqual([]);
    expect(setup.sent.map(({ url, params }) => [url, params['EventType'], params['Source'], params['Body']])).toEqual([
      [HOOK, 'onParticipantAdded', 'SMS', undefined],
      [HOOK, 'onMessageAdded', 'SMS', 'Hi'],
      [HOOK, 'onMessageAdded', 'SMS', 'Anybody?'],
    ]);
    const [webhook] = await setup.client.conversations.v1.conversations(conversationSid).webhooks.list();
    expect(webhook).toMatchObject({ target: 'webhook', configuration: { url: HOOK, method: 'post' } });
  });

  it('comes to an agent when the webhook makes an interaction of that Conversation', async () => {
    const setup = setUp();
    await addresses(setup).create(given());
    const { conversationSid } = atOnce(setup.world.customers.write({ ...sam, body: 'Hi' }));
    setup.makeAvailable('ada');
    await setup.client.flexApi.v1.interaction.create({
      channel: {
        type: 'sms',
        initiated_by: 'customer',
        properties: { media_channel_sid: conversationSid },
      },
      routing: {
        properties: { workspace_sid: ids.workspace, workflow_sid: ids.workflow, task_channel_unique_name: 'sms' },
      },
    });
    setup.accept('ada');
    expect(setup.world.conversations.list()).toHaveLength(1);
    expect(setup.world.conversations.get(conversationSid).participants.size).toBe(2);
  });

  it('starts the Studio flow', async () => {
    const setup = setUp();
    const flow = await setup.client.studio.v2.flows.create({
      friendlyName: 'Greets',
      status: 'published',
      definition: FLOW,
    });
    await addresses(setup).create({
      type: 'whatsapp',
      address: proxyAddresses.whatsapp,
      'autoCreation.enabled': true,
      'autoCreation.type': 'studio',
      'autoCreation.studioFlowSid': flow.sid,
      'autoCreation.studioRetryCount': 3,
    });
    const { conversationSid } = atOnce(setup.world.customers.write({ ...wanda, body: 'Hi' }));
    const bodies = setup.world.conversations.get(conversationSid).messages.map(({ body }) => body);
    expect(bodies).toEqual(['Hi', 'Hello']);
  });

  it('starts a Conversation with no webhook by the type default, and tells those of the service', async () => {
    const setup = setUp();
    const service = setup.client.conversations.v1.services(ids.chatService);
    await service.configuration.webhooks().update({ postWebhookUrl: HOOK, filters: ['onConversationAdded'] });
    const type = { 'autoCreation.enabled': true, 'autoCreation.type': 'default' } as const;
    await addresses(setup).create({ type: 'sms', address: proxyAddresses.sms, ...type });
    const { conversationSid } = atOnce(setup.world.customers.write({ ...sam, body: 'Hi' }));
    expect(setup.world.conversations.get(conversationSid).webhooks.size).toBe(0);
    await setup.world.settled();
    expect(setup.sent.map(({ params }) => [params['EventType'], params['Source']])).toEqual([
      ['onConversationAdded', 'SMS'],
    ]);
  });

  it('goes to the default workflow as before while auto-creation is off', async () => {
    const setup = setUp();
    await addresses(setup).create({ ...given(), 'autoCreation.enabled': false });
    setup.world.customers.write({ ...sam, body: 'Hi' });
    expect(setup.world.taskRouter.tasks()).toHaveLength(1);
  });

  it('waits for the pre-action webhooks of Conversation, participant and message', async () => {
    const setup = setUp();
    await addresses(setup).create(given());
    const filters = ['onConversationAdd', 'onParticipantAdd', 'onMessageAdd'];
    const service = setup.client.conversations.v1.services(ids.chatService);
    await service.configuration.webhooks().update({ preWebhookUrl: `${HOOK}/before`, filters });
    await setup.world.customers.send({ ...sam, body: 'Hi' });
    const asked = setup.sent.filter(({ url }) => url.endsWith('/before'));
    expect(asked.map(({ params }) => params['EventType'])).toEqual(filters);
  });
});

it('is kept over a restart', async () => {
  const setup = setUp();
  await addresses(setup).create(given());
  expect([...setup.world.state().conversations.addresses.values()]).toEqual([
    expect.objectContaining({ address: proxyAddresses.sms }),
  ]);
});

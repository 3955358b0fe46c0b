/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { setUp, type Setup } from './sdk';

const header = { xTwilioWebhookEnabled: 'true' } as const;

async function conversationOf({ client }: Setup) {
  const { sid } = await client.conversations.v1.conversations.create();
  return client.conversations.v1.conversations(sid);
}

const bound = (address: string, proxyAddress: string) => ({
  'messagingBinding.address': address,
  'messagingBinding.proxyAddress': proxyAddress,
});

/** https://www.twilio.com/docs/conversations/api/conversation-participant-resource */
describe('a participant with an address', () => {
  it.each([
    ['sms', '+15550100', '+15550199'],
    ['whatsapp', 'whatsapp:+15550100', 'whatsapp:+15550199'],
    ['messenger', 'messenger:4711', 'messenger:4712'],
    ['rcs', 'rcs:+15550100', 'rcs:brand_agent'],
    ['email', 'mia@example.com', 'shop@example.com'],
  ])('is of the kind %s by its address', async (type, address, proxyAddress) => {
    const setup = setUp();
    const participant = await (await conversationOf(setup)).participants.create(bound(address, proxyAddress));
    expect(participant.messagingBinding).toEqual({ type, address, proxy_address: proxyAddress });
  });

  it('is refused with 50407 when that is no address, and with 50408 when the proxy address is none', async () => {
    const conversation = await conversationOf(setUp());
    const refused = conversation.participants.create(bound('nobody', '+15550199'));
    await expect(refused).rejects.toMatchObject({ status: 400, code: 50407 });
    const proxy = conversation.participants.create(bound('+15550100', 'nobody'));
    await expect(proxy).rejects.toMatchObject({ status: 400, code: 50408 });
  });

  it('of an e-mail stands beside those of its other recipients, and their answers are told as theirs', async () => {
    const setup = setUp();
    const conversation = await conversationOf(setup);
    const people = ['mia@example.com', 'noa@example.com', 'tom@example.com', 'uma@example.com'];
    for (const person of people) await conversation.participants.create(bound(person, 'shop@example.com'));
    await conversation.webhooks.create({
      target: 'webhook',
      'configuration.url': 'https://functions-local.twil.io/hook',
      'configuration.filters': ['onMessageAdded'],
    });
    await conversation.messages.create({ author: 'noa@example.com', body: 'And me?', ...header });
    await setup.world.settled();
    const noa = (await conversation.participants.list()).find(
      ({ messagingBinding }) => messagingBinding.address === 'noa@example.com',
    );
    expect(setup.sent.map(({ params }) => [params['Author'], params['ParticipantSid']])).toEqual([
      ['noa@example.com', noa?.sid],
    ]);
    const again = conversation.participants.create(bound('noa@example.com', 'shop@example.com'));
    await expect(again).rejects.toMatchObject({ status: 409, code: 50416 });
  });

  it('is kept over a restart with its kind', async () => {
    const setup = setUp();
    await (await conversationOf(setup)).participants.create(bound('mia@example.com', 'shop@example.com'));
    const [conversation] = [...setup.world.state().conversations.conversations.values()];
    expect([...(conversation?.participants.values() ?? [])]).toMatchObject([{ messagingBinding: { type: 'email' } }]);
  });
});

/** As adapters of LINE or Viber do it: the customer is an identity, and what they write comes over REST. */
describe('a channel of its own', () => {
  it('brings its customer to an agent, and tells the adapter of what both write', async () => {
    const setup = setUp();
    setup.makeAvailable('ada');
    const customer = 'viber:MTIzNDU2Nzg5MDEyMw==';
    const conversation = await conversationOf(setup);
    await conversation.participants.create({ identity: customer });
    const { sid } = await conversation.fetch();
    await conversation.webhooks.create({
      target: 'webhook',
      'configuration.url': 'https://functions-local.twil.io/outgoing',
      'configuration.filters': ['onMessageAdded'],
    });
    await setup.client.flexApi.v1.interaction.create({
      channel: {
        type: 'web',
        initiated_by: 'customer',
        properties: { media_channel_sid: sid },
        participants: [{ identity: customer }],
      },
      routing: {
        properties: { workspace_sid: ids.workspace, workflow_sid: ids.workflow, task_channel_unique_name: 'chat' },
      },
    });
    await conversation.messages.create({ author: customer, body: 'Hi', ...header });
    setup.accept('ada');
    const { identity } = setup.person('ada');
    setup.world.conversations.addMessage(sid, { author: identity, body: 'Hello', source: 'SDK' });
    await setup.world.settled();
    expect(setup.sent.map(({ params }) => [params['Author'], params['Body'], params['Source']])).toEqual([
      [customer, 'Hi', 'API'],
      [identity, 'Hello', 'SDK'],
    ]);
    expect((await conversation.participants.list()).map((one) => one.identity)).toEqual([customer, identity]);
  });

  it('is not heard when its adapter forgets X-Twilio-Webhook-Enabled', async () => {
    const setup = setUp();
    const conversation = await conversationOf(setup);
    await conversation.webhooks.create({
      target: 'webhook',
      'configuration.url': 'https://functions-local.twil.io/hook',
      'configuration.filters': ['onMessageAdded'],
    });
    await conversation.messages.create({ author: 'viber:MQ==', body: 'Hi' });
    await setup.world.settled();
    expect(setup.sent).toEqual([]);
  });
});

/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { setUp, type Setup } from './sdk';

const HOOK = 'https://parking-local.twil.io/hook';
const ALL = [
  'onMessageAdded',
  'onMessageUpdated',
  'onMessageRemoved',
  'onConversationUpdated',
  'onConversationStateUpdated',
  'onConversationRemoved',
  'onParticipantAdded',
  'onParticipantUpdated',
  'onParticipantRemoved',
];
const enabled = { xTwilioWebhookEnabled: 'true' } as const;

const hook = (filters: string[]) => ({
  target: 'webhook' as const,
  'configuration.url': HOOK,
  'configuration.method': 'post' as const,
  'configuration.filters': filters,
});

async function scoped(setup: Setup, filters: string[] = ALL) {
  const { sid } = await setup.client.conversations.v1.conversations.create();
  const conversation = setup.client.conversations.v1.conversations(sid);
  await conversation.webhooks.create(hook(filters));
  return conversation;
}

/** What was told since it was last asked. */
async function told({ world, sent }: Setup) {
  await world.settled();
  return sent.splice(0).map(({ params }) => params);
}

const typesOf = async (setup: Setup) => (await told(setup)).map(({ EventType }) => EventType);

/** Every change that REST can make of a conversation, each with the event that tells of it. */
async function changeEverything(conversation: Awaited<ReturnType<typeof scoped>>, header: object) {
  const message = await conversation.messages.create({ author: 'bot', body: 'hi', ...header });
  await conversation.messages(message.sid).update({ body: 'ho', ...header });
  await conversation.messages(message.sid).remove(header);
  const { sid } = await conversation.participants.create({ identity: 'grace', ...header });
  await conversation.participants(sid).update({ attributes: '{"a":1}', ...header });
  await conversation.participants(sid).remove(header);
  await conversation.update({ attributes: '{"b":2}', ...header });
  await conversation.update({ state: 'inactive', ...header });
  await conversation.remove(header);
}

describe('a scoped webhook (docs/conversations/conversations-webhooks, api/conversation-scoped-webhook-resource)', () => {
  it('is told of every kind of change that was made over REST with X-Twilio-Webhook-Enabled', async () => {
    const setup = setUp();
    await changeEverything(await scoped(setup), enabled);
    expect(await typesOf(setup)).toEqual([
      'onMessageAdded',
      'onMessageUpdated',
      'onMessageRemoved',
      'onParticipantAdded',
      'onParticipantUpdated',
      'onParticipantRemoved',
      'onConversationUpdated',
      'onConversationStateUpdated',
      'onConversationUpdated',
      'onConversationRemoved',
    ]);
  });

  it('is told of none of them without the header', async () => {
    const setup = setUp();
    await changeEverything(await scoped(setup), {});
    expect(await typesOf(setup)).toEqual([]);
  });

  it('is told of those only that it asked for', async () => {
    const setup = setUp();
    await changeEverything(await scoped(setup, ['onMessageUpdated', 'onParticipantRemoved']), enabled);
    expect(await typesOf(setup)).toEqual(['onMessageUpdated', 'onParticipantRemoved']);
  });

  it('is told what changed, in the fields that Twilio documents', async () => {
    const setup = setUp();
    const conversation = await scoped(setup);
    const binding = { 'messagingBinding.address': '+15550100', 'messagingBinding.proxyAddress': '+15550199' };
    const { sid } = await conversation.participants.create({ ...binding, ...enabled });
    expect(await told(setup)).toEqual([
      expect.objectContaining({
        EventType: 'onParticipantAdded',
        Source: 'API',
        ParticipantSid: sid,
        'MessagingBinding.Address': '+15550100',
        'MessagingBinding.ProxyAddress': '+15550199',
        'MessagingBinding.Type': 'SMS',
      }),
    ]);
    await conversation.update({ state: 'closed', ...enabled });
    expect(await told(setup)).toContainEqual(
      expect.objectContaining({
        EventType: 'onConversationStateUpdated',
        StateFrom: 'active',
        StateTo: 'closed',
        Reason: 'API',
        StateUpdated: '2026-01-01T00:00:00.000Z',
      }),
    );
  });

  it('is told of what an agent does in the browser, and who it was', async () => {
    const setup = setUp();
    const { sid } = await (await scoped(setup)).fetch();
    const by = { source: 'SDK', webhooks: true, identity: 'ada' } as const;
    setup.world.conversations.update(sid, { attributes: '{"c":3}' }, by);
    expect(await told(setup)).toEqual([
      expect.objectContaining({ EventType: 'onConversationUpdated', Source: 'SDK', ClientIdentity: 'ada' }),
    ]);
  });
});

describe('the webhooks of the service and of the account (docs/conversations/api/webhook-configuration-resource)', () => {
  const ofService = ({ client }: Setup) => client.conversations.v1.services(ids.chatService).configuration.webhooks();
  const ofAccount = ({ client }: Setup) => client.conversations.v1.configuration.webhooks();

  it('are as they were set, and none at the start', async () => {
    const setup = setUp();
    expect(await ofAccount(setup).fetch()).toMatchObject({ postWebhookUrl: null, filters: [], target: 'webhook' });
    await ofService(setup).update({ postWebhookUrl: HOOK, filters: ['onMessageAdded'], method: 'GET' });
    expect(await ofService(setup).fetch()).toMatchObject({
      postWebhookUrl: HOOK,
      filters: ['onMessageAdded'],
      method: 'GET',
      chatServiceSid: ids.chatService,
    });
  });

  it('are told of every conversation, users and new conversations included', async () => {
    const setup = setUp();
    await ofAccount(setup).update({
      postWebhookUrl: `${HOOK}/account`,
      filters: ['onConversationAdded', 'onUserAdded', 'onUserUpdated'],
    });
    await ofService(setup).update({ postWebhookUrl: `${HOOK}/service`, filters: ['onMessageAdded'] });
    const { conversations, users } = setup.client.conversations.v1;
    const { sid } = await conversations.create({ friendlyName: 'Tea', ...enabled });
    await conversations(sid).participants.create({ identity: 'grace', ...enabled });
    await users('grace').update({ friendlyName: 'Grace', ...enabled });
    await conversations(sid).messages.create({ author: 'grace', body: 'hi', ...enabled });
    await setup.world.settled();
    expect(setup.sent.map(({ url, params }) => [url, params['EventType']])).toEqual([
      [`${HOOK}/account`, 'onConversationAdded'],
      [`${HOOK}/account`, 'onUserAdded'],
      [`${HOOK}/account`, 'onUserUpdated'],
      [`${HOOK}/service`, 'onMessageAdded'],
    ]);
    expect(setup.sent[0]?.params).toMatchObject({ FriendlyName: 'Tea', ConversationSid: sid });
  });

  it('refuse an event that there is not', async () => {
    const setup = setUp();
    await expect(ofService(setup).update({ filters: ['onTea'] })).rejects.toMatchObject({ status: 400 });
  });
});

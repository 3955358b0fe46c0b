/** @jest-environment node */
import { setUp, type Setup } from './sdk';

const sam = { channel: 'sms', address: '+15550003333', name: 'Sam', body: 'Hi' } as const;

/** A channel that a customer opened, and what the SDK calls it. */
function channelOf({ world, client }: Setup) {
  world.customers.write(sam);
  const [interaction] = world.flex.interactions();
  const [channel] = world.flex.channels(interaction?.sid ?? '');
  if (!channel) throw new Error('The customer has no channel');
  const { participants } = client.flexApi.v1.interaction(channel.interactionSid).channels(channel.sid);
  return { channel, participants };
}

/** https://www.twilio.com/docs/flex/developer/conversations/interactions-api/interaction-channel-participants */
describe('a participant of a channel (interactions-api/interaction-channel-participants)', () => {
  it.each(['customer', 'external', 'supervisor', 'unknown'] as const)(
    'of type %s is added with an identity, and is in the Conversation',
    async (type) => {
      const setup = setUp();
      const { channel, participants } = channelOf(setup);
      const made = await participants.create({ type, mediaProperties: { identity: 'expert' } });
      expect(made).toMatchObject({ type, channelSid: channel.sid, interactionSid: channel.interactionSid });
      expect((await participants.list()).map(({ sid }) => sid)).toContain(made.sid);
      const members = await setup.client.conversations.v1.conversations(channel.conversationSid).participants.list();
      expect(members.map(({ identity }) => identity)).toContain('expert');
    },
  );

  it('is added with an address of the channel, and leaves again', async () => {
    const setup = setUp();
    const { channel, participants } = channelOf(setup);
    const mediaProperties = { address: '+15550004444', proxy_address: '+15550199', name: 'Sam’s wife' };
    const { sid } = await participants.create({ type: 'external', mediaProperties });
    const { participants: members } = setup.client.conversations.v1.conversations(channel.conversationSid);
    expect((await members.list()).map(({ messagingBinding }) => messagingBinding?.address)).toContain('+15550004444');
    await participants(sid).update({ status: 'closed' });
    expect((await members.list()).map(({ messagingBinding }) => messagingBinding?.address)).not.toContain(
      '+15550004444',
    );
    expect((await participants.list()).map((one) => one.sid)).not.toContain(sid);
  });

  it.each([
    ['nobody', {}],
    ['only a name', { name: 'Sam' }],
    ['an identity and an address', { identity: 'x', address: '+15550004444' }],
    ['an identity that is no text', { identity: 5 }],
  ])('is refused with 45367 for %s (docs/api/errors/45367)', async (_what, mediaProperties) => {
    const { participants } = channelOf(setUp());
    const refused = participants.create({ type: 'external', mediaProperties });
    await expect(refused).rejects.toMatchObject({ status: 400, code: 45367 });
  });

  it('is refused with 45361 when the Conversation does not take them (docs/api/errors/45361)', async () => {
    const { participants } = channelOf(setUp());
    await participants.create({ type: 'external', mediaProperties: { identity: 'expert' } });
    const again = participants.create({ type: 'external', mediaProperties: { identity: 'expert' } });
    await expect(again).rejects.toMatchObject({ code: 45361 });
    expect((await participants.list()).filter(({ type }) => type === 'external')).toHaveLength(1);
  });

  it.each([
    ['Type agent', { type: 'agent' as const, mediaProperties: { identity: 'expert' } }],
    ['MediaProperties.level', { type: 'external' as const, mediaProperties: { address: 'a@b.example', level: 'to' } }],
    ['RoutingProperties', { type: 'external' as const, mediaProperties: { identity: 'x' }, routingProperties: {} }],
  ])('is 501 with %s, by name', async (name, input) => {
    const { participants } = channelOf(setUp());
    const refused = participants.create(input);
    await expect(refused).rejects.toMatchObject({ status: 501, message: expect.stringContaining(name) });
  });

  it('is refused on a closed channel', async () => {
    const setup = setUp();
    const { channel, participants } = channelOf(setup);
    setup.world.flex.closeChannel(channel.interactionSid, channel.sid, 'closed');
    const refused = participants.create({ type: 'external', mediaProperties: { identity: 'expert' } });
    await expect(refused).rejects.toMatchObject({ status: 400, code: 45008 });
  });
});

describe('an interaction (interactions-api/interactions)', () => {
  const channel = { type: 'sms', initiated_by: 'api' };
  const person = (address: string) => ({ address, proxy_address: '+15550199' });

  it('is 501 with several participants of a text, and nobody is left out in silence', async () => {
    const { client } = setUp();
    const participants = [person('+15550004444'), person('+15550005555')];
    const refused = client.flexApi.v1.interaction.create({ channel: { ...channel, participants } });
    await expect(refused).rejects.toMatchObject({ status: 501 });
  });

  it.each(['voice', 'email', 'messenger'])('is 501 on %s, which Twilio has and nobody serves here', async (type) => {
    const { client } = setUp();
    const refused = client.flexApi.v1.interaction.create({ channel: { type, initiated_by: 'api' } });
    await expect(refused).rejects.toMatchObject({ status: 501, message: expect.stringContaining(type) });
  });

  it('is refused with a participant who is nobody', async () => {
    const { client } = setUp();
    const refused = client.flexApi.v1.interaction.create({ channel: { ...channel, participants: [{ name: 'Sam' }] } });
    await expect(refused).rejects.toMatchObject({ status: 400, code: 20001 });
  });
});

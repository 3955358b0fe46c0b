/** @jest-environment node */
import { setUp, type Setup } from './sdk';

const header = { xTwilioWebhookEnabled: 'true' } as const;
const v1 = ({ client }: Setup) => client.conversations.v1;
const people = (count: number) =>
  Array.from({ length: count }, (_, index) => JSON.stringify({ identity: `p${index}` }));

/** https://www.twilio.com/docs/conversations/api/conversation-with-participants-resource */
describe('a Conversation with participants (docs/conversations/api/conversation-with-participants-resource)', () => {
  it('is made with up to ten of them at once, by identity and by address', async () => {
    const setup = setUp();
    const customer = {
      messaging_binding: { address: '+15550100', proxy_address: '+15550199' },
      attributes: '{"vip":true}',
    };
    const { sid } = await v1(setup).conversationWithParticipants.create({
      friendlyName: 'Outing',
      participant: [...people(9), JSON.stringify(customer)],
    });
    const conversation = v1(setup).conversations(sid);
    expect(await conversation.fetch()).toMatchObject({ friendlyName: 'Outing', state: 'active' });
    const members = await conversation.participants.list();
    expect(members).toHaveLength(10);
    expect(members.at(-1)).toMatchObject({
      messagingBinding: { type: 'sms', address: '+15550100', proxy_address: '+15550199' },
      attributes: '{"vip":true}',
    });
  });

  it('may have none, a state and timers', async () => {
    const setup = setUp();
    const input = { state: 'inactive', 'timers.closed': 'PT10M' } as const;
    const made = await v1(setup).conversationWithParticipants.create(input);
    expect(made).toMatchObject({ state: 'inactive' });
    expect(await v1(setup).conversations(made.sid).participants.list()).toEqual([]);
  });

  it('tells webhooks of itself and of each participant when it is to (docs/conversations/conversations-webhooks)', async () => {
    const setup = setUp();
    const filters = ['onConversationAdded', 'onParticipantAdded'];
    const postWebhookUrl = 'https://example.twil.io/archive';
    await v1(setup).configuration.webhooks().update({ postWebhookUrl, filters });
    await v1(setup).conversationWithParticipants.create({ participant: people(2) });
    await v1(setup).conversationWithParticipants.create({ participant: people(2), ...header });
    await setup.world.settled();
    expect(setup.sent.map(({ params }) => [params['EventType'], params['Identity']])).toEqual([
      ['onConversationAdded', undefined],
      ['onParticipantAdded', 'p0'],
      ['onParticipantAdded', 'p1'],
    ]);
  });

  it.each<[number, string, readonly string[]]>([
    [50426, 'eleven participants (docs/api/errors/50426)', people(11)],
    [50433, 'one of them twice', ['{"identity":"ben"}', '{"identity":"ben"}']],
    [20001, 'one that is no JSON', ['ben']],
    [20001, 'one that is nobody', ['{"attributes":"{}"}']],
    [50407, 'an address that is none', ['{"messaging_binding":{"address":"nobody","proxy_address":"+15550199"}}']],
    [501, 'a projected address', ['{"identity":"ben","messaging_binding":{"projected_address":"+15550199"}}']],
    [501, 'what is no parameter of a participant', ['{"identity":"ben","nickname":"b"}']],
  ])('is refused with %i for %s, and nothing is made', async (code, _what, participant) => {
    const setup = setUp();
    const refused = v1(setup).conversationWithParticipants.create({ participant: [...participant] });
    await expect(refused).rejects.toMatchObject(code === 501 ? { status: 501 } : { code });
    expect(await v1(setup).conversations.list()).toEqual([]);
  });

  it('is refused for an address pair that is in use, and leaves no one behind (docs/api/errors/50416)', async () => {
    const setup = setUp();
    const busy = JSON.stringify({ messaging_binding: { address: '+15550100', proxy_address: '+15550199' } });
    await v1(setup).conversationWithParticipants.create({ participant: [busy] });
    const refused = v1(setup).conversationWithParticipants.create({ participant: ['{"identity":"zoe"}', busy] });
    await expect(refused).rejects.toMatchObject({ status: 409, code: 50416 });
    expect(await v1(setup).conversations.list()).toHaveLength(1);
    await expect(v1(setup).users('zoe').fetch()).rejects.toMatchObject({ status: 404 });
  });
});

/** https://www.twilio.com/docs/conversations/api/user-resource#delete-a-conversations-user */
describe('a user who is deleted (docs/conversations/api/user-resource)', () => {
  it('is gone, by SID as by identity, and out of open Conversations', async () => {
    const setup = setUp();
    const { sid } = await v1(setup).conversationWithParticipants.create({ participant: people(2) });
    const first = (await v1(setup).users.list()).find(({ identity }) => identity === 'p0');
    await v1(setup)
      .users(first?.sid ?? '')
      .remove();
    await v1(setup).users('p1').remove();
    await expect(v1(setup).users('p0').fetch()).rejects.toMatchObject({ status: 404 });
    expect(await v1(setup).conversations(sid).participants.list()).toEqual([]);
    await expect(v1(setup).users('p0').remove()).rejects.toMatchObject({ status: 404 });
  });

  it('may be made again, as somebody else', async () => {
    const setup = setUp();
    const old = await v1(setup).users.create({ identity: 'mo', friendlyName: 'Mo' });
    await v1(setup).users('mo').remove();
    const made = await v1(setup).users.create({ identity: 'mo' });
    expect(made).toMatchObject({ friendlyName: 'mo' });
    expect(made.sid).not.toBe(old.sid);
  });
});

/** @jest-environment node */
import { setUp } from './sdk';

const grace = 'grace';
const phone = { address: '+15550003333', proxyAddress: '+15550009999' };

async function twoConversations() {
  const setup = setUp();
  const { conversations, participantConversations, users } = setup.client.conversations.v1;
  const first = await conversations.create({ friendlyName: 'Parcel' });
  const second = await conversations.create({ friendlyName: 'Invoice' });
  for (const { sid } of [first, second]) await conversations(sid).participants.create({ identity: grace });
  await conversations(first.sid).participants.create({
    'messagingBinding.address': phone.address,
    'messagingBinding.proxyAddress': phone.proxyAddress,
  });
  return { ...setup, conversations, participantConversations, users, first, second };
}

describe('who is in which conversation, with the official SDK', () => {
  it('is told by identity', async () => {
    const { participantConversations, first, second } = await twoConversations();
    const found = await participantConversations.list({ identity: grace });
    expect(found.map(({ conversationSid }) => conversationSid)).toEqual([first.sid, second.sid]);
    expect(found[0]).toMatchObject({ participantIdentity: grace, conversationFriendlyName: 'Parcel' });
    expect(found[0]?.participantUserSid).toMatch(/^US/);
  });

  it('is told by address', async () => {
    const { participantConversations, first } = await twoConversations();
    expect(await participantConversations.list({ address: phone.address })).toMatchObject([
      { conversationSid: first.sid, participantUserSid: null, conversationState: 'active' },
    ]);
  });

  it('is not told for both at once, nor for nobody', async () => {
    const { participantConversations } = await twoConversations();
    await expect(participantConversations.list({ identity: grace, ...phone })).rejects.toMatchObject({ status: 400 });
    await expect(participantConversations.list({})).rejects.toMatchObject({ status: 400 });
  });
});

describe('the conversations of a user, with the official SDK', () => {
  it('are listed and fetched with what they have not read', async () => {
    const { conversations, users, first, second } = await twoConversations();
    for (const body of ['one', 'two', 'three']) await conversations(first.sid).messages.create({ body });
    const { userConversations } = users(grace);
    expect((await userConversations.list()).map(({ conversationSid }) => conversationSid)).toEqual([
      first.sid,
      second.sid,
    ]);
    expect(await userConversations(first.sid).update({ lastReadMessageIndex: 0 })).toMatchObject({
      unreadMessagesCount: 2,
    });
    expect(await userConversations(first.sid).fetch()).toMatchObject({ lastReadMessageIndex: 0 });
  });

  it('are left by deleting them', async () => {
    const { conversations, users, first, second } = await twoConversations();
    await users(grace).userConversations(first.sid).remove();
    expect(await users(grace).userConversations.list()).toMatchObject([{ conversationSid: second.sid }]);
    const left = await conversations(first.sid).participants.list();
    expect(left.map(({ identity }) => identity)).toEqual([null]);
    await expect(users(grace).userConversations(first.sid).fetch()).rejects.toMatchObject({ status: 404 });
  });
});

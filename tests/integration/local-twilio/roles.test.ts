/** @jest-environment node */
import { browserRouter } from '../../../local-twilio/src/kernel/browser/router';
import { mediaStore } from '../../../local-twilio/src/services/conversations/browser/media';
import { conversationRoutes } from '../../../local-twilio/src/services/conversations/browser/routes';
import { setUp } from './sdk';

const NONE = `RL${'0'.repeat(32)}`;

/** https://www.twilio.com/docs/conversations/api/role-resource */
describe('a role of Conversations (docs/conversations/api/role-resource)', () => {
  it('is what every participant and user has from the start: their role_sid can be read', async () => {
    const { conversations, users, roles } = setUp().client.conversations.v1;
    const { sid } = await conversations.create();
    const participant = await conversations(sid).participants.create({ identity: 'grace' });
    expect(await roles(participant.roleSid).fetch()).toMatchObject({ type: 'conversation' });
    expect(await roles((await users('grace').fetch()).roleSid).fetch()).toMatchObject({ type: 'service' });
    expect((await roles.list()).map(({ friendlyName }) => friendlyName)).toEqual(['service user', 'channel user']);
  });

  it('is made, given to a participant and to a user, changed and removed', async () => {
    const { conversations, users, roles } = setUp().client.conversations.v1;
    const permission = ['leaveConversation'];
    const reader = await roles.create({ friendlyName: 'reader', type: 'conversation', permission });
    const admin = await roles.create({ friendlyName: 'admin', type: 'service', permission: ['addParticipant'] });
    const { sid } = await conversations.create();
    const participant = await conversations(sid).participants.create({ identity: 'grace', roleSid: reader.sid });
    expect(participant.roleSid).toBe(reader.sid);
    expect(await users('grace').update({ roleSid: admin.sid })).toMatchObject({ roleSid: admin.sid });
    const changed = await roles(reader.sid).update({ permission: ['sendMessage', 'leaveConversation'] });
    expect(changed.permissions).toEqual(['sendMessage', 'leaveConversation']);
    await roles(reader.sid).remove();
    await expect(roles(reader.sid).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it('is refused where it is none, or of the other type', async () => {
    const { conversations, users, roles } = setUp().client.conversations.v1;
    const admin = await roles.create({ friendlyName: 'admin', type: 'service', permission: ['addParticipant'] });
    const { sid } = await conversations.create();
    const { participants } = conversations(sid);
    for (const roleSid of [admin.sid, NONE])
      await expect(participants.create({ identity: 'grace', roleSid })).rejects.toMatchObject({ status: 400 });
    const { sid: participant } = await participants.create({ identity: 'grace' });
    await expect(participants(participant).update({ roleSid: admin.sid })).rejects.toMatchObject({ status: 400 });
    await expect(users('grace').update({ roleSid: NONE })).rejects.toMatchObject({ status: 400 });
  });
});

const every = [
  'sendMessage',
  'sendMediaMessage',
  'addParticipant',
  'editConversationName',
  'editConversationAttributes',
];

/** Ada's browser in a Conversation, where their role permits what is given. */
async function browserOf(permission: string[], ofUser?: string[]) {
  const setup = setUp();
  const { world, client } = setup;
  const { conversations, roles, users } = client.conversations.v1;
  const { token } = world.iam.issueToken('ada');
  const viewer = world.iam.findToken(token);
  const identity = viewer?.identity ?? '';
  const { sid: roleSid } = await roles.create({ friendlyName: 'some', type: 'conversation', permission });
  const { sid } = await conversations.create({ friendlyName: 'Parcel' });
  await conversations(sid).participants.create({ identity, roleSid });
  if (ofUser) {
    const role = await roles.create({ friendlyName: 'user', type: 'service', permission: ofUser });
    await users(identity).update({ roleSid: role.sid });
  }
  const answer = browserRouter({
    routes: conversationRoutes(world, mediaStore(world)),
    viewerOf: () => viewer,
    onUnknown: () => undefined,
    onFailure: () => undefined,
  });
  const root = `/Client/v2/Services/${world.conversations.service.sid}`;
  const post = (path: string, fields: object) =>
    answer({
      ...{ host: 'aim.us1.twilio.com', method: 'POST', path, query: {}, headers: {}, desktop: 'ada' },
      body: Buffer.from(JSON.stringify(fields)),
    });
  const conversation = `${root}/Conversations/${sid}`;
  return {
    ...setup,
    conversation: world.conversations.get(sid),
    wishes: {
      sendMessage: () => post(`${conversation}/Messages`, { body: 'Hello' }),
      sendMediaMessage: () => post(`${conversation}/Messages`, { media_sids: [`ME${'0'.repeat(32)}`] }),
      addParticipant: () => post(`${conversation}/Participants`, { identity: 'sam' }),
      editConversationName: () => post(conversation, { friendly_name: 'Letter' }),
      editConversationAttributes: () => post(conversation, { attributes: '{"a":1}' }),
      editOwnUserInfo: () => post(`${root}/Users/${identity}`, { friendly_name: 'A' }),
      editAnyUserInfo: () => post(`${root}/Users/sam`, { friendly_name: 'S' }),
    },
  };
}

describe('what a role permits in a browser (docs/conversations/api/role-resource#permission-values)', () => {
  it.each([
    'sendMessage',
    'sendMediaMessage',
    'addParticipant',
    'editConversationName',
    'editConversationAttributes',
  ] as const)('of a Conversation: %s', async (permission) => {
    const without = await browserOf(every.filter((one) => one !== permission));
    const { messages, participants, friendlyName, attributes } = without.conversation;
    const before = [messages.length, participants.size, friendlyName, attributes];
    expect(await without.wishes[permission]()).toMatchObject({ status: 403, body: { code: 50107 } });
    const { conversation: after } = without;
    expect([after.messages.length, after.participants.size, after.friendlyName, after.attributes]).toEqual(before);
    expect((await (await browserOf([permission])).wishes[permission]()).status).toBeLessThan(300);
  });

  it('of the service: one’s own user, anybody’s, and what a Conversation’s role leaves out', async () => {
    const bound = await browserOf(['sendMessage'], ['joinConversation']);
    expect(await bound.wishes.editOwnUserInfo()).toMatchObject({ status: 403 });
    const { wishes } = await browserOf(['sendMessage'], ['editOwnUserInfo', 'addParticipant']);
    expect(await wishes.editOwnUserInfo()).toMatchObject({ status: 200 });
    expect(await wishes.editAnyUserInfo()).toMatchObject({ status: 403, body: { code: 50107 } });
    expect((await wishes.addParticipant()).status).toBe(201);
  });

  it('binds a web chat too, and REST to nothing', async () => {
    const { world, client } = setUp();
    const grace = { channel: 'web', address: 'grace', name: 'Grace', body: 'Hi' } as const;
    world.customers.write(grace);
    const [conversation] = world.conversations.list();
    const { sid: roleSid } = await client.conversations.v1.roles.create({
      ...{ friendlyName: 'reader', type: 'conversation', permission: ['leaveConversation'] },
    });
    const { participants, messages } = client.conversations.v1.conversations(conversation?.sid ?? '');
    const [customer] = await participants.list();
    await participants(customer?.sid ?? '').update({ roleSid });
    expect(() => world.customers.write(grace)).toThrow('sendMessage');
    await messages.create({ author: 'grace', body: 'Over REST', xTwilioWebhookEnabled: 'true' });
    expect(conversation?.messages.map(({ body }) => body)).toEqual(['Hi', 'Over REST']);
  });
});

describe('permissions (docs/api/errors/50104)', () => {
  it('have to be known, and of the role’s type', async () => {
    const { roles } = setUp().client.conversations.v1;
    const create = (type: 'conversation' | 'service', permission: string[]) =>
      roles.create({ friendlyName: 'some', type, permission });
    await expect(create('conversation', ['fly'])).rejects.toMatchObject({ status: 400, code: 50104 });
    await expect(create('service', ['sendMessage'])).rejects.toMatchObject({ code: 50104 });
    await expect(create('conversation', ['joinConversation'])).rejects.toMatchObject({ code: 50104 });
    const { sid } = await create('service', ['joinConversation']);
    await expect(roles(sid).update({ permission: ['leaveConversation'] })).rejects.toMatchObject({ code: 50104 });
    expect((await roles(sid).fetch()).permissions).toEqual(['joinConversation']);
  });

  it('of a role that does not exist cannot be given (docs/api/errors/50109)', async () => {
    const { conversations } = setUp().client.conversations.v1;
    const { sid } = await conversations.create();
    const given = conversations(sid).participants.create({ identity: 'grace', roleSid: NONE });
    await expect(given).rejects.toMatchObject({ status: 400, code: 50109 });
  });
});

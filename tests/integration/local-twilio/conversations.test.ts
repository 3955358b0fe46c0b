/** @jest-environment node */
import twilio from 'twilio';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { atOnce } from '../../../local-twilio/src/services/customers/commands';
import { setUp } from './sdk';

const webhook = (filters: string[] = ['onMessageAdded']) => ({
  target: 'webhook' as const,
  'configuration.url': 'https://parking-local.twil.io/hook',
  'configuration.method': 'post' as const,
  'configuration.filters': filters,
});

describe('Conversations, with the official SDK', () => {
  it('creates, fetches, updates and deletes, also under the service', async () => {
    const { client } = setUp();
    const { conversations } = client.conversations.v1;
    const made = await conversations.create({ friendlyName: 'Grace', attributes: '{"a":1}' });
    expect(made).toMatchObject({ state: 'active', attributes: '{"a":1}', chatServiceSid: ids.chatService });
    await conversations(made.sid).update({ attributes: '{"a":2}' });
    const inService = client.conversations.v1.services(ids.chatService).conversations(made.sid);
    expect((await inService.fetch()).attributes).toBe('{"a":2}');
    await conversations(made.sid).remove();
    await expect(conversations(made.sid).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it('has room for five webhooks; the sixth is 50361', async () => {
    const { client } = setUp();
    const { sid } = await client.conversations.v1.conversations.create();
    const { webhooks } = client.conversations.v1.conversations(sid);
    for (let count = 0; count < 5; count += 1) await webhooks.create(webhook());
    await expect(webhooks.create(webhook())).rejects.toMatchObject({ status: 400, code: 50361 });
    expect(await webhooks.list()).toHaveLength(5);
  });

  it('refuses a webhook on a laptop (50388) and one with a too long URL (50372)', async () => {
    const { client } = setUp();
    const { sid } = await client.conversations.v1.conversations.create();
    const { webhooks } = client.conversations.v1.conversations(sid);
    const at = (url: string) => webhooks.create({ ...webhook(), 'configuration.url': url });
    await expect(at('http://localhost:3001/hook')).rejects.toMatchObject({ code: 50388 });
    await expect(at(`https://parking-local.twil.io/${'x'.repeat(512)}`)).rejects.toMatchObject({ code: 50372 });
  });

  it('answers 404 for a webhook that is gone', async () => {
    const { client } = setUp();
    const { sid } = await client.conversations.v1.conversations.create();
    const made = await client.conversations.v1.conversations(sid).webhooks.create(webhook());
    await client.conversations.v1.conversations(sid).webhooks(made.sid).remove();
    const again = client.conversations.v1.conversations(sid).webhooks(made.sid).remove();
    await expect(again).rejects.toMatchObject({ status: 404 });
  });

  it('closes for good: every later change is 50377', async () => {
    const { client } = setUp();
    const { sid } = await client.conversations.v1.conversations.create();
    const conversation = client.conversations.v1.conversations(sid);
    await conversation.update({ state: 'closed' });
    await expect(conversation.update({ state: 'active' })).rejects.toMatchObject({ code: 50377 });
    await expect(conversation.messages.create({ body: 'x' })).rejects.toMatchObject({ code: 50377 });
    await expect(conversation.webhooks.create(webhook())).rejects.toMatchObject({ code: 50377 });
  });

  it('refuses attributes above 16 KB', async () => {
    const { client } = setUp();
    const attributes = JSON.stringify({ text: 'x'.repeat(16 * 1024) });
    await expect(client.conversations.v1.conversations.create({ attributes })).rejects.toMatchObject({ status: 400 });
  });

  it('numbers messages from 0 and lists the newest first on request', async () => {
    const { client } = setUp();
    const { sid } = await client.conversations.v1.conversations.create();
    const { messages } = client.conversations.v1.conversations(sid);
    for (const body of ['one', 'two', 'three']) await messages.create({ author: 'bot', body });
    const newest = await messages.list({ order: 'desc', limit: 2 });
    expect(newest.map(({ index, body }) => [index, body])).toEqual([
      [2, 'three'],
      [1, 'two'],
    ]);
  });

  it('keeps an address pair in one open conversation', async () => {
    const { client, world } = setUp();
    world.customers.write({ channel: 'sms', address: '+15550003333', name: 'Sam', body: 'Hello' });
    const { sid } = await client.conversations.v1.conversations.create();
    const twin = client.conversations.v1.conversations(sid).participants.create({
      'messagingBinding.address': '+15550003333',
      'messagingBinding.proxyAddress': '+15550001111',
    });
    await expect(twin).rejects.toMatchObject({ status: 409, code: 50416 });
  });

  it('starts a new conversation for a customer whose last one is closed', () => {
    const { world } = setUp();
    const sam = { channel: 'sms', address: '+15550003333', name: 'Sam' } as const;
    const first = atOnce(world.customers.write({ ...sam, body: 'Hello' }));
    world.conversations.update(first.conversationSid, { state: 'closed' });
    const second = atOnce(world.customers.write({ ...sam, body: 'Hello again' }));
    expect(second.conversationSid).not.toBe(first.conversationSid);
    expect(world.customers.threads(sam)).toHaveLength(2);
  });

  it.each([
    ['sms', '+15550003333', 'SMS', '+15550003333'],
    ['whatsapp', '+15550002222', 'WHATSAPP', 'whatsapp:+15550002222'],
  ] as const)(
    'a customer on %s fires webhooks with their address as the author',
    async (channel, address, source, author) => {
      const setup = setUp();
      const customer = { channel, address, name: 'Customer' };
      const { conversationSid } = atOnce(setup.world.customers.write({ ...customer, body: 'Hello' }));
      await setup.client.conversations.v1.conversations(conversationSid).webhooks.create(webhook());
      setup.world.customers.write({ ...customer, body: 'Anybody?' });
      await setup.world.settled();
      expect(setup.sent.map(({ params }) => params)).toMatchObject([{ Source: source, Author: author }]);
    },
  );

  it.each([
    ['none', 1],
    ['once', 2],
  ] as const)('retries a failed webhook %s when the switch says so', async (webhookRetry, times) => {
    const setup = setUp({ switches: { webhookRetry }, deliver: async () => ({ status: 500 }) });
    const { conversationSid } = atOnce(
      setup.world.customers.write({ channel: 'web', address: 'g', name: 'G', body: '1' }),
    );
    await setup.client.conversations.v1.conversations(conversationSid).webhooks.create(webhook());
    setup.world.customers.write({ channel: 'web', address: 'g', name: 'G', body: '2' });
    await setup.world.settled();
    expect(setup.sent).toHaveLength(times);
  });

  it.each([
    ['ignored', []],
    ['replays', ['2', '3']],
  ] as const)('ReplayAfter on create is %s when the switch says so', async (replayAfterOnCreate, bodies) => {
    const setup = setUp({ switches: { replayAfterOnCreate } });
    const write = (body: string) =>
      atOnce(setup.world.customers.write({ channel: 'web', address: 'g', name: 'G', body }));
    const { conversationSid } = write('1');
    write('2');
    write('3');
    const { webhooks } = setup.client.conversations.v1.conversations(conversationSid);
    await webhooks.create({ ...webhook(), 'configuration.replayAfter': 0 });
    await setup.world.settled();
    expect(setup.sent.map(({ params }) => params.Body)).toEqual(bodies);
  });

  it('gives up a webhook that has not answered in five seconds', async () => {
    const setup = setUp({ deliver: () => new Promise(() => undefined) });
    const { conversationSid } = atOnce(
      setup.world.customers.write({ channel: 'web', address: 'g', name: 'G', body: '1' }),
    );
    await setup.client.conversations.v1.conversations(conversationSid).webhooks.create(webhook());
    setup.world.customers.write({ channel: 'web', address: 'g', name: 'G', body: '2' });
    setup.world.clock.advance(5_000);
    await setup.world.settled();
    expect(setup.world.deliveries()[0]?.outcome).toEqual({ failure: 'no answer in 5000 ms' });
  });

  it('closes by timer, and says so', async () => {
    const setup = setUp();
    const { sid } = await setup.client.conversations.v1.conversations.create();
    await setup.client.conversations.v1.conversations(sid).update({ 'timers.closed': 'PT10M' });
    setup.world.clock.advance(10 * 60_000);
    expect((await setup.client.conversations.v1.conversations(sid).fetch()).state).toBe('closed');
  });
});

describe('every request', () => {
  it('needs the account SID and the auth token (20003)', async () => {
    const { client, world } = setUp();
    const stranger = twilio(ids.account, 'wrong', { httpClient: client.httpClient });
    await expect(stranger.conversations.v1.conversations.list()).rejects.toMatchObject({ status: 401, code: 20003 });
    expect(world.calls()).toMatchObject([{ status: 401 }]);
  });

  it('gets Twilio-shaped errors for unknown hosts, paths, methods and operations that are planned', async () => {
    const { world } = setUp();
    const authorization = `Basic ${Buffer.from(`${ids.account}:${ids.authToken}`).toString('base64')}`;
    const ask = (host: string, path: string, method = 'GET') =>
      world.dispatch({ method, host, path, query: {}, headers: { authorization }, body: '' });
    const elsewhere = await ask('voice.twilio.com', '/v1/x');
    expect(elsewhere).toMatchObject({ status: 501, body: { code: 20501 } });
    expect(elsewhere.body).toMatchObject({ message: expect.stringContaining('conversations.twilio.com, taskrouter') });
    expect(await ask('sync.twilio.com', '/v1/nothing')).toMatchObject({ status: 404, body: { code: 20404 } });
    expect(await ask('sync.twilio.com', '/v1/Services', 'DELETE')).toMatchObject({ status: 405 });
    expect(await ask('conversations.twilio.com', '/v1/Credentials')).toMatchObject({ status: 501 });
  });
});

describe('answers look as Twilio documents them:', () => {
  it('times without milliseconds, and a messaging service in every Conversation', async () => {
    const { client, world } = setUp();
    world.clock.advance(123);
    const { conversations, users } = client.conversations.v1;
    const { sid, messagingServiceSid } = await conversations.create();
    expect(messagingServiceSid).toMatch(/^MG[0-9a-f]{32}$/);
    const { messages } = conversations(sid);
    await messages.create({ body: 'hi' });
    const answer = await world.dispatch({
      method: 'GET',
      host: 'conversations.twilio.com',
      path: `/v1/Conversations/${sid}/Messages`,
      query: {},
      headers: { authorization: `Basic ${Buffer.from(`${ids.account}:${ids.authToken}`).toString('base64')}` },
      body: '',
    });
    expect(answer.body).toMatchObject({ messages: [{ date_created: '2026-01-01T00:00:00Z' }] });
    await conversations(sid).participants.create({ identity: 'grace' });
    expect(await users('grace').fetch()).toMatchObject({
      isOnline: null,
      isNotifiable: null,
      roleSid: expect.stringMatching(/^RL/),
    });
  });
});

describe('what the reference says of reading (docs/conversations/api)', () => {
  it('a participant is fetched by SID or by identity (conversation-participant-resource)', async () => {
    const { conversations } = setUp().client.conversations.v1;
    const { sid } = await conversations.create();
    const { participants } = conversations(sid);
    const bob = await participants.create({ identity: 'bob' });
    expect((await participants('bob').fetch()).sid).toBe(bob.sid);
    expect((await participants(bob.sid).fetch()).identity).toBe('bob');
    await expect(participants('nobody').fetch()).rejects.toMatchObject({ status: 404 });
  });

  it('conversations are listed by the days of their creation (conversation-resource)', async () => {
    const setup = setUp();
    const { conversations } = setup.client.conversations.v1;
    await conversations.create({ uniqueName: 'first' });
    setup.world.clock.advance(36 * 60 * 60_000);
    await conversations.create({ uniqueName: 'second' });
    const names = async (asked: object) => (await conversations.list(asked)).map(({ uniqueName }) => uniqueName);
    expect(await names({ startDate: '2026-01-02' })).toEqual(['second']);
    expect(await names({ endDate: '2026-01-01' })).toEqual(['first']);
    expect(await names({ startDate: '2026-01-01T00:00:00Z', endDate: '2026-01-02T23:59:59Z' })).toHaveLength(2);
    expect(await names({ startDate: '2026-01-03' })).toEqual([]);
    await expect(names({ startDate: 'yesterday' })).rejects.toMatchObject({ status: 400 });
  });
});

/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { browserConfiguration } from '../../../local-twilio/src/services/flex/browser/browser-configuration';
import { setUp } from './sdk';

/** Small things of Twilio's reference that belong to no other test; each name says the page. */
const sam = { channel: 'sms', address: '+15550003333', name: 'Sam', body: 'Hi' } as const;
const IS_SECONDS = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

it('an SMS conversation has a messaging service, and webhooks are told which (docs/conversations/conversations-webhooks)', async () => {
  const { world, client, sent } = setUp();
  const url = 'https://example.twil.io/archive';
  await client.conversations.v1.configuration.webhooks().update({ postWebhookUrl: url, filters: ['onMessageAdded'] });
  world.customers.write(sam);
  await world.settled();
  const [conversation] = await client.conversations.v1.conversations.list();
  expect(conversation?.messagingServiceSid).toMatch(/^MG[0-9a-f]{32}$/);
  expect(sent.map(({ params }) => params['MessagingServiceSid'])).toEqual([conversation?.messagingServiceSid]);
});

it('dates over REST have no fractions of seconds (docs/conversations/api/conversation-message-resource)', async () => {
  const { world } = setUp();
  world.clock.advance(123);
  world.customers.write(sam);
  const [{ sid } = { sid: '' }] = world.conversations.list();
  const authorization = `Basic ${Buffer.from(`${ids.account}:${ids.authToken}`).toString('base64')}`;
  const answer = await world.dispatch({
    ...{ method: 'GET', host: 'conversations.twilio.com', path: `/v1/Conversations/${sid}/Messages` },
    ...{ query: {}, headers: { authorization }, body: '' },
  });
  const { messages } = JSON.parse(JSON.stringify(answer.body));
  expect(messages[0].date_created).toMatch(IS_SECONDS);
  expect(messages[0].date_updated).toMatch(IS_SECONDS);
});

it('whether a user is online is told to nobody over REST (docs/conversations/api/user-resource)', async () => {
  const { client, person } = setUp();
  const user = await client.conversations.v1.users(person('ada').identity).fetch();
  expect([user.isOnline, user.isNotifiable]).toEqual([null, null]);
});

it('a webhook has a signature and a token to know it again by (docs/usage/webhooks/webhooks-connection-overrides)', async () => {
  const { world, client, sent } = setUp();
  const url = 'https://example.twil.io/archive';
  await client.conversations.v1.configuration.webhooks().update({ postWebhookUrl: url, filters: ['onMessageAdded'] });
  world.customers.write(sam);
  world.customers.write(sam);
  await world.settled();
  const tokens = sent.map(({ headers }) => headers['i-twilio-idempotency-token']);
  expect(new Set(tokens).size).toBe(2);
  for (const { headers } of sent) expect(headers['x-twilio-signature']).toEqual(expect.any(String));
});

it.each([
  [
    'a message',
    (client: ReturnType<typeof setUp>['client']) => client.messages.create({ to: '+1', from: '+1', body: 'x' }),
  ],
  [
    'a call',
    (client: ReturnType<typeof setUp>['client']) =>
      client.calls.create({ to: '+1', from: '+1', url: 'https://a.example' }),
  ],
  ['a look-up', (client: ReturnType<typeof setUp>['client']) => client.lookups.v2.phoneNumbers('+15550003333').fetch()],
  [
    'a verification',
    (client: ReturnType<typeof setUp>['client']) => client.verify.v2.services.create({ friendlyName: 'x' }),
  ],
] as const)(
  '%s of a product that is not served is 501, never "not found" (docs/messaging/api, voice/api, lookup, verify/api)',
  async (_what, ask) => {
    await expect(ask(setUp().client)).rejects.toMatchObject({ status: 501 });
  },
);

it('what the Flex Configuration says over REST is what the Flex UI gets (docs/flex/developer/config/flex-configuration-rest-api)', async () => {
  const { world } = setUp();
  const set = {
    markdown: { enabled: false, mode: 'readOnly' },
    notifications: { enabled: true, mode: 'always' },
    debugger_integration: { enabled: true },
    channel_configs: [{ channel: 'sms' }],
    ui_attributes: { colour: 'green' },
  };
  const authorization = `Basic ${Buffer.from(`${ids.account}:${ids.authToken}`).toString('base64')}`;
  const answer = await world.dispatch({
    ...{ method: 'POST', host: 'flex-api.twilio.com', path: '/v1/Configuration', query: {} },
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ account_sid: ids.account, ...set }),
  });
  expect(answer.status).toBe(200);
  const { ui_attributes: attributes, ...others } = set;
  expect(browserConfiguration(world)).toMatchObject({ ...others, ui_attributes: attributes });
});

it('a user is made over REST, once, and webhooks are told if they are to be (docs/conversations/api/user-resource, errors/50201)', async () => {
  const { world, client, sent } = setUp();
  const { configuration, users, services } = client.conversations.v1;
  await configuration.webhooks().update({ postWebhookUrl: 'https://a.twil.io/', filters: ['onUserAdded'] });
  const given = { identity: 'bot', friendlyName: 'Bot', attributes: '{"a":1}' };
  expect(await users.create({ ...given, xTwilioWebhookEnabled: 'true' })).toMatchObject(given);
  await expect(users.create({ identity: 'bot' })).rejects.toMatchObject({ status: 409, code: 50201 });
  await services(ids.chatService).users.create({ identity: 'quiet' });
  await expect(users.create({ identity: 'x', attributes: '{' })).rejects.toMatchObject({ code: 50304 });
  await expect(users('x').fetch()).rejects.toMatchObject({ status: 404 });
  await world.settled();
  expect(sent.map(({ params }) => [params['EventType'], params['Identity']])).toEqual([['onUserAdded', 'bot']]);
});

it('a reservation takes the instructions accept and reject, and names those for calls (docs/taskrouter/handle-assignment-callbacks)', async () => {
  const setup = setUp();
  const { tasks } = setup.client.taskrouter.v1.workspaces(ids.workspace);
  setup.makeAvailable('ada');
  const { sid } = await tasks.create({ taskChannel: 'chat' });
  const reservation = tasks(sid).reservations(setup.offered('ada')?.sid ?? '');
  await expect(reservation.update({ instruction: 'dequeue' })).rejects.toMatchObject({ status: 501 });
  // docs/api/errors/55555
  const none = { status: 400, code: 55555 };
  await expect(reservation.update({ instruction: 'dance' })).rejects.toMatchObject(none);
  const both = { instruction: 'accept', reservationStatus: 'rejected' as const };
  await expect(reservation.update(both)).rejects.toMatchObject({ status: 400 });
  expect(await reservation.update({ instruction: 'accept' })).toMatchObject({ reservationStatus: 'accepted' });
  const other = await tasks.create({ taskChannel: 'chat' });
  const offered = tasks(other.sid).reservations(setup.offered('ada')?.sid ?? '');
  expect(await offered.update({ instruction: 'reject' })).toMatchObject({ reservationStatus: 'rejected' });
});

it('conversations of no named service are in the default one (docs/conversations/api/configuration-resource)', async () => {
  const { client } = setUp();
  const { defaultChatServiceSid, defaultClosedTimer } = await client.conversations.v1.configuration().fetch();
  const { chatServiceSid } = await client.conversations.v1.conversations.create();
  expect({ defaultChatServiceSid, defaultClosedTimer }).toEqual({
    defaultChatServiceSid: chatServiceSid,
    defaultClosedTimer: null,
  });
});

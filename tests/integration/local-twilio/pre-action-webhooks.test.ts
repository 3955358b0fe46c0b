/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import type { DeliveryAnswer } from '../../../local-twilio/src/kernel/deliveries';
import { setUp, type Setup } from './sdk';

/**
 * https://www.twilio.com/docs/conversations/conversations-webhooks: a pre-action webhook is asked before a change is made;
 * 200 lets it pass, with the fields of its JSON in place of the given ones; 403 refuses; no answer within five seconds
 * lets it pass unchanged.
 */
const HOOK = 'https://functions-local.twil.io/before';
const grace = { channel: 'web', address: 'grace', name: 'Grace' } as const;
const enabled = { xTwilioWebhookEnabled: 'true' } as const;
const never = () => new Promise<DeliveryAnswer>(() => {});

type Answer = () => DeliveryAnswer | Promise<DeliveryAnswer>;

async function asking(filters: string[], answer: Answer, scope: 'account' | 'service' = 'service'): Promise<Setup> {
  const setup = setUp({ deliver: async () => answer() });
  const { configuration, services } = setup.client.conversations.v1;
  if (scope === 'account') await configuration.webhooks().update({ preWebhookUrl: HOOK, filters });
  else await services(ids.chatService).configuration.webhooks().update({ preWebhookUrl: HOOK, filters });
  return setup;
}

const json = (body: object): DeliveryAnswer => ({ status: 200, body: JSON.stringify(body) });
const pass: Answer = () => ({ status: 200 });
const refuse: Answer = () => ({ status: 403 });

const started = async ({ client }: Setup) => {
  const { sid } = await client.conversations.v1.conversations.create();
  return client.conversations.v1.conversations(sid);
};

const bodies = ({ world }: Setup) => world.conversations.list().flatMap(({ messages }) => messages.map((m) => m.body));

describe('a pre-action webhook (docs/conversations/conversations-webhooks)', () => {
  it('is asked before a message is there, without its SID, and an empty 200 lets it pass', async () => {
    const seen: (string | null)[][] = [];
    const setup = await asking(['onMessageAdd'], () => {
      seen.push(bodies(setup));
      return { status: 200 };
    });
    const conversation = await started(setup);
    const { sid } = await conversation.messages.create({ author: 'bot', body: 'hi', ...enabled });
    expect(sid).toMatch(/^IM/);
    expect(seen).toEqual([[]]);
    expect(bodies(setup)).toEqual(['hi']);
    const [asked] = setup.sent;
    expect(asked).toMatchObject({ url: HOOK, timeoutMs: 5_000, headers: { 'x-twilio-signature': expect.any(String) } });
    expect(asked?.params).toMatchObject({
      EventType: 'onMessageAdd',
      AccountSid: ids.account,
      ChatServiceSid: ids.chatService,
      Author: 'bot',
      Body: 'hi',
      Attributes: '{}',
      Source: 'API',
    });
    expect(asked?.params).not.toHaveProperty('MessageSid');
    expect(asked?.params).not.toHaveProperty('Index');
  });

  it('changes what its answer of 200 names, and nothing else', async () => {
    const setup = await asking(['onMessageAdd'], () => json({ body: 'h*', attributes: '{"a":1}', mood: 'good' }));
    const message = await (await started(setup)).messages.create({ author: 'bot', body: 'hi', ...enabled });
    expect(message).toMatchObject({ author: 'bot', body: 'h*', attributes: '{"a":1}' });
  });

  it('refuses with 403, and nothing happens', async () => {
    const setup = await asking(['onMessageAdd'], refuse);
    const conversation = await started(setup);
    const refused = conversation.messages.create({ author: 'bot', body: 'hi', ...enabled });
    await expect(refused).rejects.toMatchObject({ status: 403 });
    expect(bodies(setup)).toEqual([]);
  });

  it('lets pass what it fails at: another status, no answer within five seconds, an answer that is no JSON', async () => {
    const failing: readonly Answer[] = [
      () => ({ status: 500, body: '{"body":"changed"}' }),
      () => ({ status: 404 }),
      () => Promise.reject(new Error('connection refused')),
      () => ({ status: 200, body: '<Response/>' }),
    ];
    for (const answer of failing) {
      const setup = await asking(['onMessageAdd'], answer);
      await (await started(setup)).messages.create({ author: 'bot', body: 'hi', ...enabled });
      expect(bodies(setup)).toEqual(['hi']);
    }
    const setup = await asking(['onMessageAdd'], never);
    const conversation = await started(setup);
    const written = conversation.messages.create({ author: 'bot', body: 'late', ...enabled });
    await new Promise(setImmediate);
    setup.world.clock.advance(4_999);
    await new Promise(setImmediate);
    expect(bodies(setup)).toEqual([]);
    setup.world.clock.advance(1);
    await written;
    expect(bodies(setup)).toEqual(['late']);
  });

  it('is not asked of what its filters leave out, nor of REST calls without X-Twilio-Webhook-Enabled', async () => {
    const setup = await asking(['onMessageRemove'], refuse);
    const conversation = await started(setup);
    const { sid } = await conversation.messages.create({ author: 'bot', body: 'hi', ...enabled });
    await conversation.messages(sid).remove();
    expect(setup.sent).toEqual([]);
  });

  it('is asked of every kind of change, and its answer can change each but removals', async () => {
    const all = [
      'onConversationAdd',
      'onConversationUpdate',
      'onConversationRemove',
      'onParticipantAdd',
      'onParticipantUpdate',
      'onParticipantRemove',
      'onMessageAdd',
      'onMessageUpdate',
      'onMessageRemove',
      'onUserUpdate',
    ];
    const changed = { friendly_name: 'F', body: 'B', author: 'A', attributes: '{"c":1}' };
    const setup = await asking(all, () => json(changed), 'account');
    const { conversations, users } = setup.client.conversations.v1;
    const made = await conversations.create({ friendlyName: 'Tea', ...enabled });
    expect(made).toMatchObject({ friendlyName: 'F', attributes: '{"c":1}' });
    const conversation = conversations(made.sid);
    expect(await conversation.update({ friendlyName: 'Cake', ...enabled })).toMatchObject({ friendlyName: 'F' });
    const participant = await conversation.participants.create({ identity: 'grace', ...enabled });
    expect(participant).toMatchObject({ identity: 'grace', attributes: '{"c":1}' });
    const given = { attributes: '{}', ...enabled };
    expect(await conversation.participants(participant.sid).update(given)).toMatchObject({ attributes: '{"c":1}' });
    const message = await conversation.messages.create({ body: 'hi', ...enabled });
    expect(message).toMatchObject({ body: 'B', author: 'A' });
    expect(await conversation.messages(message.sid).update({ body: 'ho', ...enabled })).toMatchObject({ body: 'B' });
    expect(await users('grace').update({ friendlyName: 'G', ...enabled })).toMatchObject({ friendlyName: 'F' });
    await conversation.messages(message.sid).remove(enabled);
    await conversation.participants(participant.sid).remove(enabled);
    await conversation.remove(enabled);
    expect(setup.sent.map(({ params }) => params['EventType'])).toEqual([
      'onConversationAdd',
      'onConversationUpdate',
      'onParticipantAdd',
      'onParticipantUpdate',
      'onMessageAdd',
      'onMessageUpdate',
      'onUserUpdate',
      'onMessageRemove',
      'onParticipantRemove',
      'onConversationRemove',
    ]);
    expect(setup.world.conversations.list()).toEqual([]);
  });

  it('is followed by the post-action webhook, which tells what became of it', async () => {
    const setup = await asking(['onMessageAdd', 'onMessageAdded'], () => json({ body: 'h*' }));
    const service = setup.client.conversations.v1.services(ids.chatService);
    await service.configuration.webhooks().update({ postWebhookUrl: `${HOOK}/after` });
    await (await started(setup)).messages.create({ author: 'bot', body: 'hi', ...enabled });
    await setup.world.settled();
    expect(setup.sent.map(({ params }) => [params['EventType'], params['Body']])).toEqual([
      ['onMessageAdd', 'hi'],
      ['onMessageAdded', 'h*'],
    ]);
  });

  it('is asked of what a customer writes: it holds the message back, changes it or keeps it out', async () => {
    const setup = await asking(['onMessageAdd'], () => json({ body: 'h*' }));
    const message = await setup.world.customers.send({ ...grace, body: 'hi' });
    expect(message).toMatchObject({ body: 'h*', author: grace.address });
    expect(setup.sent[0]?.params).toMatchObject({ Source: 'SDK', Author: grace.address, Body: 'hi' });
    const strict = await asking(['onMessageAdd'], refuse);
    await expect(strict.world.customers.send({ ...grace, body: 'hi' })).rejects.toMatchObject({ status: 403 });
    expect(bodies(strict)).toEqual([]);
  });

  it('is asked of what a customer writes whom nobody waits for, and no customer hears that it was refused', async () => {
    const setup = await asking(['onMessageAdd'], () => json({ body: 'h*' }));
    expect(setup.world.customers.write({ ...grace, body: 'hi' })).toBeUndefined();
    expect(bodies(setup)).toEqual([]);
    await setup.world.settled();
    expect(bodies(setup)).toEqual(['h*']);
    expect(setup.world.taskRouter.tasks()).toHaveLength(1);
    const strict = await asking(['onMessageAdd'], refuse);
    strict.world.customers.write({ ...grace, body: 'hi' });
    await strict.world.settled();
    expect(bodies(strict)).toEqual([]);
    expect(strict.world.taskRouter.tasks()).toEqual([]);
  });

  it('of the service is asked before that of the account, which sees what the first one changed', async () => {
    const setup = await asking(['onMessageAdd'], () => json({ body: 'h*' }));
    const account = setup.client.conversations.v1.configuration.webhooks();
    await account.update({ preWebhookUrl: `${HOOK}/account`, filters: ['onMessageAdd'] });
    await (await started(setup)).messages.create({ author: 'bot', body: 'hi', ...enabled });
    expect(setup.sent.map(({ url, params }) => [url, params['Body']])).toEqual([
      [HOOK, 'hi'],
      [`${HOOK}/account`, 'h*'],
    ]);
  });

  it('is kept, told over REST, and taken away with an empty address', async () => {
    const setup = await asking(['onMessageAdd'], pass);
    const webhooks = setup.client.conversations.v1.services(ids.chatService).configuration.webhooks();
    expect(await webhooks.fetch()).toMatchObject({ preWebhookUrl: HOOK, filters: ['onMessageAdd'] });
    expect(await webhooks.update({ preWebhookUrl: '' })).toMatchObject({ preWebhookUrl: null });
  });
});

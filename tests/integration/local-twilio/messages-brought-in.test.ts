/** @jest-environment node */
import { setUp } from './sdk';

const HOOK = 'https://hooks.example.com/messages';

async function conversation() {
  const { client, world, sent } = setUp();
  const made = await client.conversations.v1.conversations.create({ friendlyName: 'Moved here' });
  const { messages, webhooks } = client.conversations.v1.conversations(made.sid);
  const upload = () =>
    world.conversations.addMedia({
      ...{ author: 'bot', bytes: Buffer.from('%PDF'), contentType: 'application/pdf' },
      ...{ filename: 'invoice.pdf', category: 'media' },
    }).item.sid;
  return { world, sent, messages, webhooks, upload };
}

/** https://www.twilio.com/docs/conversations/media-support-conversations */
describe('a message over REST with MediaSid (docs/conversations/media-support-conversations)', () => {
  it('carries the file, and its webhook names it', async () => {
    const { world, sent, messages, webhooks, upload } = await conversation();
    const filters = ['onMessageAdded'];
    await webhooks.create({ target: 'webhook', 'configuration.url': HOOK, 'configuration.filters': filters });
    const mediaSid = upload();

    const { sid } = await messages.create({ author: 'bot', mediaSid, xTwilioWebhookEnabled: 'true' });
    await world.settled();

    const file = { sid: mediaSid, content_type: 'application/pdf', filename: 'invoice.pdf', size: 4 };
    expect((await messages(sid).fetch()).media).toEqual([expect.objectContaining(file)]);
    expect(sent.find(({ url }) => url === HOOK)?.params['Media']).toContain(mediaSid);
  });

  it('is refused with 50507 when nobody uploaded that file (docs/api/errors/50507)', async () => {
    const { messages } = await conversation();
    await expect(messages.create({ mediaSid: `ME${'0'.repeat(32)}` })).rejects.toMatchObject({ code: 50507 });
    expect(await messages.list()).toEqual([]);
  });

  it('is refused with 50508 when another message has that file (docs/api/errors/50508)', async () => {
    const { messages, upload } = await conversation();
    const mediaSid = upload();
    await messages.create({ mediaSid });
    await expect(messages.create({ mediaSid })).rejects.toMatchObject({ code: 50508 });
    expect(await messages.list()).toHaveLength(1);
  });
});

/** https://www.twilio.com/docs/conversations/api/conversation-message-resource */
describe('a message that was written elsewhere before (docs/conversations/api/conversation-message-resource)', () => {
  const written = new Date('2024-05-06T07:08:09Z');
  const edited = new Date('2024-05-07T08:09:10Z');

  it('keeps the dates that it is given', async () => {
    const { messages } = await conversation();
    const { sid } = await messages.create({ body: 'Hello', dateCreated: written, dateUpdated: edited });
    expect(await messages(sid).fetch()).toMatchObject({ dateCreated: written, dateUpdated: edited });
  });

  it('can be given them later', async () => {
    const { messages } = await conversation();
    const { sid } = await messages.create({ body: 'Hello' });
    await messages(sid).update({ dateCreated: written, dateUpdated: edited });
    expect(await messages(sid).fetch()).toMatchObject({ body: 'Hello', dateCreated: written, dateUpdated: edited });
  });

  it('is refused when a date is none', async () => {
    const { messages } = await conversation();
    const someday = 'someday' as unknown as Date;
    await expect(messages.create({ body: 'Hello', dateCreated: someday })).rejects.toMatchObject({ status: 400 });
    expect(await messages.list()).toEqual([]);
  });
});

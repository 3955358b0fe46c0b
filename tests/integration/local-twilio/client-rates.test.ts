/** @jest-environment node */
import { browserRouter } from '../../../local-twilio/src/kernel/browser/router';
import { conversationRoutes } from '../../../local-twilio/src/services/conversations/browser/routes';
import { mediaStore } from '../../../local-twilio/src/services/conversations/browser/media';
import { setUp } from './sdk';

/** Ada's browser, and a conversation that she is in. */
function openBrowser() {
  const setup = setUp();
  const { world } = setup;
  const { token } = world.iam.issueToken('ada');
  const viewer = world.iam.findToken(token);
  const answer = browserRouter({
    routes: conversationRoutes(world, mediaStore(world)),
    viewerOf: () => viewer,
    onUnknown: () => undefined,
    onFailure: () => undefined,
  });
  const { sid } = world.conversations.create({});
  world.conversations.addParticipant(sid, { identity: viewer?.identity ?? '' });
  const root = `/Client/v2/Services/${world.conversations.service.sid}`;
  const post = (path: string, fields: object) =>
    answer({
      ...{ host: 'aim.us1.twilio.com', method: 'POST', path, query: {}, headers: {}, desktop: 'ada' },
      body: Buffer.from(JSON.stringify(fields)),
    });
  const write = () => post(`${root}/Conversations/${sid}/Messages`, { body: 'Hello' });
  const read = () => post(`${root}/Users/${viewer?.identity}/Conversations/${sid}`, { last_read_message_index: 0 });
  const type = () => post('/v1/typing', { ChannelSid: sid });
  const rename = () => post(`${root}/Conversations/${sid}`, { friendly_name: 'Parcels' });
  return { ...setup, sid, write, read, type, rename };
}

describe('actions per second in the browser (changelog/increasing-actions-per-second-for-conversations-)', () => {
  it('count together with those over REST to thirty for each conversation', async () => {
    const { client, sid, write, rename, world } = openBrowser();
    for (let count = 0; count < 15; count += 1) await write();
    const { messages } = client.conversations.v1.conversations(sid);
    for (let count = 0; count < 15; count += 1) await messages.create({ body: 'Hello' });

    expect(await write()).toMatchObject({ status: 429, body: { code: 50063 } });
    expect(await rename()).toMatchObject({ status: 429 });
    await expect(messages.create({ body: 'more' })).rejects.toMatchObject({ status: 429 });
    expect(world.conversations.get(sid).messages).toHaveLength(30);

    world.clock.advance(1_000);
    expect(await write()).toMatchObject({ status: 201 });
  });

  it('are not used up by typing and by read marks', async () => {
    const { write, read, type } = openBrowser();
    await write();
    for (let count = 0; count < 40; count += 1) {
      expect(await read()).toMatchObject({ status: 200 });
      expect(await type()).toMatchObject({ status: 200 });
    }
    expect(await write()).toMatchObject({ status: 201 });
  });
});

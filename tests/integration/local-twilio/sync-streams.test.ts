/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import type { WorldEvent } from '../../../local-twilio/src/account/events';
import { setUp, type Setup } from './sdk';

const streams = ({ client }: Setup) => client.sync.v1.services(ids.syncService).syncStreams;
const stream = ({ client }: Setup, name: string) => client.sync.v1.services(ids.syncService).syncStreams(name);

/** https://www.twilio.com/docs/sync/api/stream-resource and stream-message-resource */
describe('a Sync stream over REST', () => {
  it('is made, found by name, listed, kept for a time and removed', async () => {
    const setup = setUp();
    const made = await streams(setup).create({ uniqueName: 'news', ttl: 60 });
    expect(made).toMatchObject({
      sid: expect.stringMatching(/^TO[0-9a-f]{32}$/),
      uniqueName: 'news',
      serviceSid: ids.syncService,
      createdBy: 'system',
    });
    expect(made.dateExpires).not.toBeNull();
    await expect(streams(setup).create({ uniqueName: 'news' })).rejects.toMatchObject({ status: 409, code: 54301 });
    expect(await stream(setup, 'news').fetch()).toMatchObject({ sid: made.sid });
    expect((await stream(setup, 'news').update({ ttl: 0 })).dateExpires).toBeNull();
    expect(await streams(setup).list()).toHaveLength(1);
    await stream(setup, made.sid).remove();
    await expect(stream(setup, 'news').fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it('expires', async () => {
    const setup = setUp();
    await streams(setup).create({ uniqueName: 'news', ttl: 60 });
    setup.world.clock.advance(60_000);
    expect(await streams(setup).list()).toEqual([]);
  });

  it('tells its messages and keeps none; one has at most 4 KiB (errors/54006)', async () => {
    const setup = setUp();
    const told: WorldEvent[] = [];
    setup.world.events.on({ 'sync.stream.message': (event) => void told.push(event) });
    await streams(setup).create({ uniqueName: 'news' });
    const message = await stream(setup, 'news').streamMessages.create({ data: { hello: true } });
    expect(message).toMatchObject({ sid: expect.stringMatching(/^TZ[0-9a-f]{32}$/), data: { hello: true } });
    expect(told).toMatchObject([{ published: { sid: message.sid, data: { hello: true } } }]);
    expect(
      JSON.stringify([...setup.world.state().sync.services.values()].map(({ streams }) => [...streams.values()])),
    ).not.toContain('hello');
    const room = 4 * 1024 - JSON.stringify({ text: '' }).length;
    await stream(setup, 'news').streamMessages.create({ data: { text: 'x'.repeat(room) } });
    const tooMuch = stream(setup, 'news').streamMessages.create({ data: { text: 'x'.repeat(room + 1) } });
    await expect(tooMuch).rejects.toMatchObject({ status: 400, code: 54006 });
  });

  it('takes thirty messages a second over ten seconds (docs/sync/limits), each stream for itself', async () => {
    const setup = setUp();
    await streams(setup).create({ uniqueName: 'news' });
    await streams(setup).create({ uniqueName: 'other' });
    const publish = (name: string) => stream(setup, name).streamMessages.create({ data: {} });
    for (let sent = 0; sent < 300; sent += 1) await publish('news');
    await expect(publish('news')).rejects.toMatchObject({ status: 429, code: 54009 });
    await publish('other');
    setup.world.clock.advance(10_000);
    await publish('news');
  });
});

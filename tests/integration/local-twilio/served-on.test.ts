/** @jest-environment node */
import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { virtualClock } from '../../../local-twilio/src/kernel/clock';
import { seededSids } from '../../../local-twilio/src/kernel/sids';
import { openTwilsock } from '../../../local-twilio/src/gateways/browser/twilsock/session';
import { encodeFrame } from '../../../local-twilio/src/gateways/browser/twilsock/frame';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { createWorld } from '../../../local-twilio/src/account/world';
import { setUp, START_MS } from './sdk';

const grace = { channel: 'web', address: 'grace', name: 'Grace' } as const;

describe('an error that no caller waits for is told, and everybody is served on', () => {
  const worldThatTells = () => {
    const told: string[] = [];
    const world = createWorld({
      clock: virtualClock(START_MS),
      sids: seededSids('test'),
      deliver: async () => ({ status: 200 }),
      onFailure: (what, error) => told.push(`${what}: ${String(error)}`),
    });
    return { world, told };
  };

  it('in a timer', () => {
    const { world, told } = worldThatTells();
    world.sync.createDocument(ids.syncService, { data: {}, ttlSeconds: 1 });
    world.events.subscribe(({ type }) => {
      if (type === 'sync.document.removed') throw new Error('broken');
    });
    world.clock.advance(1000);
    expect(told).toEqual(['a timer: Error: broken']);
  });

  it('in a webhook', async () => {
    const { world, told } = worldThatTells();
    world.taskRouter.setEventCallback('https://somebody.twil.io/heard');
    world.events.subscribe(({ type }) => {
      if (type === 'delivery.finished') throw new Error('broken');
    });
    world.customers.write({ ...grace, body: 'Hello' });
    await world.settled();
    expect(new Set(told)).toEqual(new Set(['a webhook: Error: broken']));
  });

  it('after the answer to a page', async () => {
    const told: string[] = [];
    const socket = Object.assign(new EventEmitter(), { OPEN: 1, readyState: 1, send: () => undefined });
    openTwilsock(socket as unknown as WebSocket, {
      desktop: 'ada',
      storageId: 'test',
      findToken: () => undefined,
      latency: { send: (arrive) => arrive(), carry: (handle) => handle() },
      answer: async () => ({
        status: 200,
        body: {},
        afterwards() {
          throw new Error('broken');
        },
      }),
      onClose: () => undefined,
      onFailure: (what, error) => told.push(`${what}: ${String(error)}`),
    });
    const request = { http_request: { host: 'cds.us1.twilio.com', method: 'POST', path: '/v4/Subscriptions' } };
    socket.emit('message', encodeFrame({ method: 'message', id: 'one', ...request }, '{}'));
    await new Promise(setImmediate);
    expect(told).toEqual(['a twilsock message: Error: broken']);
  });
});

it('the Sync service that Flex lives on cannot be deleted, others can', async () => {
  const { services } = setUp().client.sync.v1;
  await expect(services(ids.syncService).remove()).rejects.toMatchObject({ status: 400, code: 20001 });
  await expect(services('default').remove()).rejects.toMatchObject({ status: 400, code: 20001 });
  await expect(services((await services.create()).sid).remove()).resolves.toBe(true);
});

describe('of an account that was reset', () => {
  it('no timer is left', () => {
    const { world } = setUp();
    world.sync.createDocument(ids.syncService, { data: {}, ttlSeconds: 1 });
    const told: string[] = [];
    world.reset();
    world.events.subscribe(({ type }) => told.push(type));
    world.clock.advance(24 * 3_600_000);
    expect(told).toEqual([]);
  });

  it('no reservation times out that was offered before it, and no Function hears of one', async () => {
    const setup = setUp();
    const { world } = setup;
    world.taskRouter.setEventCallback('https://somebody.twil.io/heard');
    setup.makeAvailable('ada');
    world.customers.write({ ...grace, body: 'Hello' });
    await world.settled();
    expect(setup.sent.map(({ params }) => params['EventType'])).toContain('reservation.created');
    world.reset();
    const before = setup.sent.length;
    world.clock.advance(24 * 3_600_000);
    await world.settled();
    expect(setup.sent).toHaveLength(before);
    expect(world.taskRouter.tasks()).toEqual([]);
  });

  it('no webhook is sent again, and nobody waits for what is under way', async () => {
    const setup = setUp({ deliver: () => new Promise(() => undefined) });
    const { world } = setup;
    world.taskRouter.setEventCallback('https://somebody.twil.io/heard');
    world.customers.write({ ...grace, body: 'Hello' });
    await Promise.resolve();
    expect(setup.sent.length).toBeGreaterThan(0);
    const before = setup.sent.length;
    world.reset();
    await world.settled();
    world.clock.advance(60_000);
    await world.settled();
    expect(setup.sent).toHaveLength(before);
    expect(world.deliveries()).toEqual([]);
  });
});

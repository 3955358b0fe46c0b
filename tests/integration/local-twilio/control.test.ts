/** @jest-environment node */
import { once } from 'node:events';
import http from 'node:http';
import express from 'express';
import { ownPagesOnly } from '../../../local-twilio/src/kernel/browser/own-pages-only';
import { createControl, type Control } from '../../../local-twilio/src/pages/control/router';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { setUp } from './sdk';
import type { Setup } from './sdk';

let setup: Setup;
let server: http.Server;
let control: Control;

beforeEach(async () => {
  setup = setUp();
  control = createControl(setup.world);
  server = http.createServer(express().use('/_local', control.router));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(async () => {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
});

async function ask(method: string, path: string, body?: unknown) {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const answer = await fetch(`http://127.0.0.1:${port}/_local${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}

const hello = { channel: 'sms', address: '+15550003333', name: 'Sam', body: 'Hello' };

describe('the control endpoints', () => {
  it('let a customer write, and show what came of it', async () => {
    await ask('POST', '/agents/activity', { username: 'ada', activity: 'Available' });
    expect((await ask('POST', '/customers/write', hello)).body).toMatchObject({ index: 0, author: '+15550003333' });
    const { body: state } = await ask('GET', '/state');
    expect(state).toMatchObject({
      conversations: [{ friendlyName: 'Sam', messages: [{ body: 'Hello' }] }],
      reservations: [{ status: 'pending', workerSid: setup.person('ada').workerSid }],
    });
  });

  it('name every wrong field of a body', async () => {
    const { status, body } = await ask('POST', '/customers/write', { channel: 'fax', address: '1', name: 'x' });
    expect(status).toBe(400);
    expect(body.message).toMatch(/channel: .*body: /);
  });

  it('answer an unknown path with 404', async () => {
    expect((await ask('GET', '/nothing')).status).toBe(404);
  });

  it('make a REST call fail before it takes effect, as often as asked', async () => {
    await ask('POST', '/faults', { operationId: 'CreateConversation', times: 1, outcome: 503 });
    const { conversations } = setup.client.conversations.v1;
    await expect(conversations.create({ friendlyName: 'x' })).rejects.toMatchObject({ status: 503 });
    expect(setup.world.conversations.list()).toHaveLength(0);
    await expect(conversations.create({ friendlyName: 'x' })).resolves.toMatchObject({ friendlyName: 'x' });
  });

  it('make a REST call fail after it took effect', async () => {
    await ask('POST', '/faults', { operationId: 'CreateConversation', when: 'after' });
    await expect(setup.client.conversations.v1.conversations.create()).rejects.toMatchObject({ status: 500 });
    expect(setup.world.conversations.list()).toHaveLength(1);
  });

  it('plan mishaps of webhooks, list them, and take them back', async () => {
    await ask('POST', '/webhook-faults', { mishap: 'late', eventType: 'onMessageAdded', delayMs: 1_000, times: 2 });
    expect((await ask('GET', '/webhook-faults')).body).toEqual([
      { mishap: 'late', eventType: 'onMessageAdded', delayMs: 1_000, times: 2 },
    ]);
    expect((await ask('POST', '/webhook-faults', { mishap: 'eaten' })).status).toBe(400);
    await ask('DELETE', '/webhook-faults');
    expect(setup.world.webhookFaults.list()).toEqual([]);
  });

  it('list the REST calls with their operation', async () => {
    await setup.client.sync.v1.services(ids.syncService).fetch();
    const { body } = await ask('GET', '/calls');
    expect(body).toMatchObject([{ operationId: 'FetchService', host: 'sync.twilio.com', status: 200 }]);
  });

  it('list what Functions wrote, the newest first, with its Function and its time', async () => {
    const at = new Date(setup.world.clock.nowMs()).toISOString();
    control.functionWrote('/flex/park: begun: now');
    control.functionWrote('/flex/park: Error: broken', true);
    control.functionWrote('The Functions of a.twil.io were built anew');
    expect((await ask('GET', '/functions')).body).toEqual([
      { at, path: '/flex/park', text: 'Error: broken', isError: true },
      { at, path: '/flex/park', text: 'begun: now', isError: false },
    ]);
    await ask('POST', '/reset');
    expect((await ask('GET', '/functions')).body).toEqual([]);
  });

  it('keep the newest 500 lines of Functions, and 2000 characters of each', async () => {
    for (let line = 1; line <= 501; line += 1) control.functionWrote(`/talk: line ${line}`);
    control.functionWrote(`/talk: ${'x'.repeat(3000)}`);
    const { body } = await ask('GET', '/functions');
    expect(body).toHaveLength(500);
    expect(body[0].text).toBe(`${'x'.repeat(2000)}…`);
    expect(body[499].text).toBe('line 3');
  });

  it('move the clock', async () => {
    const before = setup.world.clock.nowMs();
    await ask('POST', '/clock/advance', { ms: 5000 });
    expect(setup.world.clock.nowMs()).toBe(before + 5000);
  });

  it('reset the world, and keep tokens valid', async () => {
    const { body: token } = await ask('POST', '/tokens', { username: 'ada' });
    await ask('POST', '/customers/write', hello);
    await ask('POST', '/reset');
    expect(setup.world.conversations.list()).toHaveLength(0);
    expect(setup.world.iam.findToken(token.token)).toBeDefined();
  });
});

describe('the control endpoints are for this machine', () => {
  const status = async (headers: Readonly<Record<string, string>>) => {
    const app = express().use(ownPagesOnly, (_request, response) => void response.json({}));
    const guarded = http.createServer(app).listen(0, '127.0.0.1');
    await once(guarded, 'listening');
    const address = guarded.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const request = http.request({ host: '127.0.0.1', port, method: 'POST', headers }).end();
    const [answer] = await once(request, 'response');
    guarded.close();
    guarded.closeAllConnections();
    return answer.statusCode;
  };

  it.each([
    [{ host: 'localhost:3000' }],
    [{ host: '127.0.0.1:3000' }],
    [{ host: 'ada.localhost:3000', origin: 'http://ada.localhost:3000' }],
  ])('and serve it: %j', async (headers) => {
    expect(await status(headers)).toBe(200);
  });

  it.each([
    [{ host: 'localhost:3000', origin: 'https://elsewhere.example' }],
    [{ host: 'localhost:3000', origin: 'null' }],
    [{ host: 'rebound.example:3000' }],
    [{ host: 'localhost.example:3000' }],
  ])('and refuse a page of somebody else: %j', async (headers) => {
    expect(await status(headers)).toBe(403);
  });
});

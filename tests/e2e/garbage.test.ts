/** @jest-environment node */
import http from 'node:http';
import net from 'node:net';
import fc from 'fast-check';
import { WebSocket } from 'ws';
import { products } from '../../local-twilio/src/account/products';
import { readDefinition } from '../../local-twilio/src/kernel/rest/openapi/definition';
import { ids } from '../../local-twilio/src/account/seed/contact-centre';
import { startLocalCommand, type LocalCommand } from '../support/local-command';

jest.setTimeout(120_000);

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 300);
const EXAMPLE = 'local-twilio/examples/order-card';
const ANSWER_WITHIN_MS = 10_000;

/** `[host, path template]` of every documented operation, served or not. */
const documented = Object.entries(products).flatMap(([host, product]) =>
  Object.keys(readDefinition(product).paths ?? {}).map((path) => ({ host, path })),
);
const own = [
  '/',
  '/customers',
  '/agent-desktop',
  ...['/state', '/seed', '/calls', '/details/calls/x', '/faults', '/clock/advance', '/customers/write', '/tokens'],
  ...['/agents/activity', '/taskrouter/event-callback', '/flex/configuration', '/phones/write', '/nothing'],
].map((path) => ({
  host: 'localhost',
  path: path.length > 1 && !/^\/(customers|agent)/.test(path) ? `/_local${path}` : path,
}));
const browsers = [
  'event-bridge.twilio.com/v1/wschannels',
  'cds.us1.twilio.com/v4/Subscriptions',
  'cds.us1.twilio.com/v3/Services/default/Maps',
  'aim.us1.twilio.com/Client/v2/Services/x/Conversations',
  'mcs.us1.twilio.com/v1/Services/x/Media',
  'flex-api.twilio.com/v1/Configuration',
  'iam.twilio.com/v1/Accounts/AC/authenticate',
  'orders.twil.io/last-order',
].map((path) => ({ host: 'ada.localhost', path: `/__twilio/${path}` }));
const SOCKETS = [
  '/__twilio/tsock.us1.twilio.com/v3/wsconnect',
  '/__twilio/event-bridge.twilio.com/v1/wschannels',
  '/_local/phones/live',
  '/_local/live',
  '/_local/reload',
  '/nowhere',
];

const word = fc.oneof(
  fc.constantFrom('default', ids.syncService, ids.workspace, ids.chatService, 'undefined', '__proto__', '%00', '..'),
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
);
const body = fc.oneof(
  fc.json(),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.tuple(word, word)).map((pairs) => new URLSearchParams(pairs).toString()),
  fc.constant('{"a":'.repeat(500)),
);
const request = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'),
  target: fc.constantFrom(...documented, ...own, ...browsers),
  words: fc.array(word, { minLength: 8, maxLength: 8 }),
  query: fc.string({ maxLength: 30 }),
  type: fc.constantFrom(
    'application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'x',
  ),
  isPermitted: fc.boolean(),
  body,
});
type Request = typeof request extends fc.Arbitrary<infer T> ? T : never;

describe('garbage does not bring the local Twilio down', () => {
  let local: LocalCommand;
  let port: number;

  beforeAll(async () => {
    local = await startLocalCommand([
      ...['--functions', `${EXAMPLE}/functions`, '--domain', 'orders.twil.io'],
      ...['--seed', `${EXAMPLE}/seed.json`],
    ]);
    port = Number(new URL(local.addressOf('Customers')).port);
  });
  afterAll(() => local.close());

  const ask = ({ method, target, words, query, type, isPermitted, body: sent }: Request): Promise<number> => {
    let next = 0;
    const path = target.path.replace(/\{\w+\}/g, () => encodeURIComponent((words[next++] ?? '').toWellFormed()));
    const headers = {
      host: target.host,
      'content-type': type,
      ...(isPermitted ? { authorization: basic } : {}),
    };
    // A connection each: one that the server has just closed is no answer to the next request.
    const options = {
      agent: false,
      host: '127.0.0.1',
      port,
      method,
      path: `${path}?${encodeURI(query.toWellFormed())}`,
      headers,
    };
    return new Promise((resolve, reject) => {
      const asked = http.request({ ...options, timeout: ANSWER_WITHIN_MS }, (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
      });
      asked.on('timeout', () => asked.destroy(new Error(`No answer to ${method} ${target.host}${path}`)));
      asked.on('error', reject);
      asked.end(method === 'GET' || method === 'HEAD' ? undefined : sent);
    });
  };
  const basic = `Basic ${Buffer.from(`${ids.account}:${ids.authToken}`).toString('base64')}`;

  const expectAlive = async () => {
    expect({ alive: local.isAlive(), output: local.isAlive() ? '' : local.output().slice(-2000) }).toEqual({
      alive: true,
      output: '',
    });
    expect((await fetch(`http://localhost:${port}/`)).status).toBe(200);
  };

  it('on any route, REST or page or control: every request has an answer', async () => {
    await fc.assert(
      fc.asyncProperty(request, async (asked) => {
        const status = await ask(asked);
        expect(status).toBeGreaterThanOrEqual(200);
        expect(status).toBeLessThan(600);
      }),
      { numRuns: RUNS },
    );
    await expectAlive();
  });

  it('on any socket, from somebody who is logged in', async () => {
    const { token } = await (
      await fetch(`http://localhost:${port}/_local/tokens`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'kim' }),
      })
    ).json();
    const frame = fc
      .record({
        method: fc.constantFrom('message', 'update', 'close', 'reply', 'ping', '__proto__'),
        id: word,
        http: fc.oneof(fc.jsonValue(), fc.record({ method: word, host: word, path: word, headers: fc.jsonValue() })),
        payload: body,
      })
      .map(({ method, id, http: described, payload }) => twilsock({ method, id, http_request: described }, payload));
    const message = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      body.map((text) => Buffer.from(text)),
      frame,
    );
    const init = twilsock({ method: 'init', id: '1', token, registrations: [{ product: 'data_sync' }] }, '');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SOCKETS), fc.array(message, { maxLength: 20 }), async (path, messages) => {
        const socket = new WebSocket(`ws://localhost:${port}${path}?token=${token}`);
        socket.on('error', () => undefined);
        await new Promise((resolve) => socket.once('open', resolve));
        for (const bytes of [init, ...messages]) if (socket.readyState === WebSocket.OPEN) socket.send(bytes);
        const closed = new Promise((resolve) => socket.once('close', resolve));
        socket.close();
        await closed;
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    );
    await expectAlive();
  });

  it('on the bare port', async () => {
    const start = fc.constantFrom(
      '',
      'GET / HTTP/1.1\r\n',
      UPGRADE,
      UPGRADE.replace(' /x ', ' // '),
      'PRI * HTTP/2.0\r\n\r\n',
    );
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 500 }), async (first, bytes) => {
        const stream = net.connect(port, '127.0.0.1');
        stream.on('error', () => undefined);
        stream.resume();
        const closed = new Promise((resolve) => stream.once('close', resolve));
        stream.end(Buffer.concat([Buffer.from(first), Buffer.from(bytes)]), () => stream.destroy());
        await closed;
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    );
    await expectAlive();
  });
});

const UPGRADE =
  'GET /x HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n';

function twilsock(header: Readonly<Record<string, unknown>>, payload: string): Buffer {
  const bytes = Buffer.from(payload);
  const head = Buffer.from(JSON.stringify({ ...header, payload_size: bytes.length }));
  return Buffer.concat([Buffer.from(`TWILSOCK V3.0 ${head.length}\r\n`), head, Buffer.from('\r\n'), bytes]);
}

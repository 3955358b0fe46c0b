/** @jest-environment node */
import { WebSocket } from 'ws';
import { startLocalTwilio, type LocalTwilio } from '../../local-twilio/src/start/index';

jest.setTimeout(60_000);

const SOCKETS = [
  '/__twilio/tsock.us1.twilio.com/v3/wsconnect',
  '/__twilio/event-bridge.twilio.com/v1/wschannels?token=unknown',
  '/_local/phones/live',
  '/nowhere',
];
const GARBAGE = [
  '',
  'x',
  '{}',
  '{"watch":1}',
  Buffer.alloc(2000, 7),
  Buffer.from('TWILSOCK V3.0 999999999\r\n{}'),
  Buffer.from('TWILSOCK V3.0 29\r\n{"method":"message","id":"1"}\r\n'),
];

describe('garbage does not bring the local Twilio down', () => {
  let local: LocalTwilio;
  beforeAll(async () => {
    local = await startLocalTwilio({ port: 0 });
  });
  afterAll(() => local.close());

  const alive = async () => (await fetch(`${local.url}/`)).status;

  it.each(SOCKETS)('on the socket %s', async (path) => {
    const socket = new WebSocket(`${local.url.replace('http', 'ws')}${path}`);
    socket.on('error', () => undefined);
    await new Promise((resolve) => socket.once('open', resolve));
    for (const bytes of GARBAGE) if (socket.readyState === WebSocket.OPEN) socket.send(bytes);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.close();
    await closed;
    expect(await alive()).toBe(200);
  });

  it.each([
    ['/__twilio/event-bridge.twilio.com/v1/wschannels', 401],
    ['/__twilio/cds.us1.twilio.com/v3/Maps', 401],
    ['/__twilio/%E0%A4%A/x', 400],
    ['/_local/phones/write', 400],
    ['/_local/phones/type', 400],
  ])('on %s', async (path, status) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${local.url}${path}`, { method: 'POST', headers, body: '{garbage' });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(await alive()).toBe(200);
  });

  it('refuses a token that nobody issued', async () => {
    const body = JSON.stringify({ url: 'Workspaces/x/Activities', method: 'GET', token: 'forged' });
    const answer = await fetch(`${local.url}/__twilio/event-bridge.twilio.com/v1/wschannels`, { method: 'POST', body });
    expect(answer.status).toBe(401);
  });
});

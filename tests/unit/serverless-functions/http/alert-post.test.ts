/** @jest-environment node */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createAlertPost, SIGNATURE_HEADER } from '../../../../serverless-functions/src/http/alert-post';

const SECRET = 'x'.repeat(43);
const body = { text: 'Grüezi', from: 'x.twil.io', at: '2026-01-01T00:00:00.000Z', alerts: [] };

let server: Server;
let received: { request: IncomingMessage; text: string }[];
let answer: { status: number; headers?: Record<string, string> } | 'none';

beforeEach(async () => {
  received = [];
  answer = { status: 204 };
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ request, text: Buffer.concat(chunks).toString('utf8') });
      if (answer !== 'none') response.writeHead(answer.status, answer.headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const urlOf = () => {
  const address: AddressInfo | string | null = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/hook`;
};
const send = (secret: string | undefined = SECRET, fetch = globalThis.fetch) =>
  createAlertPost({ secret, nowMs: () => 1_700_000_000_999, fetch }).send(urlOf(), body);

describe('the post of an alert', () => {
  it('is JSON with a signature over its time and its body', async () => {
    await send();
    const [{ request, text } = { request: undefined, text: '' }] = received;
    expect(request?.method).toBe('POST');
    expect(request?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(text)).toEqual(body);
    const expected = createHmac('sha256', SECRET).update(`1700000000.${text}`).digest('hex');
    expect(request?.headers[SIGNATURE_HEADER.toLowerCase()]).toBe(`t=1700000000,v1=${expected}`);
  });

  it('fails when it is not taken, and follows no redirect', async () => {
    answer = { status: 500 };
    await expect(send()).rejects.toThrow('the alert was answered 500');
    answer = { status: 307, headers: { Location: '/elsewhere' } };
    await expect(send()).rejects.toThrow('the alert was answered 307');
    expect(received.map(({ request }) => request.url)).toEqual(['/hook', '/hook']);
  });

  it('does not wait for who never answers', async () => {
    answer = 'none';
    await expect(send()).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('is not sent unsigned', async () => {
    await expect(createAlertPost({ secret: undefined, nowMs: () => 0, fetch }).send(urlOf(), body)).rejects.toThrow(
      'ALERT_SECRET',
    );
    expect(received).toEqual([]);
  });

  it('says beforehand that it cannot be sent at all', () => {
    expect(() => createAlertPost({ secret: undefined, nowMs: () => 0, fetch }).ensureReady()).toThrow('ALERT_SECRET');
    expect(() => createAlertPost({ secret: SECRET, nowMs: () => 0, fetch }).ensureReady()).not.toThrow();
  });
});

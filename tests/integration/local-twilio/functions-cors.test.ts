/** @jest-environment node */
import { once } from 'node:events';
import http, { type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';

import { functionsProxy } from '../../../local-twilio/src/hosts/functions/proxy';

const DOMAIN = 'shop-local.twil.io';
const ASKED_BY_A_PAGE = { 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'same-origin' };

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** What a page gets of a Function that answers with these headers. */
describe('a Function’s answer to a page (twilio.com/docs/serverless/functions-assets/quickstart/cors-functions)', () => {
  const refused: string[] = [];
  let functions: Server;
  let pages: Server;
  let address = '';

  beforeAll(async () => {
    functions = http.createServer(({ url }, response) => {
      const origin = new URL(url ?? '', 'http://127.0.0.1').searchParams.get('allow');
      if (origin !== null) response.setHeader('Access-Control-Allow-Origin', origin);
      response.end('here it is');
    });
    const port = await listening(functions);
    const proxy = functionsProxy(
      DOMAIN,
      () => port,
      (line) => refused.push(line),
    );
    const app = express().use((request, response) => proxy(request, response, request.url));
    pages = http.createServer(app);
    address = `http://127.0.0.1:${await listening(pages)}`;
  });

  afterEach(() => void refused.splice(0));

  afterAll(() => {
    for (const server of [pages, functions]) {
      server.closeAllConnections();
      server.close();
    }
  });

  const ask = async (path: string, headers: Record<string, string> = ASKED_BY_A_PAGE) =>
    (await fetch(`${address}${path}`, { headers })).text();

  it.each(['*', 'https://flex.twilio.com'])('reaches it when it allows the origin %s', async (allow) => {
    expect(await ask(`/look?allow=${encodeURIComponent(allow)}`)).toBe('here it is');
    expect(refused).toEqual([]);
  });

  it.each(['', '?allow=http%3A%2F%2Flocalhost%3A3000'])(
    'breaks off when it does not (%s), and says why',
    async (query) => {
      await expect(ask(`/look${query}`)).rejects.toThrow('fetch failed');
      expect(refused).toEqual([
        expect.stringMatching(/GET https:\/\/shop-local\.twil\.io\/look.*Access-Control|allows only/),
      ]);
    },
  );

  it('is nobody’s concern when no page asks', async () => {
    expect(await ask('/look', {})).toBe('here it is');
  });
});

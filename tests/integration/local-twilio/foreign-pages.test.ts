/** @jest-environment node */
import { once } from 'node:events';
import http from 'node:http';
import { mkdtempSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { twilioGateway } from '../../../local-twilio/src/gateways/browser/gateway';
import { startFunctionsHost } from '../../../local-twilio/src/hosts/functions/host';
import { framedByOwnPages, isOwn, ownPagesOnly } from '../../../local-twilio/src/kernel/browser/own-pages-only';
import { createPages } from '../../../local-twilio/src/start/pages';
import { startServer } from '../../../local-twilio/src/start/server';
import { setUp } from './sdk';

type Headers = Readonly<Record<string, string>>;

interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body?: string;
}

async function send(port: number, { method = 'POST', path, headers, body = '' }: Sent) {
  const request = http.request({ host: '127.0.0.1', port, method, path, headers }).end(body);
  const [answer] = (await once(request, 'response')) as [http.IncomingMessage];
  answer.resume();
  return { status: answer.statusCode, headers: answer.headers };
}

const post = (port: number, path: string, headers: Headers, body = '') => send(port, { path, headers, body });

describe('a page of somebody else in the same browser', () => {
  const own = { host: 'ada.localhost:3000' };
  it.each([
    ['a picture or a script', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    [
      'a frame',
      {
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'iframe',
        referer: 'https://evil.example/',
      },
    ],
  ])('gets nothing as %s', (_what, headers) => {
    expect(isOwn({ ...own, ...headers })).toBe(false);
  });

  it.each([
    [
      'a link is followed',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    ],
    ['one of our names asks another', { 'sec-fetch-site': 'cross-site', referer: 'http://localhost:3000/customers' }],
    ['it is a tool that asks', {}],
  ])('is not meant when %s', (_what, headers) => {
    expect(isOwn({ ...own, ...headers })).toBe(true);
  });
});

describe('what agents may do', () => {
  async function opened() {
    const { world } = setUp();
    const pages = createPages({
      world,
      unknown: new Set(),
      plugins: [],
      features: [],
      onProgress: () => undefined,
      onFailure: () => undefined,
      control: { connect: () => undefined, close: () => undefined } as never,
    });
    const handlers = [
      ownPagesOnly,
      framedByOwnPages,
      twilioGateway({ realtime: pages.realtime, forward: () => undefined }),
    ];
    const server = await startServer({ port: 0, handlers, onSocket: (socket) => socket.close() });
    const close = async () => {
      pages.close();
      await server.close();
    };
    return { world, port: server.port, close };
  }
  const path = '/__twilio/event-bridge.us1.twilio.com/v1/wschannels';
  const worker = (world: ReturnType<typeof setUp>['world']) => world.iam.findUser('ben')?.workerSid ?? '';
  const change = (workerSid: string, token?: string) =>
    JSON.stringify({
      url: `Workspaces/${ids.workspace}/Workers/${workerSid}`,
      method: 'POST',
      params: { ActivitySid: ids.activities.available },
      token,
    });

  it('nobody may without a token, though they come from the desktop', async () => {
    const { world, port, close } = await opened();
    const ben = worker(world);
    const before = world.taskRouter.worker(ben).activitySid;
    const answer = await post(port, path, { host: `ben.localhost:${port}` }, change(ben));
    expect(answer.status).toBe(401);
    expect(world.taskRouter.worker(ben).activitySid).toBe(before);
    await close();
  });

  it.each(['flex-api.twilio.com/v1/Configuration', 'cds.us1.twilio.com/v3/Maps/x', 'flex.twilio.com/plugins'])(
    'nobody even reads %s without a token',
    async (address) => {
      const { port, close } = await opened();
      const headers = { host: `ben.localhost:${port}` };
      expect(await send(port, { method: 'GET', path: `/__twilio/${address}`, headers })).toMatchObject({ status: 401 });
      await close();
    },
  );

  it('what a page has an older version of is not changed', async () => {
    const { world, port, close } = await opened();
    const body = change(worker(world), world.iam.issueToken('ben').token);
    const headers = { host: `ben.localhost:${port}`, 'content-type': 'application/json' };
    expect(await post(port, path, { ...headers, 'if-match': '3' }, body)).toMatchObject({ status: 412 });
    expect(await post(port, path, { ...headers, 'if-match': '0' }, body)).toMatchObject({ status: 200 });
    await close();
  });

  it('they may with their token, from their own page only, which no foreign page may frame', async () => {
    const { world, port, close } = await opened();
    const ben = worker(world);
    const body = change(ben, world.iam.issueToken('ben').token);
    const headers = { host: `ben.localhost:${port}`, 'content-type': 'application/json' };
    expect((await post(port, path, { ...headers, origin: 'https://evil.example' }, body)).status).toBe(403);
    const answer = await post(port, path, { ...headers, origin: `http://ben.localhost:${port}` }, body);
    expect(answer.status).toBe(200);
    expect(world.taskRouter.worker(ben).activitySid).toBe(ids.activities.available);
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'self'");
    await close();
  });
});

async function functionsHost() {
  const folder = join(mkdtempSync(join(tmpdir(), 'functions-')), 'functions');
  mkdirSync(folder);
  const code = "exports.handler = (_context, _event, callback) => callback(null, 'hello');";
  for (const name of ['hello.js', 'signed.protected.js', 'inner.private.js']) writeFileSync(join(folder, name), code);
  const { world } = setUp();
  const env = { ACCOUNT_SID: ids.account, AUTH_TOKEN: ids.authToken, DOMAIN_NAME: 'parking-local.twil.io' };
  return startFunctionsHost({ port: 0, folder, env, dispatch: world.dispatch });
}

it('Functions run for own pages and for Twilio only', async () => {
  const host = await functionsHost();
  const ask = async (headers: Headers) => (await post(host.port, '/hello', headers)).status;
  expect(await ask({ host: `localhost:${host.port}`, origin: 'http://ada.localhost:3000' })).toBe(200);
  expect(await ask({ host: 'parking-local.twil.io' })).toBe(200);
  expect(await ask({ host: `localhost:${host.port}`, origin: 'https://evil.example' })).toBe(403);
  expect(await ask({ host: 'rebound.example' })).toBe(403);
  await host.close();
});

describe('a preflight (developer.mozilla.org/docs/Glossary/Preflight_request)', () => {
  const asking = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type,x-flex' };

  it('of a foreign page is refused by every page and for every Function, with nothing that allows the origin', async () => {
    const host = await functionsHost();
    const pages = await startServer({
      port: 0,
      handlers: [ownPagesOnly, (_request, response) => void response.send('ours')],
      onSocket: (socket) => socket.close(),
    });
    for (const { port, path } of [
      { port: pages.port, path: '/_local/reset' },
      { port: pages.port, path: '/__twilio/parking-local.twil.io/hello' },
      { port: host.port, path: '/hello' },
      { port: host.port, path: '/signed' },
    ]) {
      const headers = { host: `localhost:${port}`, origin: 'https://evil.example', ...asking };
      const answer = await send(port, { method: 'OPTIONS', path, headers });
      expect([path, answer.status]).toEqual([path, 403]);
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    await pages.close();
    await host.close();
  });

  it('of an own page is answered for a Function that has an address, as Twilio does (functions-assets/quickstart/cors-functions)', async () => {
    const host = await functionsHost();
    const ask = (path: string) => {
      const headers = { host: `localhost:${host.port}`, origin: 'http://ada.localhost:3000', ...asking };
      return send(host.port, { method: 'OPTIONS', path, headers });
    };
    for (const path of ['/hello', '/signed']) {
      const { status, headers } = await ask(path);
      expect([path, (status ?? 0) < 300, headers['access-control-allow-origin']]).toEqual([path, true, '*']);
      expect(headers['access-control-allow-headers']).toMatch(/\*|content-type/i);
    }
    expect(await ask('/inner')).toMatchObject({ status: 404 });
    await host.close();
  });
});

/** @jest-environment node */
import https from 'node:https';
import path from 'node:path';
import { signRequest } from '../../../local-twilio/src/kernel/signature';
import { deliverOnLoopback } from '../../../local-twilio/src/hosts/functions/deliver';
import { startFunctionsHost } from '../../../local-twilio/src/hosts/functions/host';
import type { FunctionsHost } from '../../../local-twilio/src/hosts/functions/host';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { atOnce } from '../../../local-twilio/src/services/customers/commands';
import { setUp } from './sdk';

jest.setTimeout(30_000);

const domain = 'parking-local.twil.io';
const grace = { channel: 'web', address: 'grace', name: 'Grace' } as const;

let host: FunctionsHost | undefined;
const setup = setUp({
  deliver: deliverOnLoopback((name) => (name === domain ? host?.port : undefined)),
});

const folder = path.join(__dirname, 'fixtures', 'functions');
const env = { ACCOUNT_SID: ids.account, AUTH_TOKEN: ids.authToken, DOMAIN_NAME: domain };

const post = (at: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${host?.port}${at}`, { method: 'POST', body: new URLSearchParams(fields), headers });

beforeAll(async () => {
  host = await startFunctionsHost({
    port: 0,
    folder,
    env,
    dispatch: setup.world.dispatch,
  });
});

afterAll(() => host?.close());

describe('the host of the Functions', () => {
  it('finds every Function and its path', () => {
    expect([...(host?.paths ?? [])].sort()).toEqual(['/echo', '/late', '/never', '/rename', '/secret']);
  });

  it('leads the SDK and the Flex token check of a Function to the local Twilio', async () => {
    const { conversationSid } = atOnce(setup.world.customers.write({ ...grace, body: 'Hello' }));
    const { token } = setup.world.iam.issueToken('ada');
    const answer = await post('/rename', { Token: token, conversationSid, friendlyName: 'Grace H.' });

    expect(await answer.json()).toEqual({
      friendlyName: 'Grace H.',
      worker: setup.person('ada').workerSid,
      domain,
    });
    expect(setup.world.conversations.get(conversationSid).friendlyName).toBe('Grace H.');
  });

  it('refuses a Flex token that nobody issued, and one that expired', async () => {
    const { token } = setup.world.iam.issueToken('ada', 60);
    setup.world.clock.advance(61_000);
    for (const Token of ['made-up', token]) {
      const answer = await post('/rename', { Token, conversationSid: 'CH0', friendlyName: 'x' });
      expect(answer.status).toBe(403);
    }
  });

  it('lets nobody call a private Function', async () => {
    expect((await post('/secret', {})).status).toBe(404);
  });

  it('lets only Twilio call a protected Function', async () => {
    const fields = { Body: 'Grüße', Index: '4' };
    const signature = signRequest(ids.authToken, `https://${domain}/echo?park=7`, fields);

    expect((await post('/echo?park=7', fields)).status).toBe(403);
    expect((await post('/echo?park=8', fields, { 'x-twilio-signature': signature })).status).toBe(403);
    const answer = await post('/echo?park=7', fields, { 'x-twilio-signature': signature });
    expect(await answer.json()).toEqual({ ...fields, park: '7' });
  });

  it('takes the webhooks that the local Twilio signs', async () => {
    const { conversationSid } = atOnce(setup.world.customers.write({ ...grace, body: 'Hello' }));
    setup.world.conversations.addWebhook(conversationSid, {
      target: 'webhook',
      url: `https://${domain}/echo?park=7`,
      filters: ['onMessageAdded'],
    });
    setup.world.customers.write({ ...grace, body: 'Anybody?' });
    await setup.world.settled();
    expect(setup.world.deliveries().at(-1)?.outcome).toMatchObject({ status: 200 });
  });

  it('gives up a Function that takes too long, and does not mind its late answer', async () => {
    const hasty = await startFunctionsHost({ port: 0, folder, env, dispatch: setup.world.dispatch, timeoutMs: 30 });
    const url = `http://127.0.0.1:${hasty.port}`;
    expect((await fetch(`${url}/never`)).status).toBe(504);
    expect((await fetch(`${url}/late?waitMs=60`)).status).toBe(504);
    await fetch(`${url}/never`);
    await hasty.close();
  });

  it('leaves nothing behind: https was never touched, the port is free', async () => {
    const { request } = https;
    const other = await startFunctionsHost({ port: 0, folder, env, dispatch: setup.world.dispatch });
    expect(https.request).toBe(request);
    await other.close();
    await expect(fetch(`http://127.0.0.1:${other.port}/echo`)).rejects.toThrow();
  });
});

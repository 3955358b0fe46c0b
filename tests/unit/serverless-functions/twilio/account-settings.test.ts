/** @jest-environment node */
import express from 'express';
import { Twilio } from 'twilio';

import { redirectTwilio } from '../../../../local-twilio/src/hosts/functions/redirect';
import { startServer } from '../../../../local-twilio/src/start/server';
import { createAccountSettings } from '../../../../serverless-functions/src/twilio/account-settings';
import { Calls } from '../../../../serverless-functions/src/twilio/calls';
import { fakeClock } from '../support/fake-clock';

const ACCOUNT = `AC${'0'.repeat(32)}`;
const PAGE = '10164537216841234';

/** An account that answers with the text it holds and takes text, as Twilio does, over the SDK's own HTTP. */
async function openAccount(uiAttributes: string, { status = 200 } = {}) {
  const written: { body: string; authorization: string }[] = [];
  const app = express().use(express.text({ type: 'application/json' }));
  app.get('/v1/Configuration', (_request, response) => {
    const held = `{"account_sid":"${ACCOUNT}","ui_attributes":${uiAttributes}}`;
    response.status(status).type('json').send(held);
  });
  app.post('/v1/Configuration', ({ body, headers }, response) => {
    written.push({ body: String(body), authorization: String(headers.authorization) });
    response.type('json').send('{}');
  });
  const server = await startServer({ port: 0, handlers: [app], onSocket: (socket) => socket.close() });
  const restoreHttps = redirectTwilio(server.port);
  const calls = new Calls(fakeClock(0), { callUntilMs: 1e12, retryUntilMs: 0 });
  const settings = createAccountSettings(new Twilio(ACCOUNT, 'secret'), calls, { serviceSid: 'IS1', nowMs: () => 0 });
  const close = async () => {
    restoreHttps();
    await server.close();
  };
  return { settings, written, close };
}

const withFeature = (feature: string) =>
  `{"rate":0.5,"custom_data":{"facebook":{"page":${PAGE}},"features":{"other":[1],"park_interaction":${feature}}}}`;

describe('the settings of an account', () => {
  it('are written beside those of others, with every digit, as the account', async () => {
    const { close, settings, written } = await openAccount(withFeature('{"enabled":false}'));
    const now = await settings.read();
    expect(now.seen).toBe('{"enabled":false}');
    await now.plan({ set: { history_days: 9 }, reset: ['enabled'] }).save();
    await close();
    expect(written).toEqual([
      {
        body: `{"account_sid":"${ACCOUNT}","ui_attributes":${withFeature('{"history_days":9}')}}`,
        authorization: `Basic ${Buffer.from(`${ACCOUNT}:secret`).toString('base64')}`,
      },
    ]);
  });

  it('are none where nothing was ever set, and get their place with the first', async () => {
    const { close, settings, written } = await openAccount('null');
    const now = await settings.read();
    expect(now.seen).toBe('{}');
    await now.plan({ set: { history_days: 9 }, reset: [] }).save();
    await close();
    const features = { park_interaction: { history_days: 9 } };
    expect(JSON.parse(written[0]?.body ?? '')).toEqual({
      account_sid: ACCOUNT,
      ui_attributes: { custom_data: { features } },
    });
  });

  it('are our own key’s where the public template has park_interaction', async () => {
    const features = '{"park_interaction":{"theirs":1},"conversation_parking":{"enabled":false}}';
    const { close, settings, written } = await openAccount(`{"custom_data":{"features":${features}}}`);
    const now = await settings.read();
    expect(now.seen).toBe('{"enabled":false}');
    await now.plan({ set: { history_days: 9 }, reset: [] }).save();
    await close();
    expect(JSON.parse(written[0]?.body ?? '').ui_attributes.custom_data.features).toEqual({
      park_interaction: { theirs: 1 },
      conversation_parking: { enabled: false, history_days: 9 },
    });
  });

  it.each(['{"custom_data":"x"}', '{"custom_data":{"features":[]}}', withFeature('7')])(
    'are not overwritten where their place holds something else: %s',
    async (held) => {
      const { close, settings } = await openAccount(held);
      await expect(settings.read()).rejects.toMatchObject({ code: 'configuration-unavailable' });
      await close();
    },
  );

  it('are a failure where Twilio refuses', async () => {
    const { close, settings } = await openAccount('{}', { status: 403 });
    await expect(settings.read()).rejects.toMatchObject({ kind: 'refused', details: { status: 403 } });
    await close();
  });
});

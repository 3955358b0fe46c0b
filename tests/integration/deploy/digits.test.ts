/** @jest-environment node */
import express from 'express';

import { deploy } from '../../../flex-config/account-commands';
import { connectConfiguration } from '../../../flex-config/account/connect';
import { ENVIRONMENTS_FOLDER } from '../../../flex-config/environment-files';
import { redirectTwilio } from '../../../local-twilio/src/hosts/functions/redirect';
import { startServer } from '../../../local-twilio/src/start/server';

const PAGE = '10164537216841234';
const ACCOUNT = `AC${'0'.repeat(32)}`;

/** An account that answers with the text it holds and takes text, as Twilio does. */
async function openAccount(uiAttributes: string) {
  const written: string[] = [];
  const app = express().use(express.text({ type: 'application/json' }));
  app.get('/v1/Configuration', (_request, response) => {
    response.type('json').send(`{"account_sid":"${ACCOUNT}","ui_attributes":${uiAttributes}}`);
  });
  app.post('/v1/Configuration', (request, response) => {
    written.push(String(request.body));
    response.type('json').send('{}');
  });
  const server = await startServer({ port: 0, handlers: [app], onSocket: (socket) => socket.close() });
  const restoreHttps = redirectTwilio(server.port);
  const close = async () => {
    restoreHttps();
    await server.close();
  };
  return { written, close };
}

it('config deploy writes the long numbers of others with every digit', async () => {
  const { written, close } = await openAccount(`{"custom_data":{"facebook":{"page":${PAGE}},"rate":0.5}}`);
  const account = connectConfiguration({ accountSid: ACCOUNT, authToken: 'a'.repeat(32) });
  const terminal = { print: () => undefined, confirm: async () => true };

  const outcome = await deploy({ env: 'local', folder: ENVIRONMENTS_FOLDER, account }, { dryRun: false, terminal });

  await close();
  expect(outcome).toMatchObject({ exitCode: 0 });
  expect(written).toHaveLength(1);
  expect(written[0]).toContain(`"facebook":{"page":${PAGE}},"rate":0.5`);
  expect(written[0]).toContain('"park_interaction":{"enabled":true');
});

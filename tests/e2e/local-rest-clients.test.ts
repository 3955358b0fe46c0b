/** @jest-environment node */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { validateRequest } from 'twilio';
import { startLocalTwilio, type LocalTwilio } from '../../local-twilio/src/start/index';
import { ids } from '../../local-twilio/src/account/seed/contact-centre';
import { runSdk } from '../support/sdk-clients/run';

jest.setTimeout(60_000);

type Sdk = { readonly validateRequest: typeof validateRequest };

const ofProject = createRequire(join(__dirname, '../../package.json'));

const refusal = (status: number, code: number) => ({
  name: 'RestException',
  status,
  code,
  moreInfo: `https://www.twilio.com/docs/errors/${code}`,
});

/** What the SDK told of each service; the same in every version. */
const TOLD = {
  conversation: {
    newest: [
      [2, 'Vier: äöü'],
      [1, 'Two & three'],
    ],
    people: [['grace', '{"vip":true}']],
    webhooks: [['webhook', 'https://somebody.twil.io/heard?from=sdk']],
    state: 'closed',
    late: refusal(400, 50377),
  },
  task: { of: true, was: 'assigned', stale: refusal(412, 20412), assignmentStatus: 'completed', reason: 'done' },
  worker: { floor: 2, stale: refusal(412, 20412), channels: ['chat', 'default', 'email', 'sms', 'voice'] },
  sync: { data: { n: 2 }, stale: refusal(412, 54103), index: 0, removed: [true, true, true] },
  interaction: { another: true, invites: 2, people: ['customer'], status: 'closed', late: refusal(400, 45008) },
  configuration: ids.workspace,
  pages: { all: ['key 0', 'key 1', 'key 2', 'key 3', 'key 4'], second: ['key 2', 'key 3'] },
  errors: { 'nothing there': refusal(404, 20404), 'wrong password': refusal(401, 20003) },
};

describe('twilio, the SDK for servers, on the local Twilio', () => {
  let local: LocalTwilio;
  beforeEach(async () => {
    local = await startLocalTwilio({ port: 0 });
  });
  afterEach(() => local.close());

  it.each([
    ['5.13.1', 'twilio'],
    ['6.2.0', 'twilio-6'],
  ])('%s uses every service over HTTP, and knows the signature of webhooks', async (version, name) => {
    expect(await runSdk(local, { sdk: [name, 'project'] })).toEqual({ version, ...TOLD });
    await local.settled();
    const { validateRequest: isValid }: Sdk = ofProject(name);
    const deliveries = local.world.deliveries().map(({ delivery }) => delivery);
    expect(deliveries.map(({ params }) => params['Body'])).toEqual(['One', 'Two & three', 'Vier: äöü']);
    for (const { url, params, headers } of deliveries) {
      const signature = headers['x-twilio-signature'] ?? '';
      expect(isValid(ids.authToken, signature, url, params)).toBe(true);
      expect(isValid(ids.authToken, signature, url, { ...params, Body: 'Forged' })).toBe(false);
      expect(isValid('another', signature, url, params)).toBe(false);
    }
  });
});

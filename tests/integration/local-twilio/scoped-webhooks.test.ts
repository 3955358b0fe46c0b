/** @jest-environment node */
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { setUp, type Setup } from './sdk';

const URL_OF_HOOK = 'https://parking-local.twil.io/hook';

async function conversation(setup: Setup) {
  const { sid } = await setup.client.conversations.v1.conversations.create();
  return setup.client.conversations.v1.conversations(sid);
}

/** As a form; the SDK's types allow none of what is tried here. */
async function post(setup: Setup, path: string, fields: Readonly<Record<string, string>>) {
  const authorization = `Basic ${Buffer.from(`${ids.account}:${ids.authToken}`).toString('base64')}`;
  const body = new URLSearchParams(fields).toString();
  const host = 'conversations.twilio.com';
  return setup.world.dispatch({ method: 'POST', host, path, query: {}, headers: { authorization }, body });
}

async function webhooksPath(setup: Setup): Promise<string> {
  return `/v1/Conversations/${(await (await conversation(setup)).fetch()).sid}/Webhooks`;
}

describe('the method of a scoped webhook (docs/conversations/api/conversation-scoped-webhook-resource)', () => {
  const capitals = {
    Target: 'webhook',
    'Configuration.Method': 'POST',
    'Configuration.Url': URL_OF_HOOK,
    'Configuration.Filters': 'onMessageAdded',
  };

  it("may be written in capitals, as Twilio's own template writes it", async () => {
    const setup = setUp();
    const answer = await post(setup, await webhooksPath(setup), capitals);
    expect(answer).toMatchObject({ status: 201, body: { configuration: { method: 'post' } } });
  });

  it('may be changed in capitals, too', async () => {
    const setup = setUp();
    const path = await webhooksPath(setup);
    const made = await post(setup, path, capitals);
    const { sid } = made.body as { sid: string };
    const changed = await post(setup, `${path}/${sid}`, { 'Configuration.Method': 'GET' });
    expect(changed).toMatchObject({ status: 200, body: { configuration: { method: 'get' } } });
  });

  it('is refused in capitals by an account that insists on lower case', async () => {
    const setup = setUp({ switches: { scopedWebhookMethodCase: 'lower-only' } });
    expect(await post(setup, await webhooksPath(setup), capitals)).toMatchObject({ status: 400 });
  });

  it('is refused when it is neither GET nor POST', async () => {
    const setup = setUp();
    const answer = await post(setup, await webhooksPath(setup), { ...capitals, 'Configuration.Method': 'PUT' });
    expect(answer).toMatchObject({ status: 400, body: { code: 20001 } });
  });
});

describe('a scoped webhook is refused with the code that Twilio documents (docs/api/errors):', () => {
  const url = { 'Configuration.Url': URL_OF_HOOK };
  const flow = { 'Configuration.FlowSid': 'nonsense' };
  it.each([
    [50368, 'no target', url],
    [50364, 'a target that there is not', { Target: 'nonsense', ...url }],
    [50369, 'no URL', { Target: 'webhook' }],
    [50371, 'a trigger without keywords', { Target: 'trigger', ...url }],
    [50365, 'a filter that there is not', { Target: 'webhook', ...url, 'Configuration.Filters': 'onMessageAdd' }],
    [50367, 'a flow that is no flow SID', { Target: 'studio', ...flow }],
  ] as const)('%d for %s', async (code, _what, fields) => {
    const setup = setUp();
    const answer = await post(setup, await webhooksPath(setup), fields);
    expect(answer).toMatchObject({ status: 400, body: { code } });
  });

  it('50363 for a webhook SID that is none', async () => {
    const setup = setUp();
    const answer = await post(setup, `${await webhooksPath(setup)}/nonsense`, { ...url });
    expect(answer).toMatchObject({ status: 400, body: { code: 50363 } });
  });
});

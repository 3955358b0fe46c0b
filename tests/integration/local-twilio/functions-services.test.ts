/** @jest-environment node */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startLocalTwilio, type LocalTwilio } from '../../../local-twilio/src/start/index';
import { atOnce } from '../../../local-twilio/src/services/customers/commands';

jest.setTimeout(60_000);

const FIRST = 'first.twil.io';
const SECOND = 'second.twil.io';

describe('two services of Functions (twilio.com/docs/serverless/api/resource/service)', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'services-'));
  let local: LocalTwilio;

  beforeAll(async () => {
    const fetching = path.join(__dirname, 'fixtures/reckless/functions/fetch.js');
    for (const name of ['first', 'second']) {
      mkdirSync(path.join(folder, name, 'functions'), { recursive: true });
      cpSync(fetching, path.join(folder, name, 'functions', 'fetch.js'));
      const said = `exports.handler = (context, _event, callback) => callback(null, ['${name}', context.DOMAIN_NAME]);`;
      writeFileSync(path.join(folder, name, 'functions', 'who.js'), said);
    }
    local = await startLocalTwilio({
      port: 0,
      functionsPort: 0,
      desktop: false,
      functionsFolder: path.join(folder, 'first'),
      functionsDomain: FIRST,
      moreFunctions: [{ folder: path.join(folder, 'second'), domainName: SECOND }],
      taskEvents: '/who',
    });
  });
  afterAll(async () => {
    await local.close();
    rmSync(folder, { recursive: true });
  });

  const ask = async (domain: string, at: string) => (await fetch(`${local.url}/__twilio/${domain}${at}`)).json();

  it('are each at their own domain', async () => {
    expect(await ask(FIRST, '/who')).toEqual(['first', FIRST]);
    expect(await ask(SECOND, '/who')).toEqual(['second', SECOND]);
  });

  it('ask each other', async () => {
    const { text } = await ask(FIRST, `/fetch?url=${encodeURIComponent(`https://${SECOND}/who`)}`);
    expect(JSON.parse(text)).toEqual(['second', SECOND]);
  });

  it('both are sent webhooks; the events of TaskRouter go to the first that has such a Function', async () => {
    const { world } = local;
    const grace = { channel: 'web', address: 'grace', name: 'Grace' } as const;
    const { conversationSid } = atOnce(world.customers.write({ ...grace, body: 'Hello' }));
    const url = `https://${SECOND}/who`;
    world.conversations.addWebhook(conversationSid, { target: 'webhook', url, filters: ['onMessageAdded'] });
    world.customers.write({ ...grace, body: 'Again' });
    await local.settled();
    const delivered = world.deliveries().map(({ delivery, outcome }) => [new URL(delivery.url).host, outcome]);
    expect(delivered).toContainEqual([FIRST, expect.objectContaining({ status: 200 })]);
    expect(delivered).toContainEqual([SECOND, expect.objectContaining({ status: 200 })]);
    expect(world.taskRouter.workspace.eventCallbackUrl).toBe(`https://${FIRST}/who`);
  });
});

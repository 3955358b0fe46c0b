/** @jest-environment node */
import { STALE_AFTER_MS } from '../../../../serverless-functions/src/parking/domain/stale';
import { Calls } from '../../../../serverless-functions/src/twilio/calls';
import { createWakeWebhooks } from '../../../../serverless-functions/src/twilio/wake-webhooks';
import { wakeUrl } from '../../../../serverless-functions/src/twilio/wake-url';
import { codeOfRefusal } from '../parking/fake-ports';
import { fakeClock } from '../support/fake-clock';
import { fakeTwilio, refusal, type Answering } from '../support/fake-http';
import { aPark, PARKED_AT_MS, sid } from '../support/fixtures';

const CH = sid('CH');
const functionsDomain = 'parking-local.twil.io';

interface Webhook {
  sid: string;
  date_created: string;
  configuration: { url: string };
}

/** The webhooks of one conversation, of which Twilio allows five. */
function open() {
  const webhooks: Webhook[] = [];
  const clock = fakeClock(PARKED_AT_MS);
  const add = (url: string) => {
    const date_created = new Date(clock.nowMs()).toISOString();
    const webhook = { sid: sid('WH', webhooks.length + 1), date_created, configuration: { url } };
    webhooks.push(webhook);
    return webhook;
  };
  const path = `/v1/Conversations/${CH}/Webhooks`;
  const answer: Answering = ({ method, path: asked, form }) => {
    if (asked === path && method === 'GET') return { status: 200, body: { webhooks, meta: { key: 'webhooks' } } };
    if (asked === path && webhooks.length >= 5) return refusal(400, 50361);
    if (asked === path) return { status: 201, body: add(String(form['Configuration.Url'])) };
    const at = webhooks.findIndex((webhook) => asked === `${path}/${webhook.sid}`);
    if (at < 0) return refusal(404);
    webhooks.splice(at, 1);
    return { status: 204 };
  };
  const http = fakeTwilio(answer);
  const calls = new Calls(clock, { callUntilMs: PARKED_AT_MS + 1e9, retryUntilMs: PARKED_AT_MS + 1e9 });
  const port = createWakeWebhooks(http.client, calls, { functionsDomain, clock });
  const ours = (parkId: string) => add(wakeUrl({ functionsDomain, parkId }));
  const urls = () => webhooks.map(({ configuration }) => configuration.url);
  return { ...http, port, clock, webhooks, add, ours, urls };
}

describe('the wake webhook', () => {
  it('calls our Function for each new message, and bears the park id', async () => {
    const { port, sent } = open();
    expect(await port.create(aPark())).toBe(sid('WH'));
    expect(sent[0]).toMatchObject({
      host: 'conversations.twilio.com',
      form: {
        Target: 'webhook',
        'Configuration.Url': wakeUrl({ functionsDomain, parkId: 'park-1' }),
        'Configuration.Method': 'post',
        'Configuration.Filters': ['onMessageAdded'],
        'Configuration.ReplayAfter': 3,
      },
    });
  });

  it('asks for no replay when the agent saw no message', async () => {
    const { port, sent } = open();
    await port.create(aPark({ lastSeenMessageIndex: -1 }));
    expect(sent[0]?.form).not.toHaveProperty('Configuration.ReplayAfter');
  });

  it('whose answer was lost is found, and not made twice', async () => {
    const { port, fail, webhooks } = open();
    fail('POST', 'lost-answer');
    expect(await port.create(aPark())).toBe(sid('WH'));
    expect(webhooks).toHaveLength(1);
  });

  it('whose request was lost is a failure, and not made twice', async () => {
    const { port, fail, webhooks, ours } = open();
    ours('park-0');
    fail('POST', 'lost-request');
    await expect(port.create(aPark())).rejects.toMatchObject({ kind: 'unknown' });
    expect(webhooks).toHaveLength(1);
  });

  it('is made again when Twilio certainly did not take it', async () => {
    const { port, fail, webhooks } = open();
    fail('POST', { status: 429 });
    await port.create(aPark());
    expect(webhooks).toHaveLength(1);
  });

  it('is gone when it is removed, once or twice', async () => {
    const { port, ours, webhooks } = open();
    const { sid: webhook } = ours('park-1');
    await port.remove(CH, sid('WH'));
    await port.remove(CH, sid('WH'));
    expect(webhooks).not.toContainEqual(expect.objectContaining({ sid: webhook }));
  });
});

describe('the list of webhooks', () => {
  it('shows ours alone, on old domains too', async () => {
    const { port, add, ours } = open();
    add('https://crm.example/hook');
    ours('park-1');
    add(wakeUrl({ functionsDomain: 'old.twil.io', parkId: 'park-0' }));
    const createdAtMs = PARKED_AT_MS;
    expect(await port.list(CH)).toEqual([
      { sid: sid('WH', 2), parkId: 'park-1', functionsDomain, createdAtMs },
      { sid: sid('WH', 3), parkId: 'park-0', functionsDomain: 'old.twil.io', createdAtMs },
    ]);
  });

  it('is empty for a conversation that is gone', async () => {
    expect(await open().port.list(sid('CH', 9))).toEqual([]);
  });
});

describe('the limit of five webhooks', () => {
  const crm = 'https://crm.example/hook';

  it('is met by removing our own old ones, and nobody else’s', async () => {
    const { port, add, ours, clock, urls } = open();
    ['1', '2', '3'].forEach((nth) => add(`${crm}/${nth}`));
    ours('park-0');
    add(wakeUrl({ functionsDomain: 'old.twil.io', parkId: 'park-00' }));
    clock.advance(STALE_AFTER_MS);
    await port.create(aPark());
    const mine = wakeUrl({ functionsDomain, parkId: 'park-1' });
    expect(urls()).toEqual([`${crm}/1`, `${crm}/2`, `${crm}/3`, mine]);
  });

  it('is a refusal when all are others’', async () => {
    const { port, add, urls } = open();
    for (let nth = 0; nth < 5; nth += 1) add(crm);
    expect(await codeOfRefusal(port.create(aPark()))).toBe('webhook-limit');
    expect(urls()).toEqual([crm, crm, crm, crm, crm]);
  });

  it('is a refusal when ours are of parks that may be at work', async () => {
    const { port, add, ours, webhooks, clock } = open();
    for (let nth = 0; nth < 4; nth += 1) add(crm);
    ours('park-0');
    clock.advance(STALE_AFTER_MS - 1);
    expect(await codeOfRefusal(port.create(aPark()))).toBe('webhook-limit');
    expect(webhooks).toHaveLength(5);
  });

  it('is met by removing ours of this very park on a domain we have left', async () => {
    const { port, add, clock, urls } = open();
    for (let nth = 0; nth < 4; nth += 1) add(crm);
    add(wakeUrl({ functionsDomain: 'old.twil.io', parkId: 'park-1' }));
    clock.advance(STALE_AFTER_MS);
    await port.create(aPark());
    expect(urls()).toEqual([crm, crm, crm, crm, wakeUrl({ functionsDomain, parkId: 'park-1' })]);
  });
});

/** @jest-environment node */
import { createFunctionsClient } from '../../../plugin-src/flex/functions-client';
import { createPostForm } from '../../../plugin-src/flex/post-form';
import { sid } from './support/fixtures';

const REQUEST = {
  taskSid: sid('WT'),
  interactionSid: sid('KD'),
  channelSid: sid('UO'),
  conversationSid: sid('CH'),
  lastSeenMessageIndex: 4,
};
const PARKED = { status: 'parked', conversationSid: sid('CH') };

type Reply = () => Response | Promise<Response>;

/** A Functions host that gives these replies in turn, and a client of it. */
function aClient(replies: Reply[], { isOnline = true } = {}) {
  const sent: { url: string; method: string | undefined; form: Record<string, string> }[] = [];
  const waits: number[] = [];
  const logged: string[] = [];
  const postForm = createPostForm({
    fetch: async (input, init) => {
      const form = init?.body instanceof URLSearchParams ? Object.fromEntries(init.body) : {};
      sent.push({ url: String(input), method: init?.method, form });
      const reply = replies.shift();
      if (!reply) throw new Error('one request too many');
      return reply();
    },
    isOnline: () => isOnline,
    wait: async (delayMs) => void waits.push(delayMs),
  });
  const client = createFunctionsClient({
    functionsUrl: 'https://parking.twil.io',
    token: () => 'the-token',
    postForm,
    log: (message) => void logged.push(message),
  });
  return { client, sent, waits, logged };
}

const json =
  (body: unknown, status = 200): Reply =>
  () =>
    new Response(JSON.stringify(body), { status });

describe('a command to the Functions', () => {
  it('is one flat form with the Flex token of the moment', async () => {
    const { client, sent } = aClient([json(PARKED)]);
    await client.park(REQUEST);
    expect(sent).toEqual([
      {
        url: 'https://parking.twil.io/flex/park-interaction',
        method: 'POST',
        form: { ...REQUEST, lastSeenMessageIndex: '4', Token: 'the-token' },
      },
    ]);
  });

  it('goes to the path of the contract', async () => {
    const { client, sent } = aClient([
      json({ status: 'already-unparked', conversationSid: sid('CH') }),
      json({ status: 'leased' }),
    ]);
    await client.unpark({ conversationSid: sid('CH'), routeTo: 'me' });
    await client.reconcile({ rows: sid('CH') });
    expect(sent[1]?.form).toEqual({ rows: sid('CH'), Token: 'the-token' });
    expect(sent.map((request) => request.url)).toEqual([
      'https://parking.twil.io/flex/unpark-interaction',
      'https://parking.twil.io/flex/reconcile',
    ]);
  });

  it('brings back the answer of the contract', async () => {
    const { client } = aClient([json(PARKED)]);
    expect(await client.park(REQUEST)).toEqual({ ok: true, answer: PARKED });
  });

  it('brings back a refusal by its code', async () => {
    const { client } = aClient([json({ code: 'not-your-task', message: 'No.' }, 403)]);
    expect(await client.park(REQUEST)).toEqual({ ok: false, failure: { code: 'not-your-task', message: 'No.' } });
  });

  it('brings back a refusal by a code of newer Functions as one, and logs what they said', async () => {
    const { client, logged } = aClient([json({ code: 'teapot', message: 'short and stout' }, 418)]);
    expect(await client.park(REQUEST)).toMatchObject({ ok: false, failure: { code: 'refused-for-unknown-reason' } });
    expect(logged).toEqual(['/flex/park-interaction answered HTTP 418 teapot: short and stout']);
  });

  it('logs nothing that it has words for', async () => {
    const { client, logged } = aClient([json(PARKED), json({ code: 'not-your-task', message: 'No.' }, 403)]);
    await client.park(REQUEST);
    await client.park(REQUEST);
    expect(logged).toEqual([]);
  });

  it.each<[string, Reply]>([
    ['a page instead of JSON', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
    ['an empty answer', () => new Response('', { status: 200 })],
    ['a success that the contract does not know', json({ status: 'maybe' })],
    ['a success in words but not in status', json(PARKED, 500)],
  ])('takes %s as not understood, never as success', async (_, reply) => {
    const { client, logged } = aClient([reply]);
    const outcome = await client.park(REQUEST);
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'answer-not-understood' } });
    expect(logged).toHaveLength(1);
  });
});

describe('a command that cannot be delivered', () => {
  it('is not sent at all while the browser is offline', async () => {
    const { client, sent } = aClient([], { isOnline: false });
    expect(await client.park(REQUEST)).toMatchObject({ ok: false, failure: { code: 'offline' } });
    expect(sent).toEqual([]);
  });

  it('is never repeated after a lost answer: it may have taken effect', async () => {
    const { client, sent } = aClient([() => Promise.reject(new TypeError('Failed to fetch')), json(PARKED)]);
    expect(await client.park(REQUEST)).toEqual({
      ok: false,
      failure: { code: 'no-answer', message: 'Failed to fetch' },
    });
    expect(sent).toHaveLength(1);
  });

  it('is not repeated after a refusal of the Function itself, not even “too many requests”', async () => {
    const { client, sent } = aClient([json({ code: 'rate-limited', message: 'Later.' }, 429), json(PARKED)]);
    expect(await client.park(REQUEST)).toMatchObject({ ok: false, failure: { code: 'rate-limited' } });
    expect(sent).toHaveLength(1);
  });

  it('is repeated once, after a pause, when the platform refused to run the Function', async () => {
    const { client, sent, waits } = aClient([() => new Response('Too Many Requests', { status: 429 }), json(PARKED)]);
    expect(await client.park(REQUEST)).toEqual({ ok: true, answer: PARKED });
    expect(sent).toHaveLength(2);
    expect(waits).toHaveLength(1);
  });

  it('is repeated once and not more', async () => {
    const refused = json({ code: 20429, message: 'Too Many Requests' }, 429);
    const { client, sent } = aClient([refused, refused, json(PARKED)]);
    expect(await client.park(REQUEST)).toMatchObject({ ok: false, failure: { code: 'answer-not-understood' } });
    expect(sent).toHaveLength(2);
  });
});

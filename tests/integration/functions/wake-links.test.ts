/** @jest-environment node */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { ContactCentre, Served } from './support/contact-centre';
import { customers } from './support/contact-centre';
import { WARM_UP_MS } from './support/desk';
import { hostFunctions, type HostedFunctions } from './support/hosted-desk';
import { stateOf } from './support/world-state';

const SETTINGS = { enabled: true, show_list: true, wake_links: true };
const NOTE = { note: 'refund approved' };

let functions: HostedFunctions;
beforeAll(async () => {
  functions = await hostFunctions();
}, WARM_UP_MS);
afterAll(() => functions.close());

interface Linked {
  readonly desk: ContactCentre;
  readonly served: Served;
  /** Path and query. */
  readonly at: string;
}

/** Ada has parked a conversation and copied its link. */
async function openLinked(): Promise<Linked> {
  const desk = functions.openDesk({}, SETTINGS);
  desk.available('ada');
  const served = await desk.serve('ada', customers.whatsapp);
  await desk.park('ada', served);
  return { desk, served, at: await linkOf(desk, served) };
}

async function linkOf(desk: ContactCentre, { conversationSid }: Served): Promise<string> {
  const { body } = await desk.call('flex/wake-link', { Token: desk.token('ada'), conversationSid });
  return String((body as { path?: unknown }).path);
}

const cardOf = (desk: ContactCentre, { taskSid }: Served) => desk.attributesOf(taskSid).parkInteraction;

describe('a wake link', () => {
  it('brings the conversation back to the agent who parked it, with the note, and then is over', async () => {
    const { desk, served, at } = await openLinked();
    expect(await functions.post({ at, fields: NOTE })).toMatchObject({ status: 200, body: { status: 'woken' } });
    const back = await desk.accept('ada');
    expect(back.conversationSid).toBe(served.conversationSid);
    expect(cardOf(desk, back)).toMatchObject({ event: NOTE });
    expect(desk.record(served.conversationSid)).toBeUndefined();
    expect(desk.row('ada', served.conversationSid)).toBeUndefined();

    const state = stateOf(desk.world);
    expect(await functions.post({ at, fields: NOTE })).toMatchObject({
      status: 410,
      body: { code: 'wake-link-expired' },
    });
    expect(stateOf(desk.world)).toEqual(state);
  });

  it('makes one task when it is sent twice, and when the customer writes as well', async () => {
    const { desk, served, at } = await openLinked();
    const answers = await Promise.all([functions.post({ at, fields: NOTE }), functions.post({ at, fields: NOTE })]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await desk.writes(customers.whatsapp, 'Hello again');
    expect(await functions.post({ at, fields: NOTE })).toMatchObject({ status: 200, body: { status: 'already-back' } });
    expect(desk.openTasks(served.conversationSid)).toHaveLength(1);
  });

  it('is of one park: the next one has another, and leaves it dead', async () => {
    const { desk, served, at } = await openLinked();
    await functions.post({ at, fields: NOTE });
    const back = await desk.accept('ada');
    await desk.park('ada', back);
    const state = stateOf(desk.world);
    expect(await functions.post({ at, fields: NOTE })).toMatchObject({ status: 410 });
    expect(stateOf(desk.world)).toEqual(state);
    const next = await linkOf(desk, back);
    expect(next).not.toBe(at);
    expect(await functions.post({ at: next, fields: {} })).toMatchObject({ body: { status: 'woken' } });
    expect(desk.openTasks(served.conversationSid)).toHaveLength(1);
  });

  const otherQuery = (at: string, name: string, value: string) => {
    const url = new URL(at, 'https://parking.twil.io');
    url.searchParams.set(name, value);
    return `${url.pathname}${url.search}`;
  };

  it.each([
    ['a wrong token', (at: string) => ({ at: otherQuery(at, 'token', 'A'.repeat(43)), fields: NOTE }), 403],
    ['no token', (at: string) => ({ at: otherQuery(at, 'token', ''), fields: NOTE }), 400],
    ['another park’s token', (at: string) => ({ at: otherQuery(at, 'parkId', '0123456789abcdef'), fields: NOTE }), 403],
    [
      'another conversation’s token',
      (at: string) => ({ at: otherQuery(at, 'conversationSid', `CH${'0'.repeat(32)}`), fields: NOTE }),
      403,
    ],
    ['a note that is too long', (at: string) => ({ at, fields: { note: 'x'.repeat(501) } }), 400],
    ['GET, as whatever previews links', (at: string) => ({ at: `${at}&note=x`, fields: {}, method: 'GET' }), 400],
  ])('is refused with %s, and Twilio is not asked for anything', async (_, request, status) => {
    const { desk, at } = await openLinked();
    const state = stateOf(desk.world);
    const calls = desk.world.calls().length;
    expect((await functions.post(request(at))).status).toBe(status);
    expect(desk.world.calls()).toHaveLength(calls);
    expect(stateOf(desk.world)).toEqual(state);
  });

  it('says nothing about the conversation, whatever it answers', async () => {
    const { at } = await openLinked();
    expect((await functions.post({ at, fields: NOTE })).body).toEqual({ status: 'woken' });
    expect((await functions.post({ at, fields: NOTE })).body).toEqual({ status: 'already-back' });
  });
});

describe('the examples of docs/wake-links.md', () => {
  const page = readFileSync(join(__dirname, '../../../docs/wake-links.md'), 'utf8');
  const examples = [...page.matchAll(/^```sh\n(curl .*)\n```$/gm)].map(([, command = '']) => command);
  const inText = [...page.matchAll(/`(curl [^`]*)`/g)].map(([, command = '']) => command);

  it('are three', () => expect([...examples, ...inText]).toHaveLength(3));

  it.each([...examples, ...inText])('%s', async (command) => {
    const { desk, served, at } = await openLinked();
    const env = { ...process.env, LINK: `${functions.origin}${at}` };
    const { stdout } = await promisify(execFile)('sh', ['-c', command], { env });
    expect(JSON.parse(stdout)).toEqual({ status: 'woken' });
    await desk.settled();
    expect(desk.openTasks(served.conversationSid)).toHaveLength(1);
    const back = await desk.accept('ada');
    expect(cardOf(desk, back)).toMatchObject({ event: command.includes('refund') ? NOTE : {} });
  });
});

/** @jest-environment node */
import { listItemOf } from '../../../../serverless-functions/src/parking/domain/list-item';
import { Calls } from '../../../../serverless-functions/src/twilio/calls';
import { createParkedList, type KnownMaps } from '../../../../serverless-functions/src/twilio/parked-list';
import { fakeClock } from '../support/fake-clock';
import { fakeTwilio } from '../support/fake-http';
import { aPark, sid } from '../support/fixtures';
import { fakeMaps } from './support/fake-maps';

const row = listItemOf(aPark());
const later = listItemOf(aPark({ parkId: 'park-2' }));
const MAP = `ParkedInteractions_${row.workerSid}`;

function open(...maps: string[]) {
  const sync = fakeMaps(maps);
  const http = fakeTwilio(sync.answer);
  const calls = new Calls(fakeClock(), { callUntilMs: 9_000, retryUntilMs: 8_500 });
  const knownMaps: KnownMaps = new Set();
  /** Of a new invocation of the same container. */
  const invocation = () => createParkedList(http.client, calls, { serviceSid: sid('IS'), knownMaps });
  return { ...sync, ...http, invocation, list: invocation() };
}

describe('a row of the list', () => {
  it('is a map item of the agent’s own map, with the conversation as its key', async () => {
    const { list, items, sent } = open(MAP);
    expect(await list.put(row, 86_400)).toEqual({ mapSid: sid('MP'), mapItemKey: sid('CH'), revision: '0' });
    expect(items).toMatchObject([{ map: MAP, key: sid('CH'), data: row, ttl: 86_400 }]);
    expect(sent).toHaveLength(1);
  });

  it('is not written where the agent has no map yet, and then it is', async () => {
    const { list, items, maps } = open();
    expect(await list.put(row, 0)).toBeUndefined();
    expect(maps).toEqual([]);
    expect(await list.createMap(row.workerSid)).toBe(sid('MP'));
    expect(await list.put(row, 0)).toMatchObject({ mapItemKey: sid('CH') });
    expect(maps).toEqual([MAP]);
    expect(items).toMatchObject([{ map: MAP, ttl: 0 }]);
  });

  it('has a map that is made once, whoever makes it', async () => {
    const { list, maps } = open();
    const made = await Promise.all([list.createMap(row.workerSid), list.createMap(row.workerSid)]);
    expect(made.filter((mapSid) => mapSid !== undefined)).toEqual([sid('MP')]);
    expect(maps).toEqual([MAP]);
  });

  it.each(['written', 'made'])('has a map that is not asked for again once a row was %s', async (how) => {
    const { invocation, sent } = open(...(how === 'written' ? [MAP] : []));
    if (how === 'written') await invocation().put(row, 0);
    else await invocation().createMap(row.workerSid);
    const before = sent.length;
    expect(await invocation().createMap(row.workerSid)).toBeUndefined();
    expect(sent).toHaveLength(before);
  });

  it('has a map that is made again when somebody removed it', async () => {
    const { invocation, maps } = open(MAP);
    await invocation().put(row, 0);
    maps.length = 0;
    expect(await invocation().put(row, 0)).toBeUndefined();
    await invocation().createMap(row.workerSid);
    expect(maps).toEqual([MAP]);
  });

  it('is written when somebody took the earlier one away in between', async () => {
    const { list, items, fail } = open(MAP);
    await list.put(row, 0);
    fail('POST', { status: 409, code: 54208 });
    items.length = 0;
    expect(await list.put(later, 0)).toMatchObject({ mapItemKey: sid('CH') });
    expect(items).toMatchObject([{ data: later }]);
  });

  it('overwrites one of an earlier park', async () => {
    const { list, items } = open(MAP);
    await list.put(row, 86_400);
    expect(await list.put(later, 0)).toMatchObject({ revision: '1' });
    expect(items).toMatchObject([{ data: later, ttl: 0 }]);
  });

  it('is written once when the answer was lost', async () => {
    const { list, items, fail } = open(MAP);
    fail('POST', 'lost-answer');
    expect(await list.put(row, 86_400)).toMatchObject({ mapItemKey: sid('CH') });
    expect(items).toHaveLength(1);
  });

  it('is there when it bears this park id', async () => {
    const { list } = open(MAP);
    expect(await list.find(row)).toBeUndefined();
    const written = await list.put(row, 0);
    expect(await list.find(row)).toEqual(written);
    expect(await list.find(later)).toBeUndefined();
    expect(await open().list.find(row)).toBeUndefined();
  });
});

describe('removing a row', () => {
  it.each([true, false])('takes it away, its revision known: %s', async (known) => {
    const { list, items } = open(MAP);
    const revision = (await list.put(row, 0))?.revision;
    await list.remove(row, known ? revision : undefined);
    expect(items).toEqual([]);
    await list.remove(row, known ? revision : undefined);
  });

  it.each([true, false])('leaves a later park’s row, its revision known: %s', async (known) => {
    const { list, items } = open(MAP);
    const revision = (await list.put(row, 0))?.revision;
    await list.put(later, 0);
    await list.remove(row, known ? revision : undefined);
    expect(items).toMatchObject([{ data: later }]);
  });

  it('takes it away also when it was written anew for the same park', async () => {
    const { list, items } = open(MAP);
    const revision = (await list.put(row, 0))?.revision;
    await list.put(row, 0);
    await list.remove(row, revision);
    expect(items).toEqual([]);
  });

  it('is nothing when the agent has no map', async () => {
    await expect(open().list.remove(row)).resolves.toBeUndefined();
  });
});

describe('looking at a row', () => {
  it('shows it as it is, whatever park it is of', async () => {
    const { list } = open(MAP);
    await list.put(later, 0);
    expect(await list.peek(row)).toEqual(later);
  });

  it('shows nothing where there is none, no map, or no row in it', async () => {
    const { list, items } = open(MAP);
    expect(await list.peek(row)).toBeUndefined();
    expect(await open().list.peek(row)).toBeUndefined();
    items.push({ map: MAP, key: sid('CH'), data: { text: 'not a row' }, revision: '0', ttl: 0 });
    expect(await list.peek(row)).toBeUndefined();
  });
});

describe('a row that needs attention', () => {
  it('says why, keeps all else and its life, and is written once', async () => {
    const { list, items, sent } = open(MAP);
    await list.put(row, 86_400);
    await list.markProblem(row, 'record-unreadable');
    await list.markProblem(row, 'record-unreadable');
    expect(items).toMatchObject([{ data: { ...row, problem: 'record-unreadable' }, ttl: 86_400 }]);
    expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(2);
  });

  it('of a later park is left alone, and so is one that somebody changes meanwhile', async () => {
    const { list, items, fail } = open(MAP);
    await list.put(later, 0);
    await list.markProblem(row, 'record-unreadable');
    fail('POST', { status: 412, code: 54103 });
    await list.markProblem(later, 'record-unreadable');
    expect(items).toMatchObject([{ data: later }]);
    expect(items[0]?.data).not.toHaveProperty('problem');
  });

  it('that is not there stays away', async () => {
    const { list, items } = open(MAP);
    await list.markProblem(row, 'record-unreadable');
    expect(items).toEqual([]);
  });
});

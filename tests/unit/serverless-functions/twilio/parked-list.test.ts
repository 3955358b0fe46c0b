/** @jest-environment node */
import { listItemOf } from '../../../../serverless-functions/src/parking/domain/list-item';
import { Calls } from '../../../../serverless-functions/src/twilio/calls';
import { createParkedList } from '../../../../serverless-functions/src/twilio/parked-list';
import { fakeClock } from '../support/fake-clock';
import { fakeTwilio } from '../support/fake-http';
import { aPark, BEN, sid } from '../support/fixtures';
import { fakeMaps } from './support/fake-maps';

const row = listItemOf(aPark());
const later = listItemOf(aPark({ parkId: 'park-2' }));
const MAP = `ParkedInteractions_${row.workerSid}`;

function open(...maps: string[]) {
  const sync = fakeMaps(maps);
  const http = fakeTwilio(sync.answer);
  const calls = new Calls(fakeClock(), { callUntilMs: 9_000, retryUntilMs: 8_500 });
  return { ...sync, ...http, list: createParkedList(http.client, calls, sid('IS')) };
}

describe('a row of the list', () => {
  it('is a map item of the agent’s own map, with the conversation as its key', async () => {
    const { list, items, sent } = open(MAP);
    expect(await list.put(row, 86_400)).toEqual({ mapSid: sid('MP'), mapItemKey: sid('CH'), revision: '0' });
    expect(items).toMatchObject([{ map: MAP, key: sid('CH'), data: row, ttl: 86_400 }]);
    expect(sent).toHaveLength(1);
  });

  it('makes the agent’s map with his first park', async () => {
    const { list, items, maps } = open();
    await list.put(row, 0);
    expect(maps).toEqual([MAP]);
    expect(items).toMatchObject([{ map: MAP, ttl: 0 }]);
  });

  it('is written when another park made the map at the same moment', async () => {
    const { list, items } = open();
    await Promise.all([list.put(row, 0), list.put({ ...row, conversationSid: sid('CH', 2) }, 0)]);
    expect(items).toHaveLength(2);
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
    const { revision } = await list.put(row, 0);
    await list.remove(row, known ? revision : undefined);
    expect(items).toEqual([]);
    await list.remove(row, known ? revision : undefined);
  });

  it.each([true, false])('leaves a later park’s row, its revision known: %s', async (known) => {
    const { list, items } = open(MAP);
    const { revision } = await list.put(row, 0);
    await list.put(later, 0);
    await list.remove(row, known ? revision : undefined);
    expect(items).toMatchObject([{ data: later }]);
  });

  it('takes it away also when it was written anew for the same park', async () => {
    const { list, items } = open(MAP);
    const { revision } = await list.put(row, 0);
    await list.put(row, 0);
    await list.remove(row, revision);
    expect(items).toEqual([]);
  });

  it('is nothing when the agent has no map', async () => {
    await expect(open().list.remove(row)).resolves.toBeUndefined();
  });
});

describe('all rows', () => {
  it('are those of every agent, and nothing that others keep in maps', async () => {
    const { list, items } = open(MAP, 'Orders');
    await list.put(row, 0);
    await list.put({ ...row, workerSid: BEN.workerSid }, 0);
    items.push({ map: 'Orders', key: 'x', data: row, revision: '0', ttl: 0 });
    items.push({ map: MAP, key: 'note', data: { text: 'not a row' }, revision: '0', ttl: 0 });
    const found = [];
    for await (const item of list.all()) found.push(item.workerSid);
    expect(found).toEqual([row.workerSid, BEN.workerSid]);
  });
});

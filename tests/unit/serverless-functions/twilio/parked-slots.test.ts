/** @jest-environment node */
import { Calls } from '../../../../serverless-functions/src/twilio/calls';
import { createParkedSlots } from '../../../../serverless-functions/src/twilio/parked-slots';
import { fakeClock } from '../support/fake-clock';
import { fakeTwilio } from '../support/fake-http';
import { ADA, sid } from '../support/fixtures';
import { fakeMaps } from './support/fake-maps';

const MAP = `ParkedBy_${ADA.workerSid}`;
const slot = { workerSid: ADA.workerSid, parkId: 'park-1', conversationSid: sid('CH') };

function open(...maps: string[]) {
  const sync = fakeMaps(maps);
  const http = fakeTwilio(sync.answer);
  const calls = new Calls(fakeClock(), { callUntilMs: 9_000, retryUntilMs: 8_500 });
  return { ...sync, ...http, slots: createParkedSlots(http.client, calls, sid('IS')) };
}

describe('what an agent has parked', () => {
  it('is an item per park in their own map', async () => {
    const { slots, items, sent } = open(MAP);
    await slots.take(slot);
    expect(items).toMatchObject([{ map: MAP, key: 'park-1', data: { conversationSid: sid('CH') } }]);
    expect(sent).toHaveLength(1);
    expect(await slots.of(ADA.workerSid)).toEqual([slot]);
  });

  it('makes their map with their first', async () => {
    const { slots, maps, items } = open();
    expect(await slots.of(ADA.workerSid)).toEqual([]);
    await Promise.all([slots.take(slot), slots.take({ ...slot, parkId: 'park-2' })]);
    expect(maps).toEqual([MAP]);
    expect(items).toHaveLength(2);
  });

  it('is written once when the answer was lost, and gone when it is freed twice', async () => {
    const { slots, items, fail } = open(MAP);
    fail('POST', 'lost-answer');
    await slots.take(slot);
    expect(items).toHaveLength(1);
    await slots.free(slot);
    await slots.free(slot);
    expect(items).toEqual([]);
  });

  it('is not what somebody else wrote there', async () => {
    const { slots, items } = open(MAP);
    items.push({ map: MAP, key: 'x', data: { note: 'hello' }, revision: '0', ttl: 0 });
    expect(await slots.of(ADA.workerSid)).toEqual([]);
  });
});

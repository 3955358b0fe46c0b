/** @jest-environment node */
import { parkedCount, rowsNewestFirst, selectParking } from '../../../plugin-src/parking/state/parking-selectors';
import { INITIAL_PARKING_STATE, type ParkingState } from '../../../plugin-src/parking/state/parking-state';
import { aListItem, itemsOf, sid } from './support/fixtures';

const older = aListItem({ conversationSid: sid('CH', 1), parkedAt: '2026-03-04T08:00:00.000Z' });
const newer = aListItem({ conversationSid: sid('CH', 2), parkedAt: '2026-03-04T09:00:00.000Z' });
const sameMoment = aListItem({ conversationSid: sid('CH', 3), parkedAt: '2026-03-04T09:00:00.000Z' });

const withList = (list: ParkingState['list'], unparks: ParkingState['unparks'] = {}): ParkingState => ({
  ...INITIAL_PARKING_STATE,
  list,
  unparks,
});

describe('the rows of the list', () => {
  it('come newest first, and in a stable order at the same moment', () => {
    for (const items of [itemsOf(older, newer, sameMoment), itemsOf(sameMoment, newer, older)]) {
      const rows = rowsNewestFirst(withList({ status: 'ready', items }));
      expect(rows.map((row) => row.item.conversationSid)).toEqual([sid('CH', 2), sid('CH', 3), sid('CH', 1)]);
    }
  });

  it('know which of them is being unparked', () => {
    const state = withList({ status: 'ready', items: itemsOf(older, newer) }, { [older.conversationSid]: 'asked' });
    expect(rowsNewestFirst(state).map((row) => row.unparking)).toEqual([false, true]);
  });

  it('leave the state untouched', () => {
    const items = Object.freeze(itemsOf(older, newer));
    rowsNewestFirst(withList({ status: 'ready', items }));
    expect(Object.keys(items)).toEqual([older.conversationSid, newer.conversationSid]);
  });

  it('are counted while ready and while reconnecting, and are none while loading or after an error', () => {
    const items = itemsOf(older, newer);
    expect(parkedCount(withList({ status: 'ready', items }))).toBe(2);
    expect(parkedCount(withList({ status: 'reconnecting', items }))).toBe(2);
    expect(parkedCount(withList({ status: 'loading' }))).toBe(0);
    expect(parkedCount(withList({ status: 'error' }))).toBe(0);
  });
});

it('a store in which our reducer is not yet has the initial state', () => {
  expect(selectParking({})).toBe(INITIAL_PARKING_STATE);
});

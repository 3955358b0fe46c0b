/** @jest-environment node */
import { arrange, choices, PAGE_SIZE, type AnyItem } from '../../../plugin-src/parking/state/arrange-rows';
import {
  changeView,
  INITIAL_LIST_VIEW,
  sortedBy,
  type ListView,
  type SortColumn,
} from '../../../plugin-src/parking/state/list-view';
import { everyonesWaiting, parkedCount, selectParking } from '../../../plugin-src/parking/state/parking-selectors';
import { INITIAL_PARKING_STATE, type ParkingState } from '../../../plugin-src/parking/state/parking-state';
import { chosenOf, withSelected } from '../../../plugin-src/parking/state/selection';
import { aListItem, anEveryonesItem, itemsOf, sid, NOW } from './support/fixtures';

const older = aListItem({ conversationSid: sid('CH', 1), customerName: 'Zoë', parkedAt: '2026-03-04T08:00:00.000Z' });
const newer = aListItem({ conversationSid: sid('CH', 2), customerName: 'Åsa', parkedAt: '2026-03-04T09:00:00.000Z' });
const sameMoment = aListItem({
  conversationSid: sid('CH', 3),
  customerName: 'Ben',
  parkedAt: '2026-03-04T09:00:00.000Z',
  channelType: 'whatsapp',
  lastCustomerMessageAt: '2026-03-04T08:59:00.000Z',
  reason: 'Carrier',
  note: 'Calls back at three',
});
const all = [older, newer, sameMoment];

const view = (change: Partial<ListView> = {}) => changeView(INITIAL_LIST_VIEW, change);
const shown = (items: AnyItem[], change: Partial<ListView> = {}) =>
  arrange(items, view(change), 'en-US').items.map((item) => item.conversationSid);

describe('the rows of the list', () => {
  it('come newest first, and in a stable order at the same moment', () => {
    for (const items of [all, [...all].reverse()]) {
      expect(shown(items)).toEqual([sid('CH', 2), sid('CH', 3), sid('CH', 1)]);
    }
  });

  it.each<[SortColumn, number[]]>([
    ['customer', [2, 3, 1]],
    ['parkedAt', [1, 2, 3]],
    ['channel', [2, 1, 3]],
    ['replyWindow', [3, 2, 1]],
    ['reason', [2, 1, 3]],
  ])('can be sorted by %s', (column, order) => {
    expect(shown(all, { sort: { column, direction: 'ascending' } })).toEqual(order.map((n) => sid('CH', n)));
  });

  it('turn round when the same column is chosen again', () => {
    const once = view({ sort: sortedBy(view(), 'customer') });
    expect(once.sort).toEqual({ column: 'customer', direction: 'ascending' });
    expect(sortedBy(once, 'customer')).toEqual({ column: 'customer', direction: 'descending' });
    expect(sortedBy(once, 'parkedAt')).toEqual({ column: 'parkedAt', direction: 'descending' });
  });

  it.each<[string, Partial<ListView>]>([
    ['a name', { text: 'ben ' }],
    ['a reason', { text: 'CARR' }],
    ['a note', { text: 'three' }],
    ['a channel', { channel: 'whatsapp' }],
  ])('can be found by %s', (_, change) => {
    expect(shown(all, change)).toEqual([sid('CH', 3)]);
  });

  it('can be found by agent and queue on the supervisors’ board', () => {
    const items = [
      anEveryonesItem({ conversationSid: sid('CH', 1), agentName: 'ada', queueName: 'Sales' }),
      anEveryonesItem({ conversationSid: sid('CH', 2), agentName: 'ben', queueName: 'Sales' }),
    ];
    expect(shown(items, { agent: 'ben', queue: 'Sales' })).toEqual([sid('CH', 2)]);
    expect(shown(items, { queue: 'Support' })).toEqual([]);
  });

  it('are not hidden on one’s own list by what was chosen on the board', () => {
    const board = view({ scope: 'everyone', agent: 'Ben', queue: 'Sales', tile: 'overdue', channel: 'web' });
    expect(changeView(board, { scope: 'mine' })).toMatchObject({ agent: '', queue: '', tile: '', channel: 'web' });
    expect(changeView(board, { text: 'Zoë' })).toMatchObject({ agent: 'Ben', queue: 'Sales', tile: 'overdue' });
  });

  it('are cut into pages, and a page that is gone is the last one', () => {
    const many = Array.from({ length: PAGE_SIZE + 3 }, (_, n) => aListItem({ conversationSid: sid('CH', n) }));
    const first = arrange(many, view(), 'en-US');
    expect([first.items.length, first.matching.length, first.page, first.pageCount]).toEqual([
      PAGE_SIZE,
      PAGE_SIZE + 3,
      1,
      2,
    ]);
    expect(arrange(many, view({ page: 9 }), 'en-US')).toMatchObject({ page: 2, pageCount: 2 });
    expect(shown(many, { page: 2 })).toHaveLength(3);
  });

  it('begin on the first page when they are filtered or sorted anew', () => {
    expect(changeView(view({ page: 4 }), { text: 'x' }).page).toBe(1);
  });

  it('leave what they are made of untouched', () => {
    const items = Object.freeze([...all]);
    arrange(items, view(), 'en-US');
    expect(items).toEqual(all);
  });
});

it('a filter offers each value once, in order', () => {
  expect(choices(['web', 'sms', undefined, 'web', ''], 'en-US')).toEqual(['sms', 'web']);
});

describe('what is known of the list', () => {
  const withList = (list: ParkingState['list']): ParkingState => ({ ...INITIAL_PARKING_STATE, list });

  it('is counted while ready and while reconnecting, and is nothing while loading or after an error', () => {
    const items = itemsOf(older, newer);
    expect(parkedCount(withList({ status: 'ready', items, complete: true }))).toBe(2);
    expect(parkedCount(withList({ status: 'reconnecting', items }))).toBe(2);
    expect(parkedCount(withList({ status: 'loading' }))).toBe(0);
    expect(parkedCount(withList({ status: 'error' }))).toBe(0);
  });

  it.each([
    ['leaves out on the board what has just come back', '2026-03-04T11:51:00Z', 1],
    ['shows on the board what has been back for more than ten minutes without an agent', '2026-03-04T11:48:00Z', 2],
    ['leaves out what Functions of an older version say is on its way back', undefined, 1],
  ])('%s', (_, returningSince, shown) => {
    const back = anEveryonesItem({
      conversationSid: sid('CH', 2),
      state: 'returning',
      ...(returningSince && { returningSince }),
    });
    const everyone = { status: 'ready', items: [anEveryonesItem(), back], unreadable: [], complete: true } as const;
    expect(everyonesWaiting({ ...INITIAL_PARKING_STATE, everyone }, NOW.getTime())).toHaveLength(shown);
  });
});

it('a store in which our reducer is not yet has the initial state', () => {
  expect(selectParking({})).toBe(INITIAL_PARKING_STATE);
});

describe('the rows that are chosen', () => {
  it('are those that match the filters, on all pages', () => {
    const many = Array.from({ length: PAGE_SIZE + 3 }, (_, n) => aListItem({ conversationSid: sid('CH', n) }));
    const { matching } = arrange([...many, anEveryonesItem({ conversationSid: sid('CH', 99) })], view(), 'en-US');
    const sids = many.map(({ conversationSid }) => conversationSid);
    const selected = withSelected({}, sids, true);
    expect(chosenOf(matching, { ...INITIAL_PARKING_STATE, selected })).toHaveLength(PAGE_SIZE + 3);
    const fewer = withSelected(selected, sids.slice(1), false);
    expect(chosenOf(matching, { ...INITIAL_PARKING_STATE, selected: fewer })).toHaveLength(1);
    expect(chosenOf([], { ...INITIAL_PARKING_STATE, selected })).toEqual([]);
  });
});

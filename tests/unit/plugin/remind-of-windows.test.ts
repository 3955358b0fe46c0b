/** @jest-environment node */
import type { ListItem } from '../../../serverless-functions/src/contract/list-item';
import { createBrowserMemory, type BrowserStorage } from '../../../plugin-src/flex/browser-memory';
import { startRemindingOfWindows } from '../../../plugin-src/parking/commands/remind-of-windows';
import { parkingReducer } from '../../../plugin-src/parking/state/parking-reducer';
import type { ParkingAction } from '../../../plugin-src/parking/state/parking-actions';
import { aListItem, itemsOf, NOW, sid } from './support/fixtures';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const fromNow = (ms: number) => new Date(NOW.getTime() + ms).toISOString();

/** A WhatsApp row whose window closes after so many minutes. */
function aRow(closesInMinutes: number, changes: Partial<ListItem> = {}): ListItem {
  return aListItem({
    channelType: 'whatsapp',
    lastCustomerMessageAt: fromNow(closesInMinutes * MINUTE_MS - DAY_MS),
    parkedAt: fromNow(-HOUR_MS),
    ...changes,
  });
}

function aStorage(): BrowserStorage {
  const held = new Map<string, string>();
  return { getItem: (key) => held.get(key) ?? null, setItem: (key, value) => void held.set(key, value) };
}

/** A desktop whose clock is turned by hand, and what it has told: a line of names per notice. */
function aDesktop(rows: readonly ListItem[], { storage = aStorage(), noticeMinutes = 60 } = {}) {
  let state = parkingReducer();
  let nowMs = NOW.getTime();
  let isOnScreen = true;
  let next: { run: () => void; atMs: number } | undefined;
  const notices: string[] = [];
  const does = (action: ParkingAction) => (state = parkingReducer(state, action));
  const lists = (items: readonly ListItem[], complete = true) =>
    does({ type: 'park-interaction/list-changed', items: itemsOf(...items), complete });
  const stop = startRemindingOfWindows({
    parking: () => state,
    now: () => new Date(nowMs),
    schedule: (run, delayMs) => {
      next = { run, atMs: nowMs + delayMs };
      return () => (next = undefined);
    },
    isOnScreen: () => isOnScreen,
    noticeMs: noticeMinutes * MINUTE_MS,
    told: createBrowserMemory(storage, { key: 'told', kept: 500 }),
    tell: (closing) => notices.push(closing.map(({ item }) => item.customerName).join(', ')),
  });
  const pass = (minutes: number) => {
    const untilMs = nowMs + minutes * MINUTE_MS;
    while (next && next.atMs <= untilMs) {
      const { atMs, run } = next;
      nowMs = atMs;
      run();
    }
    nowMs = untilMs;
  };
  lists(rows);
  const looksAway = (away: boolean) => (isOnScreen = !away);
  return { does, lists, looksAway, notices, pass, stop, storage };
}

describe('before the reply window of a parked conversation closes', () => {
  it('its agent is told, once', () => {
    const { notices, pass } = aDesktop([aRow(90)]);
    pass(29);
    expect(notices).toEqual([]);
    pass(2);
    expect(notices).toEqual(['Grace']);
    pass(120);
    expect(notices).toEqual(['Grace']);
  });

  it('they are told at once of what is closer than that when they log in, but not of what is over', () => {
    const { notices, pass } = aDesktop([aRow(10), aRow(-5, { conversationSid: sid('CH', 2), customerName: 'Wanda' })]);
    pass(1);
    expect(notices).toEqual(['Grace']);
  });

  it('they are not told again after a reload, nor when they park it again', () => {
    const { storage, pass, lists, notices } = aDesktop([aRow(30)]);
    pass(1);
    lists([]);
    pass(1);
    lists([aRow(30, { parkId: 'park-2' })]);
    pass(5);
    expect(notices).toEqual(['Grace']);
    const reloaded = aDesktop([aRow(30)], { storage });
    reloaded.pass(5);
    expect(reloaded.notices).toEqual([]);
  });

  it('they are told again when the customer has written since, and that window closes too', () => {
    const { lists, notices, pass } = aDesktop([aRow(30)]);
    pass(1);
    lists([aRow(45)]);
    pass(1);
    expect(notices).toEqual(['Grace', 'Grace']);
  });

  it('several make one notice, the first to close first', () => {
    const { notices, pass } = aDesktop([
      aRow(50),
      aRow(20, { conversationSid: sid('CH', 2), customerName: 'Wanda', channelType: 'messenger' }),
    ]);
    pass(1);
    expect(notices).toEqual(['Wanda, Grace']);
  });

  it.each<[string, Partial<ListItem>]>([
    ['of a channel without a window', { channelType: 'web' }],
    ['that comes back by itself before', { backAt: fromNow(20 * MINUTE_MS) }],
    ['with an unread reply, which opened the window anew', { backAt: fromNow(DAY_MS), replies: 'unread' }],
  ])('nobody is told of one %s', (_, changes) => {
    const { notices, pass } = aDesktop([aRow(30, changes)]);
    pass(60);
    expect(notices).toEqual([]);
  });

  it('they are told of one that comes back only after it has closed', () => {
    const { notices, pass } = aDesktop([aRow(30, { backAt: fromNow(5 * HOUR_MS) })]);
    pass(1);
    expect(notices).toEqual(['Grace']);
  });

  it('whoever has just parked is left to read that first', () => {
    const { notices, pass } = aDesktop([aRow(30, { parkedAt: fromNow(0) })]);
    pass(0.2);
    expect(notices).toEqual([]);
    pass(1);
    expect(notices).toEqual(['Grace']);
  });

  it('nobody is told of one that is being unparked', () => {
    const { does, notices, pass } = aDesktop([aRow(30)]);
    does({ type: 'park-interaction/unpark-asked', conversationSid: sid('CH') });
    pass(5);
    expect(notices).toEqual([]);
  });

  it('they are told when the list is whole and live again', () => {
    const { does, lists, notices, pass } = aDesktop([aRow(30)]);
    does({ type: 'park-interaction/list-disconnected' });
    pass(5);
    lists([aRow(30)], false);
    pass(5);
    expect(notices).toEqual([]);
    lists([aRow(30)]);
    pass(1);
    expect(notices).toEqual(['Grace']);
  });

  it('they are told when they look at Flex again', () => {
    const { looksAway, notices, pass } = aDesktop([aRow(30)]);
    looksAway(true);
    pass(10);
    expect(notices).toEqual([]);
    looksAway(false);
    pass(1);
    expect(notices).toEqual(['Grace']);
  });

  it('the notice is as early as the settings say', () => {
    const { notices, pass } = aDesktop([aRow(30)], { noticeMinutes: 5 });
    pass(24);
    expect(notices).toEqual([]);
    pass(2);
    expect(notices).toEqual(['Grace']);
  });

  it('it ends with the session', () => {
    const { notices, pass, stop } = aDesktop([aRow(61)]);
    pass(0.5);
    stop();
    pass(60);
    expect(notices).toEqual([]);
  });
});

/** @jest-environment node */
import { createWatchForReturns } from '../../../plugin-src/parking/commands/came-back';
import { INITIAL_PARKING_STATE, type ParkingState } from '../../../plugin-src/parking/state/parking-state';
import { createText } from '../../../plugin-src/parking/strings/text';
import { TRANSLATIONS } from '../../../plugin-src/parking/strings/translations';
import { aListItem, itemsOf, NOW, sid } from './support/fixtures';

const grace = aListItem();
const wanda = aListItem({ conversationSid: sid('CH', 2), customerName: 'Wanda' });

function aDesk(before: Partial<ParkingState>, mine: string[] = []) {
  let state = before;
  const told: unknown[][] = [];
  const waiting: (() => void)[] = [];
  const watch = createWatchForReturns({
    parking: () => ({ ...INITIAL_PARKING_STATE, ...state }),
    notify: (id, values) => void told.push([id, values]),
    text: createText(TRANSLATIONS['en-US'], () => undefined),
    now: () => NOW,
    hasConversation: (conversationSid) => mine.includes(conversationSid),
    tasksWith: (conversationSid) => (mine.includes(conversationSid) ? [sid('WT', 7)] : []),
    schedule: (run) => {
      waiting.push(run);
      return () => undefined;
    },
  });
  const pass = () => waiting.splice(0).forEach((run) => run());
  /** `then` is what happens between the row's going and the moment when the agent is told. */
  const seeAndThen = (items: (typeof grace)[], then: Partial<ParkingState>) => {
    watch(itemsOf(...items));
    state = { ...before, ...then };
    pass();
  };
  return {
    told,
    seeAndThen,
    see: (...items: (typeof grace)[]) =>
      seeAndThen(items, { list: { status: 'ready', items: itemsOf(...items), complete: true } }),
  };
}

const listed: Partial<ParkingState> = { list: { status: 'ready', items: itemsOf(grace, wanda), complete: true } };

describe('when a parked customer comes back', () => {
  it('the agent hears that the conversation is with them', () => {
    const { told, see } = aDesk(listed, [grace.conversationSid]);
    see(wanda);
    expect(told).toEqual([['ParkInteractionCameBackToMe', { customerName: 'Grace' }]]);
  });

  it('or that it goes to another agent', () => {
    const { told, see } = aDesk(listed);
    see(wanda);
    expect(told).toEqual([['ParkInteractionCameBack', { customerName: 'Grace' }]]);
  });

  it('also when the connection was lost meanwhile', () => {
    const { told, see } = aDesk({ list: { status: 'reconnecting', items: itemsOf(grace, wanda) } });
    see(wanda);
    expect(told).toHaveLength(1);
  });

  it('but not when a park of theirs is just being undone, for they have had it all the time', () => {
    const { told, see } = aDesk({ ...listed, parks: { [sid('WT', 7)]: 'asked' } }, [grace.conversationSid]);
    see(wanda);
    expect(told).toEqual([]);
  });

  it.each<[string, Partial<ParkingState>]>([
    ['they have parked it again already', listed],
    ['they are about to park it again', { list: emptied(), parks: { [sid('WT', 7)]: 'asked' } }],
  ])('but not when %s: it would be old news, and take the place of Undo', (_, then) => {
    const { told, seeAndThen } = aDesk(listed, [grace.conversationSid]);
    seeAndThen([wanda], then);
    expect(told).toEqual([]);
  });

  it.each<[string, Partial<ParkingState>]>([
    ['they unparked it themselves', { ...listed, unparks: { [grace.conversationSid]: 'asked' } }],
    ['they were told that it is closed', { ...listed, ended: { [grace.conversationSid]: true } }],
    ['its time on the list was up', { list: expired() }],
    [
      'the list was only half read before',
      { list: { status: 'ready', items: itemsOf(grace, wanda), complete: false } },
    ],
    ['nothing was known before', { list: { status: 'loading' } }],
  ])('but not when %s', (_, before) => {
    const { told, see } = aDesk(before);
    see(wanda);
    expect(told).toEqual([]);
  });

  it('nothing is said of rows that come or stay', () => {
    const { told, see } = aDesk(listed);
    see(grace, wanda, aListItem({ conversationSid: sid('CH', 3) }));
    expect(told).toEqual([]);
  });
});

function emptied(): ParkingState['list'] {
  return { status: 'ready', items: itemsOf(wanda), complete: true };
}

function expired(): ParkingState['list'] {
  const old = aListItem({ parkedAt: '2026-03-03T12:00:00.000Z' });
  return { status: 'ready', items: itemsOf(old, wanda), complete: true };
}

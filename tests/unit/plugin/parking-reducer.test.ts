/** @jest-environment node */
import type { ParkingAction } from '../../../plugin-src/parking/state/parking-actions';
import { parkingReducer } from '../../../plugin-src/parking/state/parking-reducer';
import { INITIAL_PARKING_STATE } from '../../../plugin-src/parking/state/parking-state';
import { aListItem, anEveryonesItem, itemsOf, sid } from './support/fixtures';

const after = (...actions: ParkingAction[]) => actions.reduce(parkingReducer, INITIAL_PARKING_STATE);

const taskSid = sid('WT');
const conversationSid = sid('CH');
const listChanged = { type: 'park-interaction/list-changed', items: itemsOf(aListItem()), complete: true } as const;
const listEmptied = { type: 'park-interaction/list-changed', items: {}, complete: true } as const;

describe('the parking state', () => {
  it('starts with a list that loads and nothing under way', () => {
    expect(parkingReducer(undefined, { type: '@@INIT' })).toMatchObject({
      parks: {},
      drafts: {},
      unparks: {},
      list: { status: 'loading' },
      view: { scope: 'mine', page: 1 },
    });
  });

  it('leaves the state as it is on actions of Flex and other plugins', () => {
    const state = after(listChanged);
    expect(parkingReducer(state, { type: 'CONVERSATION_UNLOAD' })).toBe(state);
  });

  it('keeps a task busy from the click until the task is gone', () => {
    expect(after({ type: 'park-interaction/park-asked', taskSid }).parks).toEqual({ [taskSid]: 'asked' });
    const parked = after(
      { type: 'park-interaction/park-asked', taskSid },
      { type: 'park-interaction/park-done', taskSid },
    );
    expect(parked.parks).toEqual({ [taskSid]: 'done' });
    const gone: ParkingAction = { type: 'park-interaction/task-gone', taskSid };
    expect(parkingReducer(parked, gone).parks).toEqual({});
  });

  it('frees the task, and only that task, when parking fails', () => {
    const other = sid('WT', 2);
    const state = after(
      { type: 'park-interaction/park-asked', taskSid },
      { type: 'park-interaction/park-asked', taskSid: other },
      { type: 'park-interaction/park-failed', taskSid },
    );
    expect(state.parks).toEqual({ [other]: 'asked' });
  });

  it('frees the row when unparking fails, and keeps the row', () => {
    const state = after(
      listChanged,
      { type: 'park-interaction/unpark-asked', conversationSid },
      { type: 'park-interaction/unpark-failed', conversationSid },
    );
    expect(state.unparks).toEqual({});
    expect(state.ended).toEqual({});
    expect(state.list).toEqual({ status: 'ready', items: listChanged.items, complete: true });
  });

  it('keeps an unparked row, busy, until its Sync item goes', () => {
    const unparked = after(
      listChanged,
      { type: 'park-interaction/unpark-asked', conversationSid },
      { type: 'park-interaction/unpark-done', conversationSid },
    );
    expect(unparked.list).toEqual({ status: 'ready', items: listChanged.items, complete: true });
    expect(unparked.unparks).toEqual({ [conversationSid]: 'done' });
    expect(parkingReducer(unparked, listEmptied).unparks).toEqual({});
  });

  it('does not wait for a row that went before the answer came', () => {
    const state = after(listChanged, { type: 'park-interaction/unpark-asked', conversationSid }, listEmptied, {
      type: 'park-interaction/unpark-done',
      conversationSid,
    });
    expect(state.unparks).toEqual({});
  });

  it('keeps a command under way busy although its row has just gone', () => {
    const state = after(listChanged, { type: 'park-interaction/unpark-asked', conversationSid }, listEmptied);
    expect(state.unparks).toEqual({ [conversationSid]: 'asked' });
  });

  it('remembers that a conversation is over only until its row has gone', () => {
    const over: ParkingAction = { type: 'park-interaction/unpark-failed', conversationSid, ended: true };
    expect(after(listChanged, over).ended).toEqual({ [conversationSid]: true });
    expect(after(listChanged, over, listEmptied).ended).toEqual({});
  });

  it('keeps the known rows while the connection is lost', () => {
    const state = after(listChanged, { type: 'park-interaction/list-disconnected' });
    expect(state.list).toEqual({ status: 'reconnecting', items: listChanged.items });
  });

  it('has no rows to keep when the connection is lost while loading or after an error', () => {
    expect(after({ type: 'park-interaction/list-disconnected' }).list).toEqual({ status: 'loading' });
    expect(
      after({ type: 'park-interaction/list-failed' }, { type: 'park-interaction/list-disconnected' }).list,
    ).toEqual({ status: 'error' });
  });

  it('keeps an unparked row of the supervisors’ board busy until it has gone there too', () => {
    const items = [anEveryonesItem({ conversationSid: sid('CH', 5) })];
    const shown = { type: 'park-interaction/everyone-changed', items, unreadable: [], complete: true } as const;
    const unparked = after(
      listEmptied,
      shown,
      { type: 'park-interaction/unpark-asked', conversationSid: sid('CH', 5) },
      { type: 'park-interaction/unpark-done', conversationSid: sid('CH', 5) },
      listChanged,
    );
    expect(unparked.unparks).toEqual({ [sid('CH', 5)]: 'done' });
    const emptied: ParkingAction = { ...shown, items: [] };
    expect(parkingReducer(unparked, emptied).unparks).toEqual({});
  });

  it('keeps the board while it is read again', () => {
    const items = [anEveryonesItem()];
    const shown = { type: 'park-interaction/everyone-changed', items, unreadable: [], complete: true } as const;
    expect(after(shown, { type: 'park-interaction/everyone-loading' }).everyone.status).toBe('ready');
    const failed: ParkingAction = { type: 'park-interaction/everyone-failed', code: 'not-permitted' };
    expect(after(shown, failed).everyone).toEqual({ status: 'error', code: 'not-permitted' });
    expect(after(failed, { type: 'park-interaction/everyone-loading' }).everyone).toEqual({ status: 'loading' });
  });
});

describe('what the agent writes before parking', () => {
  const written: ParkingAction = {
    type: 'park-interaction/draft-changed',
    taskSid,
    change: { open: true, note: 'Carrier calls back' },
  };

  it('belongs to its task', () => {
    expect(after(written).drafts).toEqual({ [taskSid]: { open: true, reason: '', note: 'Carrier calls back' } });
  });

  it('is kept, closed, when parking fails', () => {
    const state = after(
      written,
      { type: 'park-interaction/park-asked', taskSid },
      { type: 'park-interaction/park-failed', taskSid },
    );
    expect(state.drafts).toEqual({ [taskSid]: { open: false, reason: '', note: 'Carrier calls back' } });
  });

  it.each(['park-interaction/park-done', 'park-interaction/task-gone'] as const)('is forgotten on %s', (type) => {
    expect(after(written, { type, taskSid }).drafts).toEqual({});
  });
});

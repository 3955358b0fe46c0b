import type { ListItems, ListState, ParkingState } from './parking-state';
import { INITIAL_PARKING_STATE } from './parking-state';
import { isParkingAction, type ParkingAction } from './parking-actions';

/** Flex's store sends every action to every reducer; those of others leave the state as it is. */
export function parkingReducer(
  state: ParkingState = INITIAL_PARKING_STATE,
  action: { type: unknown } = { type: undefined },
): ParkingState {
  return isParkingAction(action) ? reduce(state, action) : state;
}

function reduce(state: ParkingState, action: ParkingAction): ParkingState {
  switch (action.type) {
    case 'park-interaction/park-asked':
      return { ...state, parks: { ...state.parks, [action.taskSid]: 'asked' } };
    case 'park-interaction/park-done':
      return { ...state, parks: { ...state.parks, [action.taskSid]: 'done' } };
    case 'park-interaction/park-failed':
    case 'park-interaction/task-gone':
      return { ...state, parks: without(state.parks, action.taskSid) };
    case 'park-interaction/unpark-asked':
      return { ...state, unparks: { ...state.unparks, [action.conversationSid]: 'asked' } };
    case 'park-interaction/unpark-done':
      return finishUnpark(state, action.conversationSid);
    case 'park-interaction/unpark-failed':
      return { ...state, unparks: without(state.unparks, action.conversationSid) };
    case 'park-interaction/list-loading':
      return { ...state, list: { status: 'loading' } };
    case 'park-interaction/list-changed':
      return { ...state, list: { status: 'ready', items: action.items }, unparks: stillThere(state, action.items) };
    case 'park-interaction/list-disconnected':
      return { ...state, list: disconnected(state.list) };
    case 'park-interaction/list-failed':
      return { ...state, list: { status: 'error' } };
    default:
      return assertNever(action);
  }
}

/** The row may have gone before the answer came; then there is nothing left to wait for. */
function finishUnpark(state: ParkingState, conversationSid: keyof ParkingState['unparks']): ParkingState {
  const rowIsGone = state.list.status === 'ready' && !(conversationSid in state.list.items);
  const unparks = rowIsGone
    ? without(state.unparks, conversationSid)
    : { ...state.unparks, [conversationSid]: 'done' as const };
  return { ...state, unparks };
}

function stillThere(state: ParkingState, items: ListItems): ParkingState['unparks'] {
  return Object.fromEntries(
    Object.entries(state.unparks).filter(([sid, progress]) => progress === 'asked' || sid in items),
  );
}

function disconnected(list: ListState): ListState {
  return list.status === 'ready' ? { status: 'reconnecting', items: list.items } : list;
}

function without<Value>(entries: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(entries).filter(([each]) => each !== key));
}

function assertNever(action: never): never {
  throw new Error(`unknown action ${JSON.stringify(action)}`);
}

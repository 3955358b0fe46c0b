import { isParkingAction, type ParkingAction } from './parking-actions';
import { changeView } from './list-view';
import { isManyAction, reduceMany, type ManyAction } from './many-run';
import { withSelected } from './selection';
import { EMPTY_DRAFT, INITIAL_PARKING_STATE, type ListState, type ParkDraft, type ParkingState } from './parking-state';

/** Flex's store sends every action to every reducer; those of others leave the state as it is. */
export function parkingReducer(
  state: ParkingState = INITIAL_PARKING_STATE,
  action: { type: unknown } = { type: undefined },
): ParkingState {
  return isParkingAction(action) ? reduce(state, action) : state;
}

function reduce(state: ParkingState, action: ParkingAction): ParkingState {
  if (isManyAction(action)) return withMany(state, action);
  switch (action.type) {
    case 'park-interaction/draft-changed':
      return withDraft(state, action.taskSid, action.change);
    case 'park-interaction/park-asked':
      return { ...closeDraft(state, action.taskSid), parks: { ...state.parks, [action.taskSid]: 'asked' } };
    case 'park-interaction/park-done':
      return { ...forgetDraft(state, action.taskSid), parks: { ...state.parks, [action.taskSid]: 'done' } };
    case 'park-interaction/park-failed':
      return { ...state, parks: without(state.parks, action.taskSid) };
    case 'park-interaction/task-gone':
      return { ...forgetDraft(state, action.taskSid), parks: without(state.parks, action.taskSid) };
    case 'park-interaction/unpark-asked':
      return { ...state, unparks: { ...state.unparks, [action.conversationSid]: 'asked' } };
    case 'park-interaction/unpark-done':
      return dropFinished({ ...state, unparks: { ...state.unparks, [action.conversationSid]: 'done' } });
    case 'park-interaction/unpark-failed':
      return {
        ...state,
        unparks: without(state.unparks, action.conversationSid),
        ended: action.ended ? { ...state.ended, [action.conversationSid]: true } : state.ended,
      };
    case 'park-interaction/list-loading':
      return { ...state, list: { status: 'loading' } };
    case 'park-interaction/list-changed':
      return dropFinished({ ...state, list: { status: 'ready', items: action.items, complete: action.complete } });
    case 'park-interaction/list-disconnected':
      return { ...state, list: disconnected(state.list) };
    case 'park-interaction/list-failed':
      return { ...state, list: { status: 'error' } };
    case 'park-interaction/view-changed':
      return { ...state, view: changeView(state.view, action.change) };
    case 'park-interaction/selection-changed':
      return { ...state, selected: withSelected(state.selected, action.conversationSids, action.isSelected) };
    case 'park-interaction/selection-cleared':
      return { ...state, selected: {} };
    case 'park-interaction/everyone-loading':
      return state.everyone.status === 'ready' ? state : { ...state, everyone: { status: 'loading' } };
    case 'park-interaction/everyone-changed':
      return dropFinished({
        ...state,
        everyone: {
          status: 'ready',
          items: action.items,
          unreadable: action.unreadable,
          complete: action.complete,
        },
      });
    case 'park-interaction/everyone-failed':
      return { ...state, everyone: { status: 'error', code: action.code } };
    default:
      return assertNever(action);
  }
}

/** What was chosen is under way then. */
function withMany(state: ParkingState, action: ManyAction): ParkingState {
  const many = reduceMany(state.many, action);
  const hasStarted = action.type === 'park-interaction/many-started' && many !== state.many;
  return { ...state, many, selected: hasStarted ? {} : state.selected };
}

function withDraft(state: ParkingState, taskSid: keyof ParkingState['drafts'], change: Partial<ParkDraft>) {
  const draft = { ...(state.drafts[taskSid] ?? EMPTY_DRAFT), ...change };
  return { ...state, drafts: { ...state.drafts, [taskSid]: draft } };
}

/** What was written stays until the task is parked: after a failure the agent need not write it again. */
function closeDraft(state: ParkingState, taskSid: keyof ParkingState['drafts']): ParkingState {
  return state.drafts[taskSid] ? withDraft(state, taskSid, { open: false }) : state;
}

function forgetDraft(state: ParkingState, taskSid: keyof ParkingState['drafts']): ParkingState {
  return { ...state, drafts: without(state.drafts, taskSid) };
}

/** An unpark is over when its answer has come and its row has gone from every list, in whichever order. */
function dropFinished(state: ParkingState): ParkingState {
  const unparks = Object.fromEntries(
    Object.entries(state.unparks).filter(([sid, progress]) => progress === 'asked' || isListed(state, sid)),
  );
  const ended = Object.fromEntries(Object.entries(state.ended).filter(([sid]) => isListed(state, sid)));
  return { ...state, unparks, ended };
}

function isListed({ list, everyone }: ParkingState, conversationSid: string): boolean {
  if (list.status !== 'ready' || conversationSid in list.items) return true;
  return everyone.status === 'ready' && everyone.items.some((item) => item.conversationSid === conversationSid);
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

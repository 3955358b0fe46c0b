import { EVERYONE_VERSION, type EveryoneAnswer } from '../../../serverless-functions/src/contract/everyone';
import type { FunctionsClient } from '../../flex/functions-client';
import type { ParkingAction } from '../state/parking-actions';

export interface LoadEveryonePorts {
  functions: Pick<FunctionsClient, 'everyone'>;
  dispatch: (action: ParkingAction) => void;
}

/** More than any floor has parked; a cursor that never ends must not keep a desktop busy for ever. */
const MAX_PAGES = 100;

type Board = Required<Pick<EveryoneAnswer, 'items' | 'unreadable'>>;

const EMPTY: Board = { items: [], unreadable: [] };

/**
 * Reads everybody's parked interactions, one reading at a time. Whoever asks during a reading gets the next one, which
 * begins when this one is over: on a busy floor every reading is finished, and none misses a change.
 */
export function createLoadEveryone(ports: LoadEveryonePorts): () => Promise<void> {
  const read = createReading(ports);
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const load = (): Promise<void> => {
    if (!running) {
      running = read().finally(() => (running = undefined));
      return running;
    }
    next ??= running.then(startNext, startNext);
    return next;
  };
  const startNext = () => {
    next = undefined;
    return load();
  };
  return load;
}

/** Shows every page as it comes. On a board that is whole already no row goes before the last page is there. */
function createReading({ functions, dispatch }: LoadEveryonePorts): () => Promise<void> {
  let whole: Board | undefined;
  return async () => {
    dispatch({ type: 'park-interaction/everyone-loading' });
    let found = EMPTY;
    let cursor: string | undefined;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const outcome = await functions.everyone({ version: EVERYONE_VERSION, ...(cursor !== undefined && { cursor }) });
      if (!outcome.ok) {
        whole = undefined;
        return dispatch({ type: 'park-interaction/everyone-failed', code: outcome.failure.code });
      }
      found = union(found, { ...EMPTY, ...outcome.answer });
      cursor = outcome.answer.nextCursor;
      if (cursor === undefined) break;
      const shown = whole ? union(whole, found) : found;
      dispatch({ type: 'park-interaction/everyone-changed', ...shown, complete: whole !== undefined });
    }
    whole = found;
    dispatch({ type: 'park-interaction/everyone-changed', ...found, complete: true });
  };
}

/** What both know of a conversation is taken from the newer one. */
function union(older: Board, newer: Board): Board {
  const items = new Map([...older.items, ...newer.items].map((item) => [item.conversationSid, item]));
  return {
    items: [...items.values()],
    unreadable: [...new Set([...older.unreadable, ...newer.unreadable])],
  };
}

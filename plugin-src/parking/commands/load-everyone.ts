import type { EveryonesItem } from '../../../serverless-functions/src/contract/everyone';
import type { FunctionsClient } from '../../flex/functions-client';
import type { ParkingAction } from '../state/parking-actions';

export interface LoadEveryonePorts {
  functions: Pick<FunctionsClient, 'everyone'>;
  dispatch: (action: ParkingAction) => void;
}

/** More than any floor has parked; a cursor that never ends must not keep a desktop busy for ever. */
const MAX_PAGES = 100;

/** Reads everybody's parked interactions page by page. The first reading shows every page as it comes. */
export function createLoadEveryone({ functions, dispatch }: LoadEveryonePorts): () => Promise<void> {
  let loads = 0;
  let shown = false;
  return async () => {
    const load = (loads += 1);
    dispatch({ type: 'park-interaction/everyone-loading' });
    const items: EveryonesItem[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const outcome = await functions.everyone(cursor === undefined ? {} : { cursor });
      if (load !== loads) return;
      if (!outcome.ok) return dispatch({ type: 'park-interaction/everyone-failed', code: outcome.failure.code });
      items.push(...outcome.answer.items);
      cursor = outcome.answer.nextCursor;
      if (cursor === undefined) break;
      if (!shown) dispatch({ type: 'park-interaction/everyone-changed', items: [...items], complete: false });
    }
    shown = true;
    dispatch({ type: 'park-interaction/everyone-changed', items, complete: true });
  };
}

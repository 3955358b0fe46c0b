import { BoardSignal } from './flex/board-signal';
import { logError } from './flex/log';
import { ParkedInteractionsMap, type SyncClientPort } from './flex/parked-interactions-map';
import { mayLead } from './flex/worker';
import { createWatchForReturns } from './parking/commands/came-back';
import { createLoadEveryone } from './parking/commands/load-everyone';
import type { ParkingServices } from './parking/parking-services';
import type { Core } from './create-core';

export type Board = Pick<ParkingServices, 'reloadEveryone' | 'watchEveryone'>;

/** My list, live. */
export function watchList(
  { dispatch, myTasks, notify, outside, parking, text, workerSid }: Core,
  client: SyncClientPort,
): ParkedInteractionsMap {
  const { hasConversation, tasksWith } = myTasks;
  const { now, schedule } = outside;
  const watchForReturns = createWatchForReturns({ parking, notify, text, now, hasConversation, tasksWith, schedule });
  return new ParkedInteractionsMap(client, workerSid, {
    loading: () => dispatch({ type: 'park-interaction/list-loading' }),
    changed: (items, complete) => {
      if (complete) watchForReturns(items);
      dispatch({ type: 'park-interaction/list-changed', items, complete });
    },
    disconnected: () => dispatch({ type: 'park-interaction/list-disconnected' }),
    failed: (cause) => {
      logError('the list of parked interactions could not be loaded', cause);
      dispatch({ type: 'park-interaction/list-failed' });
    },
  });
}

/** Everyone's list, for supervisors: read when it is asked for, and when Sync says that something changed. */
export function watchBoard(
  { dispatch, functions, manager, outside, parking }: Core,
  client: SyncClientPort | undefined,
): Board {
  const { now, schedule } = outside;
  const leads = mayLead(manager.user.roles);
  const load = createLoadEveryone({ functions, dispatch });
  const reloadEveryone = () => {
    if (leads && parking().view.scope === 'everyone') void load().then(() => signal?.listen());
  };
  const signal = client && new BoardSignal({ client, reload: reloadEveryone, schedule, now });
  return {
    reloadEveryone,
    watchEveryone: () => {
      signal?.start();
      return () => signal?.stop();
    },
  };
}

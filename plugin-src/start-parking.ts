import type * as FlexUi from '@twilio/flex-ui';

import type { ParkInteractionSettings } from '../flex-config/schema/park-interaction-settings';
import type { WorkerSid } from '../serverless-functions/src/contract/sids';
import type { Outside } from './flex/browser';
import { selectConversation } from './flex/conversation';
import { BoardSignal } from './flex/board-signal';
import { keepReturnedConversationsLoaded } from './flex/conversation-freshness';
import { flexString } from './flex/flex-strings';
import { createFunctionsClient, type FunctionsClient } from './flex/functions-client';
import { logError } from './flex/log';
import { ParkedInteractionsMap, type SyncClientPort } from './flex/parked-interactions-map';
import { watchForOtherParking } from './flex/other-parking';
import { createParkedHere } from './flex/parked-here';
import { createSession } from './flex/session';
import { myTasksOf } from './flex/my-tasks';
import { startReconciling } from './flex/start-reconciling';
import { parkTargetOf } from './flex/task';
import { mayLead, readinessFor } from './flex/worker';
import { PARK_ACTION, UNPARK_ACTION } from './parking/action-names';
import { createTellAdmin } from './parking/admin-notices';
import { createCompleteCommand } from './parking/commands/complete';
import { createWatchForReturns, type WatchForReturns } from './parking/commands/came-back';
import { createLoadEveryone } from './parking/commands/load-everyone';
import { createParkCommand } from './parking/commands/park';
import { createReconcile } from './parking/commands/reconcile';
import { createUnparkCommand } from './parking/commands/unpark';
import { PARKED_INTERACTIONS_VIEW } from './parking/components/ParkedInteractionsSideLink';
import { createNotify } from './parking/notifications';
import type { ParkingServices } from './parking/parking-services';
import { registerParking } from './parking/register-parking';
import type { ParkingAction } from './parking/state/parking-actions';
import { selectParking } from './parking/state/parking-selectors';
import type { ParkingState } from './parking/state/parking-state';
import { createText } from './parking/strings/text';
import { dateLocaleFor, stringsFor } from './parking/strings/translations';

interface Parts {
  flex: typeof FlexUi;
  manager: FlexUi.Manager;
  settings: Extract<ParkInteractionSettings, { enabled: true }>;
  outside: Outside;
}

type Dispatch = (action: ParkingAction) => void;

/** Puts the feature together. A Flex user without a worker has nothing to park, so nothing is added. */
export function startParking({ flex, manager, settings, outside }: Parts): void {
  const session = createSession(manager);
  const { localeTag, workerSid } = session;
  if (!workerSid) return;

  const { askForNote, customerSpokeLast, functionsUrl, noteReasons, queues, showList, wrapUp } = settings;
  const dispatch: Dispatch = (action) => void manager.store.dispatch(action);
  const strings = stringsFor(localeTag);
  const text = createText(strings, (key) => flexString(manager, key));
  const functions = createFunctionsClient({
    functionsUrl,
    token: session.token,
    postForm: outside.postForm,
    log: logError,
  });
  const parking = () => selectParking(manager.store.getState());
  const conversation = (sid: string) => selectConversation(manager.store.getState(), sid);
  const notify = createNotify(flex);
  const parkedHere = createParkedHere(outside.storage);
  const command = { functions, parking, dispatch, notify, text };
  const myTasks = myTasksOf(flex, manager, outside.schedule);
  const watchForReturns = createWatchForReturns({ ...command, ...myTasks, ...outside });
  const client = showList ? outside.openSync(session) : undefined;
  const list = client && watchList({ client, workerSid, dispatch, watchForReturns });
  const leads = mayLead(manager.user.roles);
  const board = watchBoard({ ...command, client, outside, leads });

  registerParking({
    flex,
    manager,
    strings,
    showList,
    park: createParkCommand({
      ...command,
      conversation,
      refuseWhenCustomerSpokeLast: customerSpokeLast === 'refuse',
      mayBeParked: parkedHere.add,
      retryFailedList: () => void (parking().list.status === 'error' && list?.reload()),
    }),
    ...(wrapUp && {
      complete: createCompleteCommand({
        functions,
        parking,
        conversation,
        notify,
        text,
        wasParkedHere: parkedHere.has,
        schedule: outside.schedule,
      }),
    }),
    unpark: createUnparkCommand({ ...command, ...myTasks, ...board }),
    undoLabel: text('ParkInteractionUndo'),
    services: {
      workerSid,
      mayLead: leads,
      options: { askForNote, noteReasons, customerSpokeLast, queues },
      text,
      localeTag: dateLocaleFor(localeTag, outside.languages),
      now: outside.now,
      park: (task, said) => invoke(flex, PARK_ACTION, { ...said, task }),
      unpark: (request) => invoke(flex, UNPARK_ACTION, request),
      preview: (conversationSid) => functions.preview({ conversationSid }),
      readinessFor: (channelType) => readinessFor(manager.workerClient, channelType),
      ...board,
      reloadList: () => void list?.reload(),
      openList: () => invoke(flex, 'NavigateToView', { viewName: PARKED_INTERACTIONS_VIEW }),
    },
  });
  manager.events.on('taskCompleted', (task: FlexUi.ITask) => {
    const target = parkTargetOf(task);
    if (target) dispatch({ type: 'park-interaction/task-gone', taskSid: target.taskSid });
  });
  keepReturnedConversationsLoaded(flex, manager);
  watchForOtherParking({ flex, manager, schedule: outside.schedule, tell: () => tellOfOtherParking(flex, manager) });
  const reconcile = createReconcile({ functions, parking, now: outside.now });
  session.onSessionEnded(startReconciling({ reconcile, random: outside.random, schedule: outside.schedule }));
  void list?.reload();
}

function watchList(parts: {
  client: SyncClientPort;
  workerSid: WorkerSid;
  dispatch: Dispatch;
  watchForReturns: WatchForReturns;
}): ParkedInteractionsMap {
  const { client, workerSid, dispatch, watchForReturns } = parts;
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
function watchBoard(parts: {
  client: SyncClientPort | undefined;
  outside: Outside;
  leads: boolean;
  functions: FunctionsClient;
  dispatch: Dispatch;
  parking: () => ParkingState;
}): Pick<ParkingServices, 'reloadEveryone' | 'watchEveryone'> {
  const { client, leads, outside, parking } = parts;
  const load = createLoadEveryone(parts);
  const reloadEveryone = () => {
    if (leads && parking().view.scope === 'everyone') void load().then(() => signal?.listen());
  };
  const signal = client && new BoardSignal({ ...outside, client, reload: reloadEveryone });
  return {
    reloadEveryone,
    watchEveryone: () => {
      signal?.start();
      return () => signal?.stop();
    },
  };
}

function tellOfOtherParking(flex: typeof FlexUi, manager: FlexUi.Manager): void {
  const notice = 'ParkInteractionTwoParkingsNotice';
  logError(stringsFor('en-US')[notice]);
  createTellAdmin(flex, manager)(notice);
}

/** A command that fails has told the agent itself; Flex logs the rest. */
function invoke(flex: typeof FlexUi, action: string, payload: object): void {
  flex.Actions.invokeAction(action, payload).catch(() => undefined);
}

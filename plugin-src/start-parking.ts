import type * as FlexUi from '@twilio/flex-ui';

import { selectConversation } from './flex/conversation';
import { keepReturnedConversationsLoaded } from './flex/conversation-freshness';
import { logError } from './flex/log';
import type { ParkedInteractionsMap } from './flex/parked-interactions-map';
import { watchForOtherParking } from './flex/other-parking';
import { createParkedHere } from './flex/parked-here';
import { createSession } from './flex/session';
import { startReconciling } from './flex/start-reconciling';
import { parkTargetOf } from './flex/task';
import { mayLead, readinessFor } from './flex/worker';
import { PARK_ACTION, UNPARK_ACTION } from './parking/action-names';
import { createTellAdmin } from './parking/admin-notices';
import { createCompleteCommand } from './parking/commands/complete';
import { createParkCommand } from './parking/commands/park';
import { createReconcile } from './parking/commands/reconcile';
import { createUnparkCommand } from './parking/commands/unpark';
import { PARKED_INTERACTIONS_VIEW } from './parking/components/ParkedInteractionsSideLink';
import type { ParkingServices } from './parking/parking-services';
import { registerParking, type ParkingParts } from './parking/register-parking';
import { dateLocaleFor, stringsFor } from './parking/strings/translations';
import { createCore, type Core, type Parts } from './create-core';
import { watchBoard, watchList, type Board } from './watch-lists';

/** Puts the feature together. A Flex user without a worker has nothing to park, so nothing is added. */
export function startParking(parts: Parts): void {
  const { flex, manager, outside, settings } = parts;
  const session = createSession(manager);
  if (!session.workerSid) return;
  const core = createCore(parts, session, session.workerSid);
  const { dispatch, functions, parking, strings, text } = core;
  const client = settings.showList ? outside.openSync(session) : undefined;
  const list = client && watchList(core, client);
  const board = watchBoard(core, client);

  registerParking({
    flex,
    manager,
    strings,
    showList: settings.showList,
    ...createCommands(core, list, board),
    undoLabel: text('ParkInteractionUndo'),
    services: createServices(core, list, board),
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

function createCommands(
  { dispatch, functions, manager, myTasks, notify, outside, parking, settings, text }: Core,
  list: ParkedInteractionsMap | undefined,
  { reloadEveryone }: Board,
): Pick<ParkingParts, 'park' | 'unpark' | 'complete'> {
  const conversation = (sid: string) => selectConversation(manager.store.getState(), sid);
  const parkedHere = createParkedHere(outside.storage);
  const { takeWhenOffered } = myTasks;
  return {
    park: createParkCommand({
      functions,
      parking,
      dispatch,
      conversation,
      notify,
      text,
      refuseWhenCustomerSpokeLast: settings.customerSpokeLast === 'refuse',
      mayBeParked: parkedHere.add,
      retryFailedList: () => void (parking().list.status === 'error' && list?.reload()),
    }),
    unpark: createUnparkCommand({ functions, parking, dispatch, notify, text, takeWhenOffered, reloadEveryone }),
    ...(settings.wrapUp && {
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
  };
}

function createServices(
  { flex, functions, manager, outside, session, settings, text, workerSid }: Core,
  list: ParkedInteractionsMap | undefined,
  { reloadEveryone, watchEveryone }: Board,
): ParkingServices {
  const { askForNote, customerSpokeLast, noteReasons, queues } = settings;
  return {
    workerSid,
    mayLead: mayLead(manager.user.roles),
    options: { askForNote, noteReasons, customerSpokeLast, queues },
    text,
    localeTag: dateLocaleFor(session.localeTag, outside.languages),
    now: outside.now,
    park: (task, said) => invoke(flex, PARK_ACTION, { ...said, task }),
    unpark: (request) => invoke(flex, UNPARK_ACTION, request),
    preview: (conversationSid) => functions.preview({ conversationSid }),
    readinessFor: (channelType) => readinessFor(manager.workerClient, channelType),
    reloadList: () => void list?.reload(),
    reloadEveryone,
    watchEveryone,
    openList: () => invoke(flex, 'NavigateToView', { viewName: PARKED_INTERACTIONS_VIEW }),
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

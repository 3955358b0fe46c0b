import type * as FlexUi from '@twilio/flex-ui';

import { selectConversation } from './flex/conversation';
import { forgetConversationsLeft, keepReturnedConversationsLoaded } from './flex/conversation-freshness';
import { logError } from './flex/log';
import type { ParkedInteractionsMap } from './flex/parked-interactions-map';

import { watchForOtherParking } from './flex/other-parking';
import { createDirectory } from './flex/directory';
import { createOutbox } from './flex/outbox';
import { createParkedHere } from './flex/parked-here';
import { createSession } from './flex/session';
import { startReconciling } from './flex/start-reconciling';
import { parkTargetOf } from './flex/task';
import { isAdmin, mayLead, readinessFor } from './flex/worker';
import { CHANGE_TIME_ACTION, PARK_ACTION, UNPARK_ACTION } from './parking/action-names';
import { createTellAdmin } from './parking/admin-notices';
import { createChangeTimeCommand } from './parking/commands/change-time';
import { createCompleteCommand } from './parking/commands/complete';
import { createCopyWakeLink } from './parking/commands/copy-wake-link';
import { createManyCommand, type ManyCommands } from './parking/commands/many';
import { createParkCommand } from './parking/commands/park';
import { createReconcile } from './parking/commands/reconcile';
import { createUnparkCommand } from './parking/commands/unpark';
import { PARKED_INTERACTIONS_VIEW } from './parking/components/ParkedInteractionsSideLink';
import { SETTINGS_VIEW } from './parking/components/SettingsSideLink';
import { comingMoment } from './parking/hooks/moment';
import type { ParkingServices } from './parking/parking-services';
import { registerParking, type ParkingParts } from './parking/register-parking';
import { createSettingsNotice } from './parking/settings-notice';
import { createKeyTargets } from './parking/shortcuts';
import { dateLocaleFor, stringsFor } from './parking/strings/translations';
import { createCore, type Core, type Parts } from './create-core';
import { remindOfWindows } from './remind-of-windows';
import { watchBoard, watchList, type Board } from './watch-lists';
import { watchOpenTasks } from './watch-open-tasks';

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

  const settingsChanged = createSettingsNotice({ flex, text, reload: outside.reload });
  const reconcile = createReconcile({ functions, parking, now: outside.now, settingsChanged });
  const reconciling = startReconciling({ ...outside, reconcile });
  session.onSessionEnded(reconciling.stop);

  const many = createMany(core, board, reconciling.comesBackAt);
  const services = createServices(core, { list, board, many });
  registerParking({
    flex,
    manager,
    strings,
    showList: settings.showList,
    showSettings: isAdmin(manager.user.roles),
    ...createCommands(core, { list, board, comesBackAt: reconciling.comesBackAt }),
    undoLabel: text('ParkInteractionUndo'),
    services,
  });
  // A run of many ends with its page.
  outside.askBeforeLeaving(() => parking().many?.isRunning === true);
  remindOfWindows(core, services);
  manager.events.on('taskCompleted', (task: FlexUi.ITask) => {
    const target = parkTargetOf(task);
    if (target) dispatch({ type: 'park-interaction/task-gone', taskSid: target.taskSid });
  });
  keepReturnedConversationsLoaded(flex, manager);
  forgetConversationsLeft(flex, manager);
  watchOpenTasks(core);
  watchForOtherParking({ flex, manager, schedule: outside.schedule, tell: () => tellOfOtherParking(flex, manager) });
  void list?.reload();
}

interface Around {
  list: ParkedInteractionsMap | undefined;
  board: Board;
  comesBackAt: (atMs: number) => void;
}

function createMany(
  { dispatch, functions, notify, outside: { now, schedule }, parking }: Core,
  { reloadEveryone }: Board,
  comesBackAt: Around['comesBackAt'],
): ManyCommands {
  const wait = (delayMs: number) => new Promise<void>((resolve) => void schedule(resolve, delayMs));
  return createManyCommand({ functions, parking, dispatch, notify, now, wait, comesBackAt, reloadEveryone });
}

function createCommands(
  { dispatch, flex, functions, manager, myTasks, notify, outside, parking, session, settings, text }: Core,
  { board: { reloadEveryone }, comesBackAt, list }: Around,
): Pick<ParkingParts, 'park' | 'unpark' | 'changeTime' | 'complete'> {
  const localeTag = dateLocaleFor(session.localeTag, outside.languages);
  const moment = (iso: string) => comingMoment(Date.parse(iso), { now: outside.now(), localeTag }).absolute;
  const conversation = (sid: string) => selectConversation(manager.store.getState(), sid);
  const parkedHere = createParkedHere(outside.storage);
  const { takeWhenOffered } = myTasks;
  return {
    park: createParkCommand({
      functions,
      parking,
      dispatch,
      conversation,
      isSent: createOutbox({ flex, schedule: outside.schedule }).isSent,
      notify,
      text,
      refuseWhenCustomerSpokeLast: settings.customerSpokeLast === 'refuse',
      mayBeParked: parkedHere.add,
      comesBackAt,
      moment,
      retryFailedList: () => void (parking().list.status === 'error' && list?.reload()),
    }),
    unpark: createUnparkCommand({ functions, parking, dispatch, notify, text, takeWhenOffered, reloadEveryone }),
    changeTime: createChangeTimeCommand({ functions, parking, notify, text, comesBackAt, moment, reloadEveryone }),
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
  { flex, functions, manager, notify, outside, parking, session, settings, text, workerSid }: Core,
  { board: { reloadEveryone, watchEveryone }, list, many }: Pick<Around, 'list' | 'board'> & { many: ManyCommands },
): ParkingServices {
  const copyWakeLink = createCopyWakeLink({
    functions,
    functionsUrl: settings.functionsUrl,
    copyText: outside.copyText,
    parking,
    notify,
    text,
  });
  return {
    workerSid,
    mayLead: mayLead(manager.user.roles),
    options: settings,
    text,
    localeTag: dateLocaleFor(session.localeTag, outside.languages),
    now: outside.now,
    park: (task, said) => invoke(flex, PARK_ACTION, { ...said, task }),
    unpark: (request) => invoke(flex, UNPARK_ACTION, request),
    changeTime: (request) => invoke(flex, CHANGE_TIME_ACTION, request),
    copyWakeLink: (conversationSid) => void copyWakeLink(conversationSid),
    preview: (conversationSid) => functions.preview({ conversationSid }),
    history: functions.history,
    settings: functions.settings,
    openSettings: () => invoke(flex, 'NavigateToView', { viewName: SETTINGS_VIEW }),
    saveFile: outside.saveFile,
    directory: createDirectory(manager),
    readinessFor: (channelType) => readinessFor(manager.workerClient, channelType),
    reloadList: () => void list?.reload(),
    reloadEveryone,
    watchEveryone,
    openList: () => invoke(flex, 'NavigateToView', { viewName: PARKED_INTERACTIONS_VIEW }),
    startMany: (command, rows) => void many.start(command, rows),
    retryMany: () => void many.retry(),
    keys: createKeyTargets(),
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

import type * as FlexUi from '@twilio/flex-ui';

import type { ParkInteractionSettings } from '../flex-config/schema/park-interaction-settings';
import type { WorkerSid } from '../serverless-functions/src/contract/sids';
import { selectConversation } from './flex/conversation';
import { createConversationFreshness } from './flex/conversation-freshness';
import { logError } from './flex/log';
import { flexString } from './flex/flex-strings';
import { createFunctionsClient } from './flex/functions-client';
import { ParkedInteractionsMap } from './flex/parked-interactions-map';
import { createPostForm } from './flex/post-form';
import { createSession, type Session } from './flex/session';
import { startReconciling } from './flex/start-reconciling';
import { createSyncClient } from './flex/sync-client';
import { parkTargetOf } from './flex/task';
import { createParkCommand } from './parking/commands/park';
import { createUnparkCommand } from './parking/commands/unpark';
import { PARKED_INTERACTIONS_VIEW } from './parking/components/ParkedInteractionsSideLink';
import { createNotify } from './parking/notifications';
import { registerParking } from './parking/register-parking';
import type { ParkingAction } from './parking/state/parking-actions';
import { selectParking } from './parking/state/parking-selectors';
import { stringsFor } from './parking/strings/translations';
import { createText } from './parking/strings/text';

type EnabledSettings = Extract<ParkInteractionSettings, { enabled: true }>;

interface Parts {
  flex: typeof FlexUi;
  manager: FlexUi.Manager;
  settings: EnabledSettings;
}

/** Puts the feature together. A Flex user without a worker has nothing to park, so nothing is added. */
export function startParking({ flex, manager, settings }: Parts): void {
  const session = createSession(manager);
  const { workerSid } = session;
  if (!workerSid) return;

  const dispatch = (action: ParkingAction) => void manager.store.dispatch(action);
  const parking = () => selectParking(manager.store.getState());
  const strings = stringsFor(session.localeTag);
  const text = createText(strings, (key) => flexString(manager, key));
  const functions = createFunctionsClient({
    functionsUrl: settings.functionsUrl,
    token: session.token,
    postForm: createPostForm({ fetch: window.fetch.bind(window), isOnline: () => navigator.onLine, wait }),
  });
  const freshness = createConversationFreshness(flex, manager);
  const list = settings.showList ? watchList({ session, workerSid, dispatch }) : undefined;
  const command = { functions, parking, dispatch, notify: createNotify(flex), text };

  registerParking({
    flex,
    manager,
    strings,
    showList: settings.showList,
    park: createParkCommand({
      ...command,
      conversation: (sid) => selectConversation(manager.store.getState(), sid),
      forgetConversation: freshness.forget,
    }),
    unpark: createUnparkCommand(command),
    services: {
      workerSid,
      text,
      localeTag: session.localeTag,
      now: () => new Date(),
      park: (task) => invoke(flex, 'ParkInteraction', { task }),
      unpark: (request) => invoke(flex, 'UnparkInteraction', request),
      reloadList: () => void list?.reload(),
      openList: () => invoke(flex, 'NavigateToView', { viewName: PARKED_INTERACTIONS_VIEW }),
    },
  });
  manager.events.on('taskCompleted', (task: FlexUi.ITask) => {
    const target = parkTargetOf(task);
    if (!target) return;
    freshness.reloadAfter(target);
    dispatch({ type: 'park-interaction/task-gone', taskSid: target.taskSid });
  });
  session.onSessionEnded(startReconciling({ functions, random: Math.random, schedule }));
  void list?.reload();
}

function watchList(parts: { session: Session; workerSid: WorkerSid; dispatch: (action: ParkingAction) => void }) {
  const { session, workerSid, dispatch } = parts;
  return new ParkedInteractionsMap(createSyncClient(session), workerSid, {
    loading: () => dispatch({ type: 'park-interaction/list-loading' }),
    changed: (items) => dispatch({ type: 'park-interaction/list-changed', items }),
    disconnected: () => dispatch({ type: 'park-interaction/list-disconnected' }),
    failed: (cause) => {
      logError('the list of parked interactions could not be loaded', cause);
      dispatch({ type: 'park-interaction/list-failed' });
    },
  });
}

/** A command that fails has told the agent itself; Flex logs the rest. */
function invoke(flex: typeof FlexUi, action: string, payload: object): void {
  flex.Actions.invokeAction(action, payload).catch(() => undefined);
}

function wait(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}

function schedule(run: () => void, delayMs: number): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}

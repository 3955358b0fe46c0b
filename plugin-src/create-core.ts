import type * as FlexUi from '@twilio/flex-ui';

import type { ParkInteractionSettings } from '../flex-config/schema/park-interaction-settings';
import type { WorkerSid } from '../serverless-functions/src/contract/sids';
import type { Outside } from './flex/browser';
import { flexString } from './flex/flex-strings';
import { createFunctionsClient, type FunctionsClient } from './flex/functions-client';
import { logError } from './flex/log';
import type { Session } from './flex/session';
import { myTasksOf, type MyTasks } from './flex/my-tasks';
import { createNotify, type Notify } from './parking/notifications';
import type { ParkingAction } from './parking/state/parking-actions';
import { selectParking } from './parking/state/parking-selectors';
import type { ParkingState } from './parking/state/parking-state';
import type { ParkingStrings } from './parking/strings/parking-strings';
import { createText, type Text } from './parking/strings/text';
import { stringsFor } from './parking/strings/translations';

export interface Parts {
  flex: typeof FlexUi;
  manager: FlexUi.Manager;
  settings: Extract<ParkInteractionSettings, { enabled: true }>;
  outside: Outside;
}

type Dispatch = (action: ParkingAction) => void;

/** What nearly every part needs. */
export interface Core extends Parts {
  session: Session;
  workerSid: WorkerSid;
  strings: ParkingStrings;
  text: Text;
  notify: Notify;
  functions: FunctionsClient;
  parking: () => ParkingState;
  dispatch: Dispatch;
  myTasks: MyTasks;
}

export function createCore(parts: Parts, session: Session, workerSid: WorkerSid): Core {
  const { flex, manager, outside, settings } = parts;
  const strings = stringsFor(session.localeTag);
  return {
    ...parts,
    session,
    workerSid,
    strings,
    text: createText(strings, (key) => flexString(manager, key)),
    notify: createNotify(flex),
    functions: createFunctionsClient({
      functionsUrl: settings.functionsUrl,
      token: session.token,
      postForm: outside.postForm,
      log: logError,
    }),
    parking: () => selectParking(manager.store.getState()),
    dispatch: (action) => void manager.store.dispatch(action),
    myTasks: myTasksOf(flex, manager, outside.schedule),
  };
}

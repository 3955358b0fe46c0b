import type { Twilio } from 'twilio';

import type { Clock, Log, Ports } from '../parking/ports';
import { createAccountSettings } from './account-settings';
import { createAlertsTold } from './alerts-told';
import { announced } from './announced-records';
import { createBoard, noWatchers, type BoardWatchers } from './board';
import type { Calls } from './calls';
import { createConversations } from './conversations';
import { createDueTimes } from './due-times';
import { createFlows } from './flows';
import { createHistory } from './history';
import { createInteractions } from './interactions';
import { createListReaders, type ListReaders } from './list-readers';
import { createParkedList, type KnownMaps } from './parked-list';
import { createParkedSlots } from './parked-slots';
import { createRecords } from './records';
import { createSettings, type SettingsCache } from './settings';
import { createTasks, type TasksOver } from './tasks';
import { createWorkers, noKnownWorkers, type KnownWorkers } from './workers';
import { createWakeWebhooks } from './wake-webhooks';
import { createWorkflows } from './workflows';

/** Where in an account parking keeps and finds what it needs. */
export interface Places {
  workspaceSid: string;
  /** The Sync service of the records. */
  recordsServiceSid: string;
  /** Flex's default Sync service, where the lists are. */
  listServiceSid: string;
  /** Host name of the deployed Functions. */
  functionsDomain: string;
}

/** What may outlive an invocation. */
export interface Remembered {
  settings: SettingsCache;
  listReaders: ListReaders;
  boardWatchers: BoardWatchers;
  workers: KnownWorkers;
  knownMaps: KnownMaps;
  tasksOver: TasksOver;
}

export const nothingRemembered = (): Remembered => ({
  settings: {},
  listReaders: new Map(),
  boardWatchers: noWatchers(),
  workers: noKnownWorkers(),
  knownMaps: new Set(),
  tasksOver: new Set(),
});

interface Parts {
  client: Twilio;
  calls: Calls;
  clock: Clock;
  log: Log;
  places: Places;
  remembered: Remembered;
}

type Adapters = Omit<Ports, 'clock' | 'newId' | 'log' | 'wakeLinks' | 'alertPost'>;

/** Every port that is behind Twilio. */
export function createAdapters({ client, calls, clock, log, places, remembered }: Parts): Adapters {
  const { workspaceSid, recordsServiceSid, listServiceSid, functionsDomain } = places;
  const watchers = remembered.boardWatchers;
  const board = createBoard(client, calls, { serviceSid: listServiceSid, watchers, nowMs: clock.nowMs });
  return {
    records: announced(createRecords(client, calls, recordsServiceSid), board),
    board,
    conversations: createConversations(client, calls),
    wakeWebhooks: createWakeWebhooks(client, calls, { functionsDomain, clock }),
    flows: createFlows(client, calls),
    interactions: createInteractions(client, calls, workspaceSid),
    tasks: createTasks(client, calls, { workspaceSid, functionsDomain, over: remembered.tasksOver }),
    workers: createWorkers(client, calls, { workspaceSid, known: remembered.workers, nowMs: clock.nowMs }),
    workflows: createWorkflows(client, calls, workspaceSid),
    list: {
      ...createParkedList(client, calls, { serviceSid: listServiceSid, knownMaps: remembered.knownMaps }),
      ...createListReaders(client, calls, { serviceSid: listServiceSid, readers: remembered.listReaders }),
    },
    slots: createParkedSlots(client, calls, recordsServiceSid),
    dueTimes: createDueTimes(client, calls, { serviceSid: recordsServiceSid, nowMs: clock.nowMs }),
    alertsTold: createAlertsTold(client, calls, recordsServiceSid),
    history: createHistory(client, calls, recordsServiceSid),
    settings: createSettings(client, calls, { cache: remembered.settings, clock, log }),
    accountSettings: createAccountSettings(client, calls, { serviceSid: recordsServiceSid, nowMs: clock.nowMs }),
    hadLostAnswers: () => calls.hadLostAnswers(),
    functionsDomain,
  };
}

import { createContext, useContext } from 'react';

import type { FeatureSettings } from '../../flex-config/schema/park-interaction-settings';
import type { ChangeTimeRequest } from '../../serverless-functions/src/contract/park-until';
import type { HistoryAnswer, HistoryRequest } from '../../serverless-functions/src/contract/history';
import type { PreviewAnswer } from '../../serverless-functions/src/contract/preview';
import type { ConversationSid, WorkerSid } from '../../serverless-functions/src/contract/sids';
import type { SettingsAnswer, SettingsForm } from '../../serverless-functions/src/contract/parking-settings';
import type { SentDestination } from '../../serverless-functions/src/contract/unpark';
import type { Directory } from '../flex/directory';
import type { Outcome } from '../flex/functions-client';
import type { TaskWithParticipants } from '../flex/other-participants';
import type { ParkNote, TaskLike } from '../flex/task';
import type { SaveFile } from '../flex/save-file';
import type { Readiness } from '../flex/worker';
import type { KeyTargets } from './shortcuts';
import type { Chosen, ManyCommand } from './state/many-run';
import type { Text } from './strings/text';

/** A task as the header gets it from Flex. */
export type HeaderTask = TaskLike & TaskWithParticipants;

/** What our components can do and say; made once by the composition root. */
export interface ParkingServices {
  workerSid: WorkerSid;
  /** Supervisors and admins see everybody's parked interactions. */
  mayLead: boolean;
  /** For all queues; `queues` says what some of them do otherwise. */
  options: Pick<
    FeatureSettings,
    | 'askForNote'
    | 'noteReasons'
    | 'customerSpokeLast'
    | 'parkUntil'
    | 'parkUntilPresets'
    | 'timeZone'
    | 'wakeLinks'
    | 'historyDays'
    | 'queues'
  >;
  text: Text;
  /** BCP 47 tag for dates and times. */
  localeTag: string;
  now: () => Date;
  park(task: HeaderTask, said?: ParkNote): void;
  unpark(request: { conversationSid: string } & SentDestination): void;
  /** Without `backAt` it waits for the customer again. */
  changeTime(request: ChangeTimeRequest): void;
  /** The link by which another system brings it back. */
  copyWakeLink(conversationSid: ConversationSid): void;
  preview(conversationSid: ConversationSid): Promise<Outcome<PreviewAnswer>>;
  history(request: HistoryRequest): Promise<Outcome<HistoryAnswer>>;
  settings(request: SettingsForm): Promise<Outcome<SettingsAnswer>>;
  openSettings(): void;
  saveFile: SaveFile;
  directory: Directory;
  readinessFor(channelType: string): Readiness;
  reloadList(): void;
  reloadEveryone(): void;
  /** Has everyone's list read again whenever it changes; the answer stops that. */
  watchEveryone(): () => void;
  openList(): void;
  /** Begins with many rows, unless it is still busy with others; it goes on in whatever view the supervisor is. */
  startMany(command: ManyCommand, rows: readonly Chosen[]): void;
  retryMany(): void;
  keys: KeyTargets;
}

const ParkingServicesContext = createContext<ParkingServices | undefined>(undefined);

export const ParkingServicesProvider = ParkingServicesContext.Provider;

export function useParkingServices(): ParkingServices {
  const services = useContext(ParkingServicesContext);
  if (!services) throw new Error('a parking component was rendered without its services');
  return services;
}

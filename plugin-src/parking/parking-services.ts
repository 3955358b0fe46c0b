import { createContext, useContext } from 'react';

import type { WorkerSid } from '../../serverless-functions/src/contract/sids';
import type { TaskLike } from '../flex/task';
import type { TaskWithParticipants } from '../flex/other-participants';
import type { RouteTo } from '../../serverless-functions/src/contract/unpark';
import type { Text } from './strings/text';

/** A task as the header gets it from Flex. */
export type HeaderTask = TaskLike & TaskWithParticipants;

/** What our components can do and say; made once by the composition root. */
export interface ParkingServices {
  workerSid: WorkerSid;
  text: Text;
  /** BCP 47 tag for dates and times. */
  localeTag: string;
  now: () => Date;
  park(task: HeaderTask): void;
  unpark(request: { conversationSid: string; routeTo?: RouteTo }): void;
  reloadList(): void;
  openList(): void;
}

const ParkingServicesContext = createContext<ParkingServices | undefined>(undefined);

export const ParkingServicesProvider = ParkingServicesContext.Provider;

export function useParkingServices(): ParkingServices {
  const services = useContext(ParkingServicesContext);
  if (!services) throw new Error('a parking component was rendered without its services');
  return services;
}

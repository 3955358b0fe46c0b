import type { UnparkRequest } from '../../contract/unpark';
import type { Caller } from '../caller';
import type { Target } from '../domain/plans';
import type { Park } from '../domain/record';
import { unparkTarget } from '../domain/routing';
import { ParkingError } from '../errors';
import type { Ports } from '../ports';

/** What is known of the agent or the queue that was chosen. */
export interface Looked {
  /** Task channels on which the agent can take a task now. */
  freeChannels: readonly string[];
  hasQueue: boolean;
}

const NOTHING: Looked = { freeChannels: [], hasQueue: false };

/** Needs no record, so it runs beside the token check and costs no call in a row. */
export async function lookAtDestination(ports: Ports, request: UnparkRequest): Promise<Looked> {
  switch (request.routeTo) {
    case 'me':
    case 'workflow':
    case 'original':
      return NOTHING;
    case 'worker':
      return { ...NOTHING, freeChannels: await ports.workers.freeChannels(request.workerSid) };
    case 'queue':
      return { ...NOTHING, hasQueue: await ports.workflows.hasQueue(request.queueSid) };
  }
}

/**
 * Whoever hands over wants to know at once that it cannot be: an invite that nobody can accept would only ring until its
 * time is over.
 */
export function ensureTakes(request: UnparkRequest, { park, looked }: { park: Park; looked: Looked }): void {
  if (request.routeTo === 'worker' && !looked.freeChannels.includes(park.task.taskChannelUniqueName))
    throw new ParkingError('agent-not-available');
  if (request.routeTo === 'queue' && !looked.hasQueue) throw new ParkingError('queue-not-found');
}

export function targetOf(request: UnparkRequest, { park, caller }: { park: Park; caller: Caller }): Target {
  switch (request.routeTo) {
    case 'me':
      return unparkTarget(park, caller.workerSid);
    case 'original':
      return unparkTarget(park, park.agent.workerSid);
    case 'worker':
      return unparkTarget(park, request.workerSid);
    case 'workflow':
      return { to: 'workflow' };
    case 'queue':
      return { to: 'queue', queueSid: request.queueSid };
  }
}

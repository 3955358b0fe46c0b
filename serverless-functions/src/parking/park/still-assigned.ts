import { ParkingError } from '../errors';
import type { Ports, Task } from '../ports';
import type { TaskSid } from '../../contract/sids';

/** No conversation is parked, brought back and accepted in less time. */
const FRESH_FOR_MS = 1_000;

interface Known {
  sid: TaskSid;
  /** As it was read, unless that failed. */
  task: Task | undefined;
  readAtMs: number;
}

/**
 * Another press of the same task may have parked it, and the customer may have brought it back, since this one read
 * its facts; then it must not go on. Read again only when the reads were slow.
 */
export async function ensureStillAssigned(ports: Ports, { sid, task, readAtMs }: Known): Promise<void> {
  const isFresh = ports.clock.nowMs() - readAtMs < FRESH_FOR_MS;
  const now = isFresh ? task : await ports.tasks.fetch(sid);
  if (now?.status !== 'assigned') throw new ParkingError('task-not-assigned');
}

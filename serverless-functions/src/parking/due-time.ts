import { dueTimeOf } from './domain/due';
import type { Park } from './domain/record';
import type { Ports } from './ports';
import { step, type StepOutcome } from './step';

/** Has the park come back at its time, if it has one. What fails is left to reconcile, which looks at every record. */
export async function putDueTime(ports: Ports, park: Park): Promise<StepOutcome> {
  const time = dueTimeOf(park);
  return time ? step(ports, 'put-due-time', () => ports.dueTimes.put(time)) : 'done';
}

export async function removeDueTime(ports: Ports, park: Park): Promise<StepOutcome> {
  const time = dueTimeOf(park);
  return time ? step(ports, 'remove-due-time', () => ports.dueTimes.remove(time)) : 'done';
}

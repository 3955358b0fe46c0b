import type { Task } from '../entities';
import type { TaskRouterStore } from '../store';

const startOf = (task: Task): number => task.virtualStartMs ?? task.createdAtMs;

/**
 * Tasks that wait, in the order in which they are offered: highest priority first, then the oldest. The tasks of a
 * LIFO queue take their places in that order newest first, whatever their priority:
 * https://www.twilio.com/docs/taskrouter/queue-ordering-last-first-out-lifo
 */
export function inTurn(store: TaskRouterStore): readonly Task[] {
  const waiting = [...store.tasks.values()]
    .filter(({ assignmentStatus }) => assignmentStatus === 'pending')
    .sort((one, other) => other.priority - one.priority || startOf(one) - startOf(other));
  const isLastInFirstOut = ({ queueSid }: Task) =>
    queueSid !== null && store.queues.get(queueSid)?.taskOrder === 'LIFO';
  const newestFirst = new Map<string | null, Task[]>();
  for (const task of [...store.tasks.values()].filter((one) => waiting.includes(one) && isLastInFirstOut(one)))
    newestFirst.set(task.queueSid, [task, ...(newestFirst.get(task.queueSid) ?? [])]);
  for (const tasks of newestFirst.values()) tasks.sort((one, other) => startOf(other) - startOf(one));
  return waiting.map((task) => (isLastInFirstOut(task) && newestFirst.get(task.queueSid)?.shift()) || task);
}

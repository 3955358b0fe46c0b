import type { Task, Worker } from '../entities';
import { getActivity, isOpen, type TaskRouterStore } from '../store';
import { matchesQueue } from './workflow';

/** Left out: all of them. */
export interface TaskFilter {
  readonly taskChannelSid?: string | undefined;
  readonly queueSid?: string | undefined;
  readonly workflowSid?: string | undefined;
}

const seconds = (ms: number): number => Math.floor(ms / 1000);

/** Whoever waits has not been accepted. */
const isWaiting = ({ assignmentStatus: status }: Task): boolean => status === 'pending' || status === 'reserved';

const oldest = (tasks: readonly Task[], since: (task: Task) => number): Task | undefined =>
  tasks.reduce<Task | undefined>((first, task) => (first && since(first) <= since(task) ? first : task), undefined);

const enteredAt = ({ queueEnteredAtMs, createdAtMs }: Task): number => queueEnteredAtMs ?? createdAtMs;

export function tasksNow(
  store: TaskRouterStore,
  { taskChannelSid, queueSid, workflowSid }: TaskFilter,
): readonly Task[] {
  return [...store.tasks.values()].filter(
    (task) =>
      isOpen(task) &&
      (taskChannelSid === undefined || task.taskChannelSid === taskChannelSid) &&
      (queueSid === undefined || task.queueSid === queueSid) &&
      (workflowSid === undefined || task.workflowSid === workflowSid),
  );
}

/** Tasks that are open; ages are whole seconds. */
export function taskStatistics(tasks: readonly Task[], nowMs: number) {
  const count = (status: Task['assignmentStatus']) =>
    tasks.filter(({ assignmentStatus }) => assignmentStatus === status).length;
  const byPriority: Record<string, number> = {};
  for (const { priority } of tasks) byPriority[priority] = (byPriority[priority] ?? 0) + 1;
  const longest = oldest(tasks.filter(isWaiting), ({ createdAtMs }) => createdAtMs);
  return {
    longest_task_waiting_age: longest ? seconds(nowMs - longest.createdAtMs) : 0,
    longest_task_waiting_sid: longest?.sid ?? null,
    tasks_by_priority: byPriority,
    tasks_by_status: {
      pending: count('pending'),
      reserved: count('reserved'),
      assigned: count('assigned'),
      wrapping: count('wrapping'),
    },
    total_tasks: tasks.length,
  };
}

/** The one that has been in this queue for longest, whatever its age. */
export function relativeAge(tasks: readonly Task[], nowMs: number) {
  const longest = oldest(tasks.filter(isWaiting), enteredAt);
  return {
    longest_relative_task_age_in_queue: longest ? seconds(nowMs - enteredAt(longest)) : 0,
    longest_relative_task_sid_in_queue: longest?.sid ?? null,
  };
}

export function workersOfQueue(store: TaskRouterStore, queueSid: string): readonly Worker[] {
  const queue = store.queues.get(queueSid);
  return queue ? [...store.workers.values()].filter((worker) => matchesQueue(store, worker, queue)) : [];
}

/** How many workers are in each activity. */
export const activityStatistics = (store: TaskRouterStore, workers: readonly Worker[]) =>
  [...store.activities.values()].map(({ sid, friendlyName }) => ({
    friendly_name: friendlyName,
    sid,
    workers: workers.filter(({ activitySid }) => activitySid === sid).length,
  }));

/** What REST and Flex's Queues view tell of the workers whom a queue may reserve. */
export const eligibleStatistics = (store: TaskRouterStore, workers: readonly Worker[]) => ({
  activity_statistics: activityStatistics(store, workers),
  total_available_workers: workers.filter((worker) => getActivity(store, worker).available).length,
  total_eligible_workers: workers.length,
});

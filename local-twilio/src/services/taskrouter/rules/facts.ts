import { readAttributes } from '../entities';
import type { Task, Worker } from '../entities';
import type { TaskRouterStore } from '../store';
import type { Facts } from './expression';

/** `worker.channel.chat.assigned_tasks` and the like: https://www.twilio.com/docs/taskrouter/multitasking */
function channelFacts(store: TaskRouterStore, worker: Worker): Readonly<Record<string, unknown>> {
  const accepted = [...store.reservations.values()].filter(
    ({ workerSid, status }) => workerSid === worker.sid && status === 'accepted',
  );
  const facts = [...worker.channels.values()].map((channel): [string, unknown] => {
    const { configuredCapacity, assignedTasks, taskChannelSid, taskChannelUniqueName } = channel;
    const free = configuredCapacity === 0 ? 0 : Math.floor((1 - assignedTasks / configuredCapacity) * 100);
    const tasks = accepted.filter(({ taskSid }) => store.tasks.get(taskSid)?.taskChannelSid === taskChannelSid);
    return [
      taskChannelUniqueName,
      {
        configured_capacity: configuredCapacity,
        assigned_tasks: tasks.length,
        available_capacity_percentage: Math.max(0, free),
      },
    ];
  });
  return Object.fromEntries(facts);
}

/** A worker's attributes, and the fields that an expression may name beside them. */
function workerFacts(store: TaskRouterStore, worker: Worker): Readonly<Record<string, unknown>> {
  return {
    ...readAttributes(worker.attributes),
    sid: worker.sid,
    friendly_name: worker.friendlyName,
    activity_sid: worker.activitySid,
    activity_name: store.activities.get(worker.activitySid)?.friendlyName ?? null,
    get channel() {
      return channelFacts(store, worker);
    },
  };
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** The time in UTC: https://www.twilio.com/docs/taskrouter/time-of-day-routing */
function timeFacts(nowMs: number): Readonly<Record<string, unknown>> {
  const now = new Date(nowMs);
  const currentHour = now.getUTCHours();
  const currentMin = now.getUTCMinutes();
  return {
    taskrouter: {
      currentTime: currentHour * 100 + currentMin,
      currentHour,
      currentMin,
      dayOfWeek: days[now.getUTCDay()],
    },
  };
}

/** For queues and for lists of workers: a name without `worker.` is the worker's too. */
export const factsOfWorker = (store: TaskRouterStore, worker: Worker): Facts => ({
  default: 'worker',
  worker: workerFacts(store, worker),
});

/** For filters: names are attributes of the task. */
export const factsOfTask = (task: Task, nowMs: number): Facts => ({
  default: 'task',
  task: readAttributes(task.attributes),
  extra: timeFacts(nowMs),
});

/** For steps: "All attributes must be prefixed by task. or worker." twilio.com/docs/taskrouter/expression-syntax */
export const factsOfStep = (
  store: TaskRouterStore,
  worker: Worker,
  { task, nowMs }: { task: Task; nowMs: number },
): Facts => ({
  worker: workerFacts(store, worker),
  task: readAttributes(task.attributes),
  extra: timeFacts(nowMs),
});

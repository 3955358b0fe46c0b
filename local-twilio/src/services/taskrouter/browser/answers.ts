import type { TaskRouterAccount } from '../account';
import type { Activity, Reservation, Task, TaskQueue, Worker, WorkerChannel } from '../entities';
import { freePercentage } from '../store';
import { unixSeconds } from '../../../kernel/browser/times';

/** The twilio-taskrouter SDK refuses an object that lacks one of these fields, even when it is null. */
export interface TaskRouterAnswers {
  worker(worker: Worker): Record<string, unknown>;
  activity(activity: Activity): Record<string, unknown>;
  workerChannel(channel: WorkerChannel): Record<string, unknown>;
  queue(queue: TaskQueue): Record<string, unknown>;
  task(task: Task): Record<string, unknown>;
  reservation(reservation: Reservation, task: Task): Record<string, unknown>;
}

export function taskRouterAnswers(account: TaskRouterAccount): TaskRouterAnswers {
  const owned = { account_sid: account.accountSid, workspace_sid: account.taskRouter.workspace.sid };
  const task = (one: Task) => taskAnswer(account, one);

  return {
    worker: (one) => {
      const activity = account.taskRouter.activity(one.activitySid);
      return {
        ...owned,
        ...dates(one),
        activity_name: activity.friendlyName,
        activity_sid: activity.sid,
        attributes: one.attributes,
        available: activity.available,
        date_status_changed: unixSeconds(one.statusChangedAtMs),
        friendly_name: one.friendlyName,
        sid: one.sid,
        version: one.version,
      };
    },
    activity: (one) => ({
      ...owned,
      ...dates(one),
      available: one.available,
      friendly_name: one.friendlyName,
      sid: one.sid,
    }),
    workerChannel: (one) => ({ ...owned, ...workerChannelAnswer(one) }),
    queue: (one) => ({ ...owned, ...queueAnswer(one) }),
    task,
    // `task_transfer: null` would make the SDK call the reservation malformed: it is left out.
    reservation: (one, ofTask) => ({
      ...owned,
      ...dates(one),
      reservation_status: one.status,
      reservation_timeout: one.timeoutSeconds,
      sid: one.sid,
      task: task(ofTask),
      task_sid: one.taskSid,
      worker_sid: one.workerSid,
      worker_name: account.taskRouter.worker(one.workerSid).friendlyName,
      version: one.version,
    }),
  };
}

const dates = (entity: { createdAtMs: number; updatedAtMs: number }) => ({
  date_created: unixSeconds(entity.createdAtMs),
  date_updated: unixSeconds(entity.updatedAtMs),
});

function taskAnswer(account: TaskRouterAccount, one: Task): Record<string, unknown> {
  // A task that is over may outlive its queue and its workflow for some minutes.
  const queue = account.taskRouter.queues().find(({ sid }) => sid === one.queueSid);
  const workflow = account.taskRouter.workflows().find(({ sid }) => sid === one.workflowSid);
  return {
    account_sid: account.accountSid,
    workspace_sid: account.taskRouter.workspace.sid,
    ...dates(one),
    addons: '{}',
    age: unixSeconds(account.clock.nowMs() - one.createdAtMs),
    attributes: one.attributes,
    priority: one.priority,
    queue_name: queue?.friendlyName ?? null,
    queue_sid: one.queueSid,
    reason: one.reason,
    routing_target: one.routingTarget,
    sid: one.sid,
    assignment_status: one.assignmentStatus,
    task_channel_unique_name: one.taskChannelUniqueName,
    task_channel_sid: one.taskChannelSid,
    timeout: one.timeoutSeconds,
    workflow_name: workflow?.friendlyName ?? null,
    workflow_sid: one.workflowSid,
    version: one.version,
    virtual_start_time: unixSeconds(one.virtualStartMs ?? one.createdAtMs),
    ignore_capacity: one.ignoreCapacity,
  };
}

function queueAnswer(one: TaskQueue): Record<string, unknown> {
  return {
    date_created: unixSeconds(one.createdAtMs),
    date_updated: unixSeconds(one.updatedAtMs ?? one.createdAtMs),
    friendly_name: one.friendlyName,
    reservation_activity_name: null,
    assignment_activity_name: null,
    reservation_activity_sid: null,
    assignment_activity_sid: null,
    target_workers: one.targetWorkers,
    max_reserved_workers: one.maxReservedWorkers,
    task_order: one.taskOrder,
    lifo_queue: one.taskOrder === 'LIFO',
    sid: one.sid,
  };
}

function workerChannelAnswer(one: WorkerChannel): Record<string, unknown> {
  return {
    ...dates(one),
    assigned_tasks: one.assignedTasks,
    available: one.available,
    available_capacity_percentage: freePercentage(one),
    configured_capacity: one.configuredCapacity,
    last_reserved_time: one.lastReservedAtMs === null ? null : unixSeconds(one.lastReservedAtMs),
    sid: one.sid,
    task_channel_sid: one.taskChannelSid,
    task_channel_unique_name: one.taskChannelUniqueName,
    worker_sid: one.workerSid,
  };
}

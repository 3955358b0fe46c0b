import { isoSeconds } from '../../../kernel/rest/times';
import type { TaskRouterAccount } from '../account';
import type { Reservation, Task, Worker, WorkerChannel } from '../entities';
import { freePercentage } from '../store';

export const rootOf = (account: TaskRouterAccount) =>
  `https://taskrouter.twilio.com/v1/Workspaces/${account.taskRouter.workspace.sid}`;

export const owned = (account: TaskRouterAccount) => ({
  account_sid: account.accountSid,
  workspace_sid: account.taskRouter.workspace.sid,
});

export const dates = (held: { readonly createdAtMs: number; readonly updatedAtMs?: number }) => ({
  date_created: isoSeconds(held.createdAtMs),
  date_updated: isoSeconds(held.updatedAtMs ?? held.createdAtMs),
});

export const nameOf = <T extends { readonly sid: string; readonly friendlyName: string }>(
  items: readonly T[],
  sid: string | null,
) => items.find((item) => item.sid === sid)?.friendlyName ?? null;

const ageSeconds = (account: TaskRouterAccount, task: Task) =>
  Math.floor((account.clock.nowMs() - task.createdAtMs) / 1000);

export function taskAnswer(account: TaskRouterAccount, task: Task): unknown {
  const root = rootOf(account);
  const url = `${root}/Tasks/${task.sid}`;
  return {
    ...owned(account),
    ...dates(task),
    sid: task.sid,
    age: ageSeconds(account, task),
    assignment_status: task.assignmentStatus,
    attributes: task.attributes,
    addons: '{}',
    task_queue_entered_date: task.queueEnteredAtMs === null ? null : isoSeconds(task.queueEnteredAtMs),
    priority: task.priority,
    reason: task.reason,
    task_queue_sid: task.queueSid,
    task_queue_friendly_name: nameOf(account.taskRouter.queues(), task.queueSid),
    task_channel_sid: task.taskChannelSid,
    task_channel_unique_name: task.taskChannelUniqueName,
    timeout: task.timeoutSeconds,
    workflow_sid: task.workflowSid,
    workflow_friendly_name: nameOf(account.taskRouter.workflows(), task.workflowSid),
    virtual_start_time: isoSeconds(task.virtualStartMs ?? task.createdAtMs),
    ignore_capacity: task.ignoreCapacity,
    routing_target: task.routingTarget ?? task.queueTarget,
    url,
    links: {
      task_queue: `${root}/TaskQueues/${task.queueSid ?? ''}`,
      workflow: `${root}/Workflows/${task.workflowSid ?? ''}`,
      workspace: root,
      reservations: `${url}/Reservations`,
    },
  };
}

export function reservationAnswer(
  account: TaskRouterAccount,
  reservation: Reservation,
  under: 'task' | 'worker',
): unknown {
  const root = rootOf(account);
  const task = `${root}/Tasks/${reservation.taskSid}`;
  const worker = `${root}/Workers/${reservation.workerSid}`;
  return {
    ...owned(account),
    ...dates(reservation),
    sid: reservation.sid,
    reservation_status: reservation.status,
    task_sid: reservation.taskSid,
    worker_name: nameOf(account.taskRouter.workers(), reservation.workerSid),
    worker_sid: reservation.workerSid,
    url: `${under === 'task' ? task : worker}/Reservations/${reservation.sid}`,
    links: { task, worker, workspace: root },
  };
}

export function workerAnswer(account: TaskRouterAccount, worker: Worker): unknown {
  const url = `${rootOf(account)}/Workers/${worker.sid}`;
  const activity = account.taskRouter.activity(worker.activitySid);
  return {
    ...owned(account),
    ...dates(worker),
    sid: worker.sid,
    friendly_name: worker.friendlyName,
    activity_name: activity.friendlyName,
    activity_sid: activity.sid,
    available: activity.available,
    attributes: worker.attributes,
    date_status_changed: isoSeconds(worker.statusChangedAtMs),
    url,
    links: {
      activity: `${rootOf(account)}/Activities/${activity.sid}`,
      workspace: rootOf(account),
      channels: `${url}/Channels`,
      reservations: `${url}/Reservations`,
      worker_statistics: `${url}/Statistics`,
    },
  };
}

export function workerChannelAnswer(account: TaskRouterAccount, channel: WorkerChannel): unknown {
  return {
    ...owned(account),
    ...dates(channel),
    sid: channel.sid,
    worker_sid: channel.workerSid,
    task_channel_sid: channel.taskChannelSid,
    task_channel_unique_name: channel.taskChannelUniqueName,
    assigned_tasks: channel.assignedTasks,
    available: channel.available,
    available_capacity_percentage: freePercentage(channel),
    configured_capacity: channel.configuredCapacity,
    url: `${rootOf(account)}/Workers/${channel.workerSid}/Channels/${channel.sid}`,
  };
}

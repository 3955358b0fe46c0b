import { isoTime } from '../../../kernel/browser/times';
import type { TaskRouterAccount } from '../account';
import type { Reservation, Task, Worker } from '../entities';

export interface Row {
  readonly key: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const sidsOf = ({ accountSid, taskRouter }: TaskRouterAccount) => ({
  account_sid: accountSid,
  workspace_sid: taskRouter.workspace.sid,
});

const nameOf = (items: readonly { readonly sid: string; readonly friendlyName: string }[], sid: string | null) =>
  items.find((one) => one.sid === sid)?.friendlyName ?? null;

function workerRow(account: TaskRouterAccount, worker: Worker): Row {
  const { taskRouter } = account;
  const queues = taskRouter.queues().filter((queue) => taskRouter.isEligible(worker.sid, queue.sid));
  return {
    key: worker.sid,
    data: {
      ...sidsOf(account),
      worker_sid: worker.sid,
      friendly_name: worker.friendlyName,
      activity_name: taskRouter.activity(worker.activitySid).friendlyName,
      worker_activity_sid: worker.activitySid,
      attributes: JSON.parse(worker.attributes),
      date_updated: isoTime(worker.updatedAtMs),
      date_activity_changed: isoTime(worker.statusChangedAtMs),
      queue_sids: queues.map((queue) => queue.sid),
    },
  };
}

const taskData = ({ taskRouter }: TaskRouterAccount, task: Task) => ({
  task_sid: task.sid,
  attributes: JSON.parse(task.attributes),
  queue_name: nameOf(taskRouter.queues(), task.queueSid),
  task_channel_unique_name: task.taskChannelUniqueName,
});

function reservationRow(account: TaskRouterAccount, reservation: Reservation, task: Task): Row {
  return {
    key: reservation.sid,
    data: {
      ...taskData(account, task),
      reservation_sid: reservation.sid,
      worker_sid: reservation.workerSid,
      status: reservation.status === 'wrapping' ? 'wrapup' : reservation.status,
      task_status: task.assignmentStatus,
      task_age: Math.floor((account.clock.nowMs() - task.createdAtMs) / 1000),
      task_priority: task.priority,
      date_created: isoTime(reservation.createdAtMs),
      date_updated: isoTime(reservation.updatedAtMs),
    },
  };
}

/** Which fields `tr-task` has is not documented; these are named as those of reservations are. */
const taskRow = (account: TaskRouterAccount, task: Task): Row => ({
  key: task.sid,
  data: {
    ...sidsOf(account),
    ...taskData(account, task),
    status: task.assignmentStatus,
    priority: task.priority,
    queue_sid: task.queueSid,
    workflow_sid: task.workflowSid,
    workflow_name: nameOf(account.taskRouter.workflows(), task.workflowSid),
    date_created: isoTime(task.createdAtMs),
    date_updated: isoTime(task.updatedAtMs),
  },
});

/** "Supported index names for Flex are: tr-task, tr-worker, tr-reservation, tr-queue": twilio.com/docs/sync/live-query */
export function rowsOf(account: TaskRouterAccount, index: string): readonly Row[] {
  const { taskRouter } = account;
  switch (index) {
    case 'tr-worker':
      return taskRouter.workers().map((worker) => workerRow(account, worker));
    case 'tr-task':
      return taskRouter.tasks().map((task) => taskRow(account, task));
    case 'tr-queue':
      return taskRouter.queues().map((queue) => ({
        key: queue.sid,
        data: {
          queue_sid: queue.sid,
          queue_name: queue.friendlyName,
          workspace_sid: taskRouter.workspace.sid,
          date_updated: isoTime(queue.updatedAtMs ?? queue.createdAtMs),
        },
      }));
    case 'tr-reservation':
      return taskRouter.reservations().flatMap((reservation) => {
        const task = taskRouter.findTask(reservation.taskSid);
        return task ? [reservationRow(account, reservation, task)] : [];
      });
    default:
      return [];
  }
}

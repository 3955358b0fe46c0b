import type { Context as KernelContext } from '../../kernel/context';
import type { Activity, Reservation, Task, TaskChannel, TaskQueue, Worker, WorkerChannel, Workflow } from './entities';

export const reservationEventNames = [
  'reservation.created',
  'reservation.accepted',
  'reservation.rejected',
  'reservation.timeout',
  'reservation.canceled',
  'reservation.rescinded',
  'reservation.wrapup',
  'reservation.completed',
] as const;
export type ReservationEventName = (typeof reservationEventNames)[number];

export const taskEventNames = [
  'task.created',
  'task.updated',
  'task.wrapup',
  'task.completed',
  'task.canceled',
  'task.deleted',
  'task.system-deleted',
  'task-queue.entered',
  'task-queue.moved',
  'task-queue.timeout',
  'workflow.target-matched',
  'workflow.entered',
  'workflow.timeout',
  'workflow.skipped',
] as const;
export type TaskEventName = (typeof taskEventNames)[number];

/** What the workspace is made of: https://www.twilio.com/docs/taskrouter/api/event/reference */
export const workspaceEventNames = [
  'activity.created',
  'activity.updated',
  'activity.deleted',
  'task-channel.created',
  'task-channel.updated',
  'task-channel.deleted',
  'task-queue.created',
  'task-queue.expression.updated',
  'task-queue.deleted',
  'workflow.created',
  'workflow.updated',
  'workflow.deleted',
  'worker.created',
  'worker.deleted',
] as const;
type Change = 'created' | 'updated' | 'deleted';

export type WorkspaceEvent =
  | { readonly type: `activity.${Change}`; readonly activity: Activity }
  | { readonly type: `task-channel.${Change}`; readonly taskChannel: TaskChannel }
  | {
      readonly type: 'task-queue.created' | 'task-queue.expression.updated' | 'task-queue.deleted';
      readonly queue: TaskQueue;
    }
  | { readonly type: `workflow.${Change}`; readonly workflow: Workflow }
  | { readonly type: 'worker.created' | 'worker.deleted'; readonly worker: Worker };

export type TaskRouterEvent =
  | WorkspaceEvent
  | {
      readonly type: ReservationEventName;
      readonly reservation: Reservation;
      readonly task: Task;
      readonly worker: Worker;
    }
  | { readonly type: TaskEventName; readonly task: Task }
  | {
      readonly type: 'worker.activity.update';
      readonly worker: Worker;
      readonly previous?: { readonly activity: Activity; readonly forMs: number };
    }
  | { readonly type: 'worker.attributes.update'; readonly worker: Worker }
  /** For browsers: the capacity that is free has changed, by a reservation too. */
  | { readonly type: 'worker.capacity.update'; readonly worker: Worker; readonly channel: WorkerChannel }
  /** For callbacks: somebody configured the channel. */
  | {
      readonly type: 'worker.capacity.configured' | 'worker.channel.availability.update';
      readonly worker: Worker;
      readonly channel: WorkerChannel;
      readonly previousCapacity: number;
    };

/** Those after which what a supervisor sees may be another. */
export const changingEvents: ReadonlySet<string> = new Set<TaskRouterEvent['type']>([
  ...reservationEventNames,
  ...taskEventNames,
  ...workspaceEventNames,
  'worker.activity.update',
  'worker.attributes.update',
]);

export type Context = KernelContext<TaskRouterEvent>;

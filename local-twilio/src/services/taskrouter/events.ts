import type { Context as KernelContext } from '../../kernel/context';
import type { Activity, Reservation, Task, Worker, WorkerChannel } from './entities';

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

export type TaskRouterEvent =
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

export type Context = KernelContext<TaskRouterEvent>;

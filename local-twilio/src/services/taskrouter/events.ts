import type { Context as KernelContext } from '../../kernel/context';
import type { Reservation, Task, Worker, WorkerChannel } from './entities';

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
  'workflow.target-matched',
  'workflow.entered',
  'workflow.timeout',
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
  | { readonly type: 'worker.activity.update' | 'worker.attributes.update'; readonly worker: Worker }
  | { readonly type: 'worker.capacity.update'; readonly worker: Worker; readonly channel: WorkerChannel };

export type Context = KernelContext<TaskRouterEvent>;

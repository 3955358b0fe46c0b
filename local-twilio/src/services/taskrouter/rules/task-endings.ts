import type { Context } from '../events';
import { deadlines } from '../../../kernel/deadlines';
import { invalidParameter } from '../../../kernel/errors';
import type { AssignmentStatus, Reservation, Task } from '../entities';
import type { Routing } from './routing';
import { activeReservation, activeReservations, getFrom, isOpen, recountCapacity } from '../store';
import type { TaskHooks } from '../commands';
import type { TaskRouterStore } from '../store';

const endedEvent = {
  completed: 'reservation.completed',
  canceled: 'reservation.canceled',
  rescinded: 'reservation.rescinded',
  rejected: 'reservation.rejected',
  timeout: 'reservation.timeout',
} as const;

type EndedStatus = keyof typeof endedEvent;

export interface Parts {
  readonly context: Context;
  readonly store: TaskRouterStore;
  readonly hooks: TaskHooks;
  readonly routing: () => Routing;
}

/** How tasks and reservations end; every ending tells Flex, frees the worker and routes on. */
export interface Endings {
  readonly setStatus: (task: Task, status: AssignmentStatus) => void;
  /** Ends the task's reservation with that status, announces it, and frees the worker. */
  readonly endReservation: (reservation: Reservation, status: EndedStatus) => void;
  readonly forget: (task: Task) => void;
  /** Lets the system do what is due: call it after whatever changes the status. */
  readonly watch: (task: Task) => void;
  readonly finish: (task: Task, status: 'completed' | 'canceled', reason: string | null) => Task;
  readonly systemDelete: (task: Task) => void;
}

/**
 * When nobody has taken it in its time, when it has been assigned for too long (https://www.twilio.com/docs/taskrouter/limits),
 * or when it is finished and can be fetched no more.
 */
function taskDueMs({ context, store }: Pick<Parts, 'context' | 'store'>, task: Task): number | null {
  const { limits } = context;
  switch (task.assignmentStatus) {
    case 'pending':
    case 'reserved':
      return task.createdAtMs + task.timeoutSeconds * 1000;
    case 'assigned': {
      const accepted = activeReservation(store, task.sid);
      return accepted ? accepted.updatedAtMs + limits.assignedTaskSecondsMax * 1000 : null;
    }
    case 'wrapping':
      return null;
    case 'completed':
    case 'canceled':
      return task.updatedAtMs + limits.finishedTaskKeptMs;
  }
}

export function createEndings({ context, store, hooks, routing }: Parts): Endings {
  const { clock, events } = context;
  const due = deadlines<Task>(clock, (task) => taskDueMs({ context, store }, task));

  const setStatus = (task: Task, status: AssignmentStatus) => {
    task.assignmentStatus = status;
    task.updatedAtMs = clock.nowMs();
    task.version += 1;
  };

  const endReservation: Endings['endReservation'] = (reservation, status) => {
    reservation.status = status;
    reservation.updatedAtMs = clock.nowMs();
    reservation.version += 1;
    const task = getFrom(store.tasks, reservation.taskSid, 'Tasks');
    const worker = getFrom(store.workers, reservation.workerSid, 'Workers');
    events.emit({ type: endedEvent[status], reservation, task, worker });
    recountCapacity(context, store, worker);
    routing().watchOffer(reservation);
  };

  const forget = (task: Task) => {
    store.tasks.delete(task.sid);
    due.forget(task);
    routing().watchStep(task);
    for (const reservation of store.reservations.values())
      if (reservation.taskSid === task.sid) store.reservations.delete(reservation.sid);
  };

  const finish = (task: Task, status: 'completed' | 'canceled', reason: string | null): Task => {
    if (!isOpen(task)) throw invalidParameter(`Task ${task.sid} is ${task.assignmentStatus} already`);
    setStatus(task, status);
    task.reason = reason;
    for (const reservation of activeReservations(store, task.sid))
      endReservation(reservation, status === 'completed' ? 'completed' : 'canceled');
    events.emit({ type: status === 'completed' ? 'task.completed' : 'task.canceled', task });
    hooks.ended(task);
    watch(task);
    routing().route();
    return task;
  };

  const systemDelete = (task: Task) => {
    const active = activeReservations(store, task.sid);
    setStatus(task, 'canceled');
    for (const reservation of active) endReservation(reservation, 'canceled');
    forget(task);
    events.emit({ type: 'task.system-deleted', task });
    hooks.ended(task);
    routing().route();
  };

  const watch = (task: Task) => {
    routing().watchStep(task);
    due.watch(task, () => {
      if (task.assignmentStatus === 'assigned') systemDelete(task);
      else if (isOpen(task)) finish(task, 'canceled', 'Task TTL Exceeded');
      else forget(task);
    });
  };

  return { setStatus, endReservation, forget, watch, finish, systemDelete };
}

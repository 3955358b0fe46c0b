import type { Context } from '../events';
import type { Task } from '../entities';
import type { Reservations } from './reservations';
import type { Routing } from './routing';
import { activeReservation, activeReservations, type TaskRouterStore } from '../store';
import type { Tasks } from './tasks';

interface Parts {
  readonly context: Context;
  readonly store: TaskRouterStore;
  readonly tasks: Tasks;
  readonly reservations: Reservations;
  readonly routing: Routing;
}

/** Sets the timers of tasks and offers that were there before a restart; what is overdue happens at once. */
export function resume({ context, store, tasks, reservations, routing }: Parts): void {
  for (const task of store.tasks.values()) {
    resumeTask(task);
    for (const workerSid of task.rejectedBy) {
      const worker = store.workers.get(workerSid);
      if (worker) routing.passOver(task, worker);
    }
  }
  if (store.tasks.size > 0) context.clock.schedule(0, () => routing.route());

  function resumeTask(task: Task): void {
    const reservation = activeReservation(store, task.sid);
    switch (task.assignmentStatus) {
      case 'pending':
        routing.watchStep(task);
        return tasks.watchTimeout(task);
      case 'reserved':
        tasks.watchTimeout(task);
        routing.watchStep(task);
        for (const offer of activeReservations(store, task.sid)) routing.watchOffer(offer);
        return;
      case 'assigned':
        if (reservation) reservations.watchAssigned(reservation);
        return;
      case 'wrapping':
        return;
      case 'completed':
      case 'canceled':
        return tasks.forgetLater(task);
    }
  }
}

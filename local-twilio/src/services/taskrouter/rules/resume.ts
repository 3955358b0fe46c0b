import type { Context } from '../events';
import type { Routing } from './routing';
import { activeReservations, type TaskRouterStore } from '../store';
import type { Tasks } from './tasks';

interface Parts {
  readonly context: Context;
  readonly store: TaskRouterStore;
  readonly tasks: Tasks;
  readonly routing: Routing;
}

/** Sets the timers of tasks and offers that were there before a restart; what is overdue happens at once. */
export function resume({ context, store, tasks, routing }: Parts): void {
  for (const task of store.tasks.values()) {
    tasks.watch(task);
    for (const offer of activeReservations(store, task.sid)) routing.watchOffer(offer);
    for (const workerSid of task.rejectedBy) {
      const worker = store.workers.get(workerSid);
      if (worker) routing.passOver(task, worker);
    }
  }
  if (store.tasks.size > 0) context.clock.schedule(0, () => routing.route());
}

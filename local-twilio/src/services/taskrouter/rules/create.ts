import type { Context } from '../events';
import type { TaskRouter } from '../commands';
import { sendEventCallbacks } from './event-callbacks';
import { createReservations } from './reservations';
import { resume } from './resume';
import { routingProperties } from './routing-properties';
import { createRouting } from './routing';
import type { Routing } from './routing';
import { getFrom, getQueue } from '../store';
import type { TaskHooks } from '../commands';
import type { TaskRouterStore } from '../store';
import { createTasks } from './tasks';
import { createWorkers } from './workers';
import { createWorkflows } from './workflows';

/** Workers who let a reservation time out are moved here, as the workspace of Flex does. */
const TIMEOUT_ACTIVITY = 'Offline';

const all = (interceptors: readonly TaskHooks[]): TaskHooks => ({
  accepting: (reservation) => interceptors.forEach((one) => one.accepting(reservation)),
  accepted: (reservation) => interceptors.forEach((one) => one.accepted(reservation)),
  ended: (task) => interceptors.forEach((one) => one.ended(task)),
});

export function createTaskRouter(context: Context, store: TaskRouterStore): TaskRouter {
  const interceptors: TaskHooks[] = [];
  const hooks = all(interceptors);
  const routing = (): Routing => engine;
  const tasks = createTasks({ context, store, hooks, routing });
  const reservations = createReservations({ context, store, hooks, tasks, routing });
  const workers = createWorkers({ context, store, reservations, routing });

  const engine: Routing = createRouting(context, store, {
    onLeft(task, how) {
      context.events.emit({ type: how === 'skipped' ? 'workflow.skipped' : 'workflow.timeout', task });
      tasks.cancelTask(task.sid, how === 'skipped' ? 'Workflow skipped' : 'Workflow timeout');
    },
    onReservationTimeout(reservation) {
      const offline = [...store.activities.values()].find(({ friendlyName }) => friendlyName === TIMEOUT_ACTIVITY);
      // Offline before anything else is routed, or he would be offered the next task.
      engine.hold(() => {
        reservations.turnDown(reservation, 'timeout');
        if (offline) workers.setActivity(reservation.workerSid, offline.sid, { rejectPendingReservations: true });
      });
    },
  });
  sendEventCallbacks(context, store);
  resume({ context, store, tasks, reservations, routing: engine });

  return {
    workspace: store.workspace,
    intercept: (given) => void interceptors.push(given),
    routingProperties: (task) => routingProperties(context, store, task),
    state: () => store,
    activities: () => [...store.activities.values()],
    taskChannels: () => [...store.taskChannels.values()],
    queues: () => [...store.queues.values()],
    workflows: () => [...store.workflows.values()],
    tasks: () => [...store.tasks.values()],
    activity: (sid) => getFrom(store.activities, sid, 'Activities'),
    queue: (sid) => getQueue(store, sid),
    workflow: (sid) => getFrom(store.workflows, sid, 'Workflows'),
    ...tasks,
    ...reservations,
    ...workers,
    ...createWorkflows(store, engine),
    createTask(input, registered) {
      const task = tasks.createTask(input, registered);
      engine.route();
      return task;
    },
    setEventCallback(url, eventsFilter = []) {
      store.workspace.eventCallbackUrl = url;
      store.workspace.eventsFilter = eventsFilter;
    },
  };
}

import type { Building } from '../../../kernel/service';
import type { TaskRouterEvent } from '../events';
import type { TaskRouter } from '../commands';
import { tellAssignments } from './assignment-callbacks';
import { tellEvents } from './event-callbacks';
import { recordHistory } from './record-history';
import { createReservations } from './reservations';
import { resume } from './resume';
import { routingProperties } from './routing-properties';
import { createRouting } from './routing';
import type { Routing } from './routing';
import { activityOfWorkspace, getFrom, getQueue } from '../store';
import type { TaskHooks } from '../commands';
import type { TaskRouterStore } from '../store';
import { createActivities } from './activities';
import { createQueues } from './queues';
import { createStaff } from './staff';
import { createWorkerChanges } from './change-worker';
import { createTaskChannels } from './task-channels';
import { createTasks } from './tasks';
import { createWorkers } from './workers';
import { createWorkflows } from './workflows';
import { createWorkspace } from './workspace';

const all = (interceptors: readonly TaskHooks[]): TaskHooks => ({
  accepting: (reservation) => interceptors.forEach((one) => one.accepting(reservation)),
  accepted: (reservation) => interceptors.forEach((one) => one.accepted(reservation)),
  ended: (task) => interceptors.forEach((one) => one.ended(task)),
});

export function createTaskRouter({
  context,
  state: store,
}: Building<TaskRouterEvent, object, TaskRouterStore>): TaskRouter {
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
      const away = activityOfWorkspace(store, 'timeout');
      // Away before anything else is routed, or they would be offered the next task.
      engine.hold(() => {
        reservations.turnDown(reservation, 'timeout');
        if (away) workers.setActivity(reservation.workerSid, away.sid, { rejectPendingReservations: true });
      });
    },
  });
  const log = tellEvents(context, store);
  recordHistory(context, store);
  resume({ context, store, tasks, routing: engine });

  const commands = { ...workers, ...createStaff(context, store, engine) };
  const workerChanges = createWorkerChanges({ context, store, reservations, routing: engine, commands });
  tellAssignments(context, store, { ...reservations, ...workerChanges });

  return {
    workspace: store.workspace,
    intercept: (given) => void interceptors.push(given),
    routingProperties: (task) => routingProperties(context, store, task),
    state: () => store,
    loggedEvents: log.all,
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
    ...commands,
    ...createActivities(context, store),
    ...createQueues(context, store, engine),
    ...createWorkflows(context, store, engine),
    ...createTaskChannels(context, store),
    ...workerChanges,
    ...createWorkspace(context, store),
    createTask(input, registered) {
      const task = tasks.createTask(input, registered);
      engine.route();
      return task;
    },
  };
}

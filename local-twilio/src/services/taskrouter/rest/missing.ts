import type { Missing } from '../../../kernel/rest/coverage';

/** What is missing of the operations that are served in part. */
export const taskRouterMissing: Missing = {
  ListTask: 'EvaluateTaskAttributes, Ordering, HasAddons, names, Priority',
  CreateTask: 'VirtualStartTime, RoutingTarget, IgnoreCapacity',
  UpdateTask: 'VirtualStartTime, TaskChannel',
  UpdateTaskReservation: 'voice instructions',
  UpdateWorkerReservation: 'voice instructions',
  ListWorker: 'Ordering, activity filters',
  ListTaskQueue: 'EvaluateWorkerAttributes, Ordering',
  UpdateWorker: 'FriendlyName',
  UpdateWorkflow: 'only Configuration',
  UpdateWorkspace: 'only EventCallbackUrl and EventsFilter',
  ListTaskReservation: 'filters',
  ListWorkerReservation: 'filters',
  ListActivity: 'filters',
};

import type { Missing } from '../../../kernel/rest/coverage';

/** What is missing of the operations that are served in part. */
export const taskRouterMissing: Missing = {
  UpdateTaskReservation: 'voice instructions',
  UpdateWorkerReservation: 'voice instructions',
  UpdateWorker: 'FriendlyName',
  UpdateWorkflow: 'FriendlyName, callbacks, TaskReservationTimeout',
  UpdateWorkspace: 'only EventCallbackUrl and EventsFilter',
};

import type { Missing } from '../../../kernel/rest/coverage';

/** What is missing of the operations that are served in part, beside parameters that nothing reads. */
export const taskRouterMissing: Missing = {
  CreateTaskQueueBulkRealTimeStatistics: 'its limit of 5 requests per second',
  CreateTaskChannel: 'ChannelOptimizedRouting is kept, and changes no order',
  UpdateTaskReservation: 'instructions other than accept and reject',
  UpdateWorkerReservation: 'instructions other than accept and reject',
  UpdateTaskChannel: 'ChannelOptimizedRouting is kept, and changes no order',
};

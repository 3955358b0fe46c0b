import type { ProductCoverage } from '../../../account/coverage/coverage';

/** What the local Twilio does of taskrouter.twilio.com. */
export const taskRouterCoverage: ProductCoverage = {
  partial: {
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
  },
  supported: `
    DeleteTask FetchActivity FetchTask FetchTaskChannel FetchTaskQueue FetchTaskReservation FetchWorker
    FetchWorkerChannel FetchWorkerReservation FetchWorkflow FetchWorkspace ListTaskChannel ListWorkerChannel
    ListWorkflow ListWorkspace UpdateWorkerChannel
  `,
  planned: `
    CreateActivity CreateTaskChannel CreateTaskQueue CreateTaskQueueBulkRealTimeStatistics CreateWorker
    CreateWorkflow CreateWorkspace DeleteActivity DeleteTaskChannel DeleteTaskQueue DeleteWorker DeleteWorkflow
    DeleteWorkspace FetchEvent FetchTaskQueueCumulativeStatistics FetchTaskQueueRealTimeStatistics
    FetchTaskQueueStatistics FetchWorkerInstanceStatistics FetchWorkerStatistics FetchWorkersCumulativeStatistics
    FetchWorkersRealTimeStatistics FetchWorkflowCumulativeStatistics FetchWorkflowRealTimeStatistics
    FetchWorkflowStatistics FetchWorkspaceCumulativeStatistics FetchWorkspaceRealTimeStatistics
    FetchWorkspaceStatistics ListEvent ListTaskQueuesStatistics UpdateActivity UpdateTaskChannel UpdateTaskQueue
  `,
};

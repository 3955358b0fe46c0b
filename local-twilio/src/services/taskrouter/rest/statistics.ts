import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { ok, param, queryText } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import type { TaskQueue } from '../entities';
import { momentsOf, ownCounts, waitStatistics, type MomentFilter } from '../rules/cumulative-statistics';
import {
  activityStatistics,
  eligibleStatistics,
  relativeAge,
  tasksNow,
  taskStatistics,
  workersOfQueue,
} from '../rules/real-time-statistics';
import { owned, rootOf } from './answers';
import { bulkStatistics } from './bulk-statistics';
import { fits } from './filters';
import { namedQueue } from './queues';
import { router } from './request';
import { INTERVAL_AND_SPLIT, intervalOf, taskChannelOf, thresholdsOf, timesOf } from './statistics-request';

const now = (request: Request): number => request.account.clock.nowMs();

function cumulative(request: Request, of: keyof typeof ownCounts, filter: MomentFilter) {
  const interval = intervalOf(request);
  const taskChannelSid = taskChannelOf(request);
  const moments = momentsOf(router(request).state(), interval, { ...filter, taskChannelSid });
  return { ...timesOf(interval), ...waitStatistics(moments, thresholdsOf(request)), ...ownCounts[of](moments) };
}

function workspaceNow(request: Request) {
  const store = router(request).state();
  const workers = [...store.workers.values()];
  return {
    ...taskStatistics(tasksNow(store, { taskChannelSid: taskChannelOf(request) }), now(request)),
    activity_statistics: activityStatistics(store, workers),
    total_workers: workers.length,
  };
}

function workflowNow(request: Request, workflowSid: string) {
  const tasks = tasksNow(router(request).state(), { taskChannelSid: taskChannelOf(request), workflowSid });
  return taskStatistics(tasks, now(request));
}

function queueNow(request: Request, { sid: queueSid }: TaskQueue) {
  const store = router(request).state();
  const workers = workersOfQueue(store, queueSid);
  const tasks = tasksNow(store, { taskChannelSid: taskChannelOf(request), queueSid });
  return {
    ...taskStatistics(tasks, now(request)),
    ...relativeAge(tasks, now(request)),
    ...eligibleStatistics(store, workers),
  };
}

/** Which of the three, of which thing. */
const named = (request: Request, path: string, sids: object = {}) => ({
  ...owned(request.account),
  ...sids,
  url: `${rootOf(request.account)}${path}`,
});

/** https://www.twilio.com/docs/taskrouter/api/workspace-statistics */
const workspace: Handlers = {
  FetchWorkspaceCumulativeStatistics: reading(INTERVAL_AND_SPLIT, (request) =>
    ok({ ...named(request, '/CumulativeStatistics'), ...cumulative(request, 'workspace', {}) }),
  ),
  FetchWorkspaceRealTimeStatistics: reading(['TaskChannel'], (request) =>
    ok({ ...named(request, '/RealTimeStatistics'), ...workspaceNow(request) }),
  ),
  FetchWorkspaceStatistics: reading(INTERVAL_AND_SPLIT, (request) =>
    ok({
      ...named(request, '/Statistics'),
      realtime: workspaceNow(request),
      cumulative: cumulative(request, 'workspace', {}),
    }),
  ),
};

const workflowOf = (request: Request): string => router(request).workflow(param(request, 'WorkflowSid')).sid;
const ofWorkflow = (request: Request, which: string) => {
  const sid = workflowOf(request);
  return named(request, `/Workflows/${sid}/${which}`, { workflow_sid: sid });
};

/** https://www.twilio.com/docs/taskrouter/api/workflow-statistics */
const workflow: Handlers = {
  FetchWorkflowCumulativeStatistics: reading(INTERVAL_AND_SPLIT, (request) =>
    ok({
      ...ofWorkflow(request, 'CumulativeStatistics'),
      ...cumulative(request, 'workflow', { workflowSid: workflowOf(request) }),
    }),
  ),
  FetchWorkflowRealTimeStatistics: reading(['TaskChannel'], (request) =>
    ok({ ...ofWorkflow(request, 'RealTimeStatistics'), ...workflowNow(request, workflowOf(request)) }),
  ),
  FetchWorkflowStatistics: reading(INTERVAL_AND_SPLIT, (request) =>
    ok({
      ...ofWorkflow(request, 'Statistics'),
      realtime: workflowNow(request, workflowOf(request)),
      cumulative: cumulative(request, 'workflow', { workflowSid: workflowOf(request) }),
    }),
  ),
};

const ofQueue = (request: Request, which: string) => {
  const { sid } = namedQueue(request, 'TaskQueueSid');
  return named(request, `/TaskQueues/${sid}/${which}`, { task_queue_sid: sid });
};
const bothOfQueue = (request: Request, queue: TaskQueue) => ({
  realtime: queueNow(request, queue),
  cumulative: cumulative(request, 'queue', { queueSid: queue.sid }),
});

/** https://www.twilio.com/docs/taskrouter/api/taskqueue-statistics */
const queue: Handlers = {
  FetchTaskQueueCumulativeStatistics: reading(INTERVAL_AND_SPLIT, (request) =>
    ok({
      ...ofQueue(request, 'CumulativeStatistics'),
      ...cumulative(request, 'queue', { queueSid: namedQueue(request, 'TaskQueueSid').sid }),
    }),
  ),
  FetchTaskQueueRealTimeStatistics: reading(['TaskChannel'], (request) =>
    ok({ ...ofQueue(request, 'RealTimeStatistics'), ...queueNow(request, namedQueue(request, 'TaskQueueSid')) }),
  ),
  FetchTaskQueueStatistics: reading(INTERVAL_AND_SPLIT, (request) =>
    ok({ ...ofQueue(request, 'Statistics'), ...bothOfQueue(request, namedQueue(request, 'TaskQueueSid')) }),
  ),
  ListTaskQueuesStatistics: reading([...INTERVAL_AND_SPLIT, 'FriendlyName'], (request) => {
    const asked = router(request)
      .queues()
      .filter(({ friendlyName }) => fits([queryText(request, 'FriendlyName'), friendlyName]));
    return page(
      request,
      'task_queues_statistics',
      asked.map((one) => ({ ...owned(request.account), task_queue_sid: one.sid, ...bothOfQueue(request, one) })),
    );
  }),
};

export const statistics: Handlers = { ...workspace, ...workflow, ...queue, ...bulkStatistics };

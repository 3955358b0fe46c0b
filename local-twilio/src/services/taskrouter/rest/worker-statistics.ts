import { reading } from '../../../kernel/rest/reads';
import { ok, param, queryText } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import type { Worker } from '../entities';
import { activityDurations, momentsOf, reservationCounts } from '../rules/cumulative-statistics';
import { activityStatistics } from '../rules/real-time-statistics';
import { owned, rootOf } from './answers';
import { fits } from './filters';
import { router } from './request';
import { INTERVAL, intervalOf, taskChannelOf, timesOf } from './statistics-request';

function cumulative(request: Request, workers: readonly Worker[]) {
  const store = router(request).state();
  const interval = intervalOf(request);
  const workerSids = new Set<string>(workers.map(({ sid }) => sid));
  const moments = momentsOf(store, interval, { taskChannelSid: taskChannelOf(request), workerSids });
  return {
    ...timesOf(interval),
    ...reservationCounts(moments),
    activity_durations: activityDurations(store, interval, workers),
  };
}

const realTime = (request: Request, workers: readonly Worker[]) => ({
  activity_statistics: activityStatistics(router(request).state(), workers),
  total_workers: workers.length,
});

/** By a queue that they are in, by name. */
function workersAsked(request: Request): readonly Worker[] {
  const taskRouter = router(request);
  const queueSid = queryText(request, 'TaskQueueSid');
  const queueName = queryText(request, 'TaskQueueName');
  const queues = taskRouter
    .queues()
    .filter(({ sid, friendlyName }) => fits([queueSid, sid], [queueName, friendlyName]));
  return taskRouter
    .workers()
    .filter(({ friendlyName }) => fits([queryText(request, 'FriendlyName'), friendlyName]))
    .filter(({ sid }) => (!queueSid && !queueName) || queues.some((queue) => taskRouter.isEligible(sid, queue.sid)));
}

const named = (request: Request, path: string) => ({
  ...owned(request.account),
  url: `${rootOf(request.account)}/Workers/${path}`,
});

/** https://www.twilio.com/docs/taskrouter/api/worker-statistics */
export const workerStatistics: Handlers = {
  FetchWorkersCumulativeStatistics: reading(INTERVAL, (request) =>
    ok({ ...named(request, 'CumulativeStatistics'), ...cumulative(request, router(request).workers()) }),
  ),
  FetchWorkersRealTimeStatistics: reading(['TaskChannel'], (request) => {
    taskChannelOf(request);
    return ok({ ...named(request, 'RealTimeStatistics'), ...realTime(request, router(request).workers()) });
  }),
  FetchWorkerStatistics: reading([...INTERVAL, 'TaskQueueSid', 'TaskQueueName', 'FriendlyName'], (request) => {
    const workers = workersAsked(request);
    const answer = { realtime: realTime(request, workers), cumulative: cumulative(request, workers) };
    return ok({ ...named(request, 'Statistics'), ...answer });
  }),
  FetchWorkerInstanceStatistics: reading(INTERVAL, (request) => {
    const worker = router(request).worker(param(request, 'WorkerSid'));
    return ok({
      ...named(request, `${worker.sid}/Statistics`),
      worker_sid: worker.sid,
      cumulative: cumulative(request, [worker]),
    });
  }),
};

import { notFound } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { flag, integer, ok, param, queryText, text } from '../../../kernel/rest/request';
import type { Handler, Handlers, Request } from '../account';
import { readAttributes, type TaskQueue } from '../entities';
import { parseExpression } from '../rules/expression';
import { factsOfWorker } from '../rules/facts';
import { fits, inOrderOf, queryFlag } from './filters';
import { checkVersion, router, versioned } from './request';
import { workerChannelWire, workerWire } from './answers';
import { activityWire, queueWire, taskChannelWire, workflowWire } from './workspace-answers';

function findBySid<T extends { readonly sid: string }>(items: readonly T[], sid: string): T {
  const found = items.find((item) => item.sid === sid);
  if (!found) throw notFound(`/${sid}`);
  return found;
}

export const workers: Handlers = {
  ListWorker: (request) => {
    const { taskRouter } = request.account;
    const queueSid = queryText(request, 'TaskQueueSid');
    const queueName = queryText(request, 'TaskQueueName');
    const expression = queryText(request, 'TargetWorkersExpression');
    const matches = expression ? parseExpression(expression) : () => true;
    const queues = router(request)
      .queues()
      .filter((queue) => fits([queueSid, queue.sid], [queueName, queue.friendlyName]));
    const asked = router(request)
      .workers()
      .filter((worker) => {
        const { available, friendlyName } = taskRouter.activity(worker.activitySid);
        return fits(
          [queryFlag(request, 'Available'), available],
          [queryText(request, 'ActivitySid'), worker.activitySid],
          [queryText(request, 'ActivityName'), friendlyName],
          [queryText(request, 'FriendlyName'), worker.friendlyName],
        );
      })
      .filter(({ sid }) => (!queueSid && !queueName) || queues.some((queue) => taskRouter.isEligible(sid, queue.sid)))
      .filter((worker) => matches(factsOfWorker(taskRouter.state(), worker)));
    const ordered = inOrderOf(request, asked, {
      DateStatusChanged: ({ statusChangedAtMs }) => statusChangedAtMs,
      DateCreated: ({ createdAtMs }) => createdAtMs,
      FriendlyName: ({ friendlyName }) => friendlyName,
    });
    return page(
      request,
      'workers',
      ordered.map((worker) => workerWire(request.account, worker)),
    );
  },
  FetchWorker: (request) => {
    const worker = router(request).worker(param(request, 'Sid'));
    return versioned(ok(workerWire(request.account, worker)), worker);
  },
  UpdateWorker: (request) => {
    const worker = router(request).worker(param(request, 'Sid'));
    checkVersion(request, worker);
    const attributes = text(request, 'Attributes');
    const activitySid = text(request, 'ActivitySid');
    if (attributes !== undefined) router(request).setWorkerAttributes(worker.sid, attributes);
    if (activitySid !== undefined) {
      const rejectPendingReservations = flag(request, 'RejectPendingReservations');
      router(request).setActivity(worker.sid, activitySid, { rejectPendingReservations });
    }
    return versioned(ok(workerWire(request.account, worker)), worker);
  },
  ListWorkerChannel: (request) => {
    const worker = router(request).worker(param(request, 'WorkerSid'));
    return page(
      request,
      'channels',
      [...worker.channels.values()].map((channel) => workerChannelWire(request.account, channel)),
    );
  },
  FetchWorkerChannel: (request) => {
    const worker = router(request).worker(param(request, 'WorkerSid'));
    const name = param(request, 'Sid');
    const fits = [...worker.channels.values()].find(({ sid, taskChannelSid, taskChannelUniqueName }) =>
      [sid, taskChannelSid, taskChannelUniqueName].includes(name),
    );
    if (!fits) throw notFound(`/Channels/${name}`);
    return ok(workerChannelWire(request.account, fits));
  },
  UpdateWorkerChannel: (request) => {
    const changes = { capacity: integer(request, 'Capacity'), available: flag(request, 'Available') };
    const channel = router(request).setCapacity(param(request, 'WorkerSid'), param(request, 'Sid'), changes);
    return ok(workerChannelWire(request.account, channel));
  },
};

const listQueues: Handler = (request) => {
  const { taskRouter } = request.account;
  const workerSid = queryText(request, 'WorkerSid');
  const asked = router(request)
    .queues()
    .filter(({ friendlyName }) => fits([queryText(request, 'FriendlyName'), friendlyName]))
    .filter((queue) => !workerSid || taskRouter.isEligible(workerSid, queue.sid))
    .filter(hasWorkers(request));
  const ordered = inOrderOf(request, asked, {
    DateUpdated: ({ createdAtMs }) => createdAtMs,
    FriendlyName: ({ friendlyName }) => friendlyName,
  });
  return page(
    request,
    'task_queues',
    ordered.map((queue) => queueWire(request.account, queue)),
  );
};

/** "Returns the TaskQueues with Workers that match the attributes": an expression, or the attributes themselves. */
function hasWorkers(request: Request): (queue: TaskQueue) => boolean {
  const { taskRouter } = request.account;
  const asked = queryText(request, 'EvaluateWorkerAttributes');
  if (!asked) return () => true;
  if (asked.trim().startsWith('{')) {
    const worker = readAttributes(asked);
    return ({ targetWorkers }) =>
      targetWorkers.trim() !== '' && parseExpression(targetWorkers)({ default: 'worker', worker });
  }
  const matches = parseExpression(asked);
  const workers = taskRouter.workers().filter((worker) => matches(factsOfWorker(taskRouter.state(), worker)));
  return (queue) => workers.some(({ sid }) => taskRouter.isEligible(sid, queue.sid));
}

export const fixed: Handlers = {
  ListActivity: (request) =>
    page(
      request,
      'activities',
      router(request)
        .activities()
        .filter(({ available, friendlyName }) =>
          fits([queryFlag(request, 'Available'), available], [queryText(request, 'FriendlyName'), friendlyName]),
        )
        .map((activity) => activityWire(request.account, activity)),
    ),
  FetchActivity: (request) => ok(activityWire(request.account, router(request).activity(param(request, 'Sid')))),
  ListTaskChannel: (request) =>
    page(
      request,
      'channels',
      router(request)
        .taskChannels()
        .map((channel) => taskChannelWire(request.account, channel)),
    ),
  FetchTaskChannel: (request) => {
    const name = param(request, 'Sid');
    const found = router(request)
      .taskChannels()
      .find(({ sid, uniqueName }) => sid === name || uniqueName === name);
    if (!found) throw notFound(`/TaskChannels/${name}`);
    return ok(taskChannelWire(request.account, found));
  },
  ListTaskQueue: listQueues,
  FetchTaskQueue: (request) =>
    ok(queueWire(request.account, findBySid(router(request).queues(), param(request, 'Sid')))),
  ListWorkflow: (request) =>
    page(
      request,
      'workflows',
      router(request)
        .workflows()
        .filter(({ friendlyName }) => fits([queryText(request, 'FriendlyName'), friendlyName]))
        .map((workflow) => workflowWire(request.account, workflow)),
    ),
  FetchWorkflow: (request) => ok(workflowWire(request.account, router(request).workflow(param(request, 'Sid')))),
  UpdateWorkflow: (request) => {
    const { sid } = router(request).workflow(param(request, 'Sid'));
    const configuration = text(request, 'Configuration');
    const reEvaluateTasks = text(request, 'ReEvaluateTasks') === 'true';
    if (configuration !== undefined) router(request).configureWorkflow(sid, configuration, { reEvaluateTasks });
    return ok(workflowWire(request.account, router(request).workflow(sid)));
  },
};

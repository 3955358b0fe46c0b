import { notFound } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { flag, integer, ok, param, queryText, text } from '../../../kernel/rest/request';
import type { Handlers } from '../account';
import { parseExpression } from '../rules/expression';
import { factsOfWorker } from '../rules/facts';
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
    const queueSid = queryText(request, 'TaskQueueSid');
    const name = queryText(request, 'FriendlyName');
    const expression = queryText(request, 'TargetWorkersExpression');
    const matches = expression === undefined ? () => true : parseExpression(expression);
    const { taskRouter } = request.account;
    const all = router(request)
      .workers()
      .filter((worker) => !queueSid || router(request).isEligible(worker.sid, queueSid))
      .filter((worker) => !name || worker.friendlyName === name)
      .filter((worker) => matches(factsOfWorker(taskRouter.state(), worker)));
    return page(
      request,
      'workers',
      all.map((worker) => workerWire(request.account, worker)),
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

export const fixed: Handlers = {
  ListActivity: (request) =>
    page(
      request,
      'activities',
      router(request)
        .activities()
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
  ListTaskQueue: (request) => {
    const workerSid = queryText(request, 'WorkerSid');
    const name = queryText(request, 'FriendlyName');
    const all = router(request)
      .queues()
      .filter((queue) => !workerSid || router(request).isEligible(workerSid, queue.sid))
      .filter((queue) => !name || queue.friendlyName === name);
    return page(
      request,
      'task_queues',
      all.map((queue) => queueWire(request.account, queue)),
    );
  },
  FetchTaskQueue: (request) =>
    ok(queueWire(request.account, findBySid(router(request).queues(), param(request, 'Sid')))),
  ListWorkflow: (request) =>
    page(
      request,
      'workflows',
      router(request)
        .workflows()
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

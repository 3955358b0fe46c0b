import { notFound } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, flag, integer, noContent, ok, param, queryText, text } from '../../../kernel/rest/request';
import type { Handlers } from '../account';
import { parseExpression } from '../rules/expression';
import { factsOfWorker } from '../rules/facts';
import { fits, inOrderOf, queryFlag } from './filters';
import { checkVersion, router, versioned } from './request';
import { workerChannelAnswer, workerAnswer } from './answers';

const WORKER_CHANGES = ['ActivitySid', 'Attributes', 'FriendlyName', 'RejectPendingReservations', 'If-Match'];
const FILTERS = [
  'ActivityName',
  'ActivitySid',
  'Available',
  'FriendlyName',
  'TargetWorkersExpression',
  'TaskQueueName',
  'TaskQueueSid',
  'Ordering',
];

export const workers: Handlers = {
  ListWorker: reading(FILTERS, (request) => {
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
      ordered.map((worker) => workerAnswer(request.account, worker)),
    );
  }),
  CreateWorker: reading(['FriendlyName', 'ActivitySid', 'Attributes'], (request) => {
    const worker = router(request).createWorker({
      friendlyName: text(request, 'FriendlyName') ?? '',
      activitySid: text(request, 'ActivitySid'),
      attributes: text(request, 'Attributes'),
    });
    return versioned(created(workerAnswer(request.account, worker)), worker);
  }),
  FetchWorker: reading([], (request) => {
    const worker = router(request).worker(param(request, 'Sid'));
    return versioned(ok(workerAnswer(request.account, worker)), worker);
  }),
  UpdateWorker: reading(WORKER_CHANGES, (request) => {
    const worker = router(request).worker(param(request, 'Sid'));
    checkVersion(request, worker);
    router(request).changeWorker(worker.sid, {
      friendlyName: text(request, 'FriendlyName'),
      attributes: text(request, 'Attributes'),
      activitySid: text(request, 'ActivitySid'),
      rejectPendingReservations: flag(request, 'RejectPendingReservations'),
    });
    return versioned(ok(workerAnswer(request.account, worker)), worker);
  }),
  DeleteWorker: reading(['If-Match'], (request) => {
    const worker = router(request).worker(param(request, 'Sid'));
    checkVersion(request, worker);
    router(request).removeWorker(worker.sid);
    return noContent();
  }),
  ListWorkerChannel: reading([], (request) => {
    const worker = router(request).worker(param(request, 'WorkerSid'));
    return page(
      request,
      'channels',
      [...worker.channels.values()].map((channel) => workerChannelAnswer(request.account, channel)),
    );
  }),
  FetchWorkerChannel: reading([], (request) => {
    const worker = router(request).worker(param(request, 'WorkerSid'));
    const name = param(request, 'Sid');
    const fits = [...worker.channels.values()].find(({ sid, taskChannelSid, taskChannelUniqueName }) =>
      [sid, taskChannelSid, taskChannelUniqueName].includes(name),
    );
    if (!fits) throw notFound(`/Channels/${name}`);
    return ok(workerChannelAnswer(request.account, fits));
  }),
  UpdateWorkerChannel: reading(['Capacity', 'Available'], (request) => {
    const changes = { capacity: integer(request, 'Capacity'), available: flag(request, 'Available') };
    const channel = router(request).setCapacity(param(request, 'WorkerSid'), param(request, 'Sid'), changes);
    return ok(workerChannelAnswer(request.account, channel));
  }),
};

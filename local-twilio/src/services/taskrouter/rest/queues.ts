import { invalidParameter, notFound } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, integer, noContent, ok, param, queryText, text } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import { readAttributes, type TaskQueue } from '../entities';
import { parseExpression } from '../rules/expression';
import { factsOfWorker } from '../rules/facts';
import type { QueueChanges } from '../workspace-commands';
import { fits, inOrderOf } from './filters';
import { router } from './request';
import { queueAnswer } from './workspace-answers';

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

/** By SID only: a friendly name is no path. */
export function namedQueue(request: Request, parameter = 'Sid'): TaskQueue {
  const sid = param(request, parameter);
  const found = router(request)
    .queues()
    .find((queue) => queue.sid === sid);
  if (!found) throw notFound(`/TaskQueues/${sid}`);
  return found;
}

const orders: readonly TaskQueue['taskOrder'][] = ['FIFO', 'LIFO'];

function orderOf(request: Request): TaskQueue['taskOrder'] | undefined {
  const asked = text(request, 'TaskOrder');
  const order = orders.find((known) => known === asked);
  if (asked !== undefined && !order) throw invalidParameter('TaskOrder is FIFO or LIFO');
  return order;
}

const CHANGES = [
  'FriendlyName',
  'TargetWorkers',
  'MaxReservedWorkers',
  'TaskOrder',
  'ReservationActivitySid',
  'AssignmentActivitySid',
];

const changesOf = (request: Request): QueueChanges => ({
  friendlyName: text(request, 'FriendlyName'),
  targetWorkers: text(request, 'TargetWorkers'),
  maxReservedWorkers: integer(request, 'MaxReservedWorkers'),
  taskOrder: orderOf(request),
  reservationActivitySid: text(request, 'ReservationActivitySid'),
  assignmentActivitySid: text(request, 'AssignmentActivitySid'),
});

export const queues: Handlers = {
  ListTaskQueue: reading(['FriendlyName', 'EvaluateWorkerAttributes', 'WorkerSid', 'Ordering'], (request) => {
    const { taskRouter } = request.account;
    const workerSid = queryText(request, 'WorkerSid');
    const asked = router(request)
      .queues()
      .filter(({ friendlyName }) => fits([queryText(request, 'FriendlyName'), friendlyName]))
      .filter((queue) => !workerSid || taskRouter.isEligible(workerSid, queue.sid))
      .filter(hasWorkers(request));
    const ordered = inOrderOf(request, asked, {
      DateUpdated: ({ updatedAtMs, createdAtMs }) => updatedAtMs ?? createdAtMs,
      FriendlyName: ({ friendlyName }) => friendlyName,
    });
    return page(
      request,
      'task_queues',
      ordered.map((queue) => queueAnswer(request.account, queue)),
    );
  }),
  CreateTaskQueue: reading(CHANGES, (request) => {
    const friendlyName = text(request, 'FriendlyName') ?? '';
    return created(queueAnswer(request.account, router(request).createQueue({ ...changesOf(request), friendlyName })));
  }),
  FetchTaskQueue: reading([], (request) => ok(queueAnswer(request.account, namedQueue(request)))),
  UpdateTaskQueue: reading(CHANGES, (request) => {
    const { sid } = namedQueue(request);
    return ok(queueAnswer(request.account, router(request).changeQueue(sid, changesOf(request))));
  }),
  DeleteTaskQueue: reading([], (request) => {
    router(request).removeQueue(namedQueue(request).sid);
    return noContent();
  }),
};

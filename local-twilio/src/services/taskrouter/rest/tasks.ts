import { invalidParameter } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { created, integer, noContent, ok, param, queryText, text } from '../../../kernel/rest/request';
import type { Handler, Handlers, Request } from '../account';
import type { Task } from '../entities';
import { parseExpression } from '../rules/expression';
import { factsOfTask } from '../rules/facts';
import { taskWire } from './answers';
import { fits, inOrderOf, isYes, queryFlag, queryList } from './filters';
import { checkVersion, isReadable, readableTask, router, versioned } from './request';

const statuses = ['pending', 'reserved', 'assigned', 'canceled', 'wrapping', 'completed'];

function isAskedFor(request: Request): (task: Task) => boolean {
  const { taskRouter, clock } = request.account;
  const inStatus = queryList(request, 'AssignmentStatus');
  const unknown = inStatus?.find((status) => !statuses.includes(status));
  if (unknown !== undefined) throw invalidParameter(`AssignmentStatus ${unknown} is unknown`);
  const expression = queryText(request, 'EvaluateTaskAttributes');
  const matches = expression ? parseExpression(expression) : () => true;
  const priority = queryText(request, 'Priority');
  const nameOf = (items: readonly { sid: string; friendlyName: string }[], sid: string | null) =>
    items.find((item) => item.sid === sid)?.friendlyName;
  return (task) =>
    (!inStatus || inStatus.includes(task.assignmentStatus)) &&
    fits(
      [queryText(request, 'WorkflowSid'), task.workflowSid],
      [queryText(request, 'WorkflowName'), nameOf(taskRouter.workflows(), task.workflowSid)],
      [queryText(request, 'TaskQueueSid'), task.queueSid],
      [queryText(request, 'TaskQueueName'), nameOf(taskRouter.queues(), task.queueSid)],
      [queryText(request, 'RoutingTarget'), task.routingTarget ?? task.queueTarget],
      [priority === undefined ? undefined : Number(priority), task.priority],
      // No task has add-ons here.
      [queryFlag(request, 'HasAddons'), false],
    ) &&
    matches(factsOfTask(task, clock.nowMs()));
}

const listTasks: Handler = (request) => {
  const asked = isAskedFor(request);
  const tasks = router(request)
    .tasks()
    .filter((task) => isReadable(request, task) && asked(task));
  const ordered = inOrderOf(request, tasks, {
    Priority: ({ priority }) => priority,
    DateCreated: ({ createdAtMs }) => createdAtMs,
    VirtualStartTime: ({ virtualStartMs, createdAtMs }) => virtualStartMs ?? createdAtMs,
  });
  return page(
    request,
    'tasks',
    ordered.map((task) => taskWire(request.account, task)),
  );
};

function virtualStart(request: Request): number | undefined {
  const time = text(request, 'VirtualStartTime');
  if (time === undefined) return undefined;
  const ms = Date.parse(time);
  if (Number.isNaN(ms) || ms > request.account.clock.nowMs() || ms < Date.UTC(1900, 0))
    throw invalidParameter("VirtualStartTime can't be in the future or before the year of 1900");
  return ms;
}

/** "Can be: `canceled`, to cancel a Task that is currently `pending` or `reserved`", and so on: taskrouter/api/task */
function changeStatus(request: Request, task: Task, status: string): void {
  const reason = text(request, 'Reason');
  if ((status === 'canceled' || status === 'completed') && !reason)
    throw invalidParameter(`A Reason is required for a task that is ${status}`);
  switch (status) {
    case 'canceled':
      router(request).cancelTask(task.sid, reason ?? '');
      return;
    case 'completed':
      router(request).completeTask(task.sid, reason);
      return;
    case 'wrapping':
      router(request).wrapUpTask(task.sid, reason);
      return;
    default:
      throw invalidParameter(`A task cannot be made ${status}`);
  }
}

const updateTask: Handler = (request) => {
  const task = readableTask(request, param(request, 'Sid'));
  checkVersion(request, task);
  const attributes = text(request, 'Attributes');
  const status = text(request, 'AssignmentStatus');
  const isStatusNew = status !== undefined && status !== task.assignmentStatus;
  // "You will need to send two API requests": https://www.twilio.com/docs/taskrouter/api/task#task-lifecycle
  if (isStatusNew && attributes !== undefined && (status === 'wrapping' || status === 'completed'))
    throw invalidParameter('The status and the attributes of a task cannot be changed in one request');
  router(request).changeTask(task.sid, {
    attributes,
    priority: integer(request, 'Priority'),
    taskChannel: text(request, 'TaskChannel'),
    virtualStartMs: virtualStart(request),
  });
  if (isStatusNew) changeStatus(request, task, status);
  return versioned(ok(taskWire(request.account, task)), task);
};

export const tasks: Handlers = {
  ListTask: listTasks,
  CreateTask: (request) => {
    const ignoreCapacity = text(request, 'IgnoreCapacity');
    const task = router(request).createTask({
      workflowSid: text(request, 'WorkflowSid'),
      queueSid: text(request, 'TaskQueueSid'),
      routingTarget: text(request, 'RoutingTarget'),
      ignoreCapacity: ignoreCapacity === undefined ? undefined : isYes(ignoreCapacity),
      taskChannel: text(request, 'TaskChannel'),
      attributes: text(request, 'Attributes') ?? '{}',
      priority: integer(request, 'Priority'),
      timeoutSeconds: integer(request, 'Timeout'),
      virtualStartMs: virtualStart(request),
    });
    return versioned(created(taskWire(request.account, task)), task);
  },
  FetchTask: (request) => {
    const task = readableTask(request, param(request, 'Sid'));
    return versioned(ok(taskWire(request.account, task)), task);
  },
  UpdateTask: updateTask,
  DeleteTask: (request) => {
    const task = readableTask(request, param(request, 'Sid'));
    checkVersion(request, task);
    router(request).removeTask(task.sid);
    return noContent();
  },
};

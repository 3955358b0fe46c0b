import { invalidParameter } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, integer, noContent, ok, param, queryText, text } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import type { TaskEnding } from '../commands';
import type { Task } from '../entities';
import { parseExpression } from '../rules/expression';
import { factsOfTask } from '../rules/facts';
import { taskAnswer } from './answers';
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

const listTasks = (request: Request) => {
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
    ordered.map((task) => taskAnswer(request.account, task)),
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
function endingOf(request: Request, { assignmentStatus }: Task): TaskEnding | undefined {
  const status = text(request, 'AssignmentStatus');
  if (status === undefined || status === assignmentStatus) return undefined;
  const reason = text(request, 'Reason');
  if (status !== 'canceled' && status !== 'completed' && status !== 'wrapping')
    throw invalidParameter(`A task cannot be made ${status}`);
  if (status !== 'wrapping' && !reason) throw invalidParameter(`A Reason is required for a task that is ${status}`);
  return { status, reason };
}

const updateTask = (request: Request) => {
  const task = readableTask(request, param(request, 'Sid'));
  checkVersion(request, task);
  const attributes = text(request, 'Attributes');
  const ending = endingOf(request, task);
  // "You will need to send two API requests": https://www.twilio.com/docs/taskrouter/api/task#task-lifecycle
  if (ending && ending.status !== 'canceled' && attributes !== undefined)
    throw invalidParameter('The status and the attributes of a task cannot be changed in one request');
  const changes = {
    attributes,
    priority: integer(request, 'Priority'),
    taskChannel: text(request, 'TaskChannel'),
    virtualStartMs: virtualStart(request),
  };
  router(request).changeTask(task.sid, changes, ending);
  return versioned(ok(taskAnswer(request.account, task)), task);
};

const FILTERS = [
  'Priority',
  'AssignmentStatus',
  'WorkflowSid',
  'WorkflowName',
  'TaskQueueSid',
  'TaskQueueName',
  'EvaluateTaskAttributes',
  'RoutingTarget',
  'Ordering',
  'HasAddons',
];
const NEW = [
  'Timeout',
  'Priority',
  'TaskChannel',
  'WorkflowSid',
  'Attributes',
  'VirtualStartTime',
  'RoutingTarget',
  'IgnoreCapacity',
  'TaskQueueSid',
];
const CHANGES = ['Attributes', 'AssignmentStatus', 'Reason', 'Priority', 'TaskChannel', 'VirtualStartTime', 'If-Match'];

export const tasks: Handlers = {
  ListTask: reading(FILTERS, listTasks),
  CreateTask: reading(NEW, (request) => {
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
    return versioned(created(taskAnswer(request.account, task)), task);
  }),
  FetchTask: reading([], (request) => {
    const task = readableTask(request, param(request, 'Sid'));
    return versioned(ok(taskAnswer(request.account, task)), task);
  }),
  UpdateTask: reading(CHANGES, updateTask),
  DeleteTask: reading(['If-Match'], (request) => {
    const task = readableTask(request, param(request, 'Sid'));
    checkVersion(request, task);
    router(request).removeTask(task.sid);
    return noContent();
  }),
};

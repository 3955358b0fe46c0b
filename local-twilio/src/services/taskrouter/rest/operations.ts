import { invalidParameter, notFound } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { created, integer, noContent, ok, param, queryText, text } from '../../../kernel/rest/request';
import type { Handler, Handlers, Request } from '../account';
import type { ReservationAnswer } from '../commands';
import type { Reservation, Task } from '../entities';
import { checkVersion, isReadable, readableTask, router, versioned } from './request';
import { fixed, workers } from './workers';
import { reservationWire, taskWire } from './answers';
import { workspaceWire } from './workspace-answers';

const eventNames = (filter: string): readonly string[] =>
  filter
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

const workspace: Handlers = {
  ListWorkspace: (request) => page(request, 'workspaces', [request.account].map(workspaceWire)),
  FetchWorkspace: (request) => {
    if (param(request, 'Sid') !== request.account.taskRouter.workspace.sid)
      throw notFound(`/Workspaces/${param(request, 'Sid')}`);
    return ok(workspaceWire(request.account));
  },
  UpdateWorkspace: (request) => {
    const { taskRouter } = request.account;
    if (param(request, 'Sid') !== taskRouter.workspace.sid) throw notFound(`/Workspaces/${param(request, 'Sid')}`);
    const url = text(request, 'EventCallbackUrl');
    const filter = text(request, 'EventsFilter');
    taskRouter.setEventCallback(
      url === undefined ? taskRouter.workspace.eventCallbackUrl : url || null,
      filter === undefined ? taskRouter.workspace.eventsFilter : eventNames(filter),
    );
    return ok(workspaceWire(request.account));
  },
};

function changeStatus(request: Request, task: Task, status: string): void {
  const reason = text(request, 'Reason');
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

const listTasks: Handler = (request) => {
  const fits = (task: Task) =>
    [
      [queryText(request, 'AssignmentStatus'), task.assignmentStatus],
      [queryText(request, 'WorkflowSid'), task.workflowSid],
      [queryText(request, 'TaskQueueSid'), task.queueSid],
    ].every(([asked, held]) => !asked || asked === held);
  return page(
    request,
    'tasks',
    router(request)
      .tasks()
      .filter((task) => fits(task) && isReadable(request, task))
      .map((task) => taskWire(request.account, task)),
  );
};

const tasks: Handlers = {
  ListTask: listTasks,
  CreateTask: (request) => {
    const task = router(request).createTask({
      workflowSid: text(request, 'WorkflowSid'),
      queueSid: text(request, 'TaskQueueSid'),
      taskChannel: text(request, 'TaskChannel'),
      attributes: text(request, 'Attributes') ?? '{}',
      priority: integer(request, 'Priority'),
      timeoutSeconds: integer(request, 'Timeout'),
    });
    return versioned(created(taskWire(request.account, task)), task);
  },
  FetchTask: (request) => {
    const task = readableTask(request, param(request, 'Sid'));
    return versioned(ok(taskWire(request.account, task)), task);
  },
  UpdateTask: (request) => {
    const task = readableTask(request, param(request, 'Sid'));
    checkVersion(request, task);
    const attributes = text(request, 'Attributes');
    const priority = integer(request, 'Priority');
    const status = text(request, 'AssignmentStatus');
    if (attributes !== undefined) router(request).setTaskAttributes(task.sid, attributes);
    if (priority !== undefined) router(request).setTaskPriority(task.sid, priority);
    if (status !== undefined && status !== task.assignmentStatus) changeStatus(request, task, status);
    return versioned(ok(taskWire(request.account, task)), task);
  },
  DeleteTask: (request) => {
    const task = readableTask(request, param(request, 'Sid'));
    checkVersion(request, task);
    router(request).removeTask(task.sid);
    return noContent();
  },
};

const answers: readonly ReservationAnswer[] = ['accepted', 'rejected', 'wrapping', 'completed'];

function answerReservation(request: Request, under: 'task' | 'worker') {
  const reservation = router(request).reservation(param(request, 'Sid'));
  checkVersion(request, reservation);
  const answer = answers.find((known) => known === text(request, 'ReservationStatus'));
  if (!answer) throw invalidParameter('ReservationStatus is missing or cannot be set');
  return reservationAnswer(request, router(request).answerReservation(reservation.sid, answer), under);
}

function reservationAnswer(request: Request, reservation: Reservation, under: 'task' | 'worker') {
  return versioned(ok(reservationWire(request.account, reservation, under)), reservation);
}

const reservations: Handlers = {
  ListTaskReservation: (request) => {
    const held = router(request).reservationsOfTask(readableTask(request, param(request, 'TaskSid')).sid);
    return page(
      request,
      'reservations',
      held.map((one) => reservationWire(request.account, one, 'task')),
    );
  },
  FetchTaskReservation: (request) =>
    reservationAnswer(request, router(request).reservation(param(request, 'Sid')), 'task'),
  UpdateTaskReservation: (request) => answerReservation(request, 'task'),
  ListWorkerReservation: (request) => {
    const worker = router(request).worker(param(request, 'WorkerSid'));
    const all = router(request)
      .reservations()
      .filter(({ workerSid }) => workerSid === worker.sid);
    return page(
      request,
      'reservations',
      all.map((held) => reservationWire(request.account, held, 'worker')),
    );
  },
  FetchWorkerReservation: (request) =>
    reservationAnswer(request, router(request).reservation(param(request, 'Sid')), 'worker'),
  UpdateWorkerReservation: (request) => answerReservation(request, 'worker'),
};

export const taskRouterRest: Handlers = { ...workspace, ...tasks, ...reservations, ...workers, ...fixed };

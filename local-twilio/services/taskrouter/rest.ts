import { invalidParameter, notFound, TwilioError } from '../../core/errors';
import { page } from '../../core/pages';
import { created, flag, integer, noContent, ok, param, queryText, text } from '../../core/rest';
import type { RestHandler, RestHandlers, RestRequest } from '../../core/rest';
import type { ReservationAnswer } from './commands';
import type { Task } from './entities';
import {
  activityWire,
  queueWire,
  reservationWire,
  taskChannelWire,
  taskWire,
  workerChannelWire,
  workerWire,
  workflowWire,
  workspaceWire,
} from './wire';

/** TaskRouter, once it is sure that the workspace in the path is the one there is. */
function router({ world, params }: RestRequest) {
  const { taskRouter } = world;
  const named = params.WorkspaceSid;
  if (named !== undefined && named !== taskRouter.workspace.sid) throw notFound(`/Workspaces/${named}`);
  return taskRouter;
}

function checkVersion(request: RestRequest, held: { readonly version: number }): void {
  const asked = request.headers['if-match'];
  if (asked !== undefined && asked.replaceAll('"', '') !== String(held.version))
    throw new TwilioError(412, 20412, 'The version given in If-Match does not match the current one');
}

function findBySid<T extends { readonly sid: string }>(items: readonly T[], sid: string): T {
  const found = items.find((item) => item.sid === sid);
  if (!found) throw notFound(`/${sid}`);
  return found;
}

const workspace: RestHandlers = {
  ListWorkspace: (request) => page(request, 'workspaces', [request.world].map(workspaceWire)),
  FetchWorkspace: (request) => {
    if (param(request, 'Sid') !== request.world.taskRouter.workspace.sid)
      throw notFound(`/Workspaces/${param(request, 'Sid')}`);
    return ok(workspaceWire(request.world));
  },
  UpdateWorkspace: (request) => {
    const { taskRouter } = request.world;
    if (param(request, 'Sid') !== taskRouter.workspace.sid) throw notFound(`/Workspaces/${param(request, 'Sid')}`);
    const url = text(request, 'EventCallbackUrl');
    const filter = text(request, 'EventsFilter');
    taskRouter.setEventCallback(
      url === undefined ? taskRouter.workspace.eventCallbackUrl : url || null,
      filter === undefined ? taskRouter.workspace.eventsFilter : filter.split(',').filter(Boolean),
    );
    return ok(workspaceWire(request.world));
  },
};

function changeStatus(request: RestRequest, task: Task, status: string): void {
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

const listTasks: RestHandler = (request) => {
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
      .filter(fits)
      .map((task) => taskWire(request.world, task)),
  );
};

const tasks: RestHandlers = {
  ListTask: listTasks,
  CreateTask: (request) =>
    created(
      taskWire(
        request.world,
        router(request).createTask({
          workflowSid: text(request, 'WorkflowSid'),
          queueSid: text(request, 'TaskQueueSid'),
          taskChannel: text(request, 'TaskChannel'),
          attributes: text(request, 'Attributes') ?? '{}',
          priority: integer(request, 'Priority'),
          timeoutSeconds: integer(request, 'Timeout'),
        }),
      ),
    ),
  FetchTask: (request) => ok(taskWire(request.world, router(request).task(param(request, 'Sid')))),
  UpdateTask: (request) => {
    const task = router(request).task(param(request, 'Sid'));
    checkVersion(request, task);
    const attributes = text(request, 'Attributes');
    const priority = integer(request, 'Priority');
    const status = text(request, 'AssignmentStatus');
    if (attributes !== undefined) router(request).setTaskAttributes(task.sid, attributes);
    if (priority !== undefined) router(request).setTaskPriority(task.sid, priority);
    if (status !== undefined && status !== task.assignmentStatus) changeStatus(request, task, status);
    return ok(taskWire(request.world, task));
  },
  DeleteTask: (request) => {
    router(request).removeTask(param(request, 'Sid'));
    return noContent();
  },
};

const answers: readonly ReservationAnswer[] = ['accepted', 'rejected', 'wrapping', 'completed'];

function answerReservation(request: RestRequest, under: 'task' | 'worker') {
  const reservation = router(request).reservation(param(request, 'Sid'));
  checkVersion(request, reservation);
  const answer = answers.find((known) => known === text(request, 'ReservationStatus'));
  if (!answer) throw invalidParameter('ReservationStatus is missing or cannot be set');
  return ok(reservationWire(request.world, router(request).answerReservation(reservation.sid, answer), under));
}

const reservations: RestHandlers = {
  ListTaskReservation: (request) => {
    const held = router(request).reservationsOfTask(router(request).task(param(request, 'TaskSid')).sid);
    return page(
      request,
      'reservations',
      held.map((one) => reservationWire(request.world, one, 'task')),
    );
  },
  FetchTaskReservation: (request) =>
    ok(reservationWire(request.world, router(request).reservation(param(request, 'Sid')), 'task')),
  UpdateTaskReservation: (request) => answerReservation(request, 'task'),
  ListWorkerReservation: (request) => {
    const worker = router(request).worker(param(request, 'WorkerSid'));
    const all = router(request)
      .reservations()
      .filter(({ workerSid }) => workerSid === worker.sid);
    return page(
      request,
      'reservations',
      all.map((held) => reservationWire(request.world, held, 'worker')),
    );
  },
  FetchWorkerReservation: (request) =>
    ok(reservationWire(request.world, router(request).reservation(param(request, 'Sid')), 'worker')),
  UpdateWorkerReservation: (request) => answerReservation(request, 'worker'),
};

const workers: RestHandlers = {
  ListWorker: (request) => {
    const queueSid = queryText(request, 'TaskQueueSid');
    const name = queryText(request, 'FriendlyName');
    const all = router(request)
      .workers()
      .filter((worker) => !queueSid || router(request).isEligible(worker.sid, queueSid))
      .filter((worker) => !name || worker.friendlyName === name);
    return page(
      request,
      'workers',
      all.map((worker) => workerWire(request.world, worker)),
    );
  },
  FetchWorker: (request) => ok(workerWire(request.world, router(request).worker(param(request, 'Sid')))),
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
    return ok(workerWire(request.world, worker));
  },
  ListWorkerChannel: (request) => {
    const worker = router(request).worker(param(request, 'WorkerSid'));
    return page(
      request,
      'channels',
      [...worker.channels.values()].map((channel) => workerChannelWire(request.world, channel)),
    );
  },
  FetchWorkerChannel: (request) => {
    const worker = router(request).worker(param(request, 'WorkerSid'));
    const name = param(request, 'Sid');
    const fits = [...worker.channels.values()].find(({ sid, taskChannelSid, taskChannelUniqueName }) =>
      [sid, taskChannelSid, taskChannelUniqueName].includes(name),
    );
    if (!fits) throw notFound(`/Channels/${name}`);
    return ok(workerChannelWire(request.world, fits));
  },
  UpdateWorkerChannel: (request) => {
    const changes = { capacity: integer(request, 'Capacity'), available: flag(request, 'Available') };
    const channel = router(request).setCapacity(param(request, 'WorkerSid'), param(request, 'Sid'), changes);
    return ok(workerChannelWire(request.world, channel));
  },
};

const fixed: RestHandlers = {
  ListActivity: (request) =>
    page(
      request,
      'activities',
      router(request)
        .activities()
        .map((activity) => activityWire(request.world, activity)),
    ),
  FetchActivity: (request) => ok(activityWire(request.world, router(request).activity(param(request, 'Sid')))),
  ListTaskChannel: (request) =>
    page(
      request,
      'channels',
      router(request)
        .taskChannels()
        .map((channel) => taskChannelWire(request.world, channel)),
    ),
  FetchTaskChannel: (request) => {
    const name = param(request, 'Sid');
    const found = router(request)
      .taskChannels()
      .find(({ sid, uniqueName }) => sid === name || uniqueName === name);
    if (!found) throw notFound(`/TaskChannels/${name}`);
    return ok(taskChannelWire(request.world, found));
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
      all.map((queue) => queueWire(request.world, queue)),
    );
  },
  FetchTaskQueue: (request) => ok(queueWire(request.world, findBySid(router(request).queues(), param(request, 'Sid')))),
  ListWorkflow: (request) =>
    page(
      request,
      'workflows',
      router(request)
        .workflows()
        .map((workflow) => workflowWire(request.world, workflow)),
    ),
  FetchWorkflow: (request) => ok(workflowWire(request.world, router(request).workflow(param(request, 'Sid')))),
};

export const taskRouterRest: RestHandlers = { ...workspace, ...tasks, ...reservations, ...workers, ...fixed };

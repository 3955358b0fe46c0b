import type { Context } from '../../core/context';
import { invalidParameter, TwilioError } from '../../core/errors';
import type { NewTask, TaskRouter } from './commands';
import type { AssignmentStatus, Reservation, Task } from './entities';
import type { Routing } from './routing';
import {
  activeReservation,
  checkTaskAttributes,
  getFrom,
  getQueue,
  getTaskChannel,
  isOpen,
  recountCapacity,
} from './store';
import type { TaskHooks, TaskRouterStore } from './store';
import { matchesQueue } from './workflow';

type TaskCommands = Pick<
  TaskRouter,
  | 'task'
  | 'findTask'
  | 'createTask'
  | 'setTaskAttributes'
  | 'setTaskPriority'
  | 'wrapUpTask'
  | 'completeTask'
  | 'cancelTask'
  | 'removeTask'
>;

export interface Tasks extends TaskCommands {
  readonly setStatus: (task: Task, status: AssignmentStatus) => void;
  /** Ends the task's reservation with that status, announces it, and frees the worker. */
  readonly endReservation: (reservation: Reservation, status: EndedStatus) => void;
  readonly systemDelete: (task: Task) => void;
}

type EndedStatus = keyof typeof endedEvent;

interface Parts {
  readonly context: Context;
  readonly store: TaskRouterStore;
  readonly hooks: TaskHooks;
  readonly routing: () => Routing;
}

const endedEvent = {
  completed: 'reservation.completed',
  canceled: 'reservation.canceled',
  rescinded: 'reservation.rescinded',
  rejected: 'reservation.rejected',
  timeout: 'reservation.timeout',
} as const;

export function createTasks({ context, store, hooks, routing }: Parts): Tasks {
  const { clock, events, limits, sids } = context;

  const setStatus = (task: Task, status: AssignmentStatus) => {
    task.assignmentStatus = status;
    task.updatedAtMs = clock.nowMs();
    task.version += 1;
  };

  const endReservation: Tasks['endReservation'] = (reservation, status) => {
    reservation.status = status;
    reservation.updatedAtMs = clock.nowMs();
    reservation.version += 1;
    const task = getFrom(store.tasks, reservation.taskSid, 'Tasks');
    const worker = getFrom(store.workers, reservation.workerSid, 'Workers');
    events.emit({ type: endedEvent[status], reservation, task, worker });
    recountCapacity(context, store, worker);
  };

  const forget = (task: Task) => {
    store.tasks.delete(task.sid);
    for (const reservation of store.reservations.values())
      if (reservation.taskSid === task.sid) store.reservations.delete(reservation.sid);
  };

  const finish = (task: Task, status: 'completed' | 'canceled', reason: string | null): Task => {
    if (!isOpen(task)) throw invalidParameter(`Task ${task.sid} is ${task.assignmentStatus} already`);
    setStatus(task, status);
    task.reason = reason;
    const reservation = activeReservation(store, task.sid);
    if (reservation) endReservation(reservation, status === 'completed' ? 'completed' : 'canceled');
    events.emit({ type: status === 'completed' ? 'task.completed' : 'task.canceled', task });
    hooks.ended(task);
    clock.schedule(limits.finishedTaskKeptMs, () => forget(task));
    routing().route();
    return task;
  };

  const find = (sid: string) => getFrom(store.tasks, sid, 'Tasks');

  const check = (input: NewTask) => {
    checkTaskAttributes(input.attributes, limits.taskAttributesCharacters);
    const workflow = input.workflowSid === undefined ? null : getFrom(store.workflows, input.workflowSid, 'Workflows');
    const queue = input.queueSid === undefined ? null : getQueue(store, input.queueSid);
    const worker = input.workerSid === undefined ? null : getFrom(store.workers, input.workerSid, 'Workers');
    if (!workflow && !queue) throw invalidParameter('Give a workflow or a queue');
    if (worker && !queue) throw invalidParameter('A worker needs a queue');
    if (worker && queue && !matchesQueue(worker, queue))
      throw new TwilioError(400, 40152, `Worker ${worker.sid} is not in queue ${queue.sid}`);
    const timeoutSeconds = input.timeoutSeconds ?? limits.taskTimeoutSecondsDefault;
    if (timeoutSeconds <= 0 || timeoutSeconds > limits.taskTimeoutSecondsMax)
      throw invalidParameter('Timeout is out of range');
    return { workflow, queue, worker, timeoutSeconds, channel: getTaskChannel(store, input.taskChannel ?? 'default') };
  };

  const systemDelete = (task: Task) => {
    const reservation = activeReservation(store, task.sid);
    setStatus(task, 'canceled');
    if (reservation) endReservation(reservation, 'canceled');
    forget(task);
    events.emit({ type: 'task.system-deleted', task });
    hooks.ended(task);
    routing().route();
  };

  return {
    setStatus,
    endReservation,
    systemDelete,
    task: find,
    findTask: (sid) => store.tasks.get(sid),
    createTask(input, registered) {
      const { workflow, queue, worker, timeoutSeconds, channel } = check(input);
      const now = clock.nowMs();
      const task: Task = {
        sid: sids.next('WT'),
        createdAtMs: now,
        workflowSid: workflow?.sid ?? null,
        taskChannelSid: channel.sid,
        taskChannelUniqueName: channel.uniqueName,
        timeoutSeconds,
        routingTarget: worker?.sid ?? null,
        direct: worker !== null,
        ignoreCapacity: worker !== null && context.switches.directInviteCapacity === 'ignored',
        queueSid: queue?.sid ?? null,
        queueEnteredAtMs: null,
        priority: input.priority ?? 0,
        attributes: input.attributes,
        assignmentStatus: 'pending',
        reason: null,
        assignmentCount: 0,
        updatedAtMs: now,
        version: 0,
        rejectedBy: new Set(),
      };
      store.tasks.set(task.sid, task);
      registered?.(task);
      events.emit({ type: 'task.created', task });
      clock.schedule(timeoutSeconds * 1000, () => {
        if (task.assignmentStatus === 'pending' || task.assignmentStatus === 'reserved')
          finish(task, 'canceled', 'Task TTL Exceeded');
      });
      return task;
    },
    setTaskAttributes(sid, attributes) {
      const task = find(sid);
      task.attributes = checkTaskAttributes(attributes, limits.taskAttributesCharacters);
      task.updatedAtMs = clock.nowMs();
      task.version += 1;
      events.emit({ type: 'task.updated', task });
      if (task.assignmentStatus === 'pending') routing().restart(task);
      return task;
    },
    setTaskPriority(sid, priority) {
      const task = find(sid);
      task.priority = priority;
      task.updatedAtMs = clock.nowMs();
      task.version += 1;
      events.emit({ type: 'task.updated', task });
      return task;
    },
    wrapUpTask(sid, reason) {
      const task = find(sid);
      const reservation = activeReservation(store, sid);
      if (task.assignmentStatus !== 'assigned' || !reservation)
        throw invalidParameter(`Task ${sid} is ${task.assignmentStatus}, only an assigned task can wrap up`);
      setStatus(task, 'wrapping');
      task.reason = reason ?? null;
      reservation.status = 'wrapping';
      reservation.updatedAtMs = clock.nowMs();
      reservation.version += 1;
      const worker = getFrom(store.workers, reservation.workerSid, 'Workers');
      events.emit({ type: 'reservation.wrapup', reservation, task, worker });
      events.emit({ type: 'task.wrapup', task });
      return task;
    },
    completeTask(sid, reason) {
      const task = find(sid);
      if (task.assignmentStatus !== 'assigned' && task.assignmentStatus !== 'wrapping')
        throw invalidParameter(
          `Task ${sid} is ${task.assignmentStatus}, only an assigned or wrapping task can be completed`,
        );
      return finish(task, 'completed', reason ?? null);
    },
    cancelTask: (sid, reason) => finish(find(sid), 'canceled', reason),
    removeTask(sid) {
      const task = find(sid);
      const reservation = activeReservation(store, sid);
      if (reservation) endReservation(reservation, 'canceled');
      const wasOpen = isOpen(task);
      if (wasOpen) setStatus(task, 'canceled');
      forget(task);
      events.emit({ type: 'task.deleted', task });
      if (wasOpen) hooks.ended(task);
      routing().route();
    },
  };
}

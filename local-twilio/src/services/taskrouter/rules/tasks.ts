import { invalidParameter, TwilioError } from '../../../kernel/errors';
import type { NewTask, TaskRouter } from '../commands';
import type { Task } from '../entities';
import {
  activeReservation,
  activeReservations,
  checkTaskAttributes,
  getFrom,
  getQueue,
  getTaskChannel,
  isOpen,
} from '../store';
import { createEndings } from './task-endings';
import type { Endings, Parts } from './task-endings';
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

export type Tasks = TaskCommands &
  Pick<Endings, 'setStatus' | 'endReservation' | 'systemDelete' | 'forgetLater'> & {
    /** Cancels the task when nobody has taken it in its time. */
    readonly watchTimeout: (task: Task) => void;
  };

/** 0 to 2^31 - 1: https://www.twilio.com/docs/taskrouter/api/task */
function checkPriority(priority: number, { context }: Parts): number {
  if (priority < 0 || priority > context.limits.taskPriorityMax) throw invalidParameter('Priority is out of range');
  return priority;
}

function check(parts: Parts, input: NewTask) {
  const { context, store } = parts;
  const { limits } = context;
  checkTaskAttributes(input.attributes, limits.taskAttributesCharacters);
  const workflow = input.workflowSid === undefined ? null : getFrom(store.workflows, input.workflowSid, 'Workflows');
  const queue = input.queueSid === undefined ? null : getQueue(store, input.queueSid);
  const worker = input.workerSid === undefined ? null : getFrom(store.workers, input.workerSid, 'Workers');
  if (!workflow && !queue) throw invalidParameter('Give a workflow or a queue');
  if (worker && !queue) throw invalidParameter('A worker needs a queue');
  if (worker && queue && !matchesQueue(store, worker, queue))
    throw new TwilioError(400, 40152, `Worker ${worker.sid} is not in queue ${queue.sid}`);
  const timeoutSeconds = input.timeoutSeconds ?? limits.taskTimeoutSecondsDefault;
  if (timeoutSeconds <= 0 || timeoutSeconds > limits.taskTimeoutSecondsMax)
    throw invalidParameter('Timeout is out of range');
  checkPriority(input.priority ?? 0, parts);
  return { workflow, queue, worker, timeoutSeconds, channel: getTaskChannel(store, input.taskChannel ?? 'default') };
}

/** 0.3 to 4 s after its invite, always the same for a task of this SID. */
function readableFrom(taskSid: string, nowMs: number): number {
  return nowMs + 300 + (Number.parseInt(taskSid.slice(-4), 16) % 3_701);
}

function newTask(parts: Parts, input: NewTask): Task {
  const { clock, sids, switches } = parts.context;
  const { workflow, queue, worker, timeoutSeconds, channel } = check(parts, input);
  const now = clock.nowMs();
  const sid = sids.next('WT');
  return {
    sid,
    createdAtMs: now,
    workflowSid: workflow?.sid ?? null,
    taskChannelSid: channel.sid,
    taskChannelUniqueName: channel.uniqueName,
    timeoutSeconds,
    routingTarget: worker?.sid ?? null,
    queueTarget: queue && !worker && (!workflow || switches.queueInvite === 'queue') ? queue.sid : null,
    direct: worker !== null,
    ignoreCapacity: worker !== null && switches.directInviteCapacity === 'ignored',
    ...(input.byInvite && switches.inviteTask === 'later' && { readableFromMs: readableFrom(sid, now) }),
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
}

interface WrapUp {
  readonly task: Task;
  readonly reason: string | undefined;
}

function wrapUp({ context, store }: Parts, { setStatus }: Endings, { task, reason }: WrapUp): Task {
  const { clock, events } = context;
  const { sid } = task;
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
}

function remove(
  { context, store, hooks, routing }: Parts,
  { endReservation, setStatus, forget }: Endings,
  task: Task,
): void {
  const { events } = context;
  for (const reservation of activeReservations(store, task.sid)) endReservation(reservation, 'canceled');
  const wasOpen = isOpen(task);
  if (wasOpen) setStatus(task, 'canceled');
  forget(task);
  events.emit({ type: 'task.deleted', task });
  if (wasOpen) hooks.ended(task);
  routing().route();
}

export function createTasks(parts: Parts): Tasks {
  const { context, store, routing } = parts;
  const { clock, events, limits } = context;
  const endings = createEndings(parts);
  const { setStatus, endReservation, finish } = endings;

  const find = (sid: string) => getFrom(store.tasks, sid, 'Tasks');

  const watchTimeout = (task: Task) => {
    clock.schedule(task.createdAtMs + task.timeoutSeconds * 1000 - clock.nowMs(), () => {
      if (task.assignmentStatus === 'pending' || task.assignmentStatus === 'reserved')
        finish(task, 'canceled', 'Task TTL Exceeded');
    });
  };

  return {
    setStatus,
    endReservation,
    watchTimeout,
    systemDelete: endings.systemDelete,
    forgetLater: endings.forgetLater,
    task: find,
    findTask: (sid) => store.tasks.get(sid),
    createTask(input, registered) {
      const task = newTask(parts, input);
      store.tasks.set(task.sid, task);
      registered?.(task);
      events.emit({ type: 'task.created', task });
      watchTimeout(task);
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
      task.priority = checkPriority(priority, parts);
      task.updatedAtMs = clock.nowMs();
      task.version += 1;
      events.emit({ type: 'task.updated', task });
      return task;
    },
    wrapUpTask: (sid, reason) => wrapUp(parts, endings, { task: find(sid), reason }),
    completeTask(sid, reason) {
      const task = find(sid);
      if (task.assignmentStatus !== 'assigned' && task.assignmentStatus !== 'wrapping')
        throw invalidParameter(
          `Task ${sid} is ${task.assignmentStatus}, only an assigned or wrapping task can be completed`,
        );
      return finish(task, 'completed', reason ?? null);
    },
    cancelTask: (sid, reason) => finish(find(sid), 'canceled', reason),
    removeTask: (sid) => remove(parts, endings, find(sid)),
  };
}

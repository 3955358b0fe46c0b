import { invalidParameter } from '../../../kernel/errors';
import type { TaskChanges, TaskRouter } from '../commands';
import { checkPriority, newTask } from './new-task';
import type { Task } from '../entities';
import { activeReservation, activeReservations, checkTaskAttributes, getFrom, getTaskChannel, isOpen } from '../store';
import { createEndings } from './task-endings';
import type { Endings, Parts } from './task-endings';

type TaskCommands = Pick<
  TaskRouter,
  | 'task'
  | 'findTask'
  | 'createTask'
  | 'setTaskAttributes'
  | 'setTaskPriority'
  | 'changeTask'
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

function change(parts: Parts, task: Task, changes: TaskChanges): Task {
  const { context, store, routing } = parts;
  const { attributes, priority, taskChannel, virtualStartMs } = changes;
  if (Object.values(changes).every((value) => value === undefined)) return task;
  // All of it is checked before any of it is done.
  const channel = taskChannel === undefined ? undefined : getTaskChannel(store, taskChannel);
  if (priority !== undefined) checkPriority(priority, parts);
  if (attributes !== undefined) checkTaskAttributes(attributes, context.limits.taskAttributesCharacters);
  task.attributes = attributes ?? task.attributes;
  task.priority = priority ?? task.priority;
  if (virtualStartMs !== undefined) task.virtualStartMs = virtualStartMs;
  if (channel) {
    task.taskChannelSid = channel.sid;
    task.taskChannelUniqueName = channel.uniqueName;
  }
  task.updatedAtMs = context.clock.nowMs();
  task.version += 1;
  context.events.emit({ type: 'task.updated', task });
  if (task.assignmentStatus === 'pending') routing().restart(task);
  return task;
}

export function createTasks(parts: Parts): Tasks {
  const { context, store } = parts;
  const { clock, events } = context;
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
    setTaskAttributes: (sid, attributes) => change(parts, find(sid), { attributes }),
    setTaskPriority: (sid, priority) => change(parts, find(sid), { priority }),
    changeTask: (sid, changes) => change(parts, find(sid), changes),
    wrapUpTask: (sid, reason) => wrapUp(parts, endings, { task: find(sid), reason }),
    completeTask(sid, reason) {
      const task = find(sid);
      if (task.assignmentStatus !== 'assigned' && task.assignmentStatus !== 'wrapping')
        throw invalidParameter(
          `Task ${sid} is ${task.assignmentStatus}, only an assigned or wrapping task can be completed`,
        );
      return finish(task, 'completed', reason ?? null);
    },
    cancelTask(sid, reason) {
      const task = find(sid);
      // "to cancel a Task that is currently pending or reserved": https://www.twilio.com/docs/taskrouter/api/task
      if (task.assignmentStatus !== 'pending' && task.assignmentStatus !== 'reserved')
        throw invalidParameter(
          `Task ${sid} is ${task.assignmentStatus}, only a pending or reserved task can be canceled`,
        );
      return finish(task, 'canceled', reason);
    },
    removeTask: (sid) => remove(parts, endings, find(sid)),
  };
}

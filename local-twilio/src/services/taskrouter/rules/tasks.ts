import { invalidParameter } from '../../../kernel/errors';
import type { TaskChanges, TaskEnding, TaskRouter } from '../commands';
import { checkPriority, newTask } from './new-task';
import type { AssignmentStatus, Task } from '../entities';
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

export type Tasks = TaskCommands & Pick<Endings, 'setStatus' | 'endReservation' | 'watch'>;

interface WrapUp {
  readonly task: Task;
  readonly reason: string | undefined;
}

/** "Can be: `canceled`, to cancel a Task that is currently pending or reserved": https://www.twilio.com/docs/taskrouter/api/task */
const endsFrom = {
  canceled: ['pending', 'reserved'],
  wrapping: ['assigned'],
  completed: ['assigned', 'wrapping'],
} as const satisfies Record<TaskEnding['status'], readonly AssignmentStatus[]>;

function checkEnding({ sid, assignmentStatus }: Task, to: TaskEnding['status']): void {
  const from: readonly AssignmentStatus[] = endsFrom[to];
  if (!from.includes(assignmentStatus))
    throw invalidParameter(`Task ${sid} is ${assignmentStatus}, only from ${from.join(' or ')} it can be ${to}`);
}

function wrapUp({ context, store }: Parts, { setStatus, watch }: Endings, { task, reason }: WrapUp): Task {
  const { clock, events } = context;
  checkEnding(task, 'wrapping');
  const reservation = activeReservation(store, task.sid);
  if (!reservation) throw invalidParameter(`Task ${task.sid} has no reservation`);
  setStatus(task, 'wrapping');
  task.reason = reason ?? null;
  reservation.status = 'wrapping';
  reservation.updatedAtMs = clock.nowMs();
  reservation.version += 1;
  watch(task);
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

interface Change {
  readonly changes: TaskChanges;
  /** The task ends with it, and is offered to nobody in between. */
  readonly ends: boolean;
}

function change(parts: Parts, task: Task, { changes, ends }: Change): Task {
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
  if (task.assignmentStatus === 'pending' && !ends) routing().restart(task);
  return task;
}

export function createTasks(parts: Parts): Tasks {
  const { context, store } = parts;
  const { events } = context;
  const endings = createEndings(parts);
  const { setStatus, endReservation, finish, watch } = endings;

  const find = (sid: string) => getFrom(store.tasks, sid, 'Tasks');

  const end = (task: Task, { status, reason }: TaskEnding): Task => {
    if (status === 'wrapping') return wrapUp(parts, endings, { task, reason });
    checkEnding(task, status);
    return finish(task, status, reason ?? null);
  };

  const commands: Tasks = {
    setStatus,
    endReservation,
    watch,
    task: find,
    findTask: (sid) => store.tasks.get(sid),
    createTask(input, registered) {
      const task = newTask(parts, input);
      store.tasks.set(task.sid, task);
      registered?.(task);
      events.emit({ type: 'task.created', task });
      watch(task);
      return task;
    },
    setTaskAttributes: (sid, attributes) => commands.changeTask(sid, { attributes }),
    setTaskPriority: (sid, priority) => commands.changeTask(sid, { priority }),
    changeTask(sid, changes, ending) {
      const task = find(sid);
      if (ending) checkEnding(task, ending.status);
      change(parts, task, { changes, ends: ending !== undefined });
      return ending ? end(task, ending) : task;
    },
    wrapUpTask: (sid, reason) => end(find(sid), { status: 'wrapping', reason }),
    completeTask: (sid, reason) => end(find(sid), { status: 'completed', reason }),
    cancelTask: (sid, reason) => end(find(sid), { status: 'canceled', reason }),
    removeTask: (sid) => remove(parts, endings, find(sid)),
  };
  return commands;
}

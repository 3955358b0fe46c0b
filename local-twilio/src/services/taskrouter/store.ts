import { readAttributes } from './entities';
import type { Context } from './events';
import { invalidParameter, notFound, TwilioError } from '../../kernel/errors';
import type { Activity, Reservation, Task, TaskChannel, TaskQueue, Worker, WorkerChannel } from './entities';
import type { TaskRouterState } from './state';

/** What the rules of this folder work on: all of it is kept. */
export type TaskRouterStore = TaskRouterState;

export function getFrom<T>(items: ReadonlyMap<string, T>, sid: string, what: string): T {
  const found = items.get(sid);
  if (!found) throw notFound(`/${what}/${sid}`);
  return found;
}

/** A queue named by SID or by friendly name, as workflow targets may do. */
export function getQueue(store: TaskRouterStore, name: string): TaskQueue {
  const found = store.queues.get(name) ?? [...store.queues.values()].find(({ friendlyName }) => friendlyName === name);
  if (!found) throw notFound(`/TaskQueues/${name}`);
  return found;
}

export function getTaskChannel(store: TaskRouterStore, name: string): TaskChannel {
  const found =
    store.taskChannels.get(name) ?? [...store.taskChannels.values()].find(({ uniqueName }) => uniqueName === name);
  if (!found) throw invalidParameter(`Task channel ${name} is unknown`);
  return found;
}

export function getActivity(store: TaskRouterStore, worker: Worker): Activity {
  return getFrom(store.activities, worker.activitySid, 'Activities');
}

/** Where workers begin, and where they go who let a reservation time out. */
export function activityOfWorkspace({ workspace, activities }: TaskRouterStore, of: 'default' | 'timeout') {
  const named = of === 'default' ? workspace.defaultActivitySid : workspace.timeoutActivitySid;
  const all = [...activities.values()];
  return (
    activities.get(named ?? '') ??
    all.find(({ friendlyName }) => friendlyName === 'Offline') ??
    all.find(({ available }) => !available)
  );
}

export function workerChannel(worker: Worker, taskChannelSid: string): WorkerChannel {
  return getFrom(worker.channels, taskChannelSid, 'Channels');
}

/** How much of its capacity is free, in whole per cent. */
export const freePercentage = ({ configuredCapacity, assignedTasks }: WorkerChannel): number =>
  configuredCapacity === 0 ? 0 : Math.max(0, Math.round((1 - assignedTasks / configuredCapacity) * 100));

/** Attributes are a JSON object of at most 4096 characters: https://www.twilio.com/docs/taskrouter/limits */
export function checkTaskAttributes(attributes: string, maxCharacters: number): string {
  if (attributes.length > maxCharacters)
    throw new TwilioError(400, 20001, `Attributes are ${attributes.length} characters long, ${maxCharacters} at most`);
  readAttributes(attributes);
  return attributes;
}

export const isOpen = (task: Task): boolean =>
  task.assignmentStatus !== 'completed' && task.assignmentStatus !== 'canceled';

/** Reservations that take capacity. */
export const isActive = ({ status }: Reservation): boolean =>
  status === 'pending' || status === 'accepted' || status === 'wrapping';

export const activeReservations = (store: TaskRouterStore, taskSid: string): readonly Reservation[] =>
  [...store.reservations.values()].filter((reservation) => reservation.taskSid === taskSid && isActive(reservation));

/** The one that was accepted, else the first of those that wait for an answer. */
export function activeReservation(store: TaskRouterStore, taskSid: string): Reservation | undefined {
  const active = activeReservations(store, taskSid);
  return active.find(({ status }) => status !== 'pending') ?? active[0];
}

/** Counts what takes capacity on a worker's channel, and says when it changed. */
export function recountCapacity({ events, clock }: Context, store: TaskRouterStore, worker: Worker): void {
  for (const channel of worker.channels.values()) {
    const assigned = [...store.reservations.values()].filter(
      (reservation) =>
        reservation.workerSid === worker.sid &&
        isActive(reservation) &&
        store.tasks.get(reservation.taskSid)?.taskChannelSid === channel.taskChannelSid,
    ).length;
    if (assigned === channel.assignedTasks) continue;
    channel.assignedTasks = assigned;
    channel.updatedAtMs = clock.nowMs();
    events.emit({ type: 'worker.capacity.update', worker, channel });
  }
}

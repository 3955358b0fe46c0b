import type { Context } from '../../core/context';
import type { Reservation, Task, Worker } from './entities';
import { getActivity, recountCapacity, workerChannel } from './store';
import type { TaskRouterStore } from './store';
import { isSkipped, stepsOf } from './workflow';
import type { Step } from './workflow';

/** How long a worker who said no is passed over for the same task. Twilio does not document it. */
const PASSED_OVER_MS = 10_000;

export interface RoutingPorts {
  /** The workflow has no step left for the task. */
  onWorkflowTimeout(task: Task): void;
  onReservationTimeout(reservation: Reservation): void;
}

export interface Routing {
  /** Offers every pending task that a worker can take now. Call it after anything that may free a worker. */
  route(): void;
  /** Does several changes before anything is routed. */
  hold(change: () => void): void;
  passOver(task: Task, worker: Worker): void;
  /** The task starts its workflow again, because its attributes changed. */
  restart(task: Task): void;
}

interface Offer {
  readonly task: Task;
  readonly worker: Worker;
}

function canTake(store: TaskRouterStore, worker: Worker, task: Task): boolean {
  if (!getActivity(store, worker).available || task.rejectedBy.has(worker.sid)) return false;
  const channel = workerChannel(worker, task.taskChannelSid);
  return channel.available && (task.ignoreCapacity || channel.assignedTasks < channel.configuredCapacity);
}

/** Longest without work first, then by seed order. */
const idleSince = (worker: Worker, task: Task) => workerChannel(worker, task.taskChannelSid).lastReservedAtMs ?? 0;

function reserve(context: Context, store: TaskRouterStore, { task, worker }: Offer): Reservation {
  const { clock, events, sids } = context;
  const now = clock.nowMs();
  const timeoutSeconds =
    (task.workflowSid && store.workflows.get(task.workflowSid)?.taskReservationTimeoutSeconds) || 120;
  const reservation: Reservation = {
    sid: sids.next('WR'),
    taskSid: task.sid,
    workerSid: worker.sid,
    createdAtMs: now,
    timeoutSeconds,
    status: 'pending',
    updatedAtMs: now,
    version: 0,
  };
  store.reservations.set(reservation.sid, reservation);
  task.assignmentStatus = 'reserved';
  task.assignmentCount += 1;
  task.updatedAtMs = now;
  task.version += 1;
  workerChannel(worker, task.taskChannelSid).lastReservedAtMs = now;
  events.emit({ type: 'reservation.created', reservation, task, worker });
  recountCapacity(context, store, worker);
  return reservation;
}

export function createRouting(context: Context, store: TaskRouterStore, ports: RoutingPorts): Routing {
  const { clock, events } = context;
  /** Steps already left behind; a task never goes back. */
  const stepsTaken = new Map<string, number>();
  let routing = false;
  let again = false;

  const ageSeconds = (task: Task) => (clock.nowMs() - task.createdAtMs) / 1000;

  const enter = (task: Task, step: Step) => {
    if (step.priority !== null) task.priority = step.priority;
    if (task.queueSid === step.queue.sid && task.queueEnteredAtMs !== null) return;
    task.queueSid = step.queue.sid;
    task.queueEnteredAtMs = clock.nowMs();
    events.emit({ type: 'task-queue.entered', task });
  };

  const currentStep = (task: Task): Step | undefined => {
    const steps = stepsOf(store, task);
    const over = (step: Step) => step.untilAgeSeconds !== null && ageSeconds(task) >= step.untilAgeSeconds;
    let index = stepsTaken.get(task.sid) ?? 0;
    for (let step = steps[index]; step && (over(step) || isSkipped(store, step, task)); step = steps[index]) index += 1;
    const step = steps[index];
    const isNew = stepsTaken.get(task.sid) !== index;
    stepsTaken.set(task.sid, index);
    if (isNew && step && step.untilAgeSeconds !== null)
      clock.schedule((step.untilAgeSeconds - ageSeconds(task)) * 1000, route);
    return step;
  };

  const offer = (task: Task) => {
    const step = currentStep(task);
    if (!step) return ports.onWorkflowTimeout(task);
    enter(task, step);
    const [worker] = [...store.workers.values()]
      .filter((candidate) => step.accepts(candidate) && canTake(store, candidate, task))
      .sort((one, other) => idleSince(one, task) - idleSince(other, task));
    if (!worker) return;
    const reservation = reserve(context, store, { task, worker });
    clock.schedule(reservation.timeoutSeconds * 1000, () => {
      if (reservation.status === 'pending') ports.onReservationTimeout(reservation);
    });
  };

  function route(): void {
    again = true;
    if (routing) return;
    routing = true;
    while (again) {
      again = false;
      const pending = [...store.tasks.values()]
        .filter((task) => task.assignmentStatus === 'pending')
        .sort((one, other) => other.priority - one.priority || one.createdAtMs - other.createdAtMs);
      for (const task of pending) if (task.assignmentStatus === 'pending') offer(task);
    }
    routing = false;
  }

  return {
    route,
    hold(change) {
      const nested = routing;
      routing = true;
      change();
      routing = nested;
      route();
    },
    passOver(task, worker) {
      task.rejectedBy.add(worker.sid);
      clock.schedule(PASSED_OVER_MS, () => {
        task.rejectedBy.delete(worker.sid);
        route();
      });
    },
    restart(task) {
      stepsTaken.delete(task.sid);
      task.queueEnteredAtMs = null;
      route();
    },
  };
}

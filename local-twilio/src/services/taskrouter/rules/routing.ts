import type { Context } from '../events';
import type { Reservation, Task, Worker } from '../entities';
import { getActivity, recountCapacity, workerChannel } from '../store';
import type { TaskRouterStore } from '../store';
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
  /** Takes the offer back when it has had no answer in its time. */
  watchOffer(reservation: Reservation): void;
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

function watchOffer({ clock }: Context, ports: RoutingPorts, reservation: Reservation): void {
  const dueMs = reservation.createdAtMs + reservation.timeoutSeconds * 1000;
  clock.schedule(dueMs - clock.nowMs(), () => {
    if (reservation.status === 'pending') ports.onReservationTimeout(reservation);
  });
}

const ageSeconds = ({ clock }: Context, task: Task): number => (clock.nowMs() - task.createdAtMs) / 1000;

interface Way {
  readonly task: Task;
  readonly steps: readonly Step[];
  readonly from: number;
}

/** The first step, from that one on, that is neither too old for the task nor skipped. */
function firstOpen(context: Context, store: TaskRouterStore, { task, steps, from }: Way): number {
  const isOver = ({ untilAgeSeconds }: Step) =>
    untilAgeSeconds !== null && ageSeconds(context, task) >= untilAgeSeconds;
  const isOpen = (step: Step, index: number) => index >= from && !isOver(step) && !isSkipped(store, step, task);
  const index = steps.findIndex(isOpen);
  return index === -1 ? steps.length : index;
}

function enter({ clock, events }: Context, task: Task, step: Step): void {
  if (step.priority !== null) task.priority = step.priority;
  if (task.queueSid === step.queue.sid && task.queueEnteredAtMs !== null) return;
  task.queueSid = step.queue.sid;
  task.queueEnteredAtMs = clock.nowMs();
  events.emit({ type: 'task-queue.entered', task });
}

/** Highest priority first, then the oldest. */
function waiting(store: TaskRouterStore): readonly Task[] {
  return [...store.tasks.values()]
    .filter((task) => task.assignmentStatus === 'pending')
    .sort((one, other) => other.priority - one.priority || one.createdAtMs - other.createdAtMs);
}

export function createRouting(context: Context, store: TaskRouterStore, ports: RoutingPorts): Routing {
  /** Steps already left behind; a task never goes back. */
  const stepsTaken = new Map<string, number>();
  let routing = false;
  let again = false;

  const currentStep = (task: Task): Step | undefined => {
    const steps = stepsOf(store, task);
    const index = firstOpen(context, store, { task, steps, from: stepsTaken.get(task.sid) ?? 0 });
    const step = steps[index];
    const isNew = stepsTaken.get(task.sid) !== index;
    stepsTaken.set(task.sid, index);
    if (isNew && step && step.untilAgeSeconds !== null)
      context.clock.schedule((step.untilAgeSeconds - ageSeconds(context, task)) * 1000, route);
    return step;
  };

  const offer = (task: Task) => {
    const step = currentStep(task);
    if (!step) return ports.onWorkflowTimeout(task);
    enter(context, task, step);
    const [worker] = [...store.workers.values()]
      .filter((candidate) => step.accepts(candidate) && canTake(store, candidate, task))
      .sort((one, other) => idleSince(one, task) - idleSince(other, task));
    if (!worker) return;
    watchOffer(context, ports, reserve(context, store, { task, worker }));
  };

  function route(): void {
    again = true;
    if (routing) return;
    routing = true;
    while (again) {
      again = false;
      for (const task of waiting(store)) if (task.assignmentStatus === 'pending') offer(task);
    }
    routing = false;
  }

  return {
    route,
    watchOffer: (reservation) => watchOffer(context, ports, reservation),
    hold(change) {
      const nested = routing;
      routing = true;
      change();
      routing = nested;
      route();
    },
    passOver(task, worker) {
      task.rejectedBy.add(worker.sid);
      context.clock.schedule(PASSED_OVER_MS, () => {
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

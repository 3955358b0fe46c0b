import type { Context } from '../events';
import type { Reservation, Task, Worker } from '../entities';
import { deadlines } from '../../../kernel/deadlines';
import { getActivity, recountCapacity, workerChannel } from '../store';
import type { TaskRouterStore } from '../store';
import { createWays, type Departure } from './ways';
import { inTurn } from './queue-order';
import { isSkipped, type Step } from './workflow';
import { inOrder } from './worker-order';

/** How long a worker who said no is passed over for the same task. Twilio does not document it. */
const PASSED_OVER_MS = 10_000;

/** How much later with the switch `routing: later`; a guess. */
export const ROUTED_AFTER_MS = 500;

export interface RoutingPorts {
  /** The task leaves its workflow: the last step timed out or was skipped, or no filter is for it. */
  onLeft(task: Task, how: Departure): void;
  onReservationTimeout(reservation: Reservation): void;
}

export interface Routing {
  /** Offers every pending task that a worker can take now. Call it after anything that may free a worker. */
  route(): void;
  /** Does several changes before anything is routed. */
  hold(change: () => void): void;
  passOver(task: Task, worker: Worker): void;
  /** Takes the offer back when it has had no answer in its time; call it after each change of its status. */
  watchOffer(reservation: Reservation): void;
  /** Moves the task on when its step is over. */
  watchStep(task: Task): void;
  /** The task is evaluated again: its attributes or its workflow changed. */
  restart(task: Task): void;
}

interface Offer {
  readonly task: Task;
  readonly worker: Worker;
}

function canTake(store: TaskRouterStore, worker: Worker, task: Task): boolean {
  const isThere = task.ignoreAvailability || getActivity(store, worker).available;
  if (!isThere || task.rejectedBy.has(worker.sid)) return false;
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

/** At once or later, see the switch `routing`; once for all that is asked for meanwhile. */
function inItsTime({ clock, switches }: Context, run: () => void): () => void {
  let isDue = false;
  return () => {
    if (switches.routing === 'at-once') return run();
    if (isDue) return;
    isDue = true;
    clock.schedule(ROUTED_AFTER_MS, () => {
      isDue = false;
      run();
    });
  };
}

/** Up to as many workers as the queue may reserve at once: twilio.com/docs/taskrouter/api/task-queue#multi-reservation */
function chosenFor(store: TaskRouterStore, { accepts, orderBy, queue }: Step, task: Task): Worker[] {
  const able = [...store.workers.values()].filter((worker) => accepts(worker) && canTake(store, worker, task));
  return inOrder(able, orderBy, (worker) => idleSince(worker, task)).slice(0, Math.max(1, queue.maxReservedWorkers));
}

export function createRouting(context: Context, store: TaskRouterStore, ports: RoutingPorts): Routing {
  const { clock } = context;
  const route = inItsTime(context, routeNow);
  const ways = createWays(context, store, route);
  const offers = deadlines<Reservation>(clock, ({ status, createdAtMs, timeoutSeconds }) =>
    status === 'pending' ? createdAtMs + timeoutSeconds * 1000 : null,
  );
  const watchOffer = (offered: Reservation) => offers.watch(offered, () => ports.onReservationTimeout(offered));
  let routing = false;
  let again = false;

  const reserveIn = (step: Step, task: Task): boolean => {
    const chosen = chosenFor(store, step, task);
    for (const worker of chosen) watchOffer(reserve(context, store, { task, worker }));
    return chosen.length > 0;
  };

  /** From step to step, until somebody is reserved, or the task waits, or leaves its workflow. */
  const offer = (task: Task) => {
    for (let place = ways.current(task); task.assignmentStatus === 'pending'; place = ways.skip(task)) {
      if ('left' in place) return ports.onLeft(task, place.left);
      if (reserveIn(place.step, task)) return;
      // "Skip Timeout is evaluated only if a Task can't be assigned to a Worker immediately."
      if (!isSkipped(store, place.step, { task, nowMs: clock.nowMs() })) return;
    }
  };

  function routeNow(): void {
    again = true;
    if (routing) return;
    routing = true;
    while (again) {
      again = false;
      for (const task of inTurn(store)) if (task.assignmentStatus === 'pending') offer(task);
    }
    routing = false;
  }

  return {
    route,
    watchOffer,
    watchStep: ways.watch,
    hold(change) {
      const nested = routing;
      routing = true;
      try {
        change();
      } finally {
        routing = nested;
      }
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
      ways.restart(task);
      route();
    },
  };
}

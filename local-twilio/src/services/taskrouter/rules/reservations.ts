import type { Context } from '../events';
import { invalidParameter } from '../../../kernel/errors';
import type { TaskRouter } from '../commands';
import type { Reservation } from '../entities';
import type { Routing } from './routing';
import { activeReservations, getFrom, isActive } from '../store';
import type { TaskHooks } from '../commands';
import type { TaskRouterStore } from '../store';
import type { Tasks } from './tasks';

type ReservationCommands = Pick<
  TaskRouter,
  'reservation' | 'reservations' | 'activeReservations' | 'reservationsOfTask' | 'answerReservation'
>;

export interface Reservations extends ReservationCommands {
  /** Takes a pending offer back; a direct task dies with it. */
  readonly turnDown: (reservation: Reservation, how: 'rejected' | 'timeout') => void;
}

interface Parts {
  readonly context: Context;
  readonly store: TaskRouterStore;
  readonly hooks: TaskHooks;
  readonly tasks: Tasks;
  readonly routing: () => Routing;
}

function expectStatus(reservation: Reservation, ...allowed: readonly Reservation['status'][]): void {
  if (!allowed.includes(reservation.status))
    throw invalidParameter(`Reservation ${reservation.sid} is ${reservation.status}, not ${allowed.join(' or ')}`);
}

function accept(parts: Parts, reservation: Reservation): void {
  const { context, store, hooks, tasks, routing } = parts;
  const { clock, events } = context;
  expectStatus(reservation, 'pending');
  const task = tasks.task(reservation.taskSid);
  const worker = getFrom(store.workers, reservation.workerSid, 'Workers');
  hooks.accepting(reservation);
  reservation.status = 'accepted';
  reservation.updatedAtMs = clock.nowMs();
  reservation.version += 1;
  tasks.setStatus(task, 'assigned');
  events.emit({ type: 'reservation.accepted', reservation, task, worker });
  // The first who accepts gets the task: twilio.com/docs/taskrouter/api/task-queue#multi-reservation
  for (const other of activeReservations(store, task.sid))
    if (other !== reservation) tasks.endReservation(other, 'rescinded');
  hooks.accepted(reservation);
  routing().watchOffer(reservation);
  tasks.watch(task);
}

export function createReservations(parts: Parts): Reservations {
  const { store, tasks, routing } = parts;
  const find = (sid: string) => getFrom(store.reservations, sid, 'Reservations');

  const turnDown: Reservations['turnDown'] = (reservation, how) => {
    const task = tasks.task(reservation.taskSid);
    const worker = getFrom(store.workers, reservation.workerSid, 'Workers');
    const others = activeReservations(store, task.sid).filter((other) => other !== reservation);
    if (others.length === 0) tasks.setStatus(task, 'pending');
    tasks.endReservation(reservation, how);
    // https://www.twilio.com/docs/flex/developer/conversations/best-practices: the task is canceled,
    // the conversation stays active without an agent.
    if (task.direct) tasks.cancelTask(task.sid, how === 'rejected' ? 'Invite declined' : 'Invite timed out');
    else routing().passOver(task, worker);
    routing().route();
  };

  return {
    turnDown,
    reservation: find,
    reservations: () => [...store.reservations.values()],
    activeReservations: (workerSid) =>
      [...store.reservations.values()].filter(
        (reservation) => reservation.workerSid === workerSid && isActive(reservation),
      ),
    reservationsOfTask: (taskSid) =>
      [...store.reservations.values()].filter((reservation) => reservation.taskSid === taskSid),
    answerReservation(sid, answer) {
      const reservation = find(sid);
      switch (answer) {
        case 'accepted':
          accept(parts, reservation);
          break;
        case 'rejected':
          expectStatus(reservation, 'pending');
          turnDown(reservation, 'rejected');
          break;
        case 'wrapping':
          expectStatus(reservation, 'accepted');
          tasks.wrapUpTask(reservation.taskSid);
          break;
        case 'completed':
          expectStatus(reservation, 'accepted', 'wrapping');
          tasks.completeTask(reservation.taskSid);
          break;
      }
      return reservation;
    },
  };
}

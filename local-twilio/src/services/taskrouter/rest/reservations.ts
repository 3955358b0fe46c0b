import { invalidParameter, notFound } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { ok, param, queryText, text } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import type { ReservationAnswer } from '../commands';
import type { Reservation } from '../entities';
import { reservationWire } from './answers';
import { fits } from './filters';
import { checkVersion, readableTask, router, versioned } from './request';

type Under = 'task' | 'worker';

const answers: readonly ReservationAnswer[] = ['accepted', 'rejected', 'wrapping', 'completed'];

const answerOf = (request: Request, reservation: Reservation, under: Under) =>
  versioned(ok(reservationWire(request.account, reservation, under)), reservation);

/** The reservation in the path, which has to be of the task or the worker in the path. */
function named(request: Request, under: Under): Reservation {
  const reservation = router(request).reservation(param(request, 'Sid'));
  const owner = under === 'task' ? reservation.taskSid : reservation.workerSid;
  if (owner !== param(request, under === 'task' ? 'TaskSid' : 'WorkerSid'))
    throw notFound(`/Reservations/${reservation.sid}`);
  return reservation;
}

function update(request: Request, under: Under) {
  const reservation = named(request, under);
  checkVersion(request, reservation);
  const answer = answers.find((known) => known === text(request, 'ReservationStatus'));
  if (!answer) throw invalidParameter('ReservationStatus is missing or cannot be set');
  const activitySid = text(request, 'WorkerActivitySid');
  router(request).answerReservation(reservation.sid, answer);
  // "The new worker activity SID if rejecting a reservation": taskrouter/api/reservations
  if (activitySid !== undefined && answer === 'rejected')
    router(request).setActivity(reservation.workerSid, activitySid);
  return answerOf(request, reservation, under);
}

function list(request: Request, under: Under, all: readonly Reservation[]) {
  const asked = all.filter((reservation) =>
    fits(
      [queryText(request, 'ReservationStatus'), reservation.status],
      [queryText(request, 'WorkerSid'), reservation.workerSid],
    ),
  );
  return page(
    request,
    'reservations',
    asked.map((reservation) => reservationWire(request.account, reservation, under)),
  );
}

export const reservations: Handlers = {
  ListTaskReservation: (request) =>
    list(request, 'task', router(request).reservationsOfTask(readableTask(request, param(request, 'TaskSid')).sid)),
  FetchTaskReservation: (request) => answerOf(request, named(request, 'task'), 'task'),
  UpdateTaskReservation: (request) => update(request, 'task'),
  ListWorkerReservation: (request) => {
    const { sid } = router(request).worker(param(request, 'WorkerSid'));
    const all = router(request).reservations();
    return list(
      request,
      'worker',
      all.filter(({ workerSid }) => workerSid === sid),
    );
  },
  FetchWorkerReservation: (request) => answerOf(request, named(request, 'worker'), 'worker'),
  UpdateWorkerReservation: (request) => update(request, 'worker'),
};

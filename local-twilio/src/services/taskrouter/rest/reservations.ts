import { invalidParameter, notFound, TwilioError } from '../../../kernel/errors';
import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { ok, param, queryText, text } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import type { ReservationAnswer } from '../commands';
import type { Reservation } from '../entities';
import { reservationAnswer } from './answers';
import { fits } from './filters';
import { checkVersion, readableTask, router, versioned } from './request';

type Under = 'task' | 'worker';

const answers: readonly ReservationAnswer[] = ['accepted', 'rejected', 'wrapping', 'completed'];

const answerOf = (request: Request, reservation: Reservation, under: Under) =>
  versioned(ok(reservationAnswer(request.account, reservation, under)), reservation);

/** The reservation in the path, which has to be of the task or the worker in the path. */
function named(request: Request, under: Under): Reservation {
  const reservation = router(request).reservation(param(request, 'Sid'));
  const owner = under === 'task' ? reservation.taskSid : reservation.workerSid;
  if (owner !== param(request, under === 'task' ? 'TaskSid' : 'WorkerSid'))
    throw notFound(`/Reservations/${reservation.sid}`);
  return reservation;
}

/** Those that need one, of the same page; another is none: https://www.twilio.com/docs/api/errors/55555 */
const CALLS: readonly string[] = ['call', 'conference', 'dequeue', 'redirect', 'supervise'];

/** Those that need no call: https://www.twilio.com/docs/taskrouter/handle-assignment-callbacks */
const instructions: Readonly<Record<string, ReservationAnswer>> = { accept: 'accepted', reject: 'rejected' };

function instructed(request: Request): ReservationAnswer | undefined {
  const instruction = text(request, 'Instruction');
  if (instruction === undefined) return undefined;
  const answer = Object.hasOwn(instructions, instruction) ? instructions[instruction] : undefined;
  if (!answer && !CALLS.includes(instruction))
    throw new TwilioError(400, 55555, `Invalid Instruction ${instruction} passed to TaskRouter`);
  if (!answer) throw new TwilioError(501, 20501, `Instruction ${instruction} is not emulated`);
  const status = text(request, 'ReservationStatus');
  if (status !== undefined && status !== answer) throw invalidParameter(`Instruction ${instruction} is not ${status}`);
  return answer;
}

function update(request: Request, under: Under) {
  const reservation = named(request, under);
  checkVersion(request, reservation);
  const answer = instructed(request) ?? answers.find((known) => known === text(request, 'ReservationStatus'));
  if (!answer) throw invalidParameter('ReservationStatus is missing or cannot be set');
  const activitySid = text(request, 'WorkerActivitySid');
  if (activitySid === undefined) router(request).answerReservation(reservation.sid, answer);
  else if (answer === 'rejected') router(request).rejectInto(reservation.sid, activitySid);
  else throw new TwilioError(501, 20501, `WorkerActivitySid is not emulated with ReservationStatus ${answer}`);
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
    asked.map((reservation) => reservationAnswer(request.account, reservation, under)),
  );
}

/** The rest is of calls. */
const CHANGES = ['ReservationStatus', 'Instruction', 'WorkerActivitySid', 'If-Match'];

export const reservations: Handlers = {
  ListTaskReservation: reading(['ReservationStatus', 'WorkerSid'], (request) =>
    list(request, 'task', router(request).reservationsOfTask(readableTask(request, param(request, 'TaskSid')).sid)),
  ),
  FetchTaskReservation: reading([], (request) => answerOf(request, named(request, 'task'), 'task')),
  UpdateTaskReservation: reading(CHANGES, (request) => update(request, 'task')),
  ListWorkerReservation: reading(['ReservationStatus'], (request) => {
    const { sid } = router(request).worker(param(request, 'WorkerSid'));
    const all = router(request).reservations();
    return list(
      request,
      'worker',
      all.filter(({ workerSid }) => workerSid === sid),
    );
  }),
  FetchWorkerReservation: reading([], (request) => answerOf(request, named(request, 'worker'), 'worker')),
  UpdateWorkerReservation: reading(CHANGES, (request) => update(request, 'worker')),
};

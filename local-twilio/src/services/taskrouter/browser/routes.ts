import { z } from 'zod';
import type { Reservation } from '../entities';
import type { TaskRouterAccount } from '../account';
import { tunnelRoute, type TunnelCall, type TunnelRoute } from '../../../kernel/browser/tunnel-route';
import { notFound, TwilioError } from '../../../kernel/errors';
import { assertVersion } from '../rules/versions';
import type { FlexToken } from '../../../kernel/browser/viewer';
import type { TaskRouterAnswers } from './answers';

const workerChange = z.object({
  ActivitySid: z.string().optional(),
  RejectPendingReservations: z.coerce.boolean().optional(),
  Attributes: z.union([z.string(), z.record(z.unknown())]).optional(),
});
const taskChange = z.object({
  Attributes: z.union([z.string(), z.record(z.unknown())]).optional(),
  AssignmentStatus: z.enum(['wrapping', 'completed']).optional(),
  Reason: z.string().optional(),
});
const reservationChange = z.object({
  ReservationStatus: z.enum(['accepted', 'rejected', 'wrapping', 'completed']),
  WorkerActivitySid: z.string().optional(),
});

const asJson = (value: string | Record<string, unknown>): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

const page = (contents: readonly unknown[]) => ({
  contents,
  after_sid: null,
  total: contents.length,
  meta: { next_token: null },
});

const isSupervisor = ({ roles }: FlexToken): boolean => roles.includes('supervisor') || roles.includes('admin');
const forbidden = (): TwilioError => new TwilioError(403, 20403, 'The token does not allow this');

/** An agent's token is for their own worker. That a supervisor's is for all of them is from memory, no page says it. */
function mayChangeWorker(viewer: FlexToken, workerSid: string): void {
  if (viewer.workerSid !== workerSid && !isSupervisor(viewer)) throw forbidden();
}

/** Theirs is a task for which they hold, or held, a reservation. */
function mayChangeTask({ taskRouter }: TaskRouterAccount, viewer: FlexToken, taskSid: string): void {
  const { sid } = taskRouter.task(taskSid);
  const isTheirs = taskRouter.reservationsOfTask(sid).some(({ workerSid }) => workerSid === viewer.workerSid);
  if (!isTheirs && !isSupervisor(viewer)) throw forbidden();
}

function answerReservation({ taskRouter }: TaskRouterAccount, { viewer, names, params, ifMatch }: TunnelCall) {
  const held = taskRouter.reservation(names['reservation'] ?? '');
  if (held.workerSid !== names['worker']) throw notFound(`/Reservations/${held.sid}`);
  mayChangeWorker(viewer, held.workerSid);
  assertVersion(ifMatch, held);
  const { ReservationStatus: status, WorkerActivitySid: activity } = reservationChange.parse(params);
  return activity !== undefined && status === 'rejected'
    ? taskRouter.rejectInto(held.sid, activity)
    : taskRouter.answerReservation(held.sid, status);
}

/** Workers, activities, reservations and tasks, for the agent's own desktop. */
export function taskRouterRoutes(account: TaskRouterAccount, answers: TaskRouterAnswers): readonly TunnelRoute[] {
  const reservation = (one: Reservation) => answers.reservation(one, account.taskRouter.task(one.taskSid));

  return [
    tunnelRoute('GET', 'Workspaces/:ws/Activities', () => page(account.taskRouter.activities().map(answers.activity))),
    tunnelRoute('GET', 'Workspaces/:ws/Workers', () => page(account.taskRouter.workers().map(answers.worker))),
    tunnelRoute('GET', 'Workspaces/:ws/TaskQueues', () => page(account.taskRouter.queues().map(answers.queue))),
    tunnelRoute('GET', 'Workspaces/:ws/TaskQueues/:queue', ({ names }) =>
      answers.queue(account.taskRouter.queue(names['queue'] ?? '')),
    ),
    tunnelRoute('GET', 'Workspaces/:ws/Workers/:worker', ({ names }) =>
      answers.worker(account.taskRouter.worker(names['worker'] ?? '')),
    ),
    tunnelRoute('POST', 'Workspaces/:ws/Workers/:worker', ({ viewer, names, params, ifMatch }) => {
      const worker = names['worker'] ?? '';
      mayChangeWorker(viewer, worker);
      assertVersion(ifMatch, account.taskRouter.worker(worker));
      const change = workerChange.parse(params);
      const changed = account.taskRouter.changeWorker(worker, {
        activitySid: change.ActivitySid || undefined,
        rejectPendingReservations: change.RejectPendingReservations,
        attributes: change.Attributes === undefined ? undefined : asJson(change.Attributes),
      });
      return answers.worker(changed);
    }),
    tunnelRoute('GET', 'Workspaces/:ws/Workers/:worker/WorkerChannels', ({ names }) =>
      page([...account.taskRouter.worker(names['worker'] ?? '').channels.values()].map(answers.workerChannel)),
    ),
    tunnelRoute('GET', 'Workspaces/:ws/Workers/:worker/Reservations', ({ names }) =>
      page(account.taskRouter.activeReservations(names['worker'] ?? '').map(reservation)),
    ),
    tunnelRoute('GET', 'Workspaces/:ws/Workers/:worker/Reservations/:reservation', ({ names }) =>
      reservation(account.taskRouter.reservation(names['reservation'] ?? '')),
    ),
    tunnelRoute('POST', 'Workspaces/:ws/Workers/:worker/Reservations/:reservation', (call) =>
      reservation(answerReservation(account, call)),
    ),
    tunnelRoute('GET', 'Workspaces/:ws/Tasks/:task', ({ names }) =>
      answers.task(account.taskRouter.task(names['task'] ?? '')),
    ),
    tunnelRoute('POST', 'Workspaces/:ws/Tasks/:task', ({ viewer, names, params, ifMatch }) => {
      const task = names['task'] ?? '';
      mayChangeTask(account, viewer, task);
      assertVersion(ifMatch, account.taskRouter.task(task));
      const change = taskChange.parse(params);
      const attributes = change.Attributes === undefined ? undefined : asJson(change.Attributes);
      const { AssignmentStatus: status, Reason: reason } = change;
      return answers.task(account.taskRouter.changeTask(task, { attributes }, status && { status, reason }));
    }),
  ];
}

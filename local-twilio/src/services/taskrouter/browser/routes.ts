import { z } from 'zod';
import type { Reservation } from '../entities';
import type { TaskRouterAccount } from '../account';
import { tunnelRoute, type TunnelRoute } from '../../../kernel/browser/tunnel-route';
import { TwilioError } from '../../../kernel/errors';
import type { FlexToken } from '../../../kernel/browser/viewer';
import type { TaskRouterAnswers } from './answers';

const workerChange = z.object({
  ActivitySid: z.string().optional(),
  RejectPendingReservations: z.coerce.boolean().optional(),
  Attributes: z.union([z.string(), z.record(z.unknown())]).optional(),
});
const taskChange = z.object({
  Attributes: z.union([z.string(), z.record(z.unknown())]).optional(),
  AssignmentStatus: z.string().optional(),
  Reason: z.string().optional(),
});
const reservationChange = z.object({ ReservationStatus: z.enum(['accepted', 'rejected', 'wrapping', 'completed']) });

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
    tunnelRoute('POST', 'Workspaces/:ws/Workers/:worker', ({ viewer, names, params }) => {
      const worker = names['worker'] ?? '';
      mayChangeWorker(viewer, worker);
      const change = workerChange.parse(params);
      if (change.ActivitySid)
        account.taskRouter.setActivity(worker, change.ActivitySid, {
          rejectPendingReservations: change.RejectPendingReservations ?? false,
        });
      if (change.Attributes !== undefined) account.taskRouter.setWorkerAttributes(worker, asJson(change.Attributes));
      return answers.worker(account.taskRouter.worker(worker));
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
    tunnelRoute('POST', 'Workspaces/:ws/Workers/:worker/Reservations/:reservation', ({ viewer, names, params }) => {
      const { sid, workerSid } = account.taskRouter.reservation(names['reservation'] ?? '');
      mayChangeWorker(viewer, workerSid);
      return reservation(account.taskRouter.answerReservation(sid, reservationChange.parse(params).ReservationStatus));
    }),
    tunnelRoute('GET', 'Workspaces/:ws/Tasks/:task', ({ names }) =>
      answers.task(account.taskRouter.task(names['task'] ?? '')),
    ),
    tunnelRoute('POST', 'Workspaces/:ws/Tasks/:task', ({ viewer, names, params }) => {
      const task = names['task'] ?? '';
      mayChangeTask(account, viewer, task);
      const change = taskChange.parse(params);
      if (change.Attributes !== undefined) account.taskRouter.setTaskAttributes(task, asJson(change.Attributes));
      if (change.AssignmentStatus === 'wrapping') account.taskRouter.wrapUpTask(task, change.Reason);
      if (change.AssignmentStatus === 'completed') account.taskRouter.completeTask(task, change.Reason);
      return answers.task(account.taskRouter.task(task));
    }),
  ];
}

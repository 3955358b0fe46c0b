import { z } from 'zod';
import type { Reservation } from '../entities';
import type { TaskRouterAccount } from '../account';
import { tunnelRoute, type TunnelRoute } from '../../../kernel/browser/tunnel-route';
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
    tunnelRoute('POST', 'Workspaces/:ws/Workers/:worker', ({ names, params }) => {
      const worker = names['worker'] ?? '';
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
    tunnelRoute('POST', 'Workspaces/:ws/Workers/:worker/Reservations/:reservation', ({ names, params }) =>
      reservation(
        account.taskRouter.answerReservation(
          names['reservation'] ?? '',
          reservationChange.parse(params).ReservationStatus,
        ),
      ),
    ),
    tunnelRoute('GET', 'Workspaces/:ws/Tasks/:task', ({ names }) =>
      answers.task(account.taskRouter.task(names['task'] ?? '')),
    ),
    tunnelRoute('POST', 'Workspaces/:ws/Tasks/:task', ({ names, params }) => {
      const task = names['task'] ?? '';
      const change = taskChange.parse(params);
      if (change.Attributes !== undefined) account.taskRouter.setTaskAttributes(task, asJson(change.Attributes));
      if (change.AssignmentStatus === 'wrapping') account.taskRouter.wrapUpTask(task, change.Reason);
      if (change.AssignmentStatus === 'completed') account.taskRouter.completeTask(task, change.Reason);
      return answers.task(account.taskRouter.task(task));
    }),
  ];
}

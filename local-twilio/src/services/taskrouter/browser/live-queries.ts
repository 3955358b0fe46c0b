import { namedSid } from '../../../kernel/sids';
import type { TaskRouterAccount } from '../account';
import { ok, fieldsOf, textField, type BrowserAnswer } from '../../../kernel/browser/exchange';
import { forAgent, type BrowserRoute } from '../../../kernel/browser/router';
import { isoTime } from '../../../kernel/browser/times';

interface Row {
  readonly key: string;
  readonly data: Record<string, unknown>;
}

/**
 * What Teams view and the directory ask of Insights. Answers are true when asked; changes are not pushed, and only
 * queries by one worker or one status list are understood.
 */
export function insightsRoutes(account: TaskRouterAccount): readonly BrowserRoute[] {
  return [
    forAgent(['POST', 'cds.', '/v3/Insights/:index/Items'], ({ params, request }): BrowserAnswer => {
      const index = params['index'] ?? '';
      const query = textField(fieldsOf(request)['query_string']) ?? '';
      const rows = rowsOf(account, index).filter((row) => fits(row, query));
      return ok({
        query_id: namedSid('QR', `${index}:${query}`),
        items: rows.map((row) => ({ ...row, revision: 1 })),
        last_event_id: account.clock.nowMs(),
        date_updated: isoTime(account.clock.nowMs()),
      });
    }),
  ];
}

function rowsOf(account: TaskRouterAccount, index: string): readonly Row[] {
  switch (index) {
    case 'tr-worker':
      return account.taskRouter.workers().map((worker) => ({ key: worker.sid, data: workerData(account, worker.sid) }));
    case 'tr-queue':
      return account.taskRouter.queues().map((queue) => ({
        key: queue.sid,
        data: {
          queue_sid: queue.sid,
          queue_name: queue.friendlyName,
          workspace_sid: account.taskRouter.workspace.sid,
          date_updated: isoTime(queue.createdAtMs),
        },
      }));
    case 'tr-reservation':
      return account.taskRouter
        .reservations()
        .flatMap(({ sid }) =>
          account.taskRouter.findTask(taskSidOf(account, sid)) ? [reservationRow(account, sid)] : [],
        );
    default:
      return [];
  }
}

const taskSidOf = (account: TaskRouterAccount, reservationSid: string): string =>
  account.taskRouter.reservation(reservationSid).taskSid;

function workerData(account: TaskRouterAccount, workerSid: string): Record<string, unknown> {
  const worker = account.taskRouter.worker(workerSid);
  const queues = account.taskRouter.queues().filter((queue) => account.taskRouter.isEligible(workerSid, queue.sid));
  return {
    worker_sid: worker.sid,
    friendly_name: worker.friendlyName,
    activity_name: account.taskRouter.activity(worker.activitySid).friendlyName,
    attributes: JSON.parse(worker.attributes),
    date_updated: isoTime(worker.updatedAtMs),
    date_activity_changed: isoTime(worker.statusChangedAtMs),
    workspace_sid: account.taskRouter.workspace.sid,
    account_sid: account.accountSid,
    queue_sids: queues.map((queue) => queue.sid),
  };
}

function reservationRow(account: TaskRouterAccount, reservationSid: string): Row {
  const reservation = account.taskRouter.reservation(reservationSid);
  const task = account.taskRouter.task(reservation.taskSid);
  return {
    key: reservation.sid,
    data: {
      reservation_sid: reservation.sid,
      task_sid: task.sid,
      worker_sid: reservation.workerSid,
      status: reservation.status === 'wrapping' ? 'wrapup' : reservation.status,
      task_status: task.assignmentStatus,
      attributes: JSON.parse(task.attributes),
      task_age: Math.floor((account.clock.nowMs() - task.createdAtMs) / 1000),
      task_priority: task.priority,
      queue_name: task.queueSid ? account.taskRouter.queue(task.queueSid).friendlyName : null,
      task_channel_unique_name: task.taskChannelUniqueName,
      date_created: isoTime(reservation.createdAtMs),
      date_updated: isoTime(reservation.updatedAtMs),
    },
  };
}

/** `data.worker_sid == "WK…"` and `data.status not_in ["…"]`, the two conditions that Flex uses. */
function fits({ data }: Row, query: string): boolean {
  const workerSid = /data\.worker_sid == "(WK\w+)"/.exec(query)?.[1];
  if (workerSid && data['worker_sid'] !== workerSid) return false;
  const excluded = /data\.status not_in \[([^\]]*)\]/.exec(query)?.[1];
  return !excluded || !excluded.includes(`"${String(data['status'])}"`);
}

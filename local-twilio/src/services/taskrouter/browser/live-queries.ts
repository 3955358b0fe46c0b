import { namedSid } from '../../../kernel/sids';
import type { World } from '../../../account/world';
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
export function insightsRoutes(world: World): readonly BrowserRoute[] {
  return [
    forAgent(['POST', 'cds.', '/v3/Insights/:index/Items'], ({ params, request }): BrowserAnswer => {
      const index = params['index'] ?? '';
      const query = textField(fieldsOf(request)['query_string']) ?? '';
      const rows = rowsOf(world, index).filter((row) => fits(row, query));
      return ok({
        query_id: namedSid('QR', `${index}:${query}`),
        items: rows.map((row) => ({ ...row, revision: 1 })),
        last_event_id: world.clock.nowMs(),
        date_updated: isoTime(world.clock.nowMs()),
      });
    }),
  ];
}

function rowsOf(world: World, index: string): readonly Row[] {
  switch (index) {
    case 'tr-worker':
      return world.taskRouter.workers().map((worker) => ({ key: worker.sid, data: workerData(world, worker.sid) }));
    case 'tr-queue':
      return world.taskRouter.queues().map((queue) => ({
        key: queue.sid,
        data: {
          queue_sid: queue.sid,
          queue_name: queue.friendlyName,
          workspace_sid: world.taskRouter.workspace.sid,
          date_updated: isoTime(queue.createdAtMs),
        },
      }));
    case 'tr-reservation':
      return world.taskRouter
        .reservations()
        .flatMap(({ sid }) => (world.taskRouter.findTask(taskSidOf(world, sid)) ? [reservationRow(world, sid)] : []));
    default:
      return [];
  }
}

const taskSidOf = (world: World, reservationSid: string): string =>
  world.taskRouter.reservation(reservationSid).taskSid;

function workerData(world: World, workerSid: string): Record<string, unknown> {
  const worker = world.taskRouter.worker(workerSid);
  const queues = world.taskRouter.queues().filter((queue) => world.taskRouter.isEligible(workerSid, queue.sid));
  return {
    worker_sid: worker.sid,
    friendly_name: worker.friendlyName,
    activity_name: world.taskRouter.activity(worker.activitySid).friendlyName,
    attributes: JSON.parse(worker.attributes),
    date_updated: isoTime(worker.updatedAtMs),
    date_activity_changed: isoTime(worker.statusChangedAtMs),
    workspace_sid: world.taskRouter.workspace.sid,
    account_sid: world.accountSid,
    queue_sids: queues.map((queue) => queue.sid),
  };
}

function reservationRow(world: World, reservationSid: string): Row {
  const reservation = world.taskRouter.reservation(reservationSid);
  const task = world.taskRouter.task(reservation.taskSid);
  return {
    key: reservation.sid,
    data: {
      reservation_sid: reservation.sid,
      task_sid: task.sid,
      worker_sid: reservation.workerSid,
      status: reservation.status === 'wrapping' ? 'wrapup' : reservation.status,
      task_status: task.assignmentStatus,
      attributes: JSON.parse(task.attributes),
      task_age: Math.floor((world.clock.nowMs() - task.createdAtMs) / 1000),
      task_priority: task.priority,
      queue_name: task.queueSid ? world.taskRouter.queue(task.queueSid).friendlyName : null,
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

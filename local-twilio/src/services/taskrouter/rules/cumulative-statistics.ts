import type { Activity, Worker } from '../entities';
import type { CountedEvent, Moment, Spell } from '../history-entities';
import type { TaskRouterStore } from '../store';
import type { TaskFilter } from './real-time-statistics';

export interface Interval {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface MomentFilter extends TaskFilter {
  /** Of these workers only; reservations have one. */
  readonly workerSids?: ReadonlySet<string> | undefined;
}

export function momentsOf(
  { history }: TaskRouterStore,
  { fromMs, toMs }: Interval,
  { taskChannelSid, queueSid, workflowSid, workerSids }: MomentFilter,
): readonly Moment[] {
  return history.moments.filter(
    (moment) =>
      moment.happenedAtMs >= fromMs &&
      moment.happenedAtMs <= toMs &&
      (taskChannelSid === undefined || moment.taskChannelSid === taskChannelSid) &&
      (queueSid === undefined || moment.queueSid === queueSid) &&
      (workflowSid === undefined || moment.workflowSid === workflowSid) &&
      (workerSids === undefined || (moment.workerSid !== null && workerSids.has(moment.workerSid))),
  );
}

const count = (moments: readonly Moment[], ...events: readonly CountedEvent[]): number =>
  moments.filter(({ event }) => events.includes(event)).length;

export const reservationCounts = (moments: readonly Moment[]) => ({
  reservations_created: count(moments, 'reservation.created'),
  reservations_accepted: count(moments, 'reservation.accepted'),
  reservations_rejected: count(moments, 'reservation.rejected'),
  reservations_timed_out: count(moments, 'reservation.timeout'),
  reservations_canceled: count(moments, 'reservation.canceled'),
  reservations_rescinded: count(moments, 'reservation.rescinded'),
});

const taskCounts = (moments: readonly Moment[]) => ({
  tasks_canceled: count(moments, 'task.canceled'),
  tasks_completed: count(moments, 'task.completed'),
  tasks_deleted: count(moments, 'task.deleted', 'task.system-deleted'),
  tasks_moved: count(moments, 'task-queue.moved'),
});

/** What differs between a workspace, a queue and a workflow. */
export const ownCounts = {
  workspace: (moments: readonly Moment[]) => ({
    tasks_created: count(moments, 'task.created'),
    tasks_timed_out_in_workflow: count(moments, 'workflow.timeout'),
  }),
  workflow: (moments: readonly Moment[]) => ({
    tasks_entered: count(moments, 'workflow.entered'),
    tasks_timed_out_in_workflow: count(moments, 'workflow.timeout'),
  }),
  queue: (moments: readonly Moment[]) => ({
    tasks_entered: count(moments, 'task-queue.entered'),
    wait_duration_in_queue_until_accepted: durations(
      of(moments, 'reservation.accepted').map(({ waitedInQueueMs }) => waitedInQueueMs),
    ),
  }),
} as const;

const of = (moments: readonly Moment[], wanted: CountedEvent): readonly Moment[] =>
  moments.filter(({ event }) => event === wanted);

/** Whole seconds. */
function durations(allMs: readonly number[]) {
  const total = allMs.reduce((sum, one) => sum + one, 0);
  const seconds = (ms: number) => Math.round(ms / 1000);
  return {
    avg: allMs.length === 0 ? 0 : seconds(total / allMs.length),
    min: allMs.length === 0 ? 0 : seconds(Math.min(...allMs)),
    max: allMs.length === 0 ? 0 : seconds(Math.max(...allMs)),
    total: seconds(total),
  };
}

/** Of tasks that were accepted or canceled: how many had waited for longer than each threshold, in seconds. */
function splitByWaitTime(moments: readonly Moment[], thresholds: readonly number[]) {
  const counts = (waits: (ms: number) => boolean) => {
    const those = moments.filter(({ waitedMs }) => waits(waitedMs));
    return {
      tasks_canceled: count(those, 'task.canceled'),
      reservations_accepted: count(those, 'reservation.accepted'),
    };
  };
  const split = thresholds.map((threshold) => [
    threshold,
    {
      above: counts((ms) => ms > threshold * 1000),
      below: counts((ms) => ms <= threshold * 1000),
    },
  ]);
  return Object.fromEntries(split);
}

export function waitStatistics(moments: readonly Moment[], thresholds: readonly number[] | null) {
  const waits = (event: CountedEvent) => durations(of(moments, event).map(({ waitedMs }) => waitedMs));
  const accepted = waits('reservation.accepted');
  return {
    ...taskCounts(moments),
    ...reservationCounts(moments),
    avg_task_acceptance_time: accepted.avg,
    wait_duration_until_accepted: accepted,
    wait_duration_until_canceled: waits('task.canceled'),
    split_by_wait_time: thresholds && splitByWaitTime(moments, thresholds),
  };
}

/** How long these workers were in each activity within the interval, spell by spell; the last one goes on. */
export function activityDurations(
  store: TaskRouterStore,
  { fromMs, toMs }: Interval,
  workers: readonly Worker[],
): readonly object[] {
  const sids = new Set(workers.map(({ sid }) => sid));
  const ongoing = workers.map(
    ({ sid, activitySid, statusChangedAtMs }): Spell => ({
      workerSid: sid,
      activitySid,
      startedAtMs: statusChangedAtMs,
      endedAtMs: toMs,
    }),
  );
  const spells = [...store.history.spells.filter(({ workerSid }) => sids.has(workerSid)), ...ongoing];
  const lengths = ({ sid }: Activity) =>
    spells
      .filter(({ activitySid }) => activitySid === sid)
      .map(({ startedAtMs, endedAtMs }) => Math.min(endedAtMs, toMs) - Math.max(startedAtMs, fromMs))
      .filter((ms) => ms > 0);
  return [...store.activities.values()].map((activity) => ({
    sid: activity.sid,
    friendly_name: activity.friendlyName,
    ...durations(lengths(activity)),
  }));
}

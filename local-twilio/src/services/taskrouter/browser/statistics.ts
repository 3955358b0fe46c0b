import { DEFAULT_SERVICE } from '../../sync/entities';
import type { TaskRouterAccount } from '../account';
import type { SyncObjectView, SyncSource } from '../../../kernel/browser/sync/objects';
import { namedSid } from '../../../kernel/sids';

const WORKSPACE_MAP = 'realtime_statistics_v1';
const QUEUE_MAP = /^(WQ[0-9a-f]{32})\.realtime_statistics\.v1$/;
type OpenStatus = 'pending' | 'reserved' | 'assigned' | 'wrapping';

/** The statistics maps behind Queues view: counted when asked, not pushed. */
export function statisticsSource(account: TaskRouterAccount): SyncSource {
  return {
    find(_viewer, kind, name) {
      const uniqueName = kind === 'map' ? nameOf(account, name) : undefined;
      return uniqueName === undefined ? undefined : mapView(account, uniqueName);
    },
  };
}

const sidOf = (uniqueName: string): string => namedSid('MP', `statistics:${uniqueName}`);

function nameOf(account: TaskRouterAccount, name: string): string | undefined {
  const names = [WORKSPACE_MAP, ...account.taskRouter.queues().map(({ sid }) => `${sid}.realtime_statistics.v1`)];
  return names.find((one) => one === name || sidOf(one) === name);
}

function mapView(account: TaskRouterAccount, uniqueName: string): SyncObjectView {
  const now = account.clock.nowMs();
  const timed = { createdAtMs: now, updatedAtMs: now, expiresAtMs: null, revision: 0, lastEventId: now };
  const queueSid = QUEUE_MAP.exec(uniqueName)?.[1];
  return {
    ...timed,
    kind: 'map',
    sid: sidOf(uniqueName),
    uniqueName,
    serviceSid: account.sync.service(DEFAULT_SERVICE).sid,
    createdBy: 'system',
    items: () =>
      (queueSid ? queueItems(account, queueSid) : workspaceItems(account)).map((item) => ({ ...item, ...timed })),
  };
}

function counts(account: TaskRouterAccount, queueSid?: string): Record<OpenStatus, number> {
  const tasks = account.taskRouter.tasks().filter((task) => !queueSid || task.queueSid === queueSid);
  const count = (status: string) => tasks.filter((task) => task.assignmentStatus === status).length;
  return {
    pending: count('pending'),
    reserved: count('reserved'),
    assigned: count('assigned'),
    wrapping: count('wrapping'),
  };
}

function workers(account: TaskRouterAccount, queueSid?: string) {
  const all = account.taskRouter
    .workers()
    .filter((worker) => !queueSid || account.taskRouter.isEligible(worker.sid, queueSid));
  const activities = account.taskRouter.activities();
  const available = new Set(activities.filter((activity) => activity.available).map((activity) => activity.sid));
  return {
    activity_statistics: activities.map(({ friendlyName, sid }) => ({
      friendly_name: friendlyName,
      sid,
      workers: all.filter((worker) => worker.activitySid === sid).length,
    })),
    total_workers: all.length,
    total_eligible_workers: all.length,
    total_available_workers: all.filter((worker) => available.has(worker.activitySid)).length,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function workspaceItems(account: TaskRouterAccount) {
  const byStatus = counts(account);
  const data = {
    ...workers(account),
    total_tasks: sum(Object.values(byStatus)),
    longest_task_waiting_age: 0,
    tasks_by_status: byStatus,
    tasks_by_priority: {},
  };
  return [{ name: 'workspace', data }];
}

function queueItems(account: TaskRouterAccount, queueSid: string) {
  const { pending, reserved, assigned, wrapping } = counts(account, queueSid);
  const now = {
    tasks_by_priority: {},
    pending_tasks: pending,
    reserved_tasks: reserved,
    assigned_tasks: assigned,
    wrapping_tasks: wrapping,
    total_tasks: pending + reserved + assigned + wrapping,
    longest_task_waiting_sid: null,
    longest_task_waiting_from: null,
  };
  const past = {
    handled_tasks_count: 0,
    handled_tasks_percentage: 0,
    abandoned_tasks_count: 0,
    abandoned_tasks_percentage: 0,
    short_abandoned_tasks_count: 0,
    sla_percentage: null,
    total_tasks_count: 0,
    handled_tasks_within_sl_threshold_count: 0,
  };
  return [
    { name: 'tasks_now', data: { queue: now } },
    { name: 'tasks_thirty_minutes', data: { queue: past } },
    { name: 'tasks_today', data: { queue: past } },
    { name: 'worker_activities_statistics', data: workers(account, queueSid) },
  ];
}

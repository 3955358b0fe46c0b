import { DEFAULT_SERVICE } from '../../sync/entities';
import type { SyncChanges } from '../../../kernel/browser/sync/changes';
import type { SyncChangeDraft, SyncJournal } from '../../../kernel/browser/sync/journal';
import type { SyncObjectView, SyncSource } from '../../../kernel/browser/sync/objects';
import { isoTime } from '../../../kernel/browser/times';
import { namedSid } from '../../../kernel/sids';
import type { TaskRouterAccount } from '../account';
import { changingEvents, type TaskRouterEvent } from '../events';
import type { Task } from '../entities';
import { eligibleStatistics, tasksNow, taskStatistics, workersOfQueue } from '../rules/real-time-statistics';
import type { TaskFilter } from '../rules/real-time-statistics';
import { pastOfQueue } from './past-of-queue';

const WORKSPACE_MAP = 'realtime_statistics_v1';
const QUEUE_MAP = /^(WQ[0-9a-f]{32})\.realtime_statistics\.v1$/;
const mapOfQueue = (queueSid: string): string => `${queueSid}.realtime_statistics.v1`;

interface Item {
  readonly name: string;
  readonly data: object;
}

export interface StatisticsMaps {
  readonly source: SyncSource;
  readonly changes: SyncChanges<TaskRouterEvent>;
}

const sidOf = (uniqueName: string): string => namedSid('MP', `statistics:${uniqueName}`);

const allNames = ({ taskRouter }: TaskRouterAccount): readonly string[] => [
  WORKSPACE_MAP,
  ...taskRouter.queues().map(({ sid }) => mapOfQueue(sid)),
];

/** The statistics maps behind Queues view: counted when asked, and whenever something changes them. */
export function statisticsMaps(account: TaskRouterAccount, journal: Pick<SyncJournal, 'version'>): StatisticsMaps {
  const told = new Map<string, string>();

  /** What differs from what was told last; `told` begins when the map is first asked for. */
  const changesOf = (uniqueName: string): readonly SyncChangeDraft[] =>
    itemsOf(account, uniqueName).flatMap(({ name, data }): readonly SyncChangeDraft[] => {
      const key = `${uniqueName}:${name}`;
      const text = JSON.stringify(data);
      if (!told.has(key) || told.get(key) === text) return [];
      told.set(key, text);
      const item = { name, data };
      return [{ kind: 'map', objectSid: sidOf(uniqueName), objectUniqueName: uniqueName, change: 'updated', item }];
    });

  const view = (uniqueName: string): SyncObjectView => {
    const now = account.clock.nowMs();
    const { revision, lastEventId } = journal.version(sidOf(uniqueName));
    const timed = { createdAtMs: now, updatedAtMs: now, expiresAtMs: null, revision, lastEventId };
    return {
      ...timed,
      kind: 'map',
      sid: sidOf(uniqueName),
      uniqueName,
      serviceSid: account.sync.service(DEFAULT_SERVICE).sid,
      createdBy: 'system',
      items: () =>
        itemsOf(account, uniqueName).map((item) => {
          told.set(`${uniqueName}:${item.name}`, JSON.stringify(item.data));
          return { ...item, ...timed };
        }),
    };
  };

  return {
    source: {
      find(_viewer, kind, name) {
        const uniqueName = allNames(account).find((one) => one === name || sidOf(one) === name);
        return kind === 'map' && uniqueName !== undefined ? view(uniqueName) : undefined;
      },
    },
    changes: {
      changesFor: ({ type }) => (changingEvents.has(type) ? allNames(account).flatMap(changesOf) : []),
    },
  };
}

function itemsOf(account: TaskRouterAccount, uniqueName: string): readonly Item[] {
  const queueSid = QUEUE_MAP.exec(uniqueName)?.[1];
  return queueSid === undefined ? workspaceItems(account) : queueItems(account, queueSid);
}

/** Ages grow by themselves: a page counts on from the moment that it is told. */
function workspaceItems({ taskRouter, clock }: TaskRouterAccount): readonly Item[] {
  const store = taskRouter.state();
  const workers = [...store.workers.values()];
  const {
    longest_task_waiting_age: age,
    tasks_by_status,
    ...tasks
  } = taskStatistics(tasksNow(store, {}), clock.nowMs());
  const data = {
    ...eligibleStatistics(store, workers),
    total_workers: workers.length,
    total_tasks: tasks.total_tasks,
    longest_task_waiting_age: age,
    tasks_by_status,
    tasks_by_priority: tasks.tasks_by_priority,
  };
  return [{ name: 'workspace', data }];
}

/** Open tasks of a queue as Flex names them. */
function countedNow(tasks: readonly Task[], nowMs: number) {
  const { tasks_by_status: by, ...counted } = taskStatistics(tasks, nowMs);
  const longest = tasks.find(({ sid }) => sid === counted.longest_task_waiting_sid);
  return {
    tasks_by_priority: counted.tasks_by_priority,
    pending_tasks: by.pending,
    reserved_tasks: by.reserved,
    assigned_tasks: by.assigned,
    wrapping_tasks: by.wrapping,
    total_tasks: counted.total_tasks,
    longest_task_waiting_sid: longest?.sid ?? null,
    longest_task_waiting_from: longest ? isoTime(longest.createdAtMs) : null,
  };
}

function queueItems({ taskRouter, clock }: TaskRouterAccount, queueSid: string): readonly Item[] {
  const store = taskRouter.state();
  /** Flex takes `queue` for the whole, and every other key for the SID of a task channel. */
  const byChannel = (count: (filter: TaskFilter) => object) => ({
    queue: count({ queueSid }),
    ...Object.fromEntries(taskRouter.taskChannels().map(({ sid }) => [sid, count({ queueSid, taskChannelSid: sid })])),
  });
  const workers = workersOfQueue(store, queueSid);
  const activities = { ...eligibleStatistics(store, workers), total_workers: workers.length };
  const past = (which: 'thirtyMinutes' | 'today') =>
    byChannel((filter) => pastOfQueue(store, filter, { which, clock }));
  return [
    { name: 'tasks_now', data: byChannel((filter) => countedNow(tasksNow(store, filter), clock.nowMs())) },
    { name: 'tasks_thirty_minutes', data: past('thirtyMinutes') },
    { name: 'tasks_today', data: past('today') },
    { name: 'worker_activities_statistics', data: activities },
  ];
}

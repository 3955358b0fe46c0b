import { namedSid } from './core/sids';
import { cast, emailOf, identityOf, ids, workerSidOf } from './seed';
import type { Activity, TaskChannel, TaskQueue, Worker, WorkerChannel, Workflow } from './services/taskrouter/entities';
import type { TaskRouterStore } from './services/taskrouter/store';

const taskChannelNames = ['default', 'voice', 'chat', 'sms', 'email'] as const;
const capacityOf = (taskChannel: string): number => (taskChannel === 'chat' || taskChannel === 'sms' ? 3 : 1);

function workerOf(person: (typeof cast)[number], channels: readonly TaskChannel[], nowMs: number): Worker {
  const { username, fullName, role, skills } = person;
  const email = emailOf(username);
  const channelOf = (channel: TaskChannel): WorkerChannel => ({
    sid: namedSid('WC', `${username}:${channel.uniqueName}`),
    workerSid: workerSidOf(username),
    taskChannelSid: channel.sid,
    taskChannelUniqueName: channel.uniqueName,
    createdAtMs: nowMs,
    configuredCapacity: capacityOf(channel.uniqueName),
    available: true,
    assignedTasks: 0,
    lastReservedAtMs: null,
    updatedAtMs: nowMs,
  });
  return {
    sid: workerSidOf(username),
    createdAtMs: nowMs,
    friendlyName: email,
    activitySid: ids.activities.offline,
    attributes: JSON.stringify({
      full_name: fullName,
      email,
      roles: [role],
      contact_uri: `client:${identityOf(username)}`,
      image_url: '',
      routing: { skills, levels: {} },
    }),
    statusChangedAtMs: nowMs,
    updatedAtMs: nowMs,
    version: 0,
    channels: new Map(channels.map((channel) => [channel.sid, channelOf(channel)])),
  };
}

const queueOf = (friendlyName: string, skill: string, createdAtMs: number): TaskQueue => ({
  sid: namedSid('WQ', friendlyName),
  createdAtMs,
  friendlyName,
  targetWorkers: `routing.skills HAS "${skill}"`,
  taskOrder: 'FIFO',
  maxReservedWorkers: 1,
});

/** Known worker first for ten seconds, then the original queue; everything else goes to Support. */
function customerCare(createdAtMs: number): Workflow {
  const { support, sales } = ids.queues;
  return {
    sid: ids.workflow,
    createdAtMs,
    friendlyName: 'Customer care',
    taskReservationTimeoutSeconds: 120,
    configuration: {
      task_routing: {
        filters: [
          {
            filter_friendly_name: 'Back to the worker',
            expression: 'knownWorkerSid != null',
            targets: [
              {
                queue: support,
                known_worker_sid: 'task.knownWorkerSid',
                skip_if: 'workers.available == 0',
                timeout: 10,
              },
              { queue: support },
            ],
          },
          {
            filter_friendly_name: 'Sales',
            expression: 'originalRouting.queueName == "Sales" OR topic == "sales"',
            targets: [{ queue: sales }],
          },
        ],
        default_filter: { queue: support },
      },
    },
  };
}

const bySid = <T extends { readonly sid: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.sid, item]));

export function taskRouterState(nowMs: number): TaskRouterStore {
  const activity = (friendlyName: string, available: boolean): Activity => ({
    sid: namedSid('WA', friendlyName),
    friendlyName,
    available,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  });
  const channels = taskChannelNames.map(
    (uniqueName): TaskChannel => ({
      sid: namedSid('TC', uniqueName),
      uniqueName,
      friendlyName: uniqueName,
      createdAtMs: nowMs,
    }),
  );
  return {
    workspace: {
      sid: ids.workspace,
      friendlyName: 'Flex Task Assignment',
      createdAtMs: nowMs,
      eventCallbackUrl: null,
      eventsFilter: [],
    },
    activities: bySid([
      activity('Offline', false),
      activity('Available', true),
      activity('Unavailable', false),
      activity('Break', false),
    ]),
    taskChannels: bySid(channels),
    queues: bySid([queueOf('Support', 'support', nowMs), queueOf('Sales', 'sales', nowMs)]),
    workflows: bySid([customerCare(nowMs)]),
    workers: bySid(cast.map((person) => workerOf(person, channels, nowMs))),
    tasks: new Map(),
    reservations: new Map(),
  };
}

import { namedSid } from '../../kernel/sids';
import {
  emailOf,
  firstQueueSid,
  identityOf,
  ids,
  queueSidOf,
  workerSidOf,
  type ContactCentre,
  type Person,
} from './contact-centre';
import type {
  Activity,
  TaskChannel,
  TaskQueue,
  Worker,
  WorkerChannel,
  Workflow,
} from '../../services/taskrouter/entities';
import type { TaskRouterStore } from '../../services/taskrouter/store';

const taskChannelNames = ['default', 'voice', 'chat', 'sms', 'email'] as const;
const capacityOf = (taskChannel: string): number => (taskChannel === 'chat' || taskChannel === 'sms' ? 3 : 1);

function workerOf(person: Person, channels: readonly TaskChannel[], nowMs: number): Worker {
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

const queueOf = ({ name, skill }: ContactCentre['queues'][number], createdAtMs: number): TaskQueue => ({
  sid: queueSidOf(name),
  createdAtMs,
  friendlyName: name,
  targetWorkers: skill === undefined ? '1==1' : `routing.skills HAS "${skill}"`,
  taskOrder: 'FIFO',
  maxReservedWorkers: 1,
});

/** Known worker first for ten seconds, then the original queue; everything else goes to the first queue. */
function customerCare(createdAtMs: number, centre: ContactCentre): Workflow {
  const first = firstQueueSid(centre);
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
                queue: first,
                known_worker_sid: 'task.knownWorkerSid',
                skip_if: 'workers.available == 0',
                timeout: 10,
              },
              { queue: first },
            ],
          },
          ...centre.queues.slice(1).map(({ name }) => ({
            filter_friendly_name: name,
            expression: `originalRouting.queueName == "${name}" OR topic == "${name.toLowerCase()}"`,
            targets: [{ queue: queueSidOf(name) }],
          })),
        ],
        default_filter: { queue: first },
      },
    },
  };
}

const bySid = <T extends { readonly sid: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.sid, item]));

export function taskRouterState(nowMs: number, centre: ContactCentre): TaskRouterStore {
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
    queues: bySid(centre.queues.map((queue) => queueOf(queue, nowMs))),
    workflows: bySid([customerCare(nowMs, centre)]),
    workers: bySid(centre.people.map((person) => workerOf(person, channels, nowMs))),
    tasks: new Map(),
    reservations: new Map(),
    history: { moments: [], spells: [] },
  };
}

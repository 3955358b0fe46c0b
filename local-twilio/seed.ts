import { namedSid } from './core/sids';
import type { FlexConfiguration } from './services/flex/entities';
import type { FlexUser } from './services/iam/entities';
import type { SeedService } from './services/sync/rules';
import type { Activity, TaskChannel, TaskQueue, Worker, WorkerChannel, Workflow } from './services/taskrouter/entities';
import type { TaskRouterStore } from './services/taskrouter/store';

/** The account and the small contact centre that every local Twilio starts with; SIDs are stable across restarts. */
export const ids = {
  account: namedSid('AC', 'local'),
  authToken: '0123456789abcdef0123456789abcdef',
  workspace: namedSid('WS', 'Flex Task Assignment'),
  workflow: namedSid('WW', 'Customer care'),
  chatService: namedSid('IS', 'Flex Chat Service'),
  /** Flex's default Sync service: list items (TWILIO_FLEX_SYNC_SID). */
  syncService: namedSid('IS', 'Default Sync Service'),
  /** The Functions' own Sync service: records (PARKING_SYNC_SID). */
  parkingSyncService: namedSid('IS', 'Parking Sync Service'),
  flexInstance: namedSid('GO', 'local'),
  queues: { support: namedSid('WQ', 'Support'), sales: namedSid('WQ', 'Sales') },
  activities: {
    offline: namedSid('WA', 'Offline'),
    available: namedSid('WA', 'Available'),
    unavailable: namedSid('WA', 'Unavailable'),
    break: namedSid('WA', 'Break'),
  },
} as const;

/** Numbers that customers write to. */
export const proxyAddresses = { sms: '+15550001111', whatsapp: 'whatsapp:+15550001111' } as const;

export const seedCustomers = [
  { name: 'Grace', channel: 'web', address: 'grace' },
  { name: 'Wanda', channel: 'whatsapp', address: '+15550002222' },
  { name: 'Sam', channel: 'sms', address: '+15550003333' },
] as const;

/** People of the contact centre; `username` is also the host name of the desktop. */
export const cast = [
  { username: 'ada', fullName: 'Ada Okafor', role: 'agent', skills: ['support', 'sales'] },
  { username: 'ben', fullName: 'Ben Torres', role: 'agent', skills: ['support', 'sales'] },
  { username: 'sofia', fullName: 'Sofia Lindqvist', role: 'supervisor', skills: [] },
  { username: 'alex', fullName: 'Alex Kim', role: 'admin', skills: [] },
] as const;

const emailOf = (username: string) => `${username}@example.com`;
const workerSidOf = (username: string) => namedSid('WK', username);
/** Flex encodes the characters that chat identities may not hold. */
const identityOf = (username: string) => emailOf(username).replace('@', '_40').replaceAll('.', '_2E');

export function flexUsers(): readonly FlexUser[] {
  return cast.map(({ username, fullName, role }) => ({
    sid: namedSid('FU', username),
    username,
    identity: identityOf(username),
    fullName,
    email: emailOf(username),
    roles: [role],
    workerSid: workerSidOf(username),
  }));
}

export const syncServices: readonly SeedService[] = [
  { sid: ids.syncService, friendlyName: 'Default Sync Service' },
  { sid: ids.parkingSyncService, friendlyName: 'Parking Sync Service' },
];

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

/** Every documented field of the Configuration: https://www.twilio.com/docs/flex/developer/config/flex-configuration-rest-api */
export function flexConfiguration(nowMs: number): FlexConfiguration {
  const date = new Date(nowMs).toISOString();
  return {
    account_sid: ids.account,
    date_created: date,
    date_updated: date,
    attributes: {},
    status: 'ok',
    taskrouter_workspace_sid: ids.workspace,
    taskrouter_target_workflow_sid: ids.workflow,
    taskrouter_target_taskqueue_sid: ids.queues.support,
    taskrouter_taskqueues: null,
    taskrouter_skills: [],
    taskrouter_worker_channels: null,
    taskrouter_worker_attributes: null,
    taskrouter_offline_activity_sid: ids.activities.offline,
    runtime_domain: 'local',
    messaging_service_instance_sid: namedSid('MG', 'local'),
    chat_service_instance_sid: ids.chatService,
    flex_service_instance_sid: ids.chatService,
    flex_instance_sid: ids.flexInstance,
    ui_language: 'en-US',
    ui_attributes: { version_compatibility: 'yes', version_message: '' },
    ui_dependencies: {},
    ui_version: '2.17.1',
    service_version: '1',
    call_recording_enabled: false,
    call_recording_webhook_url: null,
    crm_enabled: false,
    crm_type: null,
    crm_callback_url: null,
    crm_fallback_url: null,
    crm_attributes: null,
    public_attributes: {},
    plugin_service_enabled: true,
    plugin_service_attributes: {},
    integrations: [],
    outbound_call_flows: {
      default: {
        enabled: false,
        caller_id: '',
        queue_sid: ids.queues.support,
        location: '',
        workflow_sid: ids.workflow,
      },
    },
    serverless_service_sids: [],
    queue_stats_configuration: null,
    notifications: { enabled: false, mode: 'whenNotInFocus' },
    markdown: { enabled: true, mode: 'readWrite' },
    url: 'https://flex-api.twilio.com/v1/Configuration',
    flex_insights_hr: null,
    flex_insights_drilldown: false,
    flex_url: null,
    channel_configs: [],
    debugger_integration: { enabled: false },
    flex_ui_status_report: { enabled: false },
    agent_conv_end_methods: null,
    citrix_voice_vdi: { enabled: false },
    offline_config: null,
  };
}

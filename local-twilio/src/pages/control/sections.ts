import type { SyncService } from '../../services/sync/entities';
import type { World } from '../../account/world';
import type { Logs } from './log';
import type {
  AgentRow,
  CallRow,
  ConversationRow,
  FunctionRow,
  Overview,
  SectionName,
  Section,
  SyncRow,
  TaskRow,
  WebhookRow,
} from './overview';
import { customerOf, outcomeOf, personName } from './words';

/** Enough to read; the rest is counted. */
const ROWS_SHOWN = 200;

const newest = <T, Row>(all: readonly T[], at: (one: T) => number, row: (one: T) => Row): Section<Row> => ({
  total: all.length,
  rows: [...all]
    .sort((one, other) => at(other) - at(one))
    .slice(0, ROWS_SHOWN)
    .map(row),
});

function agents(world: World): Section<AgentRow> {
  const rows = world.iam.users().flatMap(({ username, fullName, roles, workerSid }): readonly AgentRow[] => {
    const worker = world.taskRouter.findWorker(workerSid);
    if (!worker) return [];
    const { friendlyName, available } = world.taskRouter.activity(worker.activitySid);
    const load = [...worker.channels.values()]
      .filter(({ assignedTasks }) => assignedTasks > 0)
      .map((channel) => `${channel.taskChannelUniqueName} ${channel.assignedTasks}/${channel.configuredCapacity}`);
    return [{ username, fullName, roles, workerSid, activity: friendlyName, available, load }];
  });
  return { total: rows.length, rows };
}

function tasks(world: World): Section<TaskRow> {
  return newest(
    world.taskRouter.tasks(),
    ({ createdAtMs }) => createdAtMs,
    (task) => ({
      sid: task.sid,
      customer: customerOf(task.attributes),
      channel: task.taskChannelUniqueName,
      queue: world.taskRouter.queues().find(({ sid }) => sid === task.queueSid)?.friendlyName ?? '',
      status: task.assignmentStatus,
      priority: task.priority,
      reservations: world.taskRouter
        .reservationsOfTask(task.sid)
        .map(({ sid, workerSid, status }) => ({ sid, agent: personName(world, workerSid), status })),
      createdAtMs: task.createdAtMs,
    }),
  );
}

function conversations(world: World): Section<ConversationRow> {
  return newest(
    world.conversations.list(),
    ({ updatedAtMs, messages }) => Math.max(updatedAtMs, messages.at(-1)?.createdAtMs ?? 0),
    (one) => ({
      sid: one.sid,
      name: one.friendlyName ?? one.uniqueName ?? one.sid,
      channel: world.flex.channelOfConversation(one.sid)?.type ?? 'none',
      state: one.state,
      participants: [...one.participants.values()].map(({ identity, messagingBinding }) =>
        personName(world, identity ?? messagingBinding?.address ?? ''),
      ),
      lastMessage: one.messages.at(-1)?.body ?? null,
      messageCount: one.messages.length,
      webhookCount: one.webhooks.size,
      updatedAtMs: one.updatedAtMs,
    }),
  );
}

function syncRows({ friendlyName, documents, maps, lists }: SyncService): readonly SyncRow[] {
  const row = (
    kind: SyncRow['kind'],
    held: Pick<SyncRow, 'sid' | 'revision' | 'expiresAtMs' | 'updatedAtMs'> & { readonly uniqueName: string | null },
    itemCount: number | null = null,
  ): SyncRow => {
    const { sid, revision, expiresAtMs, updatedAtMs } = held;
    const name = held.uniqueName ?? sid;
    return { sid, kind, name, service: friendlyName, itemCount, revision, expiresAtMs, updatedAtMs };
  };
  return [
    ...[...documents.values()].map((one) => row('document', one)),
    ...[...maps.values()].map((one) => row('map', one, one.items.size)),
    ...[...lists.values()].map((one) => row('list', one, one.items.size)),
  ];
}

function sync(world: World): Section<SyncRow> {
  return newest(
    world.sync.services().flatMap(syncRows),
    ({ updatedAtMs }) => updatedAtMs,
    (row) => row,
  );
}

function webhooks({ deliveries }: Logs): Section<WebhookRow> {
  const rows = deliveries.newest(ROWS_SHOWN).map(({ number, entry }) => ({
    number,
    at: entry.at,
    event: entry.delivery.params['EventType'] ?? entry.kind,
    url: entry.delivery.url,
    ...outcomeOf(entry.outcome),
    durationMs: entry.durationMs,
  }));
  return { total: deliveries.total(), rows };
}

function calls({ calls: log }: Logs): Section<CallRow> {
  const rows = log.newest(ROWS_SHOWN).map(({ number, entry }) => {
    const { at, operationId, method, host, path, status, durationMs } = entry;
    return { number, at, operation: operationId ?? 'unknown', method, path: `${host}${path}`, status, durationMs };
  });
  return { total: log.total(), rows };
}

function functions({ functions: log }: Logs): Section<FunctionRow> {
  const rows = log.newest(ROWS_SHOWN).map(({ number, entry }) => ({ number, ...entry }));
  return { total: log.total(), rows };
}

function faults({ faults: planned }: World): Overview['faults'] {
  const rows = planned.list();
  return { total: rows.length, rows };
}

function webhookFaults({ webhookFaults: planned }: World): Overview['webhookFaults'] {
  const rows = planned.list();
  return { total: rows.length, rows };
}

const builders = {
  agents,
  tasks,
  conversations,
  sync,
  webhooks: (_world: World, logs: Logs) => webhooks(logs),
  calls: (_world: World, logs: Logs) => calls(logs),
  functions: (_world: World, logs: Logs) => functions(logs),
  faults,
  webhookFaults,
} satisfies { readonly [Name in SectionName]: (world: World, logs: Logs) => Overview[Name] };

export const sectionNames: readonly SectionName[] = [
  'agents',
  'tasks',
  'conversations',
  'sync',
  'webhooks',
  'calls',
  'functions',
  'faults',
  'webhookFaults',
];

/** Those sections as they are now. */
export function sectionsOf(world: World, logs: Logs, names: Iterable<SectionName>): Partial<Overview> {
  return Object.fromEntries([...names].map((name) => [name, builders[name](world, logs)]));
}

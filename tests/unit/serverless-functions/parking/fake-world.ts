import type { HistoryEntry } from '../../../../serverless-functions/src/contract/history';
import type { ListItem } from '../../../../serverless-functions/src/contract/list-item';
import type {
  ConversationSid,
  TaskQueueSid,
  TaskSid,
  WorkerSid,
  WorkflowSid,
} from '../../../../serverless-functions/src/contract/sids';
import type { Caller } from '../../../../serverless-functions/src/parking/caller';
import type { MessageHead } from '../../../../serverless-functions/src/parking/domain/messages';
import { recordSchema, type InteractionRecord } from '../../../../serverless-functions/src/parking/domain/record';
import type { AlertBody } from '../../../../serverless-functions/src/parking/domain/alert';
import type { ParkSettings } from '../../../../serverless-functions/src/parking/domain/settings';
import type { InviteRouting } from '../../../../serverless-functions/src/parking/domain/routing';
import type {
  Conversation,
  ConversationParticipant,
  DueTime,
  InteractionParticipant,
  Lease,
  Slot,
  Task,
  WakeWebhook,
} from '../../../../serverless-functions/src/parking/ports';
import type { RecordDocument } from '../../../../serverless-functions/src/twilio/record-documents';
import type { WakeMessage } from '../../../../serverless-functions/src/parking/unpark/wake';
import { ADA, aPark, BEN, GRACE, PARKED_AT_MS, sid, SOFIA, TASK_ATTRIBUTES } from '../support/fixtures';
import { fakeClock, type FakeClock } from '../support/fake-clock';

/** One conversation of Grace with Ada, as Twilio would hold it. Tests read and change it directly. */
export interface World {
  clock: FakeClock;
  conversation: Conversation | undefined;
  participants: ConversationParticipant[];
  channel: InteractionParticipant[];
  tasks: Map<string, Task>;
  /** Accepted reservations by task. */
  accepted: Map<string, { workerSid: WorkerSid; atMs: number }>;
  /** Oldest first. */
  messages: (MessageHead & { body?: string })[];
  /** Sync documents of records by conversation, whatever they hold. */
  documents: Map<string, RecordDocument>;
  webhooks: Map<string, WakeWebhook>;
  rows: Map<string, { item: ListItem; ttlSeconds: number; revision: string }>;
  invites: { taskSid: TaskSid; routing: InviteRouting; attributes: string }[];
  /** Courtesy messages that the customer got. */
  said: string[];
  staff: Caller[];
  /** Workers who are available and have room. */
  free: Set<string>;
  /** Invites that name one of these are refused. */
  deletedWorkflows: Set<string>;
  /** The account's. */
  defaultWorkflowSid: WorkflowSid | undefined;
  /** The queues that each worker is in. */
  queues: Map<string, TaskQueueSid[]>;
  /** No invite brings it back. */
  channelFailed: boolean;
  /** Whether the agents have their maps already. */
  hasMap: boolean;
  /** Identities that may read their own map. */
  readers: Set<string>;
  /** Supervisors who are told of changes. */
  watchers: Set<string>;
  /** Full names by worker. */
  names: Map<string, string>;
  /** Whether TaskRouter's events reach the Functions. */
  deathsAreReported: boolean;
  /** Studio flows on the conversation. */
  flows: string[];
  /** By park id. */
  slots: Map<string, Slot>;
  dueTimes: Map<string, DueTime>;
  /** By park id. */
  history: Map<string, HistoryEntry & { days: number }>;
  /** Keys of alerts that were noted, and what was sent where. */
  alertsTold: Set<string>;
  hasAlertSecret: boolean;
  alertsSent: { url: string; body: AlertBody }[];
  settings: ParkSettings;
  lease: Lease;
  log: string[];
  /** A new number for SIDs and revisions. */
  next(): number;
}

export const DEFAULT_WORKFLOW = sid('WW', 9);

export const SETTINGS: ParkSettings = {
  enabled: true,
  showList: true,
  askForNote: false,
  noteReasons: [],
  customerSpokeLast: 'warn',
  wrapUp: false,
  courtesyMessage: {},
  autoParkMinutes: null,
  beforeTaskExpires: 'park',
  maxParkAgeHours: null,
  atMaxParkAge: 'route',
  farewellMessage: {},
  remindBeforeCloseHours: null,
  reminderMessage: {},
  onCustomerReply: 'workflow',
  workerInviteTimeoutSeconds: 60,
  unparkInviteTimeoutSeconds: 120,
  replyQueue: 'original',
  taskrouterEvents: 'callback',
  studioFlowSid: null,
  studioTimeoutMinutes: 10,
  returningPriorityBoost: 0,
  maxParkedPerAgent: null,
  historyDays: 30,
  alertUrl: null,
  parkUntil: true,
  parkUntilPresets: [],
  timeZone: null,
  whenDue: 'worker',
  wakeLinks: false,
  onlyThenMaxHours: 24,
  smartWake: false,
  smartWakeHours: 12,
  replyWindowNoticeMinutes: 60,
  queues: {},
};

const NO_LEASE: Lease = {
  untilMs: 0,
  cursor: undefined,
  doneOnPage: 0,
  wholeRoundAtMs: undefined,
  roundAtMs: undefined,
  again: [],
};

export const OTHERS_ATTRIBUTES = { crmId: '42' };

export function createWorld(): World {
  let count = 100;
  const { task } = aPark();
  return {
    clock: fakeClock(PARKED_AT_MS),
    conversation: { state: 'active', attributes: JSON.stringify(OTHERS_ATTRIBUTES) },
    participants: [
      { sid: GRACE.participantSid, identity: GRACE.identity },
      { sid: sid('MB', 8), identity: ADA.identity },
    ],
    channel: [
      { sid: sid('UT', 9), type: 'customer' },
      { sid: sid('UT'), type: 'agent', taskSid: task.sid, workerSid: ADA.workerSid },
    ],
    tasks: new Map([
      [
        task.sid,
        {
          ...task,
          queueSid: sid('WQ'),
          status: 'assigned',
          createdAtMs: PARKED_AT_MS,
          attributes: JSON.stringify(TASK_ATTRIBUTES),
        },
      ],
    ]),
    messages: [0, 1, 2, 3].map((index) => ({ index, author: 'grace', participantSid: GRACE.participantSid })),
    documents: new Map(),
    webhooks: new Map(),
    rows: new Map(),
    invites: [],
    staff: [ADA, BEN, SOFIA],
    accepted: new Map([[task.sid, { workerSid: ADA.workerSid, atMs: PARKED_AT_MS }]]),
    free: new Set([ADA.workerSid, BEN.workerSid]),
    deletedWorkflows: new Set(),
    defaultWorkflowSid: DEFAULT_WORKFLOW,
    queues: new Map([ADA, BEN, SOFIA].map(({ workerSid }) => [workerSid, [sid('WQ')]])),
    channelFailed: false,
    hasMap: true,
    names: new Map(),
    readers: new Set(),
    watchers: new Set(),
    deathsAreReported: true,
    said: [],
    flows: [],
    slots: new Map(),
    dueTimes: new Map(),
    history: new Map(),
    alertsTold: new Set(),
    hasAlertSecret: true,
    alertsSent: [],
    settings: SETTINGS,
    lease: NO_LEASE,
    log: [],
    next() {
      count += 1;
      return count;
    },
  };
}

/** What wakes in any case. */
export const NEWS_ASKED_FOR: WakeMessage['said'] = { body: 'Any news?', hasMedia: false };

/** Somebody writes; returns the event that each live wake webhook would get. */
export function writes(
  world: World,
  by: Omit<MessageHead, 'index'> = customer,
  said: WakeMessage['said'] = NEWS_ASKED_FOR,
): WakeMessage[] {
  const index = world.messages.length;
  world.messages.push({ index, ...by, body: said.body });
  const to = { conversationSid: sid('CH'), index, said };
  return [...world.webhooks.values()].map(({ parkId }) => ({ ...to, parkId, ...by }));
}

/** Grace says just that; returns the event. */
export function says(world: World, body: string): WakeMessage {
  const [message] = writes(world, customer, { body, hasMedia: false });
  if (!message) throw new Error('no webhook would tell anybody');
  return message;
}

const customer = { author: GRACE.identity, participantSid: GRACE.participantSid };

/** An agent accepts a task: they are on the channel and in the conversation. */
export function accepts(world: World, taskSid: TaskSid, { workerSid, identity }: Caller): void {
  const task = world.tasks.get(taskSid);
  if (!task) throw new Error('there is no such task');
  world.tasks.set(taskSid, { ...task, status: 'assigned' });
  world.channel.push({ sid: sid('UT', world.next()), type: 'agent', taskSid, workerSid });
  world.participants.push({ sid: sid('MB', world.next()), identity });
}

/** The agent of a channel participant leaves the conversation: their task is over, or they wrap it up. */
export function leaves(world: World, participant: InteractionParticipant, to: 'closed' | 'wrapup' = 'closed'): void {
  const { taskSid, workerSid } = participant;
  if (to === 'closed') world.channel.splice(world.channel.indexOf(participant), 1);
  const task = taskSid && world.tasks.get(taskSid);
  if (task) world.tasks.set(task.sid, { ...task, status: to === 'closed' ? 'completed' : 'wrapping' });
  const identity = world.staff.find((one) => one.workerSid === workerSid)?.identity;
  world.participants = world.participants.filter((one) => one.identity !== identity);
}

/** Puts a document there as somebody else would write it: a record, or anything. */
export function holds(world: World, data: unknown, conversationSid: ConversationSid = sid('CH')): void {
  const held = world.documents.get(conversationSid);
  const document = { sid: held?.sid ?? `ET${world.next()}`, revision: String(world.next()), data };
  world.documents.set(conversationSid, document);
}

/** The record, of the conversation; undefined when there is none that can be read. */
export function recordOf(world: World, conversationSid: ConversationSid = sid('CH')): InteractionRecord | undefined {
  const parsed = recordSchema.safeParse(world.documents.get(conversationSid)?.data);
  return parsed.success ? parsed.data : undefined;
}

/** The only new task. */
export function newTask(world: World): TaskSid {
  const [invite, ...more] = world.invites;
  if (!invite || more.length > 0) throw new Error(`there are ${world.invites.length} invites`);
  return invite.taskSid;
}

/** Everything of ours that is left at Twilio. */
export function leftovers(world: World) {
  return {
    records: [...world.documents.values()].map(({ data }) => recordSchema.safeParse(data).data?.state ?? 'unreadable'),
    webhooks: [...world.webhooks.values()].map(({ parkId }) => parkId),
    rows: [...world.rows.values()].map(({ item }) => item.parkId),
    ...(world.dueTimes.size > 0 && { dueTimes: [...world.dueTimes.values()].map(({ parkId }) => parkId) }),
    attributes: JSON.parse(world.conversation?.attributes ?? '{}') as unknown,
  };
}

export const NOTHING = { records: [], webhooks: [], rows: [], attributes: OTHERS_ATTRIBUTES };

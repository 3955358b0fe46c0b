import type { ListItem } from '../contract/list-item';
import type {
  ConversationParticipantSid,
  ConversationSid,
  FlowSid,
  InteractionChannelSid,
  InteractionParticipantSid,
  InteractionSid,
  TaskQueueSid,
  TaskSid,
  WebhookSid,
  WorkerSid,
  WorkflowSid,
} from '../contract/sids';
import type { FullMessage, MessageHead } from './domain/messages';
import type { CurrentSettings } from './domain/settings';
import type { Park, Traces } from './domain/record';
import type { InviteRouting } from './domain/routing';
import type { Records } from './record-port';
import type { ParkedSlots } from './slot-port';

export type { Lease, RecordPage, Records, Stored, Written } from './record-port';
export type { ParkedSlots, Slot } from './slot-port';

/** What the use cases need from outside, one interface per Twilio resource. Adapters throw TwilioFailure. */
export interface Ports {
  records: Records;
  conversations: Conversations;
  wakeWebhooks: WakeWebhooks;
  flows: Flows;
  interactions: Interactions;
  tasks: Tasks;
  workers: Workers;
  workflows: Workflows;
  list: ParkedList;
  board: Board;
  slots: ParkedSlots;
  settings: Settings;
  clock: Clock;
  /** A new random id for a park or a claim. */
  newId(): string;
  /** Whether an answer to one of this invocation's writes was lost, so that it may still take effect. */
  hadLostAnswers(): boolean;
  log: Log;
  /** Host of these Functions, which new webhooks point at. */
  functionsDomain: string;
}

export interface Clock {
  nowMs(): number;
  sleep(delayMs: number): Promise<void>;
  /** The promise's value, or a TwilioFailure `unknown` when it takes longer than the limit. */
  timeout<T>(promise: Promise<T>, limitMs: number): Promise<T>;
}

/** One line per step: no message text, no addresses, no tokens. */
export type Log = (step: string, outcome: string, details?: Record<string, string | number | boolean>) => void;

export interface Conversation {
  state: 'active' | 'inactive' | 'closed';
  /** JSON. */
  attributes: string;
}

export interface ConversationParticipant {
  sid: ConversationParticipantSid;
  identity?: string;
  /** Address of the messaging binding (SMS, WhatsApp …). */
  address?: string;
}

export interface Conversations {
  fetch(sid: ConversationSid): Promise<Conversation | undefined>;
  putAttributes(sid: ConversationSid, attributes: string): Promise<void>;
  participants(sid: ConversationSid): Promise<ConversationParticipant[]>;
  /** The newest messages, newest first; `complete` when there are no older ones. */
  newestMessages(sid: ConversationSid): Promise<{ messages: MessageHead[]; complete: boolean }>;
  /** The newest messages with their text, newest first, for a person who asked to see them. */
  readMessages(sid: ConversationSid): Promise<{ messages: FullMessage[]; complete: boolean }>;
  /** Writes to the customer as the system. Wakes nothing: REST messages fire no webhook. */
  say(sid: ConversationSid, body: string): Promise<void>;
}

export interface WakeWebhook {
  sid: WebhookSid;
  parkId: string;
  functionsDomain: string;
  createdAtMs: number;
}

/** Our own webhooks on a conversation; other people's are never seen here. */
export interface WakeWebhooks {
  create(park: Park): Promise<WebhookSid>;
  list(conversation: ConversationSid): Promise<WakeWebhook[]>;
  /** "Not found" is done. */
  remove(conversation: ConversationSid, sid: WebhookSid): Promise<void>;
}

/** Studio flows on a conversation. */
export interface Flows {
  /** The flow gets the messages that the agent has not seen, if Twilio replays them, and all later ones. */
  attach(park: Park, flow: FlowSid): Promise<void>;
  /** Takes the flow off the conversation, however often it is there. */
  detach(conversation: ConversationSid, flow: FlowSid): Promise<void>;
}

export interface ChannelRef {
  interactionSid: InteractionSid;
  channelSid: InteractionChannelSid;
}

export interface InteractionParticipant {
  sid: InteractionParticipantSid;
  type: string;
  taskSid?: TaskSid;
  workerSid?: WorkerSid;
}

export interface SentInvite {
  taskSid: TaskSid;
  /** JSON of the task's attributes. */
  attributes: string;
}

export interface Interactions {
  participants(channel: ChannelRef): Promise<InteractionParticipant[]>;
  /**
   * `closed`: the agent's task completes and his capacity is free. `wrapup`: he leaves the conversation, and his task
   * waits until he is closed too. Whether he stays in the Conversation until then is undocumented.
   */
  release(channel: ChannelRef, participant: InteractionParticipantSid, to: 'closed' | 'wrapup'): Promise<void>;
  /** Ends the channel and with it the Conversation, for good. */
  close(channel: ChannelRef): Promise<void>;
  invite(channel: ChannelRef, invite: { routing: InviteRouting; attributes: string }): Promise<TaskSid>;
  invites(channel: ChannelRef): Promise<SentInvite[]>;
}

/** TaskRouter's assignment status: pending, reserved, assigned, wrapping, completed, canceled. */
export interface Task {
  sid: TaskSid;
  status: string;
  attributes: string;
  workflowSid: WorkflowSid;
  queueSid: TaskQueueSid;
  queueName: string;
  taskChannelUniqueName: string;
  priority: number;
}

export interface Tasks {
  /** undefined: TaskRouter does not know it (any more). */
  fetch(sid: TaskSid): Promise<Task | undefined>;
  /** Whether the workspace's event callback tells these Functions that a task has died. */
  deathsAreReported(): Promise<boolean>;
}

export interface Workers {
  /** Whether a chat identity is a Flex user's. */
  hasIdentity(identity: string): Promise<boolean>;
  /** What people call him; undefined for a worker who is gone. */
  nameOf(worker: WorkerSid): Promise<string | undefined>;
  /** Whether he is in an available activity and has room on the task channel now; false for a worker who is gone. */
  isFree(worker: WorkerSid, taskChannelUniqueName: string): Promise<boolean>;
}

export interface Workflows {
  /** The account's default workflow when this one was deleted, and is not the default itself. */
  replacementOf(sid: WorkflowSid): Promise<WorkflowSid | undefined>;
}

export type ListItemRef = NonNullable<Traces['listItem']>;

export type ListItemKey = Pick<ListItem, 'workerSid' | 'conversationSid' | 'parkId'>;

export interface ParkedList {
  /** Writes or overwrites the row; 0 seconds: without end. */
  put(item: ListItem, ttlSeconds: number): Promise<ListItemRef>;
  /** The row, if it is there and bears this park id. */
  find(item: ListItemKey): Promise<ListItemRef | undefined>;
  /** Removes the row if it bears this park id; a known revision saves looking. */
  remove(item: ListItemKey, revision?: string): Promise<void>;
  /** Where Sync asks for permissions (ACL), an agent may read his own map and nothing else. */
  letAgentRead(agent: Pick<Park['agent'], 'workerSid' | 'identity'>): Promise<void>;
  all(): AsyncIterable<ListItem>;
}

/** The supervisors' boards. */
export interface Board {
  /** Has every open board look again. Nobody depends on it: it never fails and is not waited for long. */
  changed(): Promise<void>;
  /** Lets a supervisor's browser be told, also where Sync asks for permissions (ACL). */
  letWatch(identity: string): Promise<void>;
}

export interface Settings {
  /** Throws ParkingError `configuration-unavailable` when it cannot be read and was never read before. */
  current(): Promise<CurrentSettings>;
}

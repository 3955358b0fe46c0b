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
import type { Park } from './domain/record';
import type { InviteRouting } from './domain/routing';
import type { Records } from './record-port';
import type { Board, ParkedList, ParkedSlots } from './list-port';

export type { Found, Lease, RecordPage, Records, Stored, Unreadable, Written } from './record-port';
export type { Board, ListItemKey, ListItemRef, ParkedList, ParkedSlots, Slot } from './list-port';

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

/** Newest first; `complete` when there are no older ones. */
export interface NewestMessages {
  messages: MessageHead[];
  complete: boolean;
}

export interface Conversations {
  fetch(sid: ConversationSid): Promise<Conversation | undefined>;
  putAttributes(sid: ConversationSid, attributes: string): Promise<void>;
  participants(sid: ConversationSid): Promise<ConversationParticipant[]>;
  newestMessages(sid: ConversationSid): Promise<NewestMessages>;
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
   * `closed`: the agent's task completes and their capacity is free. `wrapup`: they leave the conversation, and the
   * task waits until they are closed too. Whether they stay in the Conversation until then is undocumented.
   */
  release(channel: ChannelRef, participant: InteractionParticipantSid, to: 'closed' | 'wrapup'): Promise<void>;
  /** Ends the channel and with it the Conversation, for good. */
  close(channel: ChannelRef): Promise<void>;
  invite(channel: ChannelRef, invite: { routing: InviteRouting; attributes: string }): Promise<TaskSid>;
  /** Whether accepted ones stay in the list is undocumented. */
  invites(channel: ChannelRef): Promise<SentInvite[]>;
  /** Whether the channel has failed, so that no invite can bring it back. */
  hasFailed(channel: ChannelRef): Promise<boolean>;
}

/** TaskRouter's assignment status: pending, reserved, assigned, wrapping, completed, canceled. */
export interface Task {
  sid: TaskSid;
  status: string;
  attributes: string;
  /** Undefined after a transfer and for tasks that were routed straight to a queue. */
  workflowSid: WorkflowSid | undefined;
  queueSid: TaskQueueSid | undefined;
  queueName: string;
  taskChannelUniqueName: string;
  priority: number;
}

export interface Tasks {
  /** undefined: TaskRouter does not know it (any more, or not yet). */
  fetch(sid: TaskSid): Promise<Task | undefined>;
  /** Its assignment status and nothing else, for whoever needs no more; undefined as above. */
  status(sid: TaskSid): Promise<string | undefined>;
  /** Remembers that a task is over: Twilio reopens none. */
  noteOver(sid: TaskSid): void;
  /** False when it is not known, so that its status has to be read. */
  isKnownToBeOver(sid: TaskSid): boolean;
  /** Ends a task that nobody has accepted. False when it cannot be ended: it was accepted, or is over. */
  cancel(sid: TaskSid, reason: string): Promise<boolean>;
  /** Whether the workspace's event callback tells these Functions that a task has died. */
  deathsAreReported(): Promise<boolean>;
}

export interface Workers {
  /** Whether a chat identity is a Flex user's. */
  hasIdentity(identity: string): Promise<boolean>;
  /** What people call them; undefined for a worker who is gone. */
  nameOf(worker: WorkerSid): Promise<string | undefined>;
  /** Whether they are in an available activity and have room on the task channel now; false for a worker who is gone. */
  isFree(worker: WorkerSid, taskChannelUniqueName: string): Promise<boolean>;
  /** A queue that they are in; undefined when there is none. */
  queueOf(worker: WorkerSid): Promise<TaskQueueSid | undefined>;
}

export interface Workflows {
  /** The account's default workflow when this one was deleted, and is not the default itself. */
  replacementOf(sid: WorkflowSid): Promise<WorkflowSid | undefined>;
  /** The account's default workflow. */
  standard(): Promise<WorkflowSid | undefined>;
}

export interface Settings {
  /** Throws ParkingError `configuration-unavailable` when it cannot be read and was never read before. */
  current(): Promise<CurrentSettings>;
}

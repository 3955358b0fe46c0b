import type {
  ConversationParticipantSid,
  ConversationSid,
  FlowSid,
  InteractionChannelSid,
  InteractionParticipantSid,
  InteractionSid,
  TaskSid,
  WebhookSid,
  WorkerSid,
} from '../contract/sids';
import type { FullMessage, MessageHead } from './domain/messages';
import type { CurrentSettings } from './domain/settings';
import type { Park } from './domain/record';
import type { InviteRouting } from './domain/routing';
import type { Records } from './record-port';
import type { ParkingHistory } from './history-port';
import type { AlertPost, AlertsTold } from './alert-port';
import type { Board, DueTimes, ParkedList, ParkedSlots } from './list-port';
import type { AccountSettings } from './settings-port';
import type { Tasks, Workers, Workflows } from './task-router-port';

export type { Found, Lease, RecordPage, Records, Stored, Unreadable, Written } from './record-port';
export type { HistoryPage, ParkingHistory } from './history-port';
export type { AccountSettings, PlannedSettings, SettingsChange, SettingsThen } from './settings-port';
export type { AlertPost, AlertsTold } from './alert-port';
export type { Task, Tasks, Workers, Workflows } from './task-router-port';
export type { Board, DueTime, DueTimes, ListItemKey, ListItemRef, ParkedList, ParkedSlots, Slot } from './list-port';

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
  dueTimes: DueTimes;
  history: ParkingHistory;
  settings: Settings;
  accountSettings: AccountSettings;
  wakeLinks: WakeLinks;
  alertsTold: AlertsTold;
  alertPost: AlertPost;
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

/** A wake link is good for one park: it goes with the park id. */
export interface WakeLinks {
  /** Path and query of the link; undefined while the Functions have no secret to sign it with. */
  pathFor(park: Pick<Park, 'conversationSid' | 'parkId'>): string | undefined;
  /** `off`: there is no secret. Asks nobody, so that any number of wrong ones costs nothing. */
  check(park: Pick<Park, 'conversationSid' | 'parkId'>, token: string): 'genuine' | 'wrong' | 'off';
}

export interface Settings {
  /** Throws ParkingError `configuration-unavailable` when it cannot be read and was never read before. */
  current(): Promise<CurrentSettings>;
}

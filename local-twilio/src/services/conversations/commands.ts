import type { ConversationsConfiguration } from './configuration-commands';
import type { ConversationsState } from './state';
import type {
  ChatService,
  ChatUser,
  Conversation,
  ConversationParticipant,
  ConversationState,
  DeliveryReceipt,
  DeliveryStatus,
  MediaItem,
  Message,
  MessagingBinding,
  Origin,
  PreEventType,
  ScopedWebhook,
  Source,
  StoredMedia,
} from './entities';

export { webhookOf } from './configuration-commands';

export interface NewConversation {
  readonly friendlyName?: string | null;
  readonly uniqueName?: string | null;
  readonly attributes?: string;
  readonly createdBy?: string;
  readonly messagingServiceSid?: string | null;
}

export interface NewParticipant {
  readonly roleSid?: string;
  readonly identity?: string;
  readonly messagingBinding?: MessagingBinding;
  readonly attributes?: string;
}

export interface NewMessage {
  /** Identity or address of the writer. */
  readonly author?: string | null;
  readonly body?: string | null;
  readonly attributes?: string;
  readonly media?: readonly MediaItem[];
  /** Of a message that was written elsewhere before. Default: now. */
  readonly createdAtMs?: number;
  readonly updatedAtMs?: number;
  readonly source: Source;
  /** Whether scoped webhooks fire. Default: yes for SDK, SMS and WHATSAPP, no for API. */
  readonly webhooks?: boolean;
}

export interface NewMedia extends Pick<MediaItem, 'contentType' | 'filename' | 'category'> {
  readonly author: string;
  readonly bytes: Buffer;
}

export interface DeliveryReport {
  readonly conversationSid: string;
  readonly messageSid: string;
  /** Who has an address, and was to get the message. */
  readonly participantSid: string;
  readonly status: DeliveryStatus;
  readonly errorCode?: number;
}

export interface NewScopedWebhook {
  readonly target: ScopedWebhook['target'];
  readonly url?: string;
  readonly method?: string;
  readonly filters?: readonly string[];
  readonly triggers?: readonly string[];
  readonly flowSid?: string;
  readonly replayAfter?: number;
}

export type ConversationChanges = Partial<
  Pick<Conversation, 'friendlyName' | 'uniqueName' | 'attributes' | 'inactiveAtMs' | 'closedAtMs'>
> & { readonly state?: ConversationState };

export interface MessageChanges {
  readonly author?: string;
  readonly createdAtMs?: number;
  /** Default: now. */
  readonly updatedAtMs?: number;
  readonly body?: string;
  readonly attributes?: string;
  readonly by?: Origin;
}

export interface ParticipantChanges {
  readonly roleSid?: string;
  readonly attributes?: string;
  readonly lastReadMessageIndex?: number;
  readonly by?: Origin;
}

export interface UserChanges {
  readonly roleSid?: string;
  readonly friendlyName?: string;
  readonly attributes?: string;
  readonly online?: boolean;
}

type Asked =
  | 'create'
  | 'createWith'
  | 'update'
  | 'remove'
  | 'addParticipant'
  | 'updateParticipant'
  | 'removeParticipant'
  | 'addMessage'
  | 'updateMessage'
  | 'removeMessage'
  | 'updateUser';

/**
 * The commands of which pre-action webhooks are asked before they are done: at once if there is nobody to ask. Rejects with
 * 403 what they refuse, which leaves everything as it was.
 */
export type Asking = {
  readonly [Name in Asked]: (
    ...given: Parameters<Conversations[Name]>
  ) => ReturnType<Conversations[Name]> | Promise<ReturnType<Conversations[Name]>>;
} & {
  /** Whether anybody is. */
  isAsked(eventType: PreEventType, by: Origin): boolean;
};

/**
 * Rules of Twilio Conversations. Every command throws a TwilioError when Twilio would refuse it. What clients, customers
 * and REST callers want goes through `asking`; the rest is Twilio's own doing, of which no webhook is asked.
 */
export interface Conversations extends ConversationsConfiguration {
  readonly service: ChatService;
  readonly asking: Asking;
  /** All that there is, live: what a state file keeps. */
  state(): ConversationsState;
  list(): readonly Conversation[];
  find(sidOrUniqueName: string): Conversation | undefined;
  /** Throws 404 / 20404 if there is none. */
  get(sidOrUniqueName: string): Conversation;
  create(input: NewConversation, by?: Origin): Conversation;
  /** All of it, or nothing: at most ten participants at once. */
  createWith(input: NewConversation, participants: readonly NewParticipant[], by?: Origin): Conversation;
  update(conversationSid: string, changes: ConversationChanges, by?: Origin): Conversation;
  remove(conversationSid: string, by?: Origin): void;
  addParticipant(conversationSid: string, input: NewParticipant, by?: Origin): ConversationParticipant;
  updateParticipant(
    conversationSid: string,
    participantSid: string,
    changes: ParticipantChanges,
  ): ConversationParticipant;
  removeParticipant(conversationSid: string, participantSid: string, by?: Origin): void;
  addMessage(conversationSid: string, input: NewMessage): Message;
  updateMessage(conversationSid: string, messageSid: string, changes: MessageChanges): Message;
  removeMessage(conversationSid: string, messageSid: string, by?: Origin): void;
  addMedia(input: NewMedia): StoredMedia;
  findMedia(sid: string): StoredMedia | undefined;
  /** What a message over REST may carry: it was uploaded, and no message has it. */
  mediaToSend(sid: string): MediaItem;
  /** What a carrier tells of a message; makes the receipt at the first report. */
  reportDelivery(report: DeliveryReport): DeliveryReceipt;
  markRead(conversationSid: string, identity: string, index: number | null): ConversationParticipant;
  /** Says that somebody types; `author` is an identity or an address. */
  type(conversationSid: string, author: string): void;
  addWebhook(conversationSid: string, input: NewScopedWebhook): ScopedWebhook;
  updateWebhook(conversationSid: string, webhookSid: string, changes: Partial<NewScopedWebhook>): ScopedWebhook;
  removeWebhook(conversationSid: string, webhookSid: string): void;
  /** Conversations in which that identity takes part. */
  ofIdentity(identity: string): readonly Conversation[];
  users(): readonly ChatUser[];
  /** Creates the user at first sight, as Twilio does when an identity joins or connects. */
  user(identity: string): ChatUser;
  /** 409 / 50201 if there is one of that identity. */
  createUser(identity: string, given: UserChanges, by?: Origin): ChatUser;
  updateUser(identity: string, changes: UserChanges, by?: Origin): ChatUser;
  /** Takes them out of open Conversations, too. */
  removeUser(identity: string, by?: Origin): void;
}

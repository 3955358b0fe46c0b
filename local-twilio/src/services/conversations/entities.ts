import type { Sid } from '../../kernel/sids';
import type { DeliveryReceipt } from './receipt-entities';
import type { MediaContent } from './rules/media';

export type { DeliveryReceipt, DeliveryStatus } from './receipt-entities';

export type ConversationState = 'active' | 'inactive' | 'closed';

/** Where a message or change came from; it decides whether webhooks fire. */
export type Source = 'SDK' | 'API' | 'SMS' | 'WHATSAPP';

/**
 * Who did something, and whether webhooks are told. Of what is done over REST they are told only when the caller asks
 * for it: https://www.twilio.com/docs/conversations/conversations-webhooks#triggering-webhooks-for-rest-api-events
 */
export interface Origin {
  readonly source: Source;
  readonly webhooks: boolean;
  /** Of an SDK client. */
  readonly identity?: string | undefined;
}

/** Nobody is told: Twilio's own doing, and REST callers who did not ask for webhooks. */
export const QUIETLY: Origin = { source: 'API', webhooks: false };

/** https://www.twilio.com/docs/conversations/conversations-webhooks#webhook-action-triggers */
export const PRE_EVENTS = [
  'onMessageAdd',
  'onMessageUpdate',
  'onMessageRemove',
  'onConversationAdd',
  'onConversationUpdate',
  'onConversationRemove',
  'onParticipantAdd',
  'onParticipantUpdate',
  'onParticipantRemove',
  'onUserUpdate',
] as const;

export type PreEventType = (typeof PRE_EVENTS)[number];

export type BindingType = 'sms' | 'whatsapp' | 'messenger' | 'gbm' | 'rcs' | 'email';

export interface MessagingBinding {
  readonly type: BindingType;
  /** `+1555…`, `whatsapp:+1555…`, `messenger:…`, or an e-mail address. */
  readonly address: string;
  readonly proxyAddress: string;
  readonly name: string | null;
}

/** Either `identity` (chat) or `messagingBinding` (SMS, WhatsApp) is set. */
export interface ConversationParticipant {
  readonly sid: Sid<'MB'>;
  readonly conversationSid: Sid<'CH'>;
  readonly identity: string | null;
  readonly messagingBinding: MessagingBinding | null;
  readonly createdAtMs: number;
  /** JSON text. */
  attributes: string;
  roleSid: Sid<'RL'>;
  lastReadMessageIndex: number | null;
  lastReadAtMs: number | null;
  updatedAtMs: number;
}

export interface MediaItem {
  readonly sid: Sid<'ME'>;
  readonly contentType: string;
  readonly filename: string | null;
  readonly sizeBytes: number;
  readonly category: string;
}

/** https://www.twilio.com/docs/conversations/delivery-receipts */
/** An uploaded attachment, whether a message has it or not yet. */
export interface StoredMedia {
  readonly item: MediaItem;
  /** The identity that uploaded it. */
  readonly author: string;
  readonly createdAtMs: number;
  readonly content: MediaContent;
}

export interface Message {
  readonly sid: Sid<'IM'>;
  readonly conversationSid: Sid<'CH'>;
  /** Position in the conversation, from 0. */
  readonly index: number;
  /** An identity, an address, or a name chosen by the REST caller. */
  author: string | null;
  readonly participantSid: Sid<'MB'> | null;
  readonly media: readonly MediaItem[];
  readonly source: Source;
  readonly createdAtMs: number;
  body: string | null;
  /** JSON text. */
  attributes: string;
  updatedAtMs: number;
  /** One for each participant with an address, from the moment it is sent. */
  receipts: DeliveryReceipt[];
}

export interface ScopedWebhook {
  readonly sid: Sid<'WH'>;
  readonly conversationSid: Sid<'CH'>;
  readonly target: 'webhook' | 'trigger' | 'studio';
  readonly createdAtMs: number;
  url: string | null;
  method: 'GET' | 'POST';
  filters: readonly string[];
  triggers: readonly string[];
  flowSid: string | null;
  replayAfter: number | null;
  updatedAtMs: number;
}

export interface Conversation {
  readonly sid: Sid<'CH'>;
  readonly serviceSid: Sid<'IS'>;
  readonly createdBy: string;
  readonly createdAtMs: number;
  friendlyName: string | null;
  uniqueName: string | null;
  messagingServiceSid: string | null;
  /** JSON text, at most 16 KB. */
  attributes: string;
  state: ConversationState;
  stateUpdatedAtMs: number;
  updatedAtMs: number;
  /** When the timers of the Conversation fire, or null. */
  inactiveAtMs: number | null;
  closedAtMs: number | null;
  readonly participants: Map<string, ConversationParticipant>;
  /** In order of index; removed messages leave a gap. */
  messages: Message[];
  nextMessageIndex: number;
  readonly webhooks: Map<string, ScopedWebhook>;
}

export interface ChatService {
  readonly sid: Sid<'IS'>;
  readonly createdAtMs: number;
  friendlyName: string;
  updatedAtMs: number;
}

export interface ChatUser {
  readonly sid: Sid<'US'>;
  readonly serviceSid: Sid<'IS'>;
  readonly identity: string;
  readonly createdAtMs: number;
  roleSid: string;
  friendlyName: string;
  attributes: string;
  online: boolean;
  updatedAtMs: number;
}

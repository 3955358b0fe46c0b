import type { Kept } from '../../kernel/shapes';
import type { Sid } from '../../kernel/sids';
import type { mediaItem, message, receipt, storedMedia } from './message-state';
import type { binding, conversation, participant, user, webhook } from './state';

export type Conversation = Kept<
  typeof conversation,
  | 'friendlyName'
  | 'uniqueName'
  | 'messagingServiceSid'
  | 'attributes'
  | 'state'
  | 'stateUpdatedAtMs'
  | 'updatedAtMs'
  | 'inactiveAtMs'
  | 'closedAtMs'
  | 'messages'
  | 'nextMessageIndex'
>;

export type ConversationState = Conversation['state'];

/** Either `identity` (chat) or `messagingBinding` (SMS, WhatsApp) is set. */
export type ConversationParticipant = Kept<
  typeof participant,
  'attributes' | 'roleSid' | 'lastReadMessageIndex' | 'lastReadAtMs' | 'updatedAtMs'
>;

export type MessagingBinding = Kept<typeof binding>;

export type BindingType = MessagingBinding['type'];

export type Message = Kept<
  typeof message,
  'createdAtMs' | 'author' | 'body' | 'attributes' | 'updatedAtMs' | 'receipts'
>;

export type Source = Message['source'];

export type MediaItem = Kept<typeof mediaItem>;

/** An uploaded attachment, whether a message has it or not yet. */
export type StoredMedia = Kept<typeof storedMedia>;

/**
 * What became of a message on its way to one participant with an address:
 * https://www.twilio.com/docs/conversations/delivery-receipts
 */
export type DeliveryReceipt = Kept<typeof receipt, 'status' | 'errorCode' | 'updatedAtMs'>;

export type DeliveryStatus = DeliveryReceipt['status'];

export type ScopedWebhook = Kept<
  typeof webhook,
  'url' | 'method' | 'filters' | 'triggers' | 'flowSid' | 'replayAfter' | 'updatedAtMs'
>;

export type ChatUser = Kept<typeof user, 'roleSid' | 'friendlyName' | 'attributes' | 'online' | 'updatedAtMs'>;

/** Made anew at each start: Flex has one, and nothing of it changes. */
export interface ChatService {
  readonly sid: Sid<'IS'>;
  readonly createdAtMs: number;
  friendlyName: string;
  updatedAtMs: number;
}

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

import { z } from 'zod';
import { bySid, mapOf, ms, msOrNull, sid, textOrNull, type Shape } from '../../kernel/shapes';
import type {
  ChatUser,
  Conversation,
  ConversationParticipant,
  DeliveryReceipt,
  MediaItem,
  Message,
  ScopedWebhook,
  StoredMedia,
} from './entities';
import {
  SERVICE_USER,
  addressConfiguration,
  defaultRoles,
  noWebhooks,
  role,
  webhookConfiguration,
} from './configuration-state';
import { MediaContent } from './rules/media';
import type { ConversationStore } from './store';

/** What is kept of Conversations when the local Twilio ends. */
export type ConversationsState = Pick<
  ConversationStore,
  'conversations' | 'users' | 'media' | 'webhooks' | 'addresses' | 'roles'
>;

const participant: Shape<ConversationParticipant> = z
  .object({
    sid: sid('MB'),
    conversationSid: sid('CH'),
    identity: textOrNull,
    messagingBinding: z
      .object({
        type: z.enum(['sms', 'whatsapp', 'messenger', 'gbm', 'rcs', 'email']),
        address: z.string(),
        proxyAddress: z.string(),
        name: textOrNull,
      })
      .strict()
      .nullable(),
    createdAtMs: ms,
    attributes: z.string(),
    roleSid: sid('RL'),
    lastReadMessageIndex: z.number().nullable(),
    lastReadAtMs: msOrNull,
    updatedAtMs: ms,
  })
  .strict();

const media: Shape<MediaItem> = z
  .object({
    sid: sid('ME'),
    contentType: z.string(),
    filename: textOrNull,
    sizeBytes: z.number(),
    category: z.string(),
  })
  .strict();

const storedMedia: Shape<StoredMedia> = z
  .object({
    item: media,
    author: z.string(),
    createdAtMs: ms,
    content: textOrNull.transform((base64) => new MediaContent(base64 === null ? null : Buffer.from(base64, 'base64'))),
  })
  .strict();

const receipt: Shape<DeliveryReceipt> = z
  .object({
    sid: sid('DY'),
    participantSid: sid('MB'),
    channelMessageSid: z.string(),
    createdAtMs: ms,
    status: z.enum(['sent', 'delivered', 'read', 'undelivered', 'failed']),
    errorCode: z.number(),
    updatedAtMs: ms,
  })
  .strict();

const message: Shape<Message> = z
  .object({
    sid: sid('IM'),
    conversationSid: sid('CH'),
    index: z.number(),
    author: textOrNull,
    participantSid: sid('MB').nullable(),
    media: z.array(media),
    source: z.enum(['SDK', 'API', 'SMS', 'WHATSAPP']),
    createdAtMs: ms,
    body: textOrNull,
    attributes: z.string(),
    updatedAtMs: ms,
    receipts: z.array(receipt).default([]),
  })
  .strict();

const webhook: Shape<ScopedWebhook> = z
  .object({
    sid: sid('WH'),
    conversationSid: sid('CH'),
    target: z.enum(['webhook', 'trigger', 'studio']),
    createdAtMs: ms,
    url: textOrNull,
    method: z.enum(['GET', 'POST']),
    filters: z.array(z.string()),
    triggers: z.array(z.string()),
    flowSid: textOrNull,
    replayAfter: z.number().nullable(),
    updatedAtMs: ms,
  })
  .strict();

const conversation: Shape<Conversation> = z
  .object({
    sid: sid('CH'),
    serviceSid: sid('IS'),
    createdBy: z.string(),
    createdAtMs: ms,
    friendlyName: textOrNull,
    uniqueName: textOrNull,
    messagingServiceSid: textOrNull,
    attributes: z.string(),
    state: z.enum(['active', 'inactive', 'closed']),
    stateUpdatedAtMs: ms,
    updatedAtMs: ms,
    inactiveAtMs: msOrNull,
    closedAtMs: msOrNull,
    participants: bySid(participant),
    messages: z.array(message),
    nextMessageIndex: z.number(),
    webhooks: bySid(webhook),
  })
  .strict();

const user: Shape<ChatUser> = z
  .object({
    sid: sid('US'),
    serviceSid: sid('IS'),
    identity: z.string(),
    createdAtMs: ms,
    // State files of an earlier day have none.
    roleSid: z.string().default(SERVICE_USER),
    friendlyName: z.string(),
    attributes: z.string(),
    online: z.boolean(),
    updatedAtMs: ms,
  })
  .strict();

export const conversationsState: Shape<ConversationsState> = z
  .object({
    conversations: bySid(conversation),
    users: mapOf(user, ({ identity }) => identity),
    media: mapOf(storedMedia, ({ item }) => item.sid).default([]),
    webhooks: z.object({ account: webhookConfiguration, service: webhookConfiguration }).strict().default(noWebhooks),
    addresses: bySid(addressConfiguration).default([]),
    roles: bySid(role).default(defaultRoles),
  })
  .strict();

export const noConversations = (): ConversationsState => ({
  conversations: new Map(),
  users: new Map(),
  media: new Map(),
  webhooks: noWebhooks(),
  addresses: new Map(),
  roles: new Map(defaultRoles().map((one) => [one.sid, one])),
});

import { z } from 'zod';
import { bySid, mapOf, ms, msOrNull, sid, textOrNull, type Kept } from '../../kernel/shapes';
import {
  SERVICE_USER,
  addressConfiguration,
  defaultRoles,
  noWebhooks,
  role,
  webhookConfiguration,
} from './configuration-state';
import { message, storedMedia } from './message-state';

export const binding = z
  .object({
    type: z.enum(['sms', 'whatsapp', 'messenger', 'gbm', 'rcs', 'email']),
    /** `+1555…`, `whatsapp:+1555…`, `messenger:…`, or an e-mail address. */
    address: z.string(),
    proxyAddress: z.string(),
    name: textOrNull,
  })
  .strict();

export const participant = z
  .object({
    sid: sid('MB'),
    conversationSid: sid('CH'),
    identity: textOrNull,
    messagingBinding: binding.nullable(),
    createdAtMs: ms,
    /** JSON text. */
    attributes: z.string(),
    roleSid: sid('RL'),
    lastReadMessageIndex: z.number().nullable(),
    lastReadAtMs: msOrNull,
    updatedAtMs: ms,
  })
  .strict();

export const webhook = z
  .object({
    sid: sid('WH'),
    conversationSid: sid('CH'),
    target: z.enum(['webhook', 'trigger', 'studio']),
    createdAtMs: ms,
    url: textOrNull,
    method: z.enum(['GET', 'POST']),
    filters: z.array(z.string()).readonly(),
    triggers: z.array(z.string()).readonly(),
    flowSid: textOrNull,
    replayAfter: z.number().nullable(),
    updatedAtMs: ms,
  })
  .strict();

export const conversation = z
  .object({
    sid: sid('CH'),
    serviceSid: sid('IS'),
    createdBy: z.string(),
    createdAtMs: ms,
    friendlyName: textOrNull,
    uniqueName: textOrNull,
    messagingServiceSid: textOrNull,
    /** JSON text, at most 16 KB. */
    attributes: z.string(),
    state: z.enum(['active', 'inactive', 'closed']),
    stateUpdatedAtMs: ms,
    updatedAtMs: ms,
    /** When the timers of the Conversation fire, or null. */
    inactiveAtMs: msOrNull,
    closedAtMs: msOrNull,
    participants: bySid(participant),
    /** In order of index; removed messages leave a gap. */
    messages: z.array(message),
    nextMessageIndex: z.number(),
    webhooks: bySid(webhook),
  })
  .strict();

export const user = z
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

export const conversationsState = z
  .object({
    conversations: bySid(conversation),
    users: mapOf(user, ({ identity }) => identity),
    media: mapOf(storedMedia, ({ item }): string => item.sid).default([]),
    /** https://www.twilio.com/docs/conversations/api/webhook-configuration-resource */
    webhooks: z.object({ account: webhookConfiguration, service: webhookConfiguration }).strict().default(noWebhooks),
    addresses: bySid(addressConfiguration).default([]),
    roles: bySid(role).default(defaultRoles),
  })
  .strict();

/** What is kept of Conversations when the local Twilio ends. */
export type ConversationsState = Kept<typeof conversationsState>;

export const noConversations = (): ConversationsState => ({
  conversations: new Map(),
  users: new Map(),
  media: new Map(),
  webhooks: noWebhooks(),
  addresses: new Map(),
  roles: new Map(defaultRoles().map((one) => [one.sid, one])),
});

import { z } from 'zod';
import { ms, sid, textOrNull } from '../../kernel/shapes';
import { namedSid } from '../../kernel/sids';
import type { Role } from './configuration-entities';

export const webhookConfiguration = z
  .object({
    method: z.enum(['GET', 'POST']),
    filters: z.array(z.string()).readonly(),
    preWebhookUrl: textOrNull.default(null),
    postWebhookUrl: textOrNull,
  })
  .strict();

/** What an inbound message to that address starts, if it is in no open Conversation. */
export const autoCreation = z
  .object({
    enabled: z.boolean(),
    type: z.enum(['webhook', 'studio', 'default']),
    webhookUrl: textOrNull,
    webhookMethod: z.enum(['GET', 'POST']),
    webhookFilters: z.array(z.string()).readonly(),
    studioFlowSid: textOrNull,
    studioRetryCount: z.number().nullable(),
  })
  .strict();

export const addressConfiguration = z
  .object({
    sid: sid('IG'),
    type: z.enum(['sms', 'whatsapp']),
    /** What customers write to: a binding's proxy address. */
    address: z.string(),
    country: textOrNull,
    createdAtMs: ms,
    friendlyName: textOrNull,
    autoCreation,
    updatedAtMs: ms,
  })
  .strict();

const noWebhook = () => ({ method: 'POST' as const, filters: [], preWebhookUrl: null, postWebhookUrl: null });
export const noWebhooks = () => ({ account: noWebhook(), service: noWebhook() });

export const role = z
  .object({
    sid: sid('RL'),
    type: z.enum(['conversation', 'service']),
    friendlyName: z.string(),
    createdAtMs: ms,
    permissions: z.array(z.string()).readonly(),
    updatedAtMs: ms,
  })
  .strict();

/** That of Conversations which name none. */
export const DEFAULT_MESSAGING_SERVICE = namedSid('MG', 'default');

export const SERVICE_USER = namedSid('RL', 'service user');
export const CHANNEL_USER = namedSid('RL', 'participant');

/**
 * Those that a new user and a new participant have. What Twilio's own permit is not documented, see the table of unknowns;
 * which ones it makes beside them is not emulated.
 */
export const defaultRoles = (): Role[] => [
  {
    ...{ sid: SERVICE_USER, type: 'service', friendlyName: 'service user', createdAtMs: 0, updatedAtMs: 0 },
    permissions: ['createConversation', 'joinConversation', 'editOwnUserInfo'],
  },
  {
    ...{ sid: CHANNEL_USER, type: 'conversation', friendlyName: 'channel user', createdAtMs: 0, updatedAtMs: 0 },
    permissions: [
      ...['sendMessage', 'sendMediaMessage', 'leaveConversation', 'editNotificationLevel'],
      ...['editOwnMessage', 'editOwnMessageAttributes', 'deleteOwnMessage'],
      ...['addParticipant', 'editConversationName', 'editConversationAttributes'],
    ],
  },
];

/** Copied from version 0.1 (23f28b8), contract/: what its plugin reads answers with. Never to be changed. */
import { z } from 'zod';

import { conversationSid, interactionChannelSid, interactionSid, syncMapSid, taskSid, workerSid } from './sids';

export const listItem = z.object({
  parkId: z.string(),
  conversationSid,
  interactionSid,
  channelSid: interactionChannelSid,
  workerSid,
  customerName: z.string(),
  customerAddress: z.string(),
  channelType: z.string(),
  queueName: z.string(),
  parkedAt: z.string().datetime(),
  lastCustomerMessageAt: z.string().datetime().optional(),
  reason: z.string().optional(),
  note: z.string().optional(),
});

export const everyonesItem = listItem.extend({
  agentName: z.string(),
  state: z.enum(['parking', 'parked', 'unparking', 'returning']),
  problem: z.enum(['channel-gone', 'routing-refused']).optional(),
});

export const everyoneAnswer = z.object({
  status: z.literal('everyone'),
  items: z.array(everyonesItem),
  nextCursor: z.string().optional(),
});

const line = z.object({ conversationSid, what: z.string() });

export const reconcileAnswer = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('reconciled'),
    checked: z.number().int(),
    repairs: z.array(line),
    needsAPerson: z.array(line),
    more: z.boolean(),
  }),
  z.object({ status: z.literal('leased') }),
]);

export const parkAnswer = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('parked'),
    conversationSid,
    listItem: z.object({ mapSid: syncMapSid, mapItemKey: conversationSid }).optional(),
  }),
  z.object({ status: z.literal('returned'), conversationSid }),
]);

export const unparkAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('unparked'), conversationSid, taskSid }),
  z.object({ status: z.literal('already-unparked'), conversationSid, taskSid: taskSid.optional() }),
]);

const previewMessage = z.object({
  index: z.number().int(),
  from: z.enum(['customer', 'agent', 'other']),
  author: z.string(),
  body: z.string(),
  hasMedia: z.boolean(),
  at: z.string().datetime(),
});

export const previewAnswer = z.object({
  status: z.literal('preview'),
  conversationSid,
  messages: z.array(previewMessage),
  more: z.boolean(),
});

export const completeParkedAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('completed'), taskSid }),
  z.object({ status: z.literal('leave-to-flex'), taskSid }),
]);

export const errorAnswer = z.object({
  code: z.enum([
    'invalid-request',
    'token-invalid',
    'not-an-agent',
    'not-permitted',
    'parking-disabled',
    'not-your-task',
    'not-your-park',
    'task-not-found',
    'conversation-not-found',
    'not-parked',
    'task-not-assigned',
    'not-a-messaging-task',
    'other-participants',
    'customer-spoke-last',
    'queue-may-not-park',
    'too-many-parked',
    'conversation-is-back',
    'no-customer',
    'busy',
    'webhook-limit',
    'attributes-too-large',
    'conversation-closed',
    'channel-gone',
    'routing-refused',
    'park-unconfirmed',
    'unpark-unconfirmed',
    'complete-unconfirmed',
    'rate-limited',
    'twilio-unavailable',
    'configuration-unavailable',
    'configuration-invalid',
    'internal-error',
  ]),
  message: z.string(),
});

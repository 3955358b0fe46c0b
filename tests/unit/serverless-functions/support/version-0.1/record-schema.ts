/** Copied from version 0.1 (23f28b8), twilio/record-schema.ts: what a rollback reads records with. Never to be changed. */
import { z } from 'zod';

import {
  conversationParticipantSid,
  conversationSid,
  flowSid,
  interactionChannelSid,
  interactionParticipantSid,
  interactionSid,
  syncMapSid,
  taskQueueSid,
  taskSid,
  webhookSid,
  workerSid,
  workflowSid,
} from './sids';

const flow = z.object({ to: z.literal('studio'), flowSid, timeoutMinutes: z.number() });

const park = z.object({
  parkId: z.string(),
  parkedAtMs: z.number(),
  conversationSid,
  interactionSid,
  channelSid: interactionChannelSid,
  channelType: z.string(),
  task: z.object({
    sid: taskSid,
    attributes: z.string(),
    workflowSid,
    queueSid: taskQueueSid,
    queueName: z.string(),
    taskChannelUniqueName: z.string(),
    priority: z.number(),
  }),
  agent: z.object({
    workerSid,
    identity: z.string(),
    participantSid: interactionParticipantSid,
    name: z.string().optional(),
  }),
  customers: z.array(
    z.object({
      participantSid: conversationParticipantSid,
      identity: z.string().optional(),
      address: z.string().optional(),
    }),
  ),
  lastSeenMessageIndex: z.number(),
  lastCustomerMessageAtMs: z.number().optional(),
  showList: z.boolean(),
  slot: z.object({ max: z.number() }).optional(),
  wrapUp: z.boolean().optional(),
  reply: z
    .object({
      route: z.discriminatedUnion('to', [
        z.object({ to: z.literal('workflow') }),
        z.object({
          to: z.literal('worker'),
          timeoutSeconds: z.number(),
          events: z.enum(['callback', 'event-streams']),
        }),
        z.object({ to: z.literal('queue'), queueSid: taskQueueSid }),
        flow,
      ]),
      priorityBoost: z.number(),
    })
    .optional(),
  note: z
    .object({ reason: z.string().optional(), text: z.string().optional(), timesParked: z.number().int() })
    .optional(),
});

const traces = z.object({
  webhookSid: webhookSid.optional(),
  listItem: z.object({ mapSid: syncMapSid, mapItemKey: conversationSid, revision: z.string() }).optional(),
});

const common = { park, traces, lateCallsUntilMs: z.number().optional() };
const flowTurn = z.object({ untilMs: z.number() }).optional();
const cause = z.enum(['customer-wrote', 'agent-asked']);
const target = z.discriminatedUnion('to', [
  z.object({ to: z.literal('workflow') }),
  z.object({ to: z.literal('worker'), workerSid, timeoutSeconds: z.number().optional() }),
  z.object({ to: z.literal('queue'), queueSid: taskQueueSid }),
  flow,
]);

/** The data of a parking record's Sync document. */
export const recordSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('parking'), ...common, claimedAtMs: z.number(), replyPending: z.boolean() }),
  z.object({
    state: z.literal('parked'),
    ...common,
    problem: z.enum(['channel-gone', 'routing-refused']).optional(),
    flow: flowTurn,
  }),
  z.object({
    state: z.literal('unparking'),
    ...common,
    claimedAtMs: z.number(),
    claimId: z.string(),
    cause,
    target,
    flow: flowTurn,
  }),
  z.object({ state: z.literal('returning'), ...common, sinceMs: z.number(), taskSid, cause, target }),
]);

/** From its twilio/lease.ts. */
export const leaseSchema = z.object({ untilMs: z.number(), cursor: z.string().optional() });

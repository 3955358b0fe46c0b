import { z } from 'zod';

import { ENDINGS } from '../../contract/history';
import {
  conversationParticipantSid,
  conversationSid,
  interactionChannelSid,
  interactionParticipantSid,
  interactionSid,
  syncMapSid,
  taskQueueSid,
  taskSid,
  webhookSid,
  workerSid,
  workflowSid,
} from '../../contract/sids';
import { back, dueRoute, replyPlan, target, timeMs } from './plans';

/**
 * The version that records are written in. Records of the versions before bear none; whatever is added must be optional,
 * so that they can be read by this version, and this version's by the one before.
 */
export const RECORD_VERSION = 1;

/** A customer in the conversation at park time: their messages, and nobody else's, wake it. */
const customer = z.object({
  participantSid: conversationParticipantSid,
  /** Chat identity (web chat). */
  identity: z.string().optional(),
  /** Address of a messaging binding, such as `whatsapp:+1555…`. */
  address: z.string().optional(),
});
export type Customer = z.infer<typeof customer>;

const note = z.object({
  reason: z.string().optional(),
  text: z.string().optional(),
  /** How often this conversation has been parked, this time included. */
  timesParked: z.number().int(),
});
export type ParkNote = z.infer<typeof note>;

/**
 * One act of parking: everything a new task will need, copied because TaskRouter forgets finished tasks.
 * All that this act creates (record, webhook, list item) bears its `parkId`, and only that may be undone by it.
 */
export const park = z.object({
  parkId: z.string(),
  parkedAtMs: timeMs,
  conversationSid,
  interactionSid,
  channelSid: interactionChannelSid,
  channelType: z.string(),
  task: z.object({
    sid: taskSid,
    /** JSON, at most 4096 characters. */
    attributes: z.string(),
    /** The task's own, or the account's default one for a task without any. */
    workflowSid,
    /** Absent only when it could not be read from a damaged record. */
    queueSid: taskQueueSid.optional(),
    queueName: z.string(),
    taskChannelUniqueName: z.string(),
    priority: z.number(),
  }),
  agent: z.object({
    workerSid,
    identity: z.string(),
    participantSid: interactionParticipantSid,
    /** What people call them, as far as it is known. */
    name: z.string().optional(),
  }),
  customers: z.array(customer),
  /** Index of the last message the agent had on screen; -1 for none. */
  lastSeenMessageIndex: z.number(),
  /** When a customer wrote last, as far as the newest messages tell. */
  lastCustomerMessageAtMs: timeMs.optional(),
  showList: z.boolean(),
  /** It is counted among what the agent has parked, because they may have `max` parked at most. */
  slot: z.object({ max: z.number() }).optional(),
  /** The parked task goes to wrap-up: the agent has left the conversation, but not yet their task. */
  wrapUp: z.boolean().optional(),
  /** Absent in records written before there was a choice: by workflow. */
  reply: replyPlan.optional(),
  /** Absent: it waits for the customer, or for the agent. */
  back: back.optional(),
  /** How long a closing remark, such as “Thanks”, may wait. Absent: every reply brings it back at once. */
  remarksWaitMs: z.number().min(0).optional(),
  /** One that waits: the message's index, and until when it may. */
  remark: z.object({ index: z.number(), atMs: timeMs, untilMs: timeMs }).optional(),
  /** Where an event of a back office brings it. Absent: parked without wake links; by workflow. */
  eventRoute: dueRoute.optional(),
  /** Such an event came: it is due, whatever time the agent chose. `note`: for the next agent. */
  event: z.object({ atMs: timeMs, note: z.string().optional() }).optional(),
  /** What the customer was told about its end, and when. */
  announced: z.object({ reminder: timeMs.optional(), farewell: timeMs.optional() }).optional(),
  /** Twilio would soon have deleted its task. */
  savedTask: z.literal(true).optional(),
  /** How long the history keeps it; absent: it does not. */
  historyDays: z.number().optional(),
  /** For the next agent; absent while `ask_for_note` is off and no reason was given. */
  note: note.optional(),
});
export type Park = z.infer<typeof park>;
export type Announcement = keyof NonNullable<Park['announced']>;

/** What parking left at Twilio, as far as it is known. */
export const traces = z.object({
  webhookSid: webhookSid.optional(),
  /** `revision`: only this state of the row is ours to remove; absent: not known. */
  listItem: z.object({ mapSid: syncMapSid, mapItemKey: conversationSid, revision: z.string() }).optional(),
});
export type Traces = z.infer<typeof traces>;

/** `customer-wrote`: it has to reach somebody: the customer waits, its time came, or an event did. */
const cause = z.enum(['customer-wrote', 'agent-asked']);
export type Cause = z.infer<typeof cause>;

/** What brought it back, for the history only; absent in records of the version before. */
const why = z.enum(ENDINGS).optional();

const common = {
  v: z.literal(RECORD_VERSION).optional(),
  park,
  traces,
  /** Until then a call whose answer was lost may still take effect, so the last clean-up has to wait. */
  lateCallsUntilMs: timeMs.optional(),
};

/** A Studio flow is handling the reply. If it has not asked for an agent by `untilMs`, the workflow routes it. */
const flowTurn = z.object({ untilMs: timeMs }).optional();

/** Why a parked conversation cannot be routed by us any more. */
const problem = z.enum(['channel-gone', 'routing-refused']).optional();
export type Problem = NonNullable<z.infer<typeof problem>>;

const parking = z.object({
  state: z.literal('parking'),
  ...common,
  claimedAtMs: timeMs,
  replyPending: z.boolean(),
});

const parked = z.object({ state: z.literal('parked'), ...common, problem, flow: flowTurn });

const unparking = z.object({
  state: z.literal('unparking'),
  ...common,
  claimedAtMs: timeMs,
  /** Tells this claim from a later one of the same park. */
  claimId: z.string(),
  cause,
  why,
  target,
  /** The flow that has it, which keeps it when the agent who asked cannot get it. */
  flow: flowTurn,
});

const returning = z.object({ state: z.literal('returning'), ...common, sinceMs: timeMs, taskSid, cause, why, target });

/** The data of a parking record's Sync document. */
export const recordSchema = z.discriminatedUnion('state', [parking, parked, unparking, returning]);
export type InteractionRecord = z.infer<typeof recordSchema>;

export type ParkingRecord = z.infer<typeof parking>;
export type ParkedRecord = z.infer<typeof parked>;
export type UnparkingRecord = z.infer<typeof unparking>;
export type ReturningRecord = z.infer<typeof returning>;

export type StateName = 'none' | InteractionRecord['state'];

export function stateOf(record: InteractionRecord | undefined): StateName {
  return record?.state ?? 'none';
}

import { z } from 'zod';

import {
  conversationParticipantSid,
  interactionChannelSid,
  interactionParticipantSid,
  interactionSid,
  taskQueueSid,
  taskSid,
  workerSid,
  workflowSid,
  type ConversationSid,
  type InteractionParticipantSid,
  type TaskSid,
  type WorkerSid,
} from '../../contract/sids';
import { parseAttributes } from './conversation-attributes';
import { replyRoute, timeMs } from './plans';
import { park as parkSchema, traces as tracesSchema, type Park, type Traces } from './record';

const ZEROS = '0'.repeat(32);
/** Stand in for what a damaged record does not say any more; nothing at Twilio bears them. */
export const UNKNOWN_WORKER: WorkerSid = `WK${ZEROS}`;
const UNKNOWN_PARTICIPANT: InteractionParticipantSid = `UT${ZEROS}`;
const UNKNOWN_TASK: TaskSid = `WT${ZEROS}`;

/** A park as far as a damaged record tells it; without a workflow the account's default one has to be looked up. */
export interface Salvaged {
  park: Omit<Park, 'task'> & { task: Omit<Park['task'], 'workflowSid'> & Pick<Partial<Park['task']>, 'workflowSid'> };
  traces: Traces;
  /** When a Function last claimed it, which may still be at work. */
  claimedAtMs?: number | undefined;
  /** When it was on its way back to an agent, by a task that may be too new to be read. */
  sinceMs?: number | undefined;
}

const text = z.string().catch('');
const count = (otherwise: number) => z.number().catch(otherwise);

const essentials = z.object({
  park: z.object({
    interactionSid,
    channelSid: interactionChannelSid,
    parkId: z.string().min(1).optional().catch(undefined),
    parkedAtMs: timeMs.catch(0),
    channelType: z.string().catch('unknown'),
    lastSeenMessageIndex: count(-1),
    lastCustomerMessageAtMs: timeMs.optional().catch(undefined),
    showList: z.boolean().catch(false),
    task: z
      .object({
        sid: taskSid.catch(UNKNOWN_TASK),
        attributes: text.transform((json) => (parseAttributes(json) ? json : '{}')),
        workflowSid: workflowSid.optional().catch(undefined),
        queueSid: taskQueueSid.optional().catch(undefined),
        queueName: text,
        taskChannelUniqueName: z.string().min(1).catch('default'),
        priority: z.number().int().min(0).catch(0),
      })
      .catch(() => ({
        sid: UNKNOWN_TASK,
        attributes: '{}',
        workflowSid: undefined,
        queueSid: undefined,
        queueName: '',
        taskChannelUniqueName: 'default',
        priority: 0,
      })),
    agent: z
      .object({
        workerSid: workerSid.catch(UNKNOWN_WORKER),
        identity: text,
        participantSid: interactionParticipantSid.catch(UNKNOWN_PARTICIPANT),
        name: z.string().optional().catch(undefined),
      })
      .catch(() => ({ workerSid: UNKNOWN_WORKER, identity: '', participantSid: UNKNOWN_PARTICIPANT })),
    customers: z
      .array(z.unknown())
      .catch([])
      .transform((all) => all.flatMap((one) => customer.safeParse(one).data ?? [])),
    reply: z
      .object({
        route: replyRoute.catch({ to: 'workflow' }),
        priorityBoost: count(0),
        unparkTimeoutSeconds: z.number().optional().catch(undefined),
      })
      .optional()
      .catch(undefined),
    slot: parkSchema.shape.slot.catch(undefined),
    wrapUp: parkSchema.shape.wrapUp.catch(undefined),
    back: parkSchema.shape.back.catch(undefined),
    eventRoute: parkSchema.shape.eventRoute.catch(undefined),
    event: parkSchema.shape.event.catch(undefined),
    note: parkSchema.shape.note.catch(undefined),
  }),
  traces: tracesSchema.catch({}),
  claimedAtMs: z.number().optional().catch(undefined),
  sinceMs: z.number().optional().catch(undefined),
});

const customer = z.object({
  participantSid: conversationParticipantSid,
  identity: z.string().optional().catch(undefined),
  address: z.string().optional().catch(undefined),
});

/**
 * What can be read of data that is no record: another version's, or damaged. Undefined when not even the interaction
 * and its channel are there, without which nothing can be routed. `parkId`: of the webhook that fired, if one did.
 */
export function salvage(
  data: unknown,
  { conversationSid, parkId }: { conversationSid: ConversationSid; parkId?: string | undefined },
): Salvaged | undefined {
  const parsed = essentials.safeParse(data);
  if (!parsed.success) return undefined;
  const { park, ...others } = parsed.data;
  return { park: { ...park, conversationSid, parkId: park.parkId ?? parkId ?? 'unreadable' }, ...others };
}

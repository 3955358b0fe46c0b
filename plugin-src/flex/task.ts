import { z } from 'zod';

import { parkRequest, type ParkRequest } from '../../serverless-functions/src/contract/park';
import type { QueueOfTask } from '../../serverless-functions/src/contract/queue-settings';
import type { WorkerSid } from '../../serverless-functions/src/contract/sids';

/** What we read of a Flex task; Flex's own `ITask` is one. */
export interface TaskLike {
  readonly taskSid: string;
  readonly status: string;
  readonly workerSid: string;
  readonly attributes: unknown;
  readonly queueSid?: string;
  readonly queueName?: string;
}

/** What the agent says beside Park: why, and until when. All of it is optional. */
export const parkNote = parkRequest.pick({ reason: true, note: true, backAt: true, replies: true });
export type ParkNote = z.infer<typeof parkNote>;

export type ParkTarget = Omit<ParkRequest, 'lastSeenMessageIndex' | keyof ParkNote>;

const parkTarget = parkRequest.omit({
  lastSeenMessageIndex: true,
  reason: true,
  note: true,
  backAt: true,
  replies: true,
});

const messagingAttributes = z.object({
  flexInteractionSid: z.unknown(),
  flexInteractionChannelSid: z.unknown(),
  conversationSid: z.unknown(),
});

/**
 * The SIDs to park a task with, or undefined when it is not a task of Flex Conversations (a call, a task of the old
 * chat, any other task). Source: twilio.com/docs/flex/conversations/register-interactions-api
 */
export function parkTargetOf(task: TaskLike): ParkTarget | undefined {
  const attributes = messagingAttributes.safeParse(task.attributes);
  if (!attributes.success) return undefined;
  const target = parkTarget.safeParse({
    taskSid: task.taskSid,
    interactionSid: attributes.data.flexInteractionSid,
    channelSid: attributes.data.flexInteractionChannelSid,
    conversationSid: attributes.data.conversationSid,
  });
  return target.success ? target.data : undefined;
}

/** Accepted (neither pending nor in wrap-up) and mine: a supervisor who monitors a task does not see the button. */
export function isMyMessagingTask(task: TaskLike | undefined, workerSid: WorkerSid): boolean {
  if (!task || task.status !== 'accepted' || task.workerSid !== workerSid) return false;
  return parkTargetOf(task) !== undefined;
}

/** The queue that the task is in. */
export function queueOf(task: TaskLike | undefined): QueueOfTask {
  return { ...(task?.queueSid && { sid: task.queueSid }), ...(task?.queueName && { name: task.queueName }) };
}

const channelAttributes = z.object({ channelType: z.string() });

/** web, whatsapp, sms …; empty when the task does not say. */
export function channelTypeOf(task: TaskLike): string {
  return channelAttributes.safeParse(task.attributes).data?.channelType ?? '';
}

const text = z.string().min(1);
const customerAttributes = z.object({
  customerName: text.optional().catch(undefined),
  name: text.optional().catch(undefined),
  customerAddress: text.optional().catch(undefined),
  from: text.optional().catch(undefined),
});

export function customerNameOf(task: TaskLike): string | undefined {
  const parsed = customerAttributes.safeParse(task.attributes);
  if (!parsed.success) return undefined;
  const { customerName, name, customerAddress, from } = parsed.data;
  return customerName ?? name ?? customerAddress ?? from;
}

import { z } from 'zod';

import { flowSid, taskQueueSid, workerSid } from '../../contract/sids';

/** A moment that JavaScript's dates can hold; anything else is damage. */
export const timeMs = z.number().min(0).max(8.64e15);

/** A Studio flow that gets the conversation for a while. */
const flowTarget = z.object({ to: z.literal('studio'), flowSid, timeoutMinutes: z.number() });
export type FlowTarget = z.infer<typeof flowTarget>;

const toWorkflow = z.object({ to: z.literal('workflow') });
const toQueue = z.object({ to: z.literal('queue'), queueSid: taskQueueSid });

/** The agent who parked. `events`: how TaskRouter tells us that they did not take it. */
const toWorkerFirst = z.object({
  to: z.literal('worker'),
  timeoutSeconds: z.number(),
  events: z.enum(['callback', 'event-streams']),
});

export const replyRoute = z.discriminatedUnion('to', [toWorkflow, toWorkerFirst, toQueue, flowTarget]);
export type ReplyRoute = z.infer<typeof replyRoute>;

/** What the settings said about coming back when the conversation was parked; a wake reads no settings. */
export const replyPlan = z.object({
  route: replyRoute,
  /** Added to the priority of `task`, which never includes it. */
  priorityBoost: z.number(),
  /** How long an agent who unparks has to accept; absent in records of the version before. */
  unparkTimeoutSeconds: z.number().optional(),
});
export type ReplyPlan = z.infer<typeof replyPlan>;

/** Where it goes at its time, or after an event: a reply that a Studio flow would get goes by the workflow then. */
export const dueRoute = z.discriminatedUnion('to', [toWorkflow, toWorkerFirst, toQueue]);
export type DueRoute = z.infer<typeof dueRoute>;

/** The time that the agent chose for it to come back. */
export const back = z.object({
  atMs: timeMs,
  route: dueRoute,
  /** Absent: a reply brings it back at once. Otherwise a reply waits for `atMs`, and this long at most. */
  repliesWaitMs: z.number().min(0).optional(),
  /** Since when a reply waits. */
  repliedAtMs: timeMs.optional(),
});
export type Back = z.infer<typeof back>;

/** `timeoutSeconds`: how long they have to accept; absent in records of the version before. */
const toWorker = z.object({ to: z.literal('worker'), workerSid, timeoutSeconds: z.number().optional() });
export const target = z.discriminatedUnion('to', [toWorkflow, toWorker, toQueue, flowTarget]);
export type Target = z.infer<typeof target>;

/** Where an invite can go. */
export type InviteTarget = Exclude<Target, FlowTarget>;

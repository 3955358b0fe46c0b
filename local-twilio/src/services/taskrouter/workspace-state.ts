import { z } from 'zod';
import { mapOf, ms, msOrNull, sid, textOrNull } from '../../kernel/shapes';

export const workspace = z
  .object({
    sid: sid('WS'),
    friendlyName: z.string(),
    createdAtMs: ms,
    /** Of new workers, and of those who let a reservation time out; absent: Offline, as Flex sets a workspace up. */
    defaultActivitySid: sid('WA').optional(),
    timeoutActivitySid: sid('WA').optional(),
    /** Absent: never changed. */
    updatedAtMs: ms.optional(),
    eventCallbackUrl: textOrNull,
    /** Empty = every event. */
    eventsFilter: z.array(z.string()).readonly(),
  })
  .strict();

export const activity = z
  .object({ sid: sid('WA'), friendlyName: z.string(), available: z.boolean(), createdAtMs: ms, updatedAtMs: ms })
  .strict();

export const taskChannel = z
  .object({
    sid: sid('TC'),
    uniqueName: z.string(),
    friendlyName: z.string(),
    createdAtMs: ms,
    /** Absent: never changed. */
    updatedAtMs: ms.optional(),
    channelOptimizedRouting: z.boolean().optional(),
  })
  .strict();

export const queue = z
  .object({
    sid: sid('WQ'),
    createdAtMs: ms,
    friendlyName: z.string(),
    /** An expression over worker attributes, `1==1` for everyone. */
    targetWorkers: z.string(),
    taskOrder: z.enum(['FIFO', 'LIFO']),
    maxReservedWorkers: z.number(),
    /** Absent: never changed. */
    updatedAtMs: ms.optional(),
    /** Kept and told; in a workspace with multitasking neither changes a worker's activity: see taskrouter/api/task-queue. */
    reservationActivitySid: sid('WA').nullable().optional(),
    assignmentActivitySid: sid('WA').nullable().optional(),
  })
  .strict();

export const workerChannel = z
  .object({
    sid: sid('WC'),
    workerSid: sid('WK'),
    taskChannelSid: sid('TC'),
    taskChannelUniqueName: z.string(),
    createdAtMs: ms,
    configuredCapacity: z.number(),
    available: z.boolean(),
    /** Tasks that take capacity now: reserved, assigned or wrapping up. */
    assignedTasks: z.number(),
    lastReservedAtMs: msOrNull,
    updatedAtMs: ms,
  })
  .strict();

export const worker = z
  .object({
    sid: sid('WK'),
    createdAtMs: ms,
    friendlyName: z.string(),
    activitySid: sid('WA'),
    /** JSON text, at most 4096 characters. */
    attributes: z.string(),
    statusChangedAtMs: ms,
    updatedAtMs: ms,
    version: z.number(),
    /** By task channel SID. */
    channels: mapOf(workerChannel, ({ taskChannelSid }): string => taskChannelSid),
  })
  .strict();

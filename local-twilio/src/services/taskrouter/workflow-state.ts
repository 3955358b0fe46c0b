import { z } from 'zod';
import { ms, msOrNull, sid, textOrNull } from '../../kernel/shapes';

export const target = z
  .object({
    queue: z.string().optional(),
    known_worker_sid: z.string().optional(),
    known_worker_friendly_name: z.string().optional(),
    expression: z.string().optional(),
    priority: z.number().optional(),
    /** Seconds. */
    timeout: z.number().optional(),
    skip_if: z.string().optional(),
    order_by: z.string().optional(),
  })
  .strict();

const targets = z.array(target).readonly();

export const filter = z
  .object({ filter_friendly_name: z.string().optional(), expression: z.string(), targets })
  .strict();

export const workflowConfiguration = z
  .object({
    task_routing: z.object({ filters: z.array(filter).readonly(), default_filter: target.optional() }).strict(),
  })
  .strict();

export const workflow = z
  .object({
    sid: sid('WW'),
    createdAtMs: ms,
    friendlyName: z.string(),
    configuration: workflowConfiguration,
    /** As it was sent, when it was. */
    configurationText: z.string().optional(),
    taskReservationTimeoutSeconds: z.number(),
    /** Absent or empty: nobody is asked. */
    assignmentCallbackUrl: z.string().optional(),
    fallbackAssignmentCallbackUrl: z.string().optional(),
    /** Absent: never changed. */
    updatedAtMs: ms.optional(),
  })
  .strict();

export const way = z
  .object({
    filter: z.union([z.number(), z.literal('default')]),
    filterName: textOrNull,
    targets,
    target: z.number(),
    /** When this step is over: the timeouts so far, added up. Null: when the task is. */
    untilMs: msOrNull,
    /** A filter came to its end by a timeout, so the default filter is closed to the task. */
    timedOut: z.boolean(),
  })
  .strict();

import { z } from 'zod';
import { bySid, ms, msOrNull, sid, textOrNull, type Kept } from '../../kernel/shapes';
import { historyState } from './history-state';
import { way, workflow } from './workflow-state';
import { activity, queue, taskChannel, worker, workspace } from './workspace-state';

export const task = z
  .object({
    sid: sid('WT'),
    createdAtMs: ms,
    workflowSid: sid('WW').nullable(),
    taskChannelSid: sid('TC'),
    taskChannelUniqueName: z.string(),
    timeoutSeconds: z.number(),
    /** The worker asked for, or null when the workflow decides. */
    routingTarget: sid('WK').nullable(),
    /** The queue asked for without a worker, or null when the workflow decides. */
    queueTarget: sid('WQ').nullable(),
    /** True for a task that was invited with worker_sid: it dies when that worker says no. */
    direct: z.boolean(),
    ignoreCapacity: z.boolean(),
    /** Their worker gets it while they are away, too. */
    ignoreAvailability: z.boolean().optional(),
    /** From then on REST knows it; absent: from the start. See the switch `inviteTask`. */
    readableFromMs: ms.optional(),
    /** Counts as its start where tasks are put in order; absent: its creation. */
    virtualStartMs: ms.optional(),
    /** Absent: not in its workflow yet, or needs none. */
    way: way.optional(),
    queueSid: sid('WQ').nullable(),
    queueEnteredAtMs: msOrNull,
    priority: z.number(),
    /** JSON text, at most 4096 characters. */
    attributes: z.string(),
    assignmentStatus: z.enum(['pending', 'reserved', 'assigned', 'wrapping', 'completed', 'canceled']),
    reason: textOrNull,
    assignmentCount: z.number(),
    updatedAtMs: ms,
    version: z.number(),
    /** Workers who rejected it or let it time out. */
    rejectedBy: z.array(z.string()).transform((sids) => new Set(sids)),
  })
  .strict();

export const reservation = z
  .object({
    sid: sid('WR'),
    taskSid: sid('WT'),
    workerSid: sid('WK'),
    createdAtMs: ms,
    timeoutSeconds: z.number(),
    status: z.enum(['pending', 'accepted', 'rejected', 'timeout', 'canceled', 'rescinded', 'wrapping', 'completed']),
    updatedAtMs: ms,
    version: z.number(),
  })
  .strict();

export const taskRouterState = z
  .object({
    workspace,
    activities: bySid(activity),
    taskChannels: bySid(taskChannel),
    queues: bySid(queue),
    workflows: bySid(workflow),
    workers: bySid(worker),
    tasks: bySid(task),
    reservations: bySid(reservation),
    /** What statistics are made of. */
    history: historyState,
  })
  .strict();

/** The one Flex workspace. */
export type TaskRouterState = Kept<typeof taskRouterState>;

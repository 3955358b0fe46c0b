import { z } from 'zod';
import { bySid, mapOf, ms, msOrNull, sid, textOrNull, type Shape } from '../../kernel/shapes';
import type {
  Activity,
  Reservation,
  Task,
  TaskChannel,
  TaskQueue,
  Way,
  Worker,
  WorkerChannel,
  Workflow,
  Workspace,
} from './entities';
import { historyState } from './history-state';
import type { TaskRouterStore } from './store';

const workspace: Shape<Workspace> = z
  .object({
    sid: sid('WS'),
    friendlyName: z.string(),
    createdAtMs: ms,
    defaultActivitySid: sid('WA').optional(),
    timeoutActivitySid: sid('WA').optional(),
    updatedAtMs: ms.optional(),
    eventCallbackUrl: textOrNull,
    eventsFilter: z.array(z.string()),
  })
  .strict();

const activity: Shape<Activity> = z
  .object({ sid: sid('WA'), friendlyName: z.string(), available: z.boolean(), createdAtMs: ms, updatedAtMs: ms })
  .strict();

const taskChannel: Shape<TaskChannel> = z
  .object({
    sid: sid('TC'),
    uniqueName: z.string(),
    friendlyName: z.string(),
    createdAtMs: ms,
    updatedAtMs: ms.optional(),
    channelOptimizedRouting: z.boolean().optional(),
  })
  .strict();

const queue: Shape<TaskQueue> = z
  .object({
    sid: sid('WQ'),
    createdAtMs: ms,
    friendlyName: z.string(),
    targetWorkers: z.string(),
    taskOrder: z.enum(['FIFO', 'LIFO']),
    maxReservedWorkers: z.number(),
    updatedAtMs: ms.optional(),
    reservationActivitySid: sid('WA').nullable().optional(),
    assignmentActivitySid: sid('WA').nullable().optional(),
  })
  .strict();

const target = z
  .object({
    queue: z.string().optional(),
    known_worker_sid: z.string().optional(),
    known_worker_friendly_name: z.string().optional(),
    expression: z.string().optional(),
    priority: z.number().optional(),
    timeout: z.number().optional(),
    skip_if: z.string().optional(),
    order_by: z.string().optional(),
  })
  .strict();

const workflow: Shape<Workflow> = z
  .object({
    sid: sid('WW'),
    createdAtMs: ms,
    friendlyName: z.string(),
    configuration: z
      .object({
        task_routing: z
          .object({
            filters: z.array(
              z
                .object({
                  filter_friendly_name: z.string().optional(),
                  expression: z.string(),
                  targets: z.array(target),
                })
                .strict(),
            ),
            default_filter: target.optional(),
          })
          .strict(),
      })
      .strict(),
    configurationText: z.string().optional(),
    taskReservationTimeoutSeconds: z.number(),
    assignmentCallbackUrl: z.string().optional(),
    fallbackAssignmentCallbackUrl: z.string().optional(),
    updatedAtMs: ms.optional(),
  })
  .strict();

const workerChannel: Shape<WorkerChannel> = z
  .object({
    sid: sid('WC'),
    workerSid: sid('WK'),
    taskChannelSid: sid('TC'),
    taskChannelUniqueName: z.string(),
    createdAtMs: ms,
    configuredCapacity: z.number(),
    available: z.boolean(),
    assignedTasks: z.number(),
    lastReservedAtMs: msOrNull,
    updatedAtMs: ms,
  })
  .strict();

const worker: Shape<Worker> = z
  .object({
    sid: sid('WK'),
    createdAtMs: ms,
    friendlyName: z.string(),
    activitySid: sid('WA'),
    attributes: z.string(),
    statusChangedAtMs: ms,
    updatedAtMs: ms,
    version: z.number(),
    channels: mapOf(workerChannel, ({ taskChannelSid }) => taskChannelSid),
  })
  .strict();

const way: Shape<Way> = z
  .object({
    filter: z.union([z.number(), z.literal('default')]),
    filterName: textOrNull,
    targets: z.array(target),
    target: z.number(),
    untilMs: msOrNull,
    timedOut: z.boolean(),
  })
  .strict();

const task: Shape<Task> = z
  .object({
    sid: sid('WT'),
    createdAtMs: ms,
    workflowSid: sid('WW').nullable(),
    taskChannelSid: sid('TC'),
    taskChannelUniqueName: z.string(),
    timeoutSeconds: z.number(),
    routingTarget: sid('WK').nullable(),
    queueTarget: sid('WQ').nullable(),
    direct: z.boolean(),
    ignoreCapacity: z.boolean(),
    ignoreAvailability: z.boolean().optional(),
    readableFromMs: ms.optional(),
    virtualStartMs: ms.optional(),
    way: way.optional(),
    queueSid: sid('WQ').nullable(),
    queueEnteredAtMs: msOrNull,
    priority: z.number(),
    attributes: z.string(),
    assignmentStatus: z.enum(['pending', 'reserved', 'assigned', 'wrapping', 'completed', 'canceled']),
    reason: textOrNull,
    assignmentCount: z.number(),
    updatedAtMs: ms,
    version: z.number(),
    rejectedBy: z.array(z.string()).transform((sids) => new Set(sids)),
  })
  .strict();

const reservation: Shape<Reservation> = z
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

export const taskRouterState: Shape<TaskRouterStore> = z
  .object({
    workspace,
    activities: bySid(activity),
    taskChannels: bySid(taskChannel),
    queues: bySid(queue),
    workflows: bySid(workflow),
    workers: bySid(worker),
    tasks: bySid(task),
    reservations: bySid(reservation),
    history: historyState,
  })
  .strict();

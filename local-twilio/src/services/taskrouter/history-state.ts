import { z } from 'zod';
import { ms, sid } from '../../kernel/shapes';

/** The events that statistics count. */
export const countedEvents = [
  'task.created',
  'task.completed',
  'task.canceled',
  'task.deleted',
  'task.system-deleted',
  'workflow.entered',
  'workflow.timeout',
  'task-queue.entered',
  'task-queue.moved',
  'reservation.created',
  'reservation.accepted',
  'reservation.rejected',
  'reservation.timeout',
  'reservation.canceled',
  'reservation.rescinded',
] as const;

/** An event as it was when it happened: what it was about may change, or be forgotten. */
export const moment = z
  .object({
    event: z.enum(countedEvents),
    happenedAtMs: ms,
    taskChannelSid: sid('TC'),
    workflowSid: sid('WW').nullable(),
    queueSid: sid('WQ').nullable(),
    /** Of reservations. */
    workerSid: sid('WK').nullable(),
    /** Since the task was made, and since it entered its queue. */
    waitedMs: z.number(),
    waitedInQueueMs: z.number(),
  })
  .strict();

export const spell = z
  .object({ workerSid: sid('WK'), activitySid: sid('WA'), startedAtMs: ms, endedAtMs: ms })
  .strict();

/** Oldest first. Files of an earlier day have none. */
export const historyState = z
  .object({
    moments: z.array(moment),
    /** Those that are over. */
    spells: z.array(spell),
  })
  .strict()
  .default({ moments: [], spells: [] });

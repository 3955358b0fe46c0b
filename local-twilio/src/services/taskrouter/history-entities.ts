import type { Sid } from '../../kernel/sids';

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
export type CountedEvent = (typeof countedEvents)[number];

/** An event as it was when it happened: what it was about may change, or be forgotten. */
export interface Moment {
  readonly event: CountedEvent;
  readonly happenedAtMs: number;
  readonly taskChannelSid: Sid<'TC'>;
  readonly workflowSid: Sid<'WW'> | null;
  readonly queueSid: Sid<'WQ'> | null;
  /** Of reservations. */
  readonly workerSid: Sid<'WK'> | null;
  /** Since the task was made, and since it entered its queue. */
  readonly waitedMs: number;
  readonly waitedInQueueMs: number;
}

/** How long a worker was in an activity. */
export interface Spell {
  readonly workerSid: Sid<'WK'>;
  readonly activitySid: Sid<'WA'>;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
}

/** Oldest first. */
export interface History {
  readonly moments: Moment[];
  /** Those that are over. */
  readonly spells: Spell[];
}

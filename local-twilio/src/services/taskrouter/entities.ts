import { invalidParameter } from '../../kernel/errors';
import type { Sid } from '../../kernel/sids';

export interface Activity {
  readonly sid: Sid<'WA'>;
  readonly friendlyName: string;
  readonly available: boolean;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

export interface TaskChannel {
  readonly sid: Sid<'TC'>;
  readonly uniqueName: string;
  readonly friendlyName: string;
  readonly createdAtMs: number;
  /** Absent: never changed. */
  readonly updatedAtMs?: number;
  readonly channelOptimizedRouting?: boolean;
}

export interface WorkerChannel {
  readonly sid: Sid<'WC'>;
  readonly workerSid: Sid<'WK'>;
  readonly taskChannelSid: Sid<'TC'>;
  readonly taskChannelUniqueName: string;
  readonly createdAtMs: number;
  configuredCapacity: number;
  available: boolean;
  /** Tasks that take capacity now: reserved, assigned or wrapping up. */
  assignedTasks: number;
  lastReservedAtMs: number | null;
  updatedAtMs: number;
}

export interface Worker {
  readonly sid: Sid<'WK'>;
  readonly createdAtMs: number;
  friendlyName: string;
  activitySid: Sid<'WA'>;
  /** JSON text, at most 4096 characters. */
  attributes: string;
  statusChangedAtMs: number;
  updatedAtMs: number;
  version: number;
  /** By task channel SID. */
  readonly channels: Map<string, WorkerChannel>;
}

export interface TaskQueue {
  readonly sid: Sid<'WQ'>;
  readonly createdAtMs: number;
  readonly friendlyName: string;
  /** An expression over worker attributes, `1==1` for everyone. */
  readonly targetWorkers: string;
  readonly taskOrder: 'FIFO' | 'LIFO';
  readonly maxReservedWorkers: number;
  /** Absent: never changed. */
  readonly updatedAtMs?: number;
  /** Kept and told; in a workspace with multitasking neither changes a worker's activity: see taskrouter/api/task-queue. */
  readonly reservationActivitySid?: Sid<'WA'> | null;
  readonly assignmentActivitySid?: Sid<'WA'> | null;
}

/** https://www.twilio.com/docs/taskrouter/workflow-configuration */
export interface WorkflowTarget {
  readonly queue?: string;
  readonly known_worker_sid?: string;
  readonly known_worker_friendly_name?: string;
  readonly expression?: string;
  readonly priority?: number;
  /** Seconds. */
  readonly timeout?: number;
  readonly skip_if?: string;
  readonly order_by?: string;
}

export interface WorkflowFilter {
  readonly filter_friendly_name?: string;
  readonly expression: string;
  readonly targets: readonly WorkflowTarget[];
}

export interface WorkflowConfiguration {
  readonly task_routing: {
    readonly filters: readonly WorkflowFilter[];
    readonly default_filter?: WorkflowTarget;
  };
}

/** Where a task is in its workflow. It keeps its steps, whatever the workflow becomes, until it is evaluated again. */
export interface Way {
  readonly filter: number | 'default';
  readonly filterName: string | null;
  readonly targets: readonly WorkflowTarget[];
  readonly target: number;
  /** When this step is over: the timeouts so far, added up. Null: when the task is. */
  readonly untilMs: number | null;
  /** A filter came to its end by a timeout, so the default filter is closed to the task. */
  readonly timedOut: boolean;
}

export interface Workflow {
  readonly sid: Sid<'WW'>;
  readonly createdAtMs: number;
  readonly friendlyName: string;
  readonly configuration: WorkflowConfiguration;
  /** As it was sent, when it was. */
  readonly configurationText?: string;
  readonly taskReservationTimeoutSeconds: number;
  /** Absent or empty: nobody is asked. */
  readonly assignmentCallbackUrl?: string;
  readonly fallbackAssignmentCallbackUrl?: string;
  /** Absent: never changed. */
  readonly updatedAtMs?: number;
}

export interface Workspace {
  readonly sid: Sid<'WS'>;
  readonly createdAtMs: number;
  friendlyName: string;
  /** Of new workers, and of those who let a reservation time out; absent: Offline, as Flex sets a workspace up. */
  defaultActivitySid?: Sid<'WA'>;
  timeoutActivitySid?: Sid<'WA'>;
  /** Absent: never changed. */
  updatedAtMs?: number;
  eventCallbackUrl: string | null;
  /** Empty = every event. */
  eventsFilter: readonly string[];
}

export type AssignmentStatus = 'pending' | 'reserved' | 'assigned' | 'wrapping' | 'completed' | 'canceled';

export interface Task {
  readonly sid: Sid<'WT'>;
  readonly createdAtMs: number;
  readonly workflowSid: Sid<'WW'> | null;
  taskChannelSid: Sid<'TC'>;
  taskChannelUniqueName: string;
  readonly timeoutSeconds: number;
  /** The worker asked for, or null when the workflow decides. */
  readonly routingTarget: Sid<'WK'> | null;
  /** The queue asked for without a worker, or null when the workflow decides. */
  readonly queueTarget: Sid<'WQ'> | null;
  /** True for a task that was invited with worker_sid: it dies when that worker says no. */
  readonly direct: boolean;
  readonly ignoreCapacity: boolean;
  /** Their worker gets it while they are away, too. */
  readonly ignoreAvailability?: boolean;
  /** From then on REST knows it; absent: from the start. See the switch `inviteTask`. */
  readonly readableFromMs?: number;
  /** Counts as its start where tasks are put in order; absent: its creation. */
  virtualStartMs?: number;
  /** Absent: not in its workflow yet, or needs none. */
  way?: Way;
  queueSid: Sid<'WQ'> | null;
  queueEnteredAtMs: number | null;
  priority: number;
  /** JSON text, at most 4096 characters. */
  attributes: string;
  assignmentStatus: AssignmentStatus;
  reason: string | null;
  assignmentCount: number;
  updatedAtMs: number;
  version: number;
  /** Workers who rejected it or let it time out. */
  readonly rejectedBy: Set<string>;
}

export type ReservationStatus =
  | 'pending'
  | 'accepted'
  | 'rejected'
  | 'timeout'
  | 'canceled'
  | 'rescinded'
  | 'wrapping'
  | 'completed';

export interface Reservation {
  readonly sid: Sid<'WR'>;
  readonly taskSid: Sid<'WT'>;
  readonly workerSid: Sid<'WK'>;
  readonly createdAtMs: number;
  readonly timeoutSeconds: number;
  status: ReservationStatus;
  updatedAtMs: number;
  version: number;
}

/** Attributes of tasks and workers are a JSON object, as text. */
export function readAttributes(attributes: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(attributes);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch {
    // Falls through to the same refusal.
  }
  throw invalidParameter('Attributes are not a JSON object');
}

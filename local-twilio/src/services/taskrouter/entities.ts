import { invalidParameter } from '../../kernel/errors';
import type { Kept } from '../../kernel/shapes';
import type { reservation, task } from './state';
import type { filter, target, way, workflow, workflowConfiguration } from './workflow-state';
import type { activity, queue, taskChannel, worker, workerChannel, workspace } from './workspace-state';

export type Workspace = Kept<
  typeof workspace,
  'friendlyName' | 'defaultActivitySid' | 'timeoutActivitySid' | 'updatedAtMs' | 'eventCallbackUrl' | 'eventsFilter'
>;

export type Activity = Kept<typeof activity>;

export type TaskChannel = Kept<typeof taskChannel>;

export type TaskQueue = Kept<typeof queue>;

export type WorkerChannel = Kept<
  typeof workerChannel,
  'configuredCapacity' | 'available' | 'assignedTasks' | 'lastReservedAtMs' | 'updatedAtMs'
>;

export type Worker = Kept<
  typeof worker,
  'friendlyName' | 'activitySid' | 'attributes' | 'statusChangedAtMs' | 'updatedAtMs' | 'version'
>;

/** https://www.twilio.com/docs/taskrouter/workflow-configuration */
export type WorkflowTarget = Kept<typeof target>;

export type WorkflowFilter = Kept<typeof filter>;

export type WorkflowConfiguration = Kept<typeof workflowConfiguration>;

export type Workflow = Kept<typeof workflow>;

/** Where a task is in its workflow. It keeps its steps, whatever the workflow becomes, until it is evaluated again. */
export type Way = Kept<typeof way>;

export type Task = Kept<
  typeof task,
  | 'taskChannelSid'
  | 'taskChannelUniqueName'
  | 'virtualStartMs'
  | 'way'
  | 'queueSid'
  | 'queueEnteredAtMs'
  | 'priority'
  | 'attributes'
  | 'assignmentStatus'
  | 'reason'
  | 'assignmentCount'
  | 'updatedAtMs'
  | 'version'
>;

export type AssignmentStatus = Task['assignmentStatus'];

export type Reservation = Kept<typeof reservation, 'status' | 'updatedAtMs' | 'version'>;

export type ReservationStatus = Reservation['status'];

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

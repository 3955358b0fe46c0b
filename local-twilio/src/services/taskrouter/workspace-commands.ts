import type { Activity, TaskChannel, TaskQueue, Worker, Workflow, Workspace } from './entities';

export interface NewActivity {
  readonly friendlyName: string;
  /** "The value cannot be changed after the Activity is created": https://www.twilio.com/docs/taskrouter/api/activity */
  readonly available: boolean;
}

/** Left out: as it is, or for a new queue its default. */
export interface QueueChanges {
  readonly friendlyName?: string;
  /** `1==1` for a new queue; empty: nobody. */
  readonly targetWorkers?: string;
  readonly taskOrder?: TaskQueue['taskOrder'];
  /** 1 to 50. */
  readonly maxReservedWorkers?: number;
  readonly reservationActivitySid?: string;
  readonly assignmentActivitySid?: string;
}

export interface WorkspaceChanges {
  readonly friendlyName?: string;
  readonly defaultActivitySid?: string;
  readonly timeoutActivitySid?: string;
}

export interface WorkflowChanges {
  readonly friendlyName?: string;
  /** JSON text: https://www.twilio.com/docs/taskrouter/workflow-configuration */
  readonly configuration?: string;
  /** At most a day; 120 for a new workflow. */
  readonly taskReservationTimeoutSeconds?: number;
  /** Asked about each reservation; empty: nobody is. */
  readonly assignmentCallbackUrl?: string;
  /** Asked when the other one fails. */
  readonly fallbackAssignmentCallbackUrl?: string;
}

export interface TaskChannelChanges {
  readonly friendlyName?: string;
  readonly channelOptimizedRouting?: boolean;
}

export interface NewWorker {
  readonly friendlyName: string;
  /** The workspace's default activity if it is left out. */
  readonly activitySid?: string;
  /** JSON text. */
  readonly attributes?: string;
}

/**
 * What the workspace is made of. Names are unique among their kind, and what is in use is not removed: both are refused
 * with 400 / 20001. Tasks that wait are routed anew at once.
 */
export interface WorkspaceCommands {
  changeWorkspace(changes: WorkspaceChanges): Workspace;
  /** Where TaskRouter events go: a form POST for each event. Null turns it off. */
  setEventCallback(url: string | null, eventsFilter?: readonly string[]): void;
  createActivity(given: NewActivity): Activity;
  renameActivity(sid: string, friendlyName: string): Activity;
  /** Refused while workers are in it or a queue or the workspace names it. */
  removeActivity(sid: string): void;
  createQueue(given: QueueChanges & { readonly friendlyName: string }): TaskQueue;
  changeQueue(sid: string, changes: QueueChanges): TaskQueue;
  /** Refused while a workflow or an open task names it. */
  removeQueue(sid: string): void;
  createWorkflow(given: WorkflowChanges & { readonly friendlyName: string; readonly configuration: string }): Workflow;
  /**
   * Tasks that wait stay in the steps that they are in, unless they are evaluated again:
   * https://www.twilio.com/docs/taskrouter/api/workflow
   */
  changeWorkflow(sid: string, changes: WorkflowChanges, options?: { readonly reEvaluateTasks?: boolean }): Workflow;
  /** `changeWorkflow` of the configuration alone. */
  configureWorkflow(sid: string, configuration: string, options?: { readonly reEvaluateTasks?: boolean }): Workflow;
  /** Refused while open tasks are in it. */
  removeWorkflow(sid: string): void;
  /** By SID or unique name; throws 404 / 20404. */
  taskChannel(name: string): TaskChannel;
  /** Every worker gets it, with room for one task. */
  createTaskChannel(
    given: TaskChannelChanges & { readonly friendlyName: string; readonly uniqueName: string },
  ): TaskChannel;
  changeTaskChannel(name: string, changes: TaskChannelChanges): TaskChannel;
  /** Refused while open tasks are of it; `default` cannot go. */
  removeTaskChannel(name: string): void;
  createWorker(given: NewWorker): Worker;
  renameWorker(sid: string, friendlyName: string): Worker;
  /** Refused while their activity is an available one, or they hold reservations. */
  removeWorker(sid: string): void;
}

import type { TaskQueueSid, TaskSid, WorkerSid, WorkflowSid } from '../contract/sids';

/** TaskRouter's assignment status: pending, reserved, assigned, wrapping, completed, canceled. */
export interface Task {
  sid: TaskSid;
  status: string;
  attributes: string;
  /** Undefined after a transfer and for tasks that were routed straight to a queue. */
  workflowSid: WorkflowSid | undefined;
  queueSid: TaskQueueSid | undefined;
  queueName: string;
  taskChannelUniqueName: string;
  priority: number;
  createdAtMs: number | undefined;
}

export interface Tasks {
  /** undefined: TaskRouter does not know it (any more, or not yet). */
  fetch(sid: TaskSid): Promise<Task | undefined>;
  /** Its assignment status and nothing else, for whoever needs no more; undefined as above. */
  status(sid: TaskSid): Promise<string | undefined>;
  /** How many wait for anybody to take them, counted up to a limit. */
  countPending(atMost: number): Promise<number>;
  /** Those that an agent has, the oldest first. */
  assignedLongest(atMost: number): Promise<Task[]>;
  /** Who has accepted it and when; undefined when nobody has. */
  acceptedBy(sid: TaskSid): Promise<{ workerSid: WorkerSid; atMs: number } | undefined>;
  /** Remembers that a task is over: Twilio reopens none. */
  noteOver(sid: TaskSid): void;
  /** False when it is not known, so that its status has to be read. */
  isKnownToBeOver(sid: TaskSid): boolean;
  /** Ends a task that nobody has accepted. False when it cannot be ended: it was accepted, or is over. */
  cancel(sid: TaskSid, reason: string): Promise<boolean>;
  /** Whether the workspace's event callback tells these Functions that a task has died. */
  deathsAreReported(): Promise<boolean>;
}

export interface Workers {
  /** Whether a chat identity is a Flex user's. */
  hasIdentity(identity: string): Promise<boolean>;
  /** What people call them; undefined for a worker who is gone. */
  nameOf(worker: WorkerSid): Promise<string | undefined>;
  /** Their chat identity, and whether they are in an available activity; undefined for a worker who is gone. */
  presence(worker: WorkerSid): Promise<{ identity: string; isAvailable: boolean } | undefined>;
  /** Task channels on which they can take a task now; none for one who is in no available activity, or is gone. */
  freeChannels(worker: WorkerSid): Promise<string[]>;
  /** How many are in an available activity, counted up to a limit. */
  countAvailable(atMost: number): Promise<number>;
  /** A queue that they are in; undefined when there is none. */
  queueOf(worker: WorkerSid): Promise<TaskQueueSid | undefined>;
}

export interface Workflows {
  /** The account's default workflow when this one was deleted, and is not the default itself. */
  replacementOf(sid: WorkflowSid): Promise<WorkflowSid | undefined>;
  /** The account's default workflow. */
  standard(): Promise<WorkflowSid | undefined>;
  /** Whether the workspace has this queue. */
  hasQueue(sid: TaskQueueSid): Promise<boolean>;
}

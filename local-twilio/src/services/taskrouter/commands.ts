import type { LoggedEvent } from './rules/event-log';
import type { TaskRouterStore } from './store';
import type { WorkspaceCommands } from './workspace-commands';
import type {
  Activity,
  Reservation,
  Task,
  TaskChannel,
  TaskQueue,
  Worker,
  WorkerChannel,
  Workflow,
  Workspace,
} from './entities';

export interface NewTask {
  readonly workflowSid?: string;
  readonly queueSid?: string;
  /** With it the task is direct: it goes to this worker only and dies when they decline. */
  readonly workerSid?: string;
  readonly taskChannel?: string;
  /** JSON text, at most 4096 characters. */
  readonly attributes: string;
  readonly priority?: number;
  readonly timeoutSeconds?: number;
  /** SID of a worker, a queue or a workflow; instead of those above. */
  readonly routingTarget?: string;
  /** Only for a worker: whether they get it without capacity, and while they are away. */
  readonly ignoreCapacity?: boolean;
  readonly virtualStartMs?: number;
  /** Made by an invite; see the switch `inviteTask`. */
  readonly byInvite?: true;
}

export interface TaskChanges {
  readonly attributes?: string;
  readonly priority?: number;
  /** SID or unique name. */
  readonly taskChannel?: string;
  readonly virtualStartMs?: number;
}

/** What becomes of a task's status, and why. */
export interface TaskEnding {
  readonly status: 'wrapping' | 'completed' | 'canceled';
  readonly reason?: string;
}

export interface WorkerChanges {
  readonly friendlyName?: string;
  /** JSON text. */
  readonly attributes?: string;
  readonly activitySid?: string;
  readonly rejectPendingReservations?: boolean;
}

export type ReservationAnswer = 'accepted' | 'rejected' | 'wrapping' | 'completed';

/** Rules of TaskRouter. Every command throws a TwilioError when Twilio would refuse it. */
export interface TaskRouter extends WorkspaceCommands {
  /** From now on these are told as tasks move, before and after it is announced. */
  intercept(hooks: TaskHooks): void;
  /** The task as an invite of Flex shows it. */
  routingProperties(task: Task): object;
  readonly workspace: Workspace;
  /** All that there is, live: what a state file keeps. */
  state(): TaskRouterStore;
  /** What was told of late, oldest first; not kept when the local Twilio ends. */
  loggedEvents(): readonly LoggedEvent[];
  activities(): readonly Activity[];
  taskChannels(): readonly TaskChannel[];
  queues(): readonly TaskQueue[];
  workflows(): readonly Workflow[];
  workers(): readonly Worker[];
  tasks(): readonly Task[];
  reservations(): readonly Reservation[];
  /** These throw 404 / 20404 if there is none. Finished tasks are forgotten after five minutes. */
  activity(sid: string): Activity;
  queue(sid: string): TaskQueue;
  workflow(sid: string): Workflow;
  worker(sid: string): Worker;
  findWorker(sid: string): Worker | undefined;
  task(sid: string): Task;
  reservation(sid: string): Reservation;
  findTask(sid: string): Task | undefined;
  /** Pending, accepted and wrapping reservations of a worker. */
  activeReservations(workerSid: string): readonly Reservation[];
  reservationsOfTask(taskSid: string): readonly Reservation[];
  setActivity(workerSid: string, activitySid: string, options?: { rejectPendingReservations?: boolean }): Worker;
  setWorkerAttributes(workerSid: string, attributes: string): Worker;
  /** All of it, or nothing where any of it is refused. */
  changeWorker(workerSid: string, changes: WorkerChanges): Worker;
  setCapacity(
    workerSid: string,
    taskChannel: string,
    changes: { capacity?: number; available?: boolean },
  ): WorkerChannel;
  /** `registered` runs before the task is announced and routed. */
  createTask(input: NewTask, registered?: (task: Task) => void): Task;
  setTaskAttributes(taskSid: string, attributes: string): Task;
  setTaskPriority(taskSid: string, priority: number): Task;
  /** With an ending: both, or nothing where either is refused. */
  changeTask(taskSid: string, changes: TaskChanges, ending?: TaskEnding): Task;
  /** Answers for a reservation; Flex conversations go through `flex.acceptInvite` and the rest. */
  answerReservation(reservationSid: string, answer: ReservationAnswer): Reservation;
  /**
   * Rejects it and sets the worker's activity, both or neither: "the new worker activity SID if rejecting a
   * reservation", https://www.twilio.com/docs/taskrouter/api/reservations
   */
  rejectInto(reservationSid: string, activitySid: string): Reservation;
  wrapUpTask(taskSid: string, reason?: string): Task;
  completeTask(taskSid: string, reason?: string): Task;
  cancelTask(taskSid: string, reason: string): Task;
  removeTask(taskSid: string): void;
  /** Whether the worker matches the queue's target_workers expression. */
  isEligible(workerSid: string, queueSid: string): boolean;
}

/** What Flex does when TaskRouter moves a conversation's task. */
export interface TaskHooks {
  /** Just before reservation.accepted is announced: the agent joins the Conversation. */
  accepting(reservation: Reservation): void;
  /** Just after it. */
  accepted(reservation: Reservation): void;
  /** The task is completed, canceled or deleted. */
  ended(task: Task): void;
}

import { invalidParameter, TwilioError } from '../../../kernel/errors';
import type { NewTask } from '../commands';
import type { Task, TaskQueue, Worker, Workflow } from '../entities';
import { checkTaskAttributes, getFrom, getQueue, getTaskChannel } from '../store';
import type { TaskRouterStore } from '../store';
import type { Parts } from './task-endings';
import { matchesQueue } from './workflow';

/** 0 to 2^31 - 1: https://www.twilio.com/docs/taskrouter/api/task */
export function checkPriority(priority: number, { context }: Parts): number {
  if (priority < 0 || priority > context.limits.taskPriorityMax) throw invalidParameter('Priority is out of range');
  return priority;
}

interface Destination {
  readonly workflow: Workflow | null;
  readonly queue: TaskQueue | null;
  readonly worker: Worker | null;
}

/** "A SID of a Worker, Queue, or Workflow to route a Task to." */
function byRoutingTarget(store: TaskRouterStore, { routingTarget, ...input }: NewTask): NewTask {
  switch (routingTarget?.slice(0, 2)) {
    case undefined:
      return input;
    case 'WK':
      return {
        ...input,
        workerSid: routingTarget,
        queueSid: input.queueSid ?? firstQueueOf(store, routingTarget ?? ''),
      };
    case 'WQ':
      return { ...input, queueSid: routingTarget };
    case 'WW':
      return { ...input, workflowSid: routingTarget };
    default:
      throw invalidParameter('RoutingTarget is no SID of a worker, a queue or a workflow');
  }
}

/** A task for a worker is in a queue all the same; which one, when none is named, Twilio does not document. */
function firstQueueOf(store: TaskRouterStore, workerSid: string): string | undefined {
  const worker = getFrom(store.workers, workerSid, 'Workers');
  return [...store.queues.values()].find((queue) => matchesQueue(store, worker, queue))?.sid;
}

function destination(store: TaskRouterStore, { workflowSid, queueSid, workerSid }: NewTask): Destination {
  const queue = queueSid === undefined ? null : getQueue(store, queueSid);
  const worker = workerSid === undefined ? null : getFrom(store.workers, workerSid, 'Workers');
  const [only, ...others] = store.workflows.values();
  // "If there is only one Workflow defined for the Workspace … this parameter is optional."
  const byDefault = !queue && others.length === 0 ? only : undefined;
  const workflow = workflowSid === undefined ? (byDefault ?? null) : getFrom(store.workflows, workflowSid, 'Workflows');
  if (!workflow && !queue) throw invalidParameter('WorkflowSid is missing, and there is not just one workflow');
  if (worker && !queue) throw invalidParameter('A worker needs a queue');
  if (worker && queue && !matchesQueue(store, worker, queue))
    throw new TwilioError(400, 40152, `Worker ${worker.sid} is not in queue ${queue.sid}`);
  return { workflow, queue, worker };
}

/** 0.3 to 4 s after its invite, always the same for a task of this SID. */
function readableFrom(taskSid: string, nowMs: number): number {
  return nowMs + 300 + (Number.parseInt(taskSid.slice(-4), 16) % 3_701);
}

export function newTask(parts: Parts, asked: NewTask): Task {
  const { clock, limits, sids, switches } = parts.context;
  const { store } = parts;
  checkTaskAttributes(asked.attributes, limits.taskAttributesCharacters);
  if (asked.ignoreCapacity !== undefined && !asked.routingTarget?.startsWith('WK'))
    throw invalidParameter('IgnoreCapacity can only be used when RoutingTarget is a worker');
  const input = byRoutingTarget(store, asked);
  const { workflow, queue, worker } = destination(store, input);
  const timeoutSeconds = input.timeoutSeconds ?? limits.taskTimeoutSecondsDefault;
  if (timeoutSeconds <= 0 || timeoutSeconds > limits.taskTimeoutSecondsMax)
    throw invalidParameter('Timeout is out of range');
  checkPriority(input.priority ?? 0, parts);
  const channel = getTaskChannel(store, input.taskChannel ?? 'default');
  // "The default value of IgnoreCapacity is true when the RoutingTarget is set to a Worker SID."
  const ignoreAvailability = asked.routingTarget !== undefined && worker !== null && input.ignoreCapacity !== false;
  const isQueueAsked = queue && !worker && (!workflow || asked.routingTarget || switches.queueInvite === 'queue');
  const now = clock.nowMs();
  const sid = sids.next('WT');
  return {
    sid,
    createdAtMs: now,
    workflowSid: workflow?.sid ?? null,
    taskChannelSid: channel.sid,
    taskChannelUniqueName: channel.uniqueName,
    timeoutSeconds,
    routingTarget: worker?.sid ?? null,
    queueTarget: isQueueAsked ? queue.sid : null,
    direct: worker !== null,
    ignoreCapacity: worker !== null && (input.ignoreCapacity ?? switches.directInviteCapacity === 'ignored'),
    ...(ignoreAvailability && { ignoreAvailability }),
    ...(input.byInvite && switches.inviteTask === 'later' && { readableFromMs: readableFrom(sid, now) }),
    ...(input.virtualStartMs !== undefined && { virtualStartMs: input.virtualStartMs }),
    queueSid: queue?.sid ?? null,
    queueEnteredAtMs: null,
    priority: input.priority ?? 0,
    attributes: input.attributes,
    assignmentStatus: 'pending',
    reason: null,
    assignmentCount: 0,
    updatedAtMs: now,
    version: 0,
    rejectedBy: new Set(),
  };
}

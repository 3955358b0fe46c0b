import type { Task, TaskQueue, Worker, WorkflowTarget } from '../entities';
import { parseExpression } from './expression';
import { getActivity, getQueue } from '../store';
import { readAttributes } from '../entities';
import type { TaskRouterStore } from '../store';

/** One step of a task's way: a queue, who in it may get the task, and until which age. */
export interface Step {
  readonly queue: TaskQueue;
  readonly priority: number | null;
  /** Seconds of the task's age; null = as long as the task lives. */
  readonly untilAgeSeconds: number | null;
  readonly skipIf: string | null;
  accepts(worker: Worker): boolean;
}

export function matchesQueue(worker: Worker, queue: TaskQueue): boolean {
  return parseExpression(queue.targetWorkers)({ default: 'worker', worker: readAttributes(worker.attributes) });
}

/** `task.x` is read from the task, anything else is meant as it stands. */
function readName(text: string, task: unknown): string | null {
  const path = text.split('.');
  if (path[0] !== 'task') return text;
  const value = path
    .slice(1)
    .reduce<unknown>(
      (held, key) => (typeof held === 'object' && held !== null ? Reflect.get(held, key) : undefined),
      task,
    );
  return typeof value === 'string' && value ? value : null;
}

function stepOfTarget(store: TaskRouterStore, target: WorkflowTarget, attributes: unknown): Step | null {
  const queue = getQueue(store, String(target.queue));
  const knownSid = target.known_worker_sid === undefined ? undefined : readName(target.known_worker_sid, attributes);
  const knownName =
    target.known_worker_friendly_name === undefined
      ? undefined
      : readName(target.known_worker_friendly_name, attributes);
  // A known worker that the task does not name, or who is not in the queue (40152), is a step nobody can take.
  if (knownSid === null || knownName === null) return null;
  const expression = target.expression === undefined ? null : parseExpression(target.expression);
  return {
    queue,
    priority: target.priority ?? null,
    untilAgeSeconds: target.timeout ?? null,
    skipIf: target.skip_if ?? null,
    accepts: (worker) =>
      matchesQueue(worker, queue) &&
      (knownSid === undefined || worker.sid === knownSid) &&
      (knownName === undefined || worker.friendlyName === knownName) &&
      (!expression || expression({ default: 'worker', worker: readAttributes(worker.attributes), task: attributes })),
  };
}

/** The way of a task through its workflow: https://www.twilio.com/docs/taskrouter/workflow-configuration */
export function stepsOf(store: TaskRouterStore, task: Task): readonly Step[] {
  if (task.routingTarget !== null && task.queueSid !== null) {
    const queue = getQueue(store, task.queueSid);
    const accepts = (worker: Worker) => worker.sid === task.routingTarget;
    return [{ queue, priority: null, untilAgeSeconds: null, skipIf: null, accepts }];
  }
  if (task.queueTarget !== null) {
    const queue = getQueue(store, task.queueTarget);
    const accepts = (worker: Worker) => matchesQueue(worker, queue);
    return [{ queue, priority: null, untilAgeSeconds: null, skipIf: null, accepts }];
  }
  const workflow = task.workflowSid === null ? undefined : store.workflows.get(task.workflowSid);
  if (!workflow) return [];
  const attributes = readAttributes(task.attributes);
  const { filters, default_filter: fallback } = workflow.configuration.task_routing;
  const filter = filters.find(({ expression }) => parseExpression(expression)({ default: 'task', task: attributes }));
  const targets: readonly WorkflowTarget[] = [
    ...(filter?.targets ?? []),
    ...(fallback ? [{ queue: fallback.queue }] : []),
  ];
  return targets.map((target) => stepOfTarget(store, target, attributes)).filter((step) => step !== null);
}

export function isSkipped(store: TaskRouterStore, step: Step, task: Task): boolean {
  if (step.skipIf === null) return false;
  const available = [...store.workers.values()].filter(
    (worker) => step.accepts(worker) && getActivity(store, worker).available,
  ).length;
  return parseExpression(step.skipIf)({
    default: 'task',
    task: readAttributes(task.attributes),
    extra: { 'workers.available': available },
  });
}

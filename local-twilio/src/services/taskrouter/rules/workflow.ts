import type { Task, TaskQueue, Way, Worker, Workflow, WorkflowFilter, WorkflowTarget } from '../entities';
import { readAttributes } from '../entities';
import { getActivity, getQueue } from '../store';
import type { TaskRouterStore } from '../store';
import { parseExpression } from './expression';
import { factsOfStep, factsOfTask, factsOfWorker } from './facts';

/** A step of a task's way: a queue, and who in it may get the task. */
export interface Step {
  readonly queue: TaskQueue;
  readonly priority: number | null;
  readonly skipIf: string | null;
  readonly orderBy: string | null;
  accepts(worker: Worker): boolean;
}

interface Moment {
  readonly task: Task;
  readonly nowMs: number;
}

/** An empty expression matches nobody: https://www.twilio.com/docs/taskrouter/api/task-queue */
export function matchesQueue(store: TaskRouterStore, worker: Worker, queue: TaskQueue): boolean {
  return queue.targetWorkers.trim() !== '' && parseExpression(queue.targetWorkers)(factsOfWorker(store, worker));
}

const workersOf = (store: TaskRouterStore, queue: TaskQueue): readonly Worker[] =>
  [...store.workers.values()].filter((worker) => matchesQueue(store, worker, queue));

/** `task.x` is read from the task, anything else is meant as it stands. */
function readName(text: string, task: unknown): unknown {
  const path = text.split('.');
  if (path[0] !== 'task') return text;
  return path
    .slice(1)
    .reduce<unknown>(
      (held, key) => (typeof held === 'object' && held !== null ? Reflect.get(held, key) : undefined),
      task,
    );
}

/**
 * Whether the step is for this worker. A known worker who is null, unknown or not in the queue is nobody, and the step
 * is as long as any other: https://www.twilio.com/docs/taskrouter/workflow-configuration/known-agent-routing
 */
function isKnown(worker: Worker, target: WorkflowTarget, task: Task): boolean {
  const { known_worker_sid: bySid, known_worker_friendly_name: byName } = target;
  const attributes = readAttributes(task.attributes);
  return (
    (bySid === undefined || readName(bySid, attributes) === worker.sid) &&
    (byName === undefined || readName(byName, attributes) === worker.friendlyName)
  );
}

/** The step that a task is in. "Expressions and timeouts only apply if defined on a target." */
export function stepOf(store: TaskRouterStore, way: Way, { task, nowMs }: Moment): Step {
  const target = way.targets[way.target] ?? {};
  const queue = getQueue(store, target.queue ?? '');
  const expression = target.expression === undefined ? null : parseExpression(target.expression);
  return {
    queue,
    priority: target.priority ?? null,
    skipIf: target.skip_if ?? null,
    orderBy: target.order_by ?? null,
    accepts: (worker) =>
      isKnown(worker, target, task) &&
      matchesQueue(store, worker, queue) &&
      (!expression || expression(factsOfStep(store, worker, { task, nowMs }))),
  };
}

/** The one step of a task that was routed to a worker or to a queue, and needs no workflow. */
export function onlyStep(store: TaskRouterStore, task: Task): Step | null {
  const plain = { priority: null, skipIf: null, orderBy: null };
  if (task.routingTarget !== null && task.queueSid !== null)
    return { ...plain, queue: getQueue(store, task.queueSid), accepts: (worker) => worker.sid === task.routingTarget };
  if (task.queueTarget === null) return null;
  const queue = getQueue(store, task.queueTarget);
  return { ...plain, queue, accepts: (worker) => matchesQueue(store, worker, queue) };
}

/** Of the workers in the step's queue: https://www.twilio.com/docs/taskrouter/worker-presence */
export function isSkipped(store: TaskRouterStore, { queue, skipIf }: Step, { task }: Moment): boolean {
  if (skipIf === null) return false;
  const workers = workersOf(store, queue);
  const inActivity = [...store.activities.keys()].map((sid): [string, number] => [
    sid,
    workers.filter(({ activitySid }) => activitySid === sid).length,
  ]);
  const available = workers.filter((worker) => getActivity(store, worker).available).length;
  return parseExpression(skipIf)({
    task: readAttributes(task.attributes),
    extra: {
      workers: { ...Object.fromEntries(inActivity), available, unavailable: workers.length - available },
    },
  });
}

/** A later target without a queue stays in the queue of the one before it. */
function withQueues({ targets }: WorkflowFilter): readonly WorkflowTarget[] {
  let queue: string | undefined;
  return targets.map((target) => {
    queue = target.queue ?? queue;
    return queue === undefined ? target : { ...target, queue };
  });
}

interface Entry {
  readonly sinceMs: number;
  readonly timedOut: boolean;
}

const untilOf = (target: WorkflowTarget | undefined, sinceMs: number): number | null =>
  target?.timeout === undefined ? null : sinceMs + target.timeout * 1000;

/** The first filter, from that one on, whose expression is true of the task. */
function matching(workflow: Workflow, from: number, { moment, entry }: { moment: Moment; entry: Entry }): Way | null {
  const facts = factsOfTask(moment.task, moment.nowMs);
  const { filters } = workflow.configuration.task_routing;
  const index = filters.findIndex((filter, place) => place >= from && parseExpression(filter.expression)(facts));
  const filter = filters[index];
  if (!filter) return null;
  const targets = withQueues(filter);
  return {
    filter: index,
    filterName: filter.filter_friendly_name ?? null,
    targets,
    target: 0,
    untilMs: untilOf(targets[0], entry.sinceMs),
    timedOut: entry.timedOut,
  };
}

function defaultWay({ configuration }: Workflow): Way | null {
  const { default_filter: fallback } = configuration.task_routing;
  if (!fallback) return null;
  // "There is no timeout attribute": the task waits in it until the end of its life.
  return { filter: 'default', filterName: null, targets: [fallback], target: 0, untilMs: null, timedOut: false };
}

/** Where a task enters its workflow; null: nowhere. */
export function firstWay(workflow: Workflow, moment: Moment): Way | null {
  const entry = { sinceMs: moment.nowMs, timedOut: false };
  return matching(workflow, 0, { moment, entry }) ?? defaultWay(workflow);
}

/**
 * Where a task goes when its step is over; null: it leaves the workflow. Timeouts add up ("the sum of Q1 and Q2
 * timeouts", twilio.com/docs/taskrouter/task-evaluation), a step that was skipped does not count. Behind the last
 * target comes the next filter that matches. The default filter is for tasks that matched no filter or skipped all
 * ("does not count as a subsequent filter for the purposes of a timeout", twilio.com/docs/taskrouter/workflow-configuration).
 */
export function nextWay(
  workflow: Workflow,
  { way, how }: { way: Way; how: 'timeout' | 'skip' },
  moment: Moment,
): Way | null {
  const sinceMs = how === 'timeout' ? (way.untilMs ?? moment.nowMs) : moment.nowMs;
  const target = way.targets[way.target + 1];
  if (target) return { ...way, target: way.target + 1, untilMs: untilOf(target, sinceMs) };
  if (way.filter === 'default') return null;
  const timedOut = way.timedOut || how === 'timeout';
  const next = matching(workflow, way.filter + 1, { moment, entry: { sinceMs, timedOut } });
  return next ?? (timedOut ? null : defaultWay(workflow));
}

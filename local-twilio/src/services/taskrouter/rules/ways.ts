import type { Context } from '../events';
import { deadlines } from '../../../kernel/deadlines';
import type { Task, Way, Workflow } from '../entities';
import type { TaskRouterStore } from '../store';
import { firstWay, nextWay, onlyStep, stepOf, type Step } from './workflow';

/** How a task leaves its workflow. */
export type Departure = 'timeout' | 'skipped' | 'unmatched';

export type Place = { readonly step: Step } | { readonly left: Departure };

export interface Ways {
  /** Where the task is now; steps whose time is over are left behind. */
  current(task: Task): Place;
  /** Where it goes when it skips the step that it is in. */
  skip(task: Task): Place;
  /** Evaluates it again. A task that still fits the filter that it is in stays in its step. */
  restart(task: Task): void;
  watch(task: Task): void;
}

export function createWays(context: Context, store: TaskRouterStore, route: () => void): Ways {
  const { clock, events } = context;
  const momentOf = (task: Task) => ({ task, nowMs: clock.nowMs() });

  const steps = deadlines(clock, stepDueMs);
  const watch = (task: Task) => steps.watch(task, route);

  const enterQueue = (task: Task, step: Step) => {
    if (task.queueSid === step.queue.sid && task.queueEnteredAtMs !== null) return;
    if (task.queueEnteredAtMs !== null) events.emit({ type: 'task-queue.moved', task });
    task.queueSid = step.queue.sid;
    task.queueEnteredAtMs = clock.nowMs();
    events.emit({ type: 'task-queue.entered', task });
  };

  const enter = (task: Task, way: Way): Place => {
    const step = stepOf(store, way, momentOf(task));
    task.way = way;
    // "If no priority is defined, the Task's existing priority will be used."
    if (step.priority !== null) task.priority = step.priority;
    events.emit({ type: 'workflow.target-matched', task });
    enterQueue(task, step);
    watch(task);
    return { step };
  };

  const next = (task: Task, how: 'timeout' | 'skip'): Place => {
    const workflow = workflowOf(store, task);
    const way = task.way && workflow ? nextWay(workflow, { way: task.way, how }, momentOf(task)) : null;
    if (way) return enter(task, way);
    return { left: how === 'skip' && task.way?.timedOut !== true ? 'skipped' : 'timeout' };
  };

  const first = (task: Task): Place => {
    const workflow = workflowOf(store, task);
    const way = workflow ? firstWay(workflow, momentOf(task)) : null;
    events.emit({ type: 'workflow.entered', task });
    return way ? enter(task, way) : { left: 'unmatched' };
  };

  return {
    watch,
    current(task) {
      const only = onlyStep(store, task);
      if (only) {
        enterQueue(task, only);
        return { step: only };
      }
      let place: Place = task.way ? { step: stepOf(store, task.way, momentOf(task)) } : first(task);
      while ('step' in place && isOver(task, clock.nowMs())) {
        events.emit({ type: 'task-queue.timeout', task });
        place = next(task, 'timeout');
      }
      return place;
    },
    skip: (task) => next(task, 'skip'),
    restart(task) {
      const workflow = workflowOf(store, task);
      const way = workflow ? firstWay(workflow, momentOf(task)) : null;
      if (task.way && way && way.filter === task.way.filter && sameTargets(way, task.way)) return;
      if (way) return void enter(task, way);
      task.way = undefined;
      watch(task);
    },
  };
}

const workflowOf = (store: TaskRouterStore, { workflowSid }: Task): Workflow | undefined =>
  workflowSid === null ? undefined : store.workflows.get(workflowSid);

const stepDueMs = ({ assignmentStatus, way }: Task): number | null =>
  way && (assignmentStatus === 'pending' || assignmentStatus === 'reserved') ? way.untilMs : null;

const isOver = ({ way }: Task, nowMs: number) => way !== undefined && way.untilMs !== null && nowMs >= way.untilMs;

const sameTargets = (one: Way, other: Way): boolean => JSON.stringify(one.targets) === JSON.stringify(other.targets);

import { invalidParameter } from '../../../kernel/errors';
import type { Context } from '../events';
import type { TaskQueue, WorkflowTarget } from '../entities';
import { getFrom, isOpen, type TaskRouterStore } from '../store';
import type { QueueChanges, WorkspaceCommands } from '../workspace-commands';
import { parseExpression } from './expression';
import { checkUnique, inUse, referred } from './names';
import type { Routing } from './routing';

type Queues = Pick<WorkspaceCommands, 'createQueue' | 'changeQueue' | 'removeQueue'>;
type Fields = Pick<
  TaskQueue,
  'targetWorkers' | 'taskOrder' | 'maxReservedWorkers' | 'reservationActivitySid' | 'assignmentActivitySid'
>;

const defaults: Fields = { targetWorkers: '1==1', taskOrder: 'FIFO', maxReservedWorkers: 1 };

interface Change {
  readonly changes: QueueChanges;
  readonly held: Fields;
}

function fieldsOf({ limits }: Context, { activities }: TaskRouterStore, { changes, held }: Change): Fields {
  const { targetWorkers, maxReservedWorkers, reservationActivitySid, assignmentActivitySid } = changes;
  if (targetWorkers !== undefined && targetWorkers.trim() !== '') parseExpression(targetWorkers);
  if (maxReservedWorkers !== undefined && !(maxReservedWorkers >= 1 && maxReservedWorkers <= limits.reservedWorkersMax))
    throw invalidParameter(`MaxReservedWorkers is from 1 to ${limits.reservedWorkersMax}`);
  const activity = (sid: string | undefined, field: string) =>
    sid === undefined ? undefined : referred(activities, sid, field).sid;
  return {
    targetWorkers: targetWorkers ?? held.targetWorkers,
    taskOrder: changes.taskOrder ?? held.taskOrder,
    maxReservedWorkers: maxReservedWorkers ?? held.maxReservedWorkers,
    reservationActivitySid: activity(reservationActivitySid, 'ReservationActivitySid') ?? held.reservationActivitySid,
    assignmentActivitySid: activity(assignmentActivitySid, 'AssignmentActivitySid') ?? held.assignmentActivitySid,
  };
}

/** What keeps it from being deleted. */
function neededBy(store: TaskRouterStore, { sid, friendlyName }: TaskQueue): string | undefined {
  const isIt = ({ queue }: WorkflowTarget) => queue === sid || queue === friendlyName;
  const workflow = [...store.workflows.values()].find(({ configuration: { task_routing: routes } }) =>
    [...routes.filters.flatMap(({ targets }) => targets), routes.default_filter ?? {}].some(isIt),
  );
  if (workflow) return `workflow ${workflow.sid} names it`;
  const task = [...store.tasks.values()]
    .filter(isOpen)
    .find(({ queueSid, queueTarget, way }) => queueSid === sid || queueTarget === sid || way?.targets.some(isIt));
  return task && `task ${task.sid} is in it or on its way to it`;
}

/** https://www.twilio.com/docs/taskrouter/api/task-queue */
export function createQueues(context: Context, store: TaskRouterStore, routing: Routing): Queues {
  const { clock, events, sids } = context;

  const checkFriendlyName = (name: string, sid?: string): string => {
    const others = [...store.queues.values()].map((one) => ({ sid: one.sid, name: one.friendlyName }));
    checkUnique({ context, store }, 'Queue', { name, sid, others });
    if (name.trim() === '') throw invalidParameter('FriendlyName is missing');
    return name;
  };

  return {
    createQueue({ friendlyName, ...given }) {
      const queue: TaskQueue = {
        sid: sids.next('WQ'),
        friendlyName: checkFriendlyName(friendlyName),
        createdAtMs: clock.nowMs(),
        ...fieldsOf(context, store, { changes: given, held: defaults }),
      };
      store.queues.set(queue.sid, queue);
      events.emit({ type: 'task-queue.created', queue });
      return queue;
    },
    changeQueue(sid, { friendlyName, ...changes }) {
      const held = getFrom(store.queues, sid, 'TaskQueues');
      const queue: TaskQueue = {
        ...held,
        ...fieldsOf(context, store, { changes, held }),
        friendlyName: friendlyName === undefined ? held.friendlyName : checkFriendlyName(friendlyName, sid),
        updatedAtMs: clock.nowMs(),
      };
      store.queues.set(sid, queue);
      // The only change of a queue that the reference has an event for.
      if (queue.targetWorkers !== held.targetWorkers) events.emit({ type: 'task-queue.expression.updated', queue });
      routing.route();
      return queue;
    },
    removeQueue(sid) {
      const queue = getFrom(store.queues, sid, 'TaskQueues');
      const need = neededBy(store, queue);
      if (need !== undefined) throw inUse(`Queue ${sid}`, need);
      store.queues.delete(sid);
      events.emit({ type: 'task-queue.deleted', queue });
    },
  };
}

import type { Named } from '../../../kernel/bus';
import { reservationEventNames, taskEventNames, type Context, type TaskRouterEvent } from '../events';
import type { Reservation, Task, Worker } from '../entities';
import type { TaskRouterStore } from '../store';

interface Subject {
  readonly task?: Task;
  readonly worker?: Worker;
  readonly reservation?: Reservation;
}

/** The events that go to the workspace's callback. */
const told = [
  ...reservationEventNames,
  ...taskEventNames,
  'worker.activity.update',
  'worker.attributes.update',
] as const;

type Told = Named<TaskRouterEvent, (typeof told)[number]>;

/** What an event is about. */
function subjectOf(event: Told): Subject {
  if ('reservation' in event) return { task: event.task, worker: event.worker, reservation: event.reservation };
  return 'task' in event ? { task: event.task } : { worker: event.worker };
}

function taskFields(store: TaskRouterStore, task: Task, nowMs: number): Record<string, string> {
  const workflow = task.workflowSid === null ? undefined : store.workflows.get(task.workflowSid);
  const queue = task.queueSid === null ? undefined : store.queues.get(task.queueSid);
  return {
    TaskSid: task.sid,
    TaskAttributes: task.attributes,
    TaskAge: String(Math.floor((nowMs - task.createdAtMs) / 1000)),
    TaskPriority: String(task.priority),
    TaskAssignmentStatus: task.assignmentStatus,
    TaskChannelSid: task.taskChannelSid,
    TaskChannelUniqueName: task.taskChannelUniqueName,
    TaskVersion: String(task.version),
    ...(workflow ? { WorkflowSid: workflow.sid, WorkflowName: workflow.friendlyName } : {}),
    ...(queue ? { TaskQueueSid: queue.sid, TaskQueueName: queue.friendlyName } : {}),
    ...(task.reason && task.assignmentStatus === 'canceled' ? { TaskCanceledReason: task.reason } : {}),
    ...(task.reason && task.assignmentStatus === 'completed' ? { TaskCompletedReason: task.reason } : {}),
  };
}

function workerFields(store: TaskRouterStore, worker: Worker): Record<string, string> {
  return {
    WorkerSid: worker.sid,
    WorkerName: worker.friendlyName,
    WorkerAttributes: worker.attributes,
    WorkerActivitySid: worker.activitySid,
    WorkerActivityName: store.activities.get(worker.activitySid)?.friendlyName ?? '',
  };
}

/** Form POSTs for each event: https://www.twilio.com/docs/taskrouter/api/event/reference */
export function sendEventCallbacks(context: Context, store: TaskRouterStore): void {
  const { accountSid, clock, deliveries, events, limits, sids } = context;
  const send = (event: Told) => {
    const { eventCallbackUrl: url, eventsFilter } = store.workspace;
    if (url === null || (eventsFilter.length > 0 && !eventsFilter.includes(event.type))) return;
    const { task, worker, reservation } = subjectOf(event);
    const nowMs = clock.nowMs();
    const [resourceType, resourceSid] = reservation
      ? ['reservation', reservation.sid]
      : task
        ? ['task', task.sid]
        : ['worker', worker?.sid ?? ''];
    deliveries.send({
      sid: sids.next('EV'),
      kind: 'taskrouter',
      method: 'POST',
      url,
      timeoutMs: limits.taskRouterCallbackTimeoutMs,
      retries: () => 0,
      params: {
        EventType: event.type,
        AccountSid: accountSid,
        WorkspaceSid: store.workspace.sid,
        WorkspaceName: store.workspace.friendlyName,
        ResourceType: resourceType,
        ResourceSid: resourceSid,
        Timestamp: String(Math.floor(nowMs / 1000)),
        TimestampMs: String(nowMs),
        ...(task ? taskFields(store, task, nowMs) : {}),
        ...(worker ? workerFields(store, worker) : {}),
        ...(reservation ? { ReservationSid: reservation.sid, ReservationVersion: String(reservation.version) } : {}),
      },
    });
  };
  events.on(Object.fromEntries(told.map((name) => [name, send])));
}

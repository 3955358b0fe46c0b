import type { Task, Worker } from '../entities';
import type { TaskRouterEvent } from '../events';
import type { TaskRouterStore } from '../store';

type Fields = Readonly<Record<string, string>>;

/** https://www.twilio.com/docs/taskrouter/api/event/reference#task-event-fields */
export function fieldsOfTask(store: TaskRouterStore, task: Task, nowMs: number): Fields {
  const workflow = task.workflowSid === null ? undefined : store.workflows.get(task.workflowSid);
  const queue = task.queueSid === null ? undefined : store.queues.get(task.queueSid);
  return {
    TaskSid: task.sid,
    TaskAttributes: task.attributes,
    TaskAge: String(Math.floor((nowMs - task.createdAtMs) / 1000)),
    TaskDateCreated: String(Math.floor(task.createdAtMs / 1000)),
    TaskPriority: String(task.priority),
    TaskAssignmentStatus: task.assignmentStatus,
    TaskChannelSid: task.taskChannelSid,
    TaskChannelUniqueName: task.taskChannelUniqueName,
    TaskVersion: String(task.version),
    ...(workflow ? { WorkflowSid: workflow.sid, WorkflowName: workflow.friendlyName } : {}),
    ...(task.way?.filterName ? { WorkflowFilterName: task.way.filterName } : {}),
    ...(queue ? { TaskQueueSid: queue.sid, TaskQueueName: queue.friendlyName } : {}),
    ...(task.reason && task.assignmentStatus === 'canceled' ? { TaskCanceledReason: task.reason } : {}),
    ...(task.reason && task.assignmentStatus === 'completed' ? { TaskCompletedReason: task.reason } : {}),
  };
}

/** https://www.twilio.com/docs/taskrouter/api/event/reference#worker-event-fields */
export function fieldsOfWorker(store: TaskRouterStore, worker: Worker): Fields {
  return {
    WorkerSid: worker.sid,
    WorkerName: worker.friendlyName,
    WorkerAttributes: worker.attributes,
    WorkerActivitySid: worker.activitySid,
    WorkerActivityName: store.activities.get(worker.activitySid)?.friendlyName ?? '',
    WorkerVersion: String(worker.version),
  };
}

export function previousActivityFields(event: TaskRouterEvent): Fields {
  if (event.type !== 'worker.activity.update' || !event.previous) return {};
  const { activity, forMs } = event.previous;
  return {
    WorkerPreviousActivitySid: activity.sid,
    WorkerPreviousActivityName: activity.friendlyName,
    WorkerTimeInPreviousActivity: String(Math.floor(forMs / 1000)),
    WorkerTimeInPreviousActivityMs: String(forMs),
  };
}

export function channelFields(event: TaskRouterEvent): Fields {
  if (event.type !== 'worker.capacity.configured' && event.type !== 'worker.channel.availability.update') return {};
  const { channel, previousCapacity } = event;
  return {
    WorkerChannelAvailable: String(channel.available),
    WorkerChannelAvailableCapacity: String(Math.max(0, channel.configuredCapacity - channel.assignedTasks)),
    WorkerChannelPreviousCapacity: String(previousCapacity),
    WorkerChannelTaskCount: String(channel.assignedTasks),
    TaskChannelSid: channel.taskChannelSid,
    TaskChannelUniqueName: channel.taskChannelUniqueName,
  };
}

import type { Context } from '../events';
import type { Task } from '../entities';
import type { TaskRouterStore } from '../store';

const seconds = (ms: number): number => Math.floor(ms / 1000);
const nameOf = (items: ReadonlyMap<string, { readonly friendlyName: string }>, sid: string | null): string | null =>
  (sid === null ? undefined : items.get(sid))?.friendlyName ?? null;

/** The task as an invite's `routing.properties` shows it: times in seconds, other names. */
export function routingProperties({ accountSid, clock }: Context, store: TaskRouterStore, task: Task): object {
  return {
    account_sid: accountSid,
    workspace_sid: store.workspace.sid,
    sid: task.sid,
    date_created: seconds(task.createdAtMs),
    date_updated: seconds(task.updatedAtMs),
    attributes: task.attributes,
    assignment_status: task.assignmentStatus,
    workflow_sid: task.workflowSid,
    workflow_name: nameOf(store.workflows, task.workflowSid),
    queue_sid: task.queueSid,
    queue_name: nameOf(store.queues, task.queueSid),
    priority: task.priority,
    age: seconds(clock.nowMs() - task.createdAtMs),
    reason: task.reason ?? '',
    timeout: task.timeoutSeconds,
    assignmentCounter: task.assignmentCount,
    task_channel_sid: task.taskChannelSid,
    task_channel_unique_name: task.taskChannelUniqueName,
    routing_target: task.routingTarget,
    task_queue_entered_date: seconds(task.queueEnteredAtMs ?? task.createdAtMs),
    age_in_queue: seconds(clock.nowMs() - (task.queueEnteredAtMs ?? clock.nowMs())),
    addons: '{}',
  };
}

import type { WorkspaceEvent } from '../events';

/** What a callback says of an event. */
export interface Subject {
  readonly resource: readonly [type: string, sid: string];
  readonly description: string;
  readonly fields: Readonly<Record<string, string>>;
}

export const lastWord = (type: string): string => type.split('.').at(-1) ?? type;

/**
 * Fields are those of https://www.twilio.com/docs/taskrouter/api/event/reference; the type `taskqueue` and the words of a
 * new expression are those of a real event, quoted in the Flex project template (taskrouter event handlers).
 */
export function subjectOfWorkspaceEvent(event: Exclude<WorkspaceEvent, { readonly worker: unknown }>): Subject {
  if ('activity' in event) {
    const { sid, friendlyName, available } = event.activity;
    return {
      resource: ['activity', sid],
      description: `Activity ${friendlyName} ${lastWord(event.type)}`,
      fields: { ActivitySid: sid, ActivityName: friendlyName, ActivityAvailable: String(available) },
    };
  }
  if ('workflow' in event) {
    const { sid, friendlyName } = event.workflow;
    return {
      resource: ['workflow', sid],
      description: `Workflow ${friendlyName} ${lastWord(event.type)}`,
      fields: { WorkflowSid: sid, WorkflowName: friendlyName },
    };
  }
  if ('taskChannel' in event) {
    const { sid, friendlyName, uniqueName, channelOptimizedRouting = false } = event.taskChannel;
    return {
      resource: ['taskchannel', sid],
      description: `TaskChannel ${friendlyName} ${lastWord(event.type)}`,
      fields: {
        TaskChannelSid: sid,
        TaskChannelName: friendlyName,
        TaskChannelUniqueName: uniqueName,
        TaskChannelOptimizedRouting: String(channelOptimizedRouting),
      },
    };
  }
  const { sid, friendlyName, targetWorkers } = event.queue;
  const isExpression = event.type === 'task-queue.expression.updated';
  return {
    resource: ['taskqueue', sid],
    description: `TaskQueue ${sid} ${isExpression ? `expression updated to '${targetWorkers}'` : lastWord(event.type)}`,
    fields: { TaskQueueSid: sid, TaskQueueName: friendlyName, TaskQueueTargetExpression: targetWorkers },
  };
}

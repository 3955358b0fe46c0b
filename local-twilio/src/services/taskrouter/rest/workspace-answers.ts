import type { TaskRouterAccount } from '../account';
import type { Activity, TaskChannel, TaskQueue, Workflow } from '../entities';
import { activityOfWorkspace } from '../store';
import { dates, nameOf, owned, rootOf } from './answers';

export function activityAnswer(account: TaskRouterAccount, activity: Activity): unknown {
  return {
    ...owned(account),
    ...dates(activity),
    sid: activity.sid,
    friendly_name: activity.friendlyName,
    available: activity.available,
    url: `${rootOf(account)}/Activities/${activity.sid}`,
    links: { workspace: rootOf(account) },
  };
}

export function taskChannelAnswer(account: TaskRouterAccount, channel: TaskChannel): unknown {
  return {
    ...owned(account),
    ...dates(channel),
    sid: channel.sid,
    friendly_name: channel.friendlyName,
    unique_name: channel.uniqueName,
    channel_optimized_routing: channel.channelOptimizedRouting ?? false,
    url: `${rootOf(account)}/TaskChannels/${channel.sid}`,
    links: { workspace: rootOf(account) },
  };
}

export function queueAnswer(account: TaskRouterAccount, queue: TaskQueue): unknown {
  const { reservationActivitySid = null, assignmentActivitySid = null } = queue;
  const activities = account.taskRouter.activities();
  const url = `${rootOf(account)}/TaskQueues/${queue.sid}`;
  return {
    ...owned(account),
    ...dates(queue),
    sid: queue.sid,
    friendly_name: queue.friendlyName,
    target_workers: queue.targetWorkers,
    task_order: queue.taskOrder,
    max_reserved_workers: queue.maxReservedWorkers,
    assignment_activity_sid: assignmentActivitySid,
    assignment_activity_name: nameOf(activities, assignmentActivitySid),
    reservation_activity_sid: reservationActivitySid,
    reservation_activity_name: nameOf(activities, reservationActivitySid),
    url,
    links: {
      workspace: rootOf(account),
      statistics: `${url}/Statistics`,
      real_time_statistics: `${url}/RealTimeStatistics`,
      cumulative_statistics: `${url}/CumulativeStatistics`,
    },
  };
}

export function workflowAnswer(account: TaskRouterAccount, workflow: Workflow): unknown {
  const url = `${rootOf(account)}/Workflows/${workflow.sid}`;
  return {
    ...owned(account),
    ...dates(workflow),
    sid: workflow.sid,
    friendly_name: workflow.friendlyName,
    configuration: workflow.configurationText ?? JSON.stringify(workflow.configuration),
    document_content_type: 'application/json',
    assignment_callback_url: workflow.assignmentCallbackUrl || null,
    fallback_assignment_callback_url: workflow.fallbackAssignmentCallbackUrl || null,
    task_reservation_timeout: workflow.taskReservationTimeoutSeconds,
    url,
    links: { workspace: rootOf(account), statistics: `${url}/Statistics` },
  };
}

export function workspaceAnswer(account: TaskRouterAccount): unknown {
  const { workspace } = account.taskRouter;
  const url = rootOf(account);
  const byDefault = activityOfWorkspace(account.taskRouter.state(), 'default');
  const onTimeout = activityOfWorkspace(account.taskRouter.state(), 'timeout');
  return {
    account_sid: account.accountSid,
    ...dates(workspace),
    sid: workspace.sid,
    friendly_name: workspace.friendlyName,
    default_activity_name: byDefault?.friendlyName ?? null,
    default_activity_sid: byDefault?.sid ?? null,
    timeout_activity_name: onTimeout?.friendlyName ?? null,
    timeout_activity_sid: onTimeout?.sid ?? null,
    event_callback_url: workspace.eventCallbackUrl,
    events_filter: workspace.eventsFilter.length > 0 ? workspace.eventsFilter.join(',') : null,
    multi_task_enabled: true,
    prioritize_queue_order: 'FIFO',
    url,
    links: {
      activities: `${url}/Activities`,
      tasks: `${url}/Tasks`,
      task_channels: `${url}/TaskChannels`,
      task_queues: `${url}/TaskQueues`,
      workers: `${url}/Workers`,
      workflows: `${url}/Workflows`,
    },
  };
}

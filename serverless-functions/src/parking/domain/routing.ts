import type { TaskQueueSid, WorkerSid, WorkflowSid } from '../../contract/sids';
import type { InviteTarget, Park, ReplyPlan, ReplyRoute, Target } from './record';
import type { ReplySettings } from './settings';

/** The highest priority of a task (twilio.com/docs/taskrouter/api/task). */
const PRIORITY_MAX = 2 ** 31 - 1;

/**
 * Where an invite goes: `routing.properties` of the Interactions invites endpoint, in our spelling.
 * twilio.com/docs/flex/developer/conversations/interactions-api/invites-subresource
 */
export interface InviteRouting {
  workflowSid: WorkflowSid;
  taskChannelUniqueName: string;
  priority: number;
  /** Both together route straight to one worker. */
  direct?: { queueSid: TaskQueueSid; workerSid: WorkerSid };
  /** Straight to a queue. */
  queueSid?: TaskQueueSid;
  /** How long the task may wait; without it 24 h. */
  timeoutSeconds?: number;
}

export function inviteRouting(park: Park, target: InviteTarget): InviteRouting {
  const { workflowSid, taskChannelUniqueName, queueSid } = park.task;
  const routing = { workflowSid, taskChannelUniqueName, priority: returningPriority(park) };
  switch (target.to) {
    case 'workflow':
      return routing;
    case 'queue':
      return { ...routing, queueSid: target.queueSid };
    case 'worker': {
      const { workerSid, timeoutSeconds } = target;
      return { ...routing, direct: { queueSid, workerSid }, ...(timeoutSeconds !== undefined && { timeoutSeconds }) };
    }
  }
}

function returningPriority({ task, reply }: Park): number {
  return Math.min(task.priority + (reply?.priorityBoost ?? 0), PRIORITY_MAX);
}

/** A declined direct invite leaves the conversation alone, so its wake path stays until somebody accepted. */
export function keepsWebhook(target: Target): boolean {
  return target.to === 'worker';
}

/** What the settings mean for a task that is being parked. */
export function replyPlan(settings: ReplySettings, task: Pick<Park['task'], 'queueSid'>): ReplyPlan {
  return { route: replyRoute(settings, task), priorityBoost: settings.returningPriorityBoost };
}

function replyRoute(settings: ReplySettings, { queueSid }: Pick<Park['task'], 'queueSid'>): ReplyRoute {
  switch (settings.onCustomerReply) {
    case 'workflow':
      return { to: 'workflow' };
    case 'worker':
      return { to: 'worker', timeoutSeconds: settings.workerInviteTimeoutSeconds, events: settings.taskrouterEvents };
    case 'studio': {
      const { studioFlowSid: flowSid, studioTimeoutMinutes: timeoutMinutes } = settings;
      return flowSid === null ? { to: 'workflow' } : { to: 'studio', flowSid, timeoutMinutes };
    }
    case 'queue':
      return { to: 'queue', queueSid: settings.replyQueue === 'original' ? queueSid : settings.replyQueue };
  }
}

/** Where the customer's reply is to go first. */
export function replyTarget({ reply, agent }: Park): Target {
  const route = reply?.route ?? { to: 'workflow' };
  switch (route.to) {
    case 'workflow':
    case 'queue':
    case 'studio':
      return route;
    case 'worker':
      return { to: 'worker', workerSid: agent.workerSid, timeoutSeconds: route.timeoutSeconds };
  }
}

import type { TaskQueueSid, WorkerSid, WorkflowSid } from '../../contract/sids';
import type { InviteTarget, ReplyPlan, ReplyRoute, Target } from './plans';
import type { Park, ReturningRecord } from './record';
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
  direct?: { queueSid: TaskQueueSid | undefined; workerSid: WorkerSid };
  /** Straight to a queue. */
  queueSid?: TaskQueueSid;
  /** How long the task may wait; without it 24 h. */
  timeoutSeconds?: number;
}

/** `inQueue`: of a worker who is not in the queue that the conversation was parked in. */
export function inviteRouting(park: Park, target: InviteTarget, inQueue?: TaskQueueSid): InviteRouting {
  const { workflowSid, taskChannelUniqueName, queueSid } = park.task;
  const routing = { workflowSid, taskChannelUniqueName, priority: returningPriority(park) };
  switch (target.to) {
    case 'workflow':
      return routing;
    case 'queue':
      return { ...routing, queueSid: target.queueSid };
    case 'worker': {
      const { workerSid, timeoutSeconds = DIRECT_INVITE_SECONDS } = target;
      return { ...routing, direct: { queueSid: inQueue ?? queueSid, workerSid }, timeoutSeconds };
    }
  }
}

function returningPriority({ task, reply }: Park): number {
  return Math.min(task.priority + (reply?.priorityBoost ?? 0), PRIORITY_MAX);
}

/** How long a direct invite rings where nothing says so: records of the version before. */
export const DIRECT_INVITE_SECONDS = 120;

/** A declined direct invite leaves the conversation alone, so its wake path stays until somebody accepted. */
export function keepsWebhook(target: Target): boolean {
  return target.to === 'worker';
}

/** What the settings mean for a task that is being parked. */
export function replyPlan(settings: ReplySettings, task: Pick<Park['task'], 'queueSid'>): ReplyPlan {
  return {
    route: replyRoute(settings, task),
    priorityBoost: settings.returningPriorityBoost,
    unparkTimeoutSeconds: settings.unparkInviteTimeoutSeconds,
  };
}

function replyRoute(settings: ReplySettings, { queueSid }: Pick<Park['task'], 'queueSid'>): ReplyRoute {
  switch (settings.onCustomerReply) {
    case 'workflow':
      return { to: 'workflow' };
    case 'worker':
      return directRoute(settings);
    case 'studio': {
      const { studioFlowSid: flowSid, studioTimeoutMinutes: timeoutMinutes } = settings;
      return flowSid === null ? { to: 'workflow' } : { to: 'studio', flowSid, timeoutMinutes };
    }
    case 'queue':
      return queueRoute(settings, queueSid);
  }
}

/** To the agent who parked, for a bounded time. */
export function directRoute({
  workerInviteTimeoutSeconds: timeoutSeconds,
  taskrouterEvents: events,
}: Pick<ReplySettings, 'workerInviteTimeoutSeconds' | 'taskrouterEvents'>): Extract<ReplyRoute, { to: 'worker' }> {
  return { to: 'worker', timeoutSeconds, events };
}

/** To the queue that the settings name: always the same, or the one it was parked in, as far as that is known. */
export function queueRoute(
  { replyQueue }: Pick<ReplySettings, 'replyQueue'>,
  original: TaskQueueSid | undefined,
): Extract<ReplyRoute, { to: 'queue' | 'workflow' }> {
  const queueSid = replyQueue === 'original' ? original : replyQueue;
  return queueSid === undefined ? { to: 'workflow' } : { to: 'queue', queueSid };
}

/** An agent who asks for it gets it for a bounded time: a customer who writes meanwhile must not wait for them alone. */
export function unparkTarget({ reply }: Park, workerSid: WorkerSid): Target {
  return { to: 'worker', workerSid, timeoutSeconds: reply?.unparkTimeoutSeconds ?? DIRECT_INVITE_SECONDS };
}

/** When a direct invite that nobody accepted must have ended at Twilio; undefined for any other. */
export function directInviteEndsAtMs({
  target,
  sinceMs,
}: Pick<ReturningRecord, 'target' | 'sinceMs'>): number | undefined {
  if (target.to !== 'worker') return undefined;
  return sinceMs + (target.timeoutSeconds ?? DIRECT_INVITE_SECONDS) * 1000;
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

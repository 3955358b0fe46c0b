import type { TaskQueueSid, WorkerSid, WorkflowSid } from '../../contract/sids';
import type { Park, Target } from './record';

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
}

export function inviteRouting(park: Park, target: Target): InviteRouting {
  const { workflowSid, taskChannelUniqueName, priority, queueSid } = park.task;
  const routing = { workflowSid, taskChannelUniqueName, priority };
  switch (target.to) {
    case 'workflow':
      return routing;
    case 'worker':
      return { ...routing, direct: { queueSid, workerSid: target.workerSid } };
  }
}

/** A declined direct invite leaves the conversation alone, so its wake path stays until somebody accepted. */
export function keepsWebhook(target: Target): boolean {
  return target.to === 'worker';
}

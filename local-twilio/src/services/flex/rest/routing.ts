import { z } from 'zod';
import { invalidParameter } from '../../../kernel/errors';
import { readJsonObject } from '../../../kernel/rest/body';
import type { InviteRouting } from '../entities';

/** https://www.twilio.com/docs/flex/developer/conversations/interactions-api/invites-subresource */
const routing = z.object({
  properties: z
    .object({
      workspace_sid: z.string(),
      workflow_sid: z.string().optional(),
      queue_sid: z.string().optional(),
      worker_sid: z.string().optional(),
      task_channel_sid: z.string().optional(),
      task_channel_unique_name: z.string().optional(),
      attributes: z.union([z.record(z.unknown()), z.string()]).optional(),
      priority: z.coerce.number().int().nonnegative().optional(),
      timeout: z.coerce.number().int().positive().optional(),
    })
    .strict(),
});

/** Reads an invite's Routing, which arrives as JSON text. */
export function readInvite(value: unknown): InviteRouting {
  const parsed = routing.safeParse(readJsonObject(value, 'Routing'));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalidParameter(`Routing: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is invalid'}`);
  }
  const { properties } = parsed.data;
  return {
    workspaceSid: properties.workspace_sid,
    workflowSid: properties.workflow_sid,
    queueSid: properties.queue_sid,
    workerSid: properties.worker_sid,
    taskChannel: properties.task_channel_sid ?? properties.task_channel_unique_name,
    attributes: readJsonObject(properties.attributes ?? {}, 'Routing.properties.attributes'),
    priority: properties.priority,
    timeoutSeconds: properties.timeout,
  };
}

import { z } from 'zod';

import { conversationSid, taskSid, type ConversationSid, type TaskSid } from '../contract/sids';

export interface TaskEvent {
  what: 'accepted' | 'died';
  taskSid: TaskSid;
  conversationSid: ConversationSid;
}

/**
 * TaskRouter events that matter (twilio.com/docs/taskrouter/api/event/reference). The terminal ones are those that
 * Twilio warns about: the conversation stays open without an agent.
 */
const meaning = z.enum([
  'reservation.accepted',
  'task.canceled',
  'task.deleted',
  'task.system-deleted',
  'workflow.timeout',
]);

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: z.ZodIssueCode.custom, message: 'is not JSON' });
    return z.NEVER;
  }
});

const ours = z.object({
  EventType: meaning,
  TaskSid: taskSid,
  TaskAttributes: json.pipe(z.object({ conversationSid })),
});

/** A TaskRouter event callback; undefined for events that are not about a conversation's task. */
export const taskrouterEvent = z.unknown().transform((event): TaskEvent | undefined => {
  const parsed = ours.safeParse(event);
  if (!parsed.success) return undefined;
  const { EventType, TaskSid, TaskAttributes } = parsed.data;
  return {
    what: EventType === 'reservation.accepted' ? 'accepted' : 'died',
    taskSid: TaskSid,
    conversationSid: TaskAttributes.conversationSid,
  };
});

import { z } from 'zod';

import { conversationSid, taskSid, type ConversationSid, type TaskSid } from '../contract/sids';

export interface TaskEvent {
  what: 'accepted' | 'died';
  taskSid: TaskSid;
  conversationSid: ConversationSid;
  /** Of the park that the task brings back, if it does. */
  parkId?: string;
}

/**
 * TaskRouter events that matter (twilio.com/docs/taskrouter/api/event/reference). The terminal ones are those that
 * Twilio warns about: the conversation stays open without an agent.
 */
const MEANING = {
  'reservation.accepted': 'accepted',
  'task.canceled': 'died',
  'task.deleted': 'died',
  'task.system-deleted': 'died',
  'workflow.timeout': 'died',
} as const satisfies Record<string, TaskEvent['what']>;

const meaning = z
  .string()
  .refine((name): name is keyof typeof MEANING => Object.hasOwn(MEANING, name))
  .transform((name) => MEANING[name]);

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: z.ZodIssueCode.custom, message: 'is not JSON' });
    return z.NEVER;
  }
});

const attributes = json.pipe(
  z.object({ conversationSid, originalRouting: z.object({ parkId: z.string() }).optional().catch(undefined) }),
);

/** The workspace's event callback: form fields. */
const callback = z
  .object({ EventType: meaning, TaskSid: taskSid, TaskAttributes: attributes })
  .transform((event): TaskEvent => taskEventOf(event.EventType, event.TaskSid, event.TaskAttributes));

/** An Event Streams webhook sink: CloudEvents (twilio.com/docs/events/event-types/taskrouter/task). */
const EVENT_STREAMS_PREFIX = 'com.twilio.taskrouter.';
const cloudEvent = z
  .object({
    type: z
      .string()
      .transform((type) => type.replace(EVENT_STREAMS_PREFIX, ''))
      .pipe(meaning),
    data: z.object({ payload: z.object({ task_sid: taskSid, task_attributes: attributes }) }),
  })
  .transform(({ type, data }): TaskEvent => taskEventOf(type, data.payload.task_sid, data.payload.task_attributes));

function taskEventOf(what: TaskEvent['what'], task: TaskSid, of: z.infer<typeof attributes>): TaskEvent {
  const { conversationSid: conversation, originalRouting } = of;
  return { what, taskSid: task, conversationSid: conversation, ...originalRouting };
}

/**
 * Task events of a request, those that are about a conversation's task; all others are left out. A sink sends a JSON
 * array, which the Functions runtime spreads into the event under the keys 0, 1, 2 …
 */
export const taskrouterEvents = z.record(z.unknown()).transform((event): TaskEvent[] => {
  const batch = Object.entries(event).flatMap(([key, value]) => (/^\d+$/.test(key) ? [value] : []));
  return [event, ...batch].flatMap((candidate) => {
    const parsed = z.union([callback, cloudEvent]).safeParse(candidate);
    return parsed.success ? [parsed.data] : [];
  });
});

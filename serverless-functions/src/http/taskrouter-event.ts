import { z } from 'zod';

import {
  conversationSid,
  taskSid,
  workerSid,
  type ConversationSid,
  type TaskSid,
  type WorkerSid,
} from '../contract/sids';

export interface TaskEvent {
  what: 'accepted' | 'died';
  taskSid: TaskSid;
  conversationSid: ConversationSid;
  /** Of the park that the task brings back, if it does. */
  parkId?: string;
  /** Of the reservation, where the event is about one. */
  workerSid?: WorkerSid;
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

/** Who an event is about is only for the history, so that a strange one costs nothing else. */
const worker = workerSid.optional().catch(undefined);

/** The workspace's event callback: form fields. */
const callback = z
  .object({ EventType: meaning, TaskSid: taskSid, TaskAttributes: attributes, WorkerSid: worker })
  .transform(
    (event): TaskEvent =>
      taskEventOf({ what: event.EventType, taskSid: event.TaskSid, workerSid: event.WorkerSid }, event.TaskAttributes),
  );

/** An Event Streams webhook sink: CloudEvents (twilio.com/docs/events/event-types/taskrouter/task). */
const EVENT_STREAMS_PREFIX = 'com.twilio.taskrouter.';
const cloudEvent = z
  .object({
    type: z
      .string()
      .transform((type) => type.replace(EVENT_STREAMS_PREFIX, ''))
      .pipe(meaning),
    data: z.object({ payload: z.object({ task_sid: taskSid, task_attributes: attributes, worker_sid: worker }) }),
  })
  .transform(({ type, data }): TaskEvent => {
    const { task_sid, task_attributes, worker_sid } = data.payload;
    return taskEventOf({ what: type, taskSid: task_sid, workerSid: worker_sid }, task_attributes);
  });

interface Said {
  what: TaskEvent['what'];
  taskSid: TaskSid;
  workerSid: WorkerSid | undefined;
}

function taskEventOf({ workerSid: by, ...event }: Said, of: z.infer<typeof attributes>): TaskEvent {
  const { conversationSid: conversation, originalRouting } = of;
  return { ...event, conversationSid: conversation, ...originalRouting, ...(by && { workerSid: by }) };
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

import type { Manager } from '@twilio/flex-ui';
import { z } from 'zod';

import type { WorkerSid } from '../../serverless-functions/src/contract/sids';
import { selectConversation, type ConversationLike } from './conversation';
import type { TaskWithParticipants } from './other-participants';
import { isMyMessagingTask, parkTargetOf, type ParkTarget, type TaskLike } from './task';

/** A messaging task that the agent has accepted. */
export interface OpenTask {
  task: TaskLike & TaskWithParticipants;
  target: ParkTarget;
  conversation: ConversationLike | undefined;
  createdAtMs: number;
  /** When it was offered to this agent. */
  cameAtMs: number;
}

export interface OpenTasks {
  all(): OpenTask[];
  /** Told when tasks, conversations or what is being written may have changed. */
  onChange(listener: () => void): void;
}

/**
 * In Flex UI 2.17.1 `dateCreated` is the reservation's, whatever its documentation says; the task's own is that of its
 * `source`.
 */
const dates = z.object({
  dateCreated: z.date(),
  source: z.object({ dateCreated: z.date() }).optional().catch(undefined),
});

/** `alsoWatched`: other objects whose replacement `onChange` tells of. */
export function openTasksOf(manager: Manager, workerSid: WorkerSid, alsoWatched: () => unknown[]): OpenTasks {
  const { store } = manager;
  return {
    all: () => [...store.getState().flex.worker.tasks.values()].flatMap((task) => openTask(task) ?? []),
    onChange(listener) {
      const parts = () => [...partsOf(store.getState().flex), ...alsoWatched()];
      let before = parts();
      store.subscribe(() => {
        const now = parts();
        const hasChanged = now.some((part, place) => part !== before[place]);
        before = now;
        if (hasChanged) listener();
      });
    },
  };

  function openTask(task: TaskLike & TaskWithParticipants): OpenTask | undefined {
    const target = isMyMessagingTask(task, workerSid) ? parkTargetOf(task) : undefined;
    const parsed = dates.safeParse(task);
    if (!target || !parsed.success) return undefined;
    const cameAtMs = parsed.data.dateCreated.getTime();
    return {
      task,
      target,
      conversation: selectConversation(store.getState(), target.conversationSid),
      createdAtMs: parsed.data.source?.dateCreated.getTime() ?? cameAtMs,
      cameAtMs,
    };
  }
}

/** Flex dispatches much; these are the parts of its state that matter here. */
function partsOf({ chat, view, worker }: ReturnType<Manager['store']['getState']>['flex']): readonly unknown[] {
  return [chat.conversations, chat.conversationInput, view.selectedTaskSid, worker.tasks];
}

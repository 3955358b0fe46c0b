import type * as FlexUi from '@twilio/flex-ui';

import { parkTargetOf } from './task';

/** After these events Flex unloads the task's conversation. */
const ENDINGS = ['taskCompleted', 'taskCanceled', 'taskRescinded', 'taskRejected', 'taskTimeout'] as const;

/**
 * Loads a conversation again that Flex has unloaded although an accepted task shows it. Flex 2.17.1 unloads when a
 * reservation ends, without asking whether a newer task has the same conversation, and does not load what it still
 * has; so one that returns before its old task has ended would be shown stale and then empty.
 */
export function keepReturnedConversationsLoaded(flex: typeof FlexUi, manager: FlexUi.Manager): void {
  const isShownByAnother = (conversationSid: string, taskSid: string) =>
    [...manager.store.getState().flex.worker.tasks.values()].some(
      (task) =>
        task.taskSid !== taskSid &&
        task.status === 'accepted' &&
        parkTargetOf(task)?.conversationSid === conversationSid,
    );
  const reloadAfter = (ended: FlexUi.ITask) => {
    const target = parkTargetOf(ended);
    if (!target || !isShownByAnother(target.conversationSid, target.taskSid)) return;
    // Flex tells us before it unloads, in the same turn.
    queueMicrotask(() => void flex.ConversationState.Actions.initWithConversationSid(target.conversationSid));
  };
  for (const ending of ENDINGS) manager.events.on(ending, reloadAfter);
}

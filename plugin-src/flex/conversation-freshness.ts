import type * as FlexUi from '@twilio/flex-ui';

import { parkTargetOf, type ParkTarget } from './task';

type Flex = typeof FlexUi;

/**
 * Flex 2.17.1 keeps the loaded conversation until the reservation is completed, does not load again what it still
 * has, and unloads on completion without asking whether a newer task shows the same conversation. A parked
 * conversation that returns at once would therefore be shown stale or empty.
 */
export interface ConversationFreshness {
  /** Drops what Flex holds of a parked conversation, unless a newer task already shows it. */
  forget(conversationSid: string, parkedTaskSid: string): void;
  /** After a task is completed: loads its conversation again if a newer task shows it. */
  reloadAfter(completed: Pick<ParkTarget, 'taskSid' | 'conversationSid'>): void;
}

export function createConversationFreshness(flex: Flex, manager: FlexUi.Manager): ConversationFreshness {
  const shownByAnother = (conversationSid: string, taskSid: string) =>
    [...manager.store.getState().flex.worker.tasks.values()].some(
      (task) =>
        task.taskSid !== taskSid &&
        task.status === 'accepted' &&
        parkTargetOf(task)?.conversationSid === conversationSid,
    );
  return {
    forget(conversationSid, parkedTaskSid) {
      if (!shownByAnother(conversationSid, parkedTaskSid)) flex.ConversationState.Actions.unload(conversationSid);
    },
    reloadAfter({ conversationSid, taskSid }) {
      if (!shownByAnother(conversationSid, taskSid)) return;
      // Flex tells us before it unloads, in the same turn.
      queueMicrotask(() => void flex.ConversationState.Actions.initWithConversationSid(conversationSid));
    },
  };
}

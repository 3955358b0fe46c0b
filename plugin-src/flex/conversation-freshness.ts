import type * as FlexUi from '@twilio/flex-ui';

import { parkTargetOf } from './task';

/** Of the Conversations SDK. */
type Conversation = NonNullable<FlexUi.ConversationState.ConversationState['source']>;

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

/**
 * Takes out what Flex keeps of a conversation that the agent has left. Flex 2.17.1 writes every conversation that
 * changes into its store, also after it has unloaded it; what the Conversations SDK no longer keeps up to date stood in
 * the way of the conversation when it returned, and its canvas stayed empty. One that Flex has loaded has a listener:
 * a task in wrap-up shows it, and Flex unloads it itself.
 */
export function forgetConversationsLeft(flex: typeof FlexUi, manager: FlexUi.Manager): void {
  const forgetWhenLeft = (conversation: Conversation) => {
    const held = manager.store.getState().flex.chat.conversations[conversation.sid];
    if (held?.source !== conversation || held.listener || conversation.status === 'joined') return;
    flex.ConversationState.Actions.unload(conversation.sid);
  };
  // Flex hears of it in the same turn, and writes.
  const afterFlex = (conversation: Conversation) => queueMicrotask(() => forgetWhenLeft(conversation));
  const client: FlexUi.Manager['conversationsClient'] | undefined = manager.conversationsClient;
  client?.on('conversationUpdated', ({ conversation }) => afterFlex(conversation));
  client?.on('conversationRemoved', afterFlex);
}

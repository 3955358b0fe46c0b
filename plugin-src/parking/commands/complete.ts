import { hasEnded, type ConversationLike } from '../../flex/conversation';
import type { FunctionsClient } from '../../flex/functions-client';
import { customerNameOf, parkTargetOf, type TaskLike } from '../../flex/task';
import type { Notify } from '../notifications';
import { failureKey } from '../strings/parking-strings';
import type { Text } from '../strings/text';
import { ParkInteractionError } from './park-interaction-error';

export interface CompletePorts {
  functions: Pick<FunctionsClient, 'completeParked'>;
  notify: Notify;
  text: Text;
  conversation: (sid: string) => ConversationLike | undefined;
}

/** `by-flex`: the task is for Flex to complete. */
export type CompleteCommand = (task: TaskLike | undefined) => Promise<'completed' | 'by-flex'>;

/**
 * Completes a task in wrap-up whose conversation is parked. Flex's own Complete would close the conversation, so Flex
 * only gets the task when the conversation has certainly ended, or the Function says so. Rejects when it is not known.
 */
export function createCompleteCommand({ functions, notify, text, conversation }: CompletePorts): CompleteCommand {
  return async (task) => {
    const target = task?.status === 'wrapping' ? parkTargetOf(task) : undefined;
    if (!task || !target || hasEnded(conversation(target.conversationSid))) return 'by-flex';
    const outcome = await functions.completeParked(target);
    if (outcome.ok) return outcome.answer.status === 'completed' ? 'completed' : 'by-flex';
    const { code, message } = outcome.failure;
    const customerName = customerNameOf(task) ?? text('ParkInteractionUnknownCustomer');
    notify('ParkInteractionCompleteFailed', { customerName, reason: text(failureKey(code)) });
    throw new ParkInteractionError(code, message);
  };
}

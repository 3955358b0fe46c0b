import type { Manager } from '@twilio/flex-ui';
import { z } from 'zod';

import { parkTargetOf } from './task';

/** Where the agent writes to the customer. */
export interface Composer {
  /** There is a draft or an attachment for the conversation, or the agent's cursor is in its composer. */
  isWriting(conversationSid: string): boolean;
  /** Told when the cursor may have come or gone. */
  onFocusChange(listener: () => void): void;
}

const inputs = z.record(
  z.object({
    inputText: z.string().catch(''),
    attachedFiles: z.array(z.unknown()).catch([]),
  }),
);

/** Of `state.flex.chat.conversationInput`. Source: Flex UI 2.17, ConversationInputState and MessageState */
export function hasDraft(conversationInput: unknown, conversationSid: string): boolean {
  const parsed = inputs.safeParse(conversationInput);
  const input = parsed.success ? new Map(Object.entries(parsed.data)).get(conversationSid) : undefined;
  return input !== undefined && (input.inputText.trim() !== '' || input.attachedFiles.length > 0);
}

const COMPOSER = '[class*="Twilio-MessageInput"], [data-testid*="message-input"]';

/** Flex shows one conversation at a time, so its composer belongs to the task on screen. */
export function hasFocusInComposer(page: Document): boolean {
  const { activeElement } = page;
  return page.hasFocus() && isEditable(activeElement) && activeElement.closest(COMPOSER) !== null;
}

function isEditable(element: Element | null): element is Element {
  return element?.matches('textarea, input, [contenteditable]') ?? false;
}

/** The agent's own composer; nothing is listened to before the first listener comes. */
export function composerOf(manager: Manager, page: Document): Composer {
  return {
    isWriting(conversationSid) {
      const { chat, view } = manager.store.getState().flex;
      const onScreen = manager.store.getState().flex.worker.tasks.get(view.selectedTaskSid ?? '');
      const isOnScreen = onScreen !== undefined && parkTargetOf(onScreen)?.conversationSid === conversationSid;
      return hasDraft(chat.conversationInput, conversationSid) || (isOnScreen && hasFocusInComposer(page));
    },
    onFocusChange(listener) {
      // Until the event is over, nothing has the focus.
      const later = () => queueMicrotask(listener);
      for (const event of ['focusin', 'focusout', 'visibilitychange']) page.addEventListener(event, later);
    },
  };
}

import type * as FlexUi from '@twilio/flex-ui';
import { z } from 'zod';

/** What the agent has sent and Twilio has not taken yet. */
export interface Outbox {
  /** Resolves when nothing of the conversation is on its way any more: to false if Twilio does not have all of it. */
  isSent(conversationSid: string): Promise<boolean>;
}

export interface OutboxPorts {
  flex: {
    Actions: Pick<typeof FlexUi.Actions, 'addListener'>;
    Notifications: Pick<typeof FlexUi.Notifications, 'addListener'>;
  };
  schedule: (run: () => void, delayMs: number) => () => void;
}

/** As long as the agent may be kept waiting. What another plugin stopped on its way is forgotten after it as well. */
const PATIENCE_MS = 10_000;

/** In which conversation: the composer names Flex's conversation, other plugins may name its SID. */
const sending = z.union([
  z.object({ conversationSid: z.string() }).transform(({ conversationSid }) => conversationSid),
  z
    .object({ conversation: z.object({ source: z.object({ sid: z.string() }) }) })
    .transform(({ conversation }) => conversation.source.sid),
]);
const failing = z.object({
  id: z.literal('SendMessageFailed'),
  context: z.object({ conversationSid: z.string() }),
});

interface OnItsWay {
  count: number;
  failed: boolean;
  readonly waiting: Set<() => void>;
}

/**
 * Follows Flex's action SendMessage, which ends when Twilio has answered; that it failed is told by a notification only.
 * Source: Flex UI 2.17, observed; twilio.com/docs/flex/developer/ui/actions
 */
export function createOutbox({ flex, schedule }: OutboxPorts): Outbox {
  const onItsWay = new Map<string, OnItsWay>();
  const end = (sid: string) => {
    const state = onItsWay.get(sid);
    if (!state || --state.count > 0) return;
    onItsWay.delete(sid);
    for (const tell of state.waiting) tell();
  };
  flex.Actions.addListener('beforeSendMessage', (payload: unknown) => {
    const sid = sending.safeParse(payload).data;
    if (sid === undefined) return;
    const state = onItsWay.get(sid) ?? { count: 0, failed: false, waiting: new Set() };
    state.count += 1;
    onItsWay.set(sid, state);
  });
  flex.Actions.addListener('afterSendMessage', (payload: unknown) => {
    const sid = sending.safeParse(payload).data;
    if (sid !== undefined) end(sid);
  });
  flex.Notifications.addListener('beforeAddNotification', (notification: unknown) => {
    const state = onItsWay.get(failing.safeParse(notification).data?.context.conversationSid ?? '');
    if (state) state.failed = true;
  });
  return {
    isSent(sid) {
      const state = onItsWay.get(sid);
      if (!state) return Promise.resolve(true);
      return new Promise((resolve) => {
        const cancel = schedule(() => {
          state.waiting.delete(settle);
          onItsWay.delete(sid);
          resolve(false);
        }, PATIENCE_MS);
        const settle = () => {
          cancel();
          resolve(!state.failed);
        };
        state.waiting.add(settle);
      });
    },
  };
}

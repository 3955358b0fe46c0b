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

/**
 * After that a message counts as not sent. Another plugin may have stopped it without a word: nobody must wait for it an
 * hour later.
 */
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
  readonly waiting: Set<(isSent: boolean) => void>;
  stopTimer: () => void;
}

/**
 * Follows Flex's action SendMessage, which ends when Twilio has answered; that it failed is told by a notification only.
 * Source: Flex UI 2.17, observed; twilio.com/docs/flex/developer/ui/actions
 */
export function createOutbox({ flex, schedule }: OutboxPorts): Outbox {
  const onItsWay = new Map<string, OnItsWay>();
  const end = (sid: string, isSent: boolean) => {
    const ending = onItsWay.get(sid);
    onItsWay.delete(sid);
    ending?.stopTimer();
    for (const tell of ending?.waiting ?? []) tell(isSent);
  };
  flex.Actions.addListener('beforeSendMessage', (payload: unknown) => {
    const sid = sending.safeParse(payload).data;
    if (sid === undefined) return;
    const { count, failed, stopTimer, waiting } = onItsWay.get(sid) ?? NOTHING;
    stopTimer();
    onItsWay.set(sid, {
      count: count + 1,
      failed,
      waiting: new Set(waiting),
      stopTimer: schedule(() => end(sid, false), PATIENCE_MS),
    });
  });
  flex.Actions.addListener('afterSendMessage', (payload: unknown) => {
    const sid = sending.safeParse(payload).data;
    const state = sid === undefined ? undefined : onItsWay.get(sid);
    if (sid === undefined || !state) return;
    state.count -= 1;
    if (state.count === 0) end(sid, !state.failed);
  });
  flex.Notifications.addListener('beforeAddNotification', (notification: unknown) => {
    const sid = failing.safeParse(notification).data?.context.conversationSid;
    const state = sid === undefined ? undefined : onItsWay.get(sid);
    if (state) state.failed = true;
  });
  return {
    isSent: (sid) =>
      new Promise((resolve) => {
        const state = onItsWay.get(sid);
        if (state) state.waiting.add(resolve);
        else resolve(true);
      }),
  };
}

const NOTHING: OnItsWay = { count: 0, failed: false, waiting: new Set(), stopTimer: () => undefined };

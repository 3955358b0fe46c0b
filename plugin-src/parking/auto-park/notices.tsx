import type * as FlexUi from '@twilio/flex-ui';
import React from 'react';

import { SilenceCountdown, type Countdown } from '../components/SilenceCountdown';
import type { Text } from '../strings/text';

/** The notices of what is going to be parked by itself. Each answers a function that takes it away. */
export interface AutoParkNotices {
  countDown(shown: Countdown, keep: () => void): () => void;
  /** `when`: the time at which it is parked if the agent does nothing. */
  expires(shown: { customerName: string; when: string | undefined }, park: () => void): () => void;
}

const COUNTDOWN = 'ParkInteractionSilenceCountdown';
const EXPIRES_PARKED = 'ParkInteractionSilenceExpiresParked';
const EXPIRES = 'ParkInteractionSilenceExpires';

/** They stay until they are answered or no longer true; other news of ours does not replace them. */
export function createAutoParkNotices(flex: typeof FlexUi, text: Text, now: () => Date): AutoParkNotices {
  const { Notifications, NotificationType } = flex;
  const common = { type: NotificationType.warning, timeout: 0 };
  Notifications.registerNotification({
    ...common,
    id: COUNTDOWN,
    content: <SilenceCountdown text={text} now={now} />,
    // Closing would leave open what it means: the conversation is kept, or parked unseen.
    closeButton: false,
    actions: [answer(flex, text('ParkInteractionSilenceKeep'))],
  });
  for (const id of [EXPIRES_PARKED, EXPIRES]) {
    Notifications.registerNotification({
      ...common,
      id,
      content: id,
      closeButton: true,
      actions: [answer(flex, text('ParkInteractionPark'))],
    });
  }
  const show = (id: string, values: object, run: () => void) => {
    const shown = Notifications.showNotification(id, { ...values, answer: run });
    return () => {
      if (shown) Notifications.dismissNotification(shown);
    };
  };
  return {
    countDown: (values, keep) => show(COUNTDOWN, values, keep),
    expires: ({ customerName, when }, park) =>
      when === undefined ? show(EXPIRES, { customerName }, park) : show(EXPIRES_PARKED, { customerName, when }, park),
  };
}

/** Flex knows its own action only by its type, and gives it the notice that it stands in. */
function answer(flex: typeof FlexUi, label: string): React.ReactElement {
  return (
    <flex.NotificationBar.Action
      key="answer"
      label={label}
      onClick={(_event, notification) => {
        const run: unknown = notification.context?.['answer'];
        flex.Notifications.dismissNotification(notification);
        if (typeof run === 'function') run();
      }}
    />
  );
}

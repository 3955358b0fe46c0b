import type * as FlexUi from '@twilio/flex-ui';

type NotificationKind = 'success' | 'information' | 'error';

/** Every notification of ours: its id is also the key of its text. */
export const NOTIFICATIONS = {
  ParkInteractionParked: 'success',
  ParkInteractionReturned: 'information',
  ParkInteractionParkFailed: 'error',
  ParkInteractionUnparked: 'success',
  ParkInteractionUnparkedToOthers: 'success',
  ParkInteractionAlreadyUnparked: 'information',
  ParkInteractionUnparkFailed: 'error',
} as const satisfies Record<string, NotificationKind>;

export type NotificationId = keyof typeof NOTIFICATIONS;

/** `reason` is what a failure's text ends with. */
export type Notify = (id: NotificationId, values: { customerName: string; reason?: string }) => void;

/** Flex shows notifications over the task header, so none stays long. */
const VISIBLE_MS = { success: 4_000, information: 5_000, error: 8_000 } as const satisfies Record<
  NotificationKind,
  number
>;

export function registerNotifications(flex: typeof FlexUi): void {
  for (const [id, kind] of Object.entries(NOTIFICATIONS)) {
    flex.Notifications.registerNotification({
      id,
      content: id,
      type: flex.NotificationType[kind],
      timeout: VISIBLE_MS[kind],
      closeButton: true,
    });
  }
}

/** The newest news replaces what we said before: several bars would cover the screen. */
export function createNotify(flex: typeof FlexUi): Notify {
  return (id, values) => {
    for (const earlier of Object.keys(NOTIFICATIONS)) flex.Notifications.dismissNotificationById(earlier);
    flex.Notifications.showNotification(id, values);
  };
}

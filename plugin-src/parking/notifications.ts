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

const VISIBLE_MS = { success: 5_000, information: 8_000, error: 15_000 } as const satisfies Record<
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

export function createNotify(flex: typeof FlexUi): Notify {
  return (id, values) => void flex.Notifications.showNotification(id, values);
}

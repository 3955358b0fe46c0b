import type * as FlexUi from '@twilio/flex-ui';
import React from 'react';

type NotificationKind = 'success' | 'information' | 'error';

/** Every notification of ours: its id is also the key of its text. */
export const NOTIFICATIONS = {
  ParkInteractionParked: 'success',
  ParkInteractionUntilParked: 'success',
  ParkInteractionUntilParkedOnlyThen: 'success',
  ParkInteractionReturned: 'information',
  ParkInteractionParkFailed: 'error',
  ParkInteractionUnparked: 'success',
  ParkInteractionUnparkedToOthers: 'success',
  ParkInteractionAlreadyUnparked: 'information',
  ParkInteractionUnparkFailed: 'error',
  ParkInteractionCameBackToMe: 'information',
  ParkInteractionCameBack: 'information',
  ParkInteractionCompleteFailed: 'error',
  ParkInteractionUntilChanged: 'success',
  ParkInteractionUntilCleared: 'success',
  ParkInteractionUntilChangeReturned: 'information',
  ParkInteractionUntilChangeFailed: 'error',
  ParkInteractionWakeLinkCopied: 'success',
  ParkInteractionWakeLinkFailed: 'error',
  ParkInteractionManyFinished: 'success',
  ParkInteractionManyFailed: 'error',
} as const satisfies Record<string, NotificationKind>;

export type NotificationId = keyof typeof NOTIFICATIONS;

/** `reason` is what a failure's text ends with; `conversationSid` is what Undo brings back. */
type OfOne = { customerName: string; reason?: string; conversationSid?: string; when?: string };
type OfMany = { count: number; total: number; failed: number };

export type Notify = (id: NotificationId, values: OfOne | OfMany) => void;

/** Flex shows notifications over the task header, so none stays long. */
const VISIBLE_MS = { success: 4_000, information: 5_000, error: 8_000 } as const satisfies Record<
  NotificationKind,
  number
>;
const UNDO_MS = 10_000;
const WITH_UNDO: readonly string[] = [
  'ParkInteractionParked',
  'ParkInteractionUntilParked',
  'ParkInteractionUntilParkedOnlyThen',
] satisfies NotificationId[];

export interface Undo {
  label: string;
  run(conversationSid: string): void;
}

export function registerNotifications(flex: typeof FlexUi, undo: Undo): void {
  for (const [id, kind] of Object.entries(NOTIFICATIONS)) {
    const canUndo = WITH_UNDO.includes(id);
    flex.Notifications.registerNotification({
      id,
      content: id,
      type: flex.NotificationType[kind],
      timeout: canUndo ? UNDO_MS : VISIBLE_MS[kind],
      closeButton: true,
      ...(canUndo && { actions: [undoAction(flex, undo)] }),
    });
  }
}

/**
 * The bar covers the header of the conversation on screen. While none is, as after parking, it may stay; whoever turns
 * to the next conversation must see its name and buttons, and has the list to unpark from.
 */
export function dismissUndoOnNextTask(flex: typeof FlexUi): void {
  flex.Actions.addListener('afterSelectTask', ({ sid, task }: { sid?: string; task?: unknown }) => {
    // Flex selects nothing when the task on screen goes.
    if (sid || task) for (const id of WITH_UNDO) flex.Notifications.dismissNotificationById(id);
  });
}

function undoAction(flex: typeof FlexUi, { label, run }: Undo): React.ReactElement {
  return (
    <flex.NotificationBar.Action
      key="undo"
      label={label}
      onClick={(_event, notification) => {
        const sid: unknown = notification.context?.['conversationSid'];
        flex.Notifications.dismissNotification(notification);
        if (typeof sid === 'string') run(sid);
      }}
    />
  );
}

/** The newest news replaces what we said before: several bars would cover the screen. */
export function createNotify(flex: typeof FlexUi): Notify {
  return (id, values) => {
    for (const earlier of Object.keys(NOTIFICATIONS)) flex.Notifications.dismissNotificationById(earlier);
    flex.Notifications.showNotification(id, values);
  };
}

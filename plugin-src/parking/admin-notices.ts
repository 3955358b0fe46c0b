import type * as FlexUi from '@twilio/flex-ui';

import { createSession } from '../flex/session';
import { isAdmin } from '../flex/worker';
import { stringsFor } from './strings/translations';

export type AdminNoticeId = 'ParkInteractionSettingsNotice' | 'ParkInteractionTwoParkingsNotice';

/** Shows an admin what only an admin can mend, until it is closed; nobody else sees it. */
export type TellAdmin = (id: AdminNoticeId, values?: Readonly<Record<string, string>>) => void;

export function createTellAdmin(flex: typeof FlexUi, manager: FlexUi.Manager): TellAdmin {
  return (id, values = {}) => {
    if (!isAdmin(manager.user.roles)) return;
    // Parking may be off, and has added none of its strings then.
    manager.strings = { [id]: stringsFor(createSession(manager).localeTag)[id], ...manager.strings };
    flex.Notifications.registerNotification({
      id,
      content: id,
      type: flex.NotificationType.warning,
      timeout: 0,
      closeButton: true,
    });
    flex.Notifications.showNotification(id, values);
  };
}

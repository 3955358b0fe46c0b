import type * as FlexUi from '@twilio/flex-ui';
import React from 'react';

import type { Text } from './strings/text';

const ID = 'ParkInteractionSettingsChanged';

/** Says that this desktop still uses old settings, until it is closed or Flex is reloaded. */
export function createSettingsNotice({ flex, reload, text }: { flex: typeof FlexUi; reload: () => void; text: Text }) {
  flex.Notifications.registerNotification({
    id: ID,
    content: ID,
    type: flex.NotificationType.information,
    timeout: 0,
    closeButton: true,
    actions: [
      <flex.NotificationBar.Action key={ID} label={text('ParkInteractionSettingsReload')} onClick={() => reload()} />,
    ],
  });
  return () => {
    flex.Notifications.dismissNotificationById(ID);
    flex.Notifications.showNotification(ID);
  };
}

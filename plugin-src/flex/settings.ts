import type { Manager } from '@twilio/flex-ui';

import { parkInteractionSettings } from '../../flex-config/schema/park-interaction-settings';

/** The settings as the Functions read them too: the Flex configuration of the account. */
export function readSettings(manager: Manager): ReturnType<typeof parkInteractionSettings> {
  return parkInteractionSettings(manager.serviceConfiguration.ui_attributes);
}

import type { Manager } from '@twilio/flex-ui';

import { parkInteractionSettings } from '../../flex-config/schema/park-interaction-settings';

/** There are always settings; what is wrong is named beside them. */
export type ReadSettings = ReturnType<typeof parkInteractionSettings>;

export type SettingsProblem = ReadSettings['problems'][number];

/** The settings as the Functions read them too: the Flex configuration of the account. */
export function readSettings(manager: Manager): ReadSettings {
  return parkInteractionSettings(manager.serviceConfiguration.ui_attributes);
}

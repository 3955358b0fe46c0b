import type { Manager } from '@twilio/flex-ui';

import {
  parkInteractionSettings,
  type ParkInteractionSettings,
} from '../../flex-config/schema/park-interaction-settings';

/** One wrong place in the configuration. */
export interface SettingsProblem {
  path: string;
  message: string;
  /** What is done instead, as the end of a sentence. */
  instead: string;
}

/** There are always settings; what is wrong is named beside them. */
export interface ReadSettings {
  settings: ParkInteractionSettings;
  problems: SettingsProblem[];
}

/** The settings as the Functions read them too: the Flex configuration of the account. */
export function readSettings(manager: Manager): ReadSettings {
  return readLeniently(manager.serviceConfiguration.ui_attributes);
}

function readLeniently(uiAttributes: unknown): ReadSettings {
  const read = parkInteractionSettings(uiAttributes);
  if (read.ok) return { settings: read.settings, problems: [] };
  const off = parkInteractionSettings({});
  if (!off.ok) throw new Error('a configuration without anything in it is a valid one');
  return {
    settings: off.settings,
    problems: read.problems.map((problem) => ({ ...problem, instead: 'parking is off' })),
  };
}

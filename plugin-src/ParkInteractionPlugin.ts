import { CustomizationProvider } from '@twilio-paste/core/customization';
import { FlexPlugin } from '@twilio/flex-plugin';
import type * as FlexUi from '@twilio/flex-ui';

import { browser } from './flex/browser';
import { logError } from './flex/log';
import { readSettings, type SettingsProblem } from './flex/settings';
import { createTellAdmin } from './parking/admin-notices';
import { startParking } from './start-parking';

export class ParkInteractionPlugin extends FlexPlugin {
  constructor() {
    super('ParkInteractionPlugin');
  }

  /** Off leaves no trace. What is wrong in the configuration costs only itself; the console and admins are told. */
  init(flex: typeof FlexUi, manager: FlexUi.Manager): void {
    const { settings, problems } = readSettings(manager);
    if (problems.length > 0) {
      const named = problems.map(sentence).join(' ');
      logError(`the Flex configuration needs correcting. ${named}`);
      createTellAdmin(flex, manager)('ParkInteractionSettingsNotice', { problems: named });
    }
    if (!settings.enabled) return;
    flex.setProviders({ PasteThemeProvider: CustomizationProvider });
    startParking({ flex, manager, settings, outside: browser() });
  }
}

function sentence({ instead, message, path }: SettingsProblem): string {
  return `${path} ${message}: ${instead}.`;
}

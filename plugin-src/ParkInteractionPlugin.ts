import { CustomizationProvider } from '@twilio-paste/core/customization';
import { FlexPlugin } from '@twilio/flex-plugin';
import type * as FlexUi from '@twilio/flex-ui';

import { browser } from './flex/browser';
import { logError } from './flex/log';
import { readSettings } from './flex/settings';
import { startParking } from './start-parking';

export class ParkInteractionPlugin extends FlexPlugin {
  constructor() {
    super('ParkInteractionPlugin');
  }

  /** Off leaves no trace. What is wrong in the configuration is told once, by path, and costs only itself. */
  init(flex: typeof FlexUi, manager: FlexUi.Manager): void {
    const { settings, problems } = readSettings(manager);
    if (problems.length > 0) {
      const named = problems.map(({ path, message, instead }) => `${path} ${message}: ${instead}`);
      logError(`its configuration is not as it should be: ${named.join('; ')}`);
    }
    if (!settings.enabled) return;
    flex.setProviders({ PasteThemeProvider: CustomizationProvider });
    startParking({ flex, manager, settings, outside: browser() });
  }
}

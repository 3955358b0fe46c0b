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

  /** Off leaves no trace; a broken configuration is told once, by path, and leaves no trace either. */
  init(flex: typeof FlexUi, manager: FlexUi.Manager): void {
    const result = readSettings(manager);
    if (!result.ok) {
      const problems = result.problems.map(({ path, message }) => `${path} ${message}`).join('; ');
      logError(`switched off, because its configuration is broken: ${problems}`);
      return;
    }
    if (!result.settings.enabled) return;
    flex.setProviders({ PasteThemeProvider: CustomizationProvider });
    startParking({ flex, manager, settings: result.settings, outside: browser() });
  }
}

import {
  differingNames,
  planSettings,
  settingsOnPage,
  writtenSettings,
} from '../../../../flex-config/schema/account-settings';
import type { AccountSettings, SettingsThen } from '../../../../serverless-functions/src/parking/ports';
import type { Faults } from './faults';

/** An account's configuration with settings of others beside ours; tests read and change it directly. */
export interface HeldSettings {
  uiAttributes: Record<string, unknown>;
  isLocked: boolean;
}

const URL = 'https://parking.twil.io';

export function heldSettings(written: Record<string, unknown>): HeldSettings {
  const features = { other: { enabled: true }, park_interaction: written };
  return {
    uiAttributes: { theme: 'dark', custom_data: { serverless_functions_url: URL, features } },
    isLocked: false,
  };
}

export function fakeAccountSettings(held: HeldSettings, { via }: Pick<Faults, 'via'>): AccountSettings {
  const read = (): SettingsThen => {
    const { uiAttributes } = held;
    const written = writtenSettings(uiAttributes) ?? {};
    return {
      ...shown(written),
      differsFrom: (seen) => differingNames(written, JSON.parse(seen)),
      plan(change) {
        const planned = planSettings(uiAttributes, change);
        return {
          ...planned,
          after: shown(writtenSettings(planned.uiAttributes) ?? {}),
          save: () => via('accountSettings.save', () => void (held.uiAttributes = planned.uiAttributes)),
        };
      },
    };
  };
  return {
    read: () => via('accountSettings.read', read),
    async alone(run) {
      if (held.isLocked) return undefined;
      held.isLocked = true;
      try {
        return await run();
      } finally {
        held.isLocked = false;
      }
    },
  };
}

const shown = (written: Record<string, unknown>) => ({
  settings: settingsOnPage(written),
  seen: JSON.stringify(written),
});

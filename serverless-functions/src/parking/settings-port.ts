import type { ChangedSetting, SettingOnPage } from '../contract/parking-settings';

/** What an admin wants: new values, and settings that are to be as by default. */
export interface SettingsChange {
  set: Record<string, unknown>;
  reset: readonly string[];
}

export interface PlannedSettings {
  changes: ChangedSetting[];
  /** Why it must not be saved; empty when it may. */
  problems: { name: string; message: string }[];
  /** The settings once they are saved. */
  after: Pick<SettingsThen, 'settings' | 'seen'>;
  /** Writes them beside everybody else's settings. Twilio takes no conditions: nobody may change them meanwhile. */
  save(): Promise<void>;
}

/** The account's settings of parking at one moment. */
export interface SettingsThen {
  settings: SettingOnPage[];
  /** JSON of what is set. */
  seen: string;
  /** The names of the settings that are not as they were `seen`. */
  differsFrom(seen: string): string[];
  plan(change: SettingsChange): PlannedSettings;
}

export interface AccountSettings {
  /** Throws ParkingError `configuration-unavailable` where not even their place can be read. */
  read(): Promise<SettingsThen>;
  /** Runs it while nobody else does, and gives what it gave; undefined: somebody else is just doing so. */
  alone<T>(run: () => Promise<T>): Promise<T | undefined>;
}

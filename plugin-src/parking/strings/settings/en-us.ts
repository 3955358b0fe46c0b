/** What the page of settings says; the keys are those that every translation must have. The texts of the settings come from the Functions. */
export const SETTINGS_EN_US = {
  ParkInteractionSettingsTitle: 'Parking settings',
  ParkInteractionSettingsIntro:
    'These settings are for the whole account. You see what a change does before you save it.',
  ParkInteractionSettingsLoading: 'Loading settings…',
  ParkInteractionSettingsDefault: 'Default: {{value}}',
  ParkInteractionSettingsNone: 'none',
  ParkInteractionSettingsIsSet: 'Set in this account',
  ParkInteractionSettingsReset: 'Reset to default',
  ParkInteractionSettingsResetOne: 'Reset {{name}} to its default',
  ParkInteractionSettingsLines: 'One on each line.',
  ParkInteractionSettingsReview: 'Review changes',
  ParkInteractionSettingsDiscard: 'Discard changes',
  ParkInteractionSettingsReviewTitle: 'What will change',
  ParkInteractionSettingsSave: 'Save',
  ParkInteractionSettingsSaved: 'The settings are saved. Each desktop uses them once Flex is reloaded there.',
  ParkInteractionSettingsFailed: 'That did not work',
  ParkInteractionSettingsOthers: 'Changed by somebody else: {{names}}.',
  ParkInteractionSettingsLoadAgain: 'Load again',
  ParkInteractionSettingsReload: 'Reload',
  ParkInteractionSettingsChanged: 'Parking settings have changed. Reload to use them.',
} as const satisfies Record<string, string>;

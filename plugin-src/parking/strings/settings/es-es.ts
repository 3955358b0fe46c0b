import type { SettingsStrings } from '../parking-strings';

export const SETTINGS_ES_ES: SettingsStrings = {
  ParkInteractionSettingsTitle: 'Ajustes de aparcamiento',
  ParkInteractionSettingsIntro: 'Estos ajustes son para toda la cuenta. Verás qué hace un cambio antes de guardarlo.',
  ParkInteractionSettingsLoading: 'Cargando los ajustes…',
  ParkInteractionSettingsDefault: 'Valor predeterminado: {{value}}',
  ParkInteractionSettingsNone: 'ninguno',
  ParkInteractionSettingsIsSet: 'Establecido en esta cuenta',
  ParkInteractionSettingsReset: 'Restablecer',
  ParkInteractionSettingsResetOne: 'Restablecer el valor predeterminado de {{name}}',
  ParkInteractionSettingsLines: 'Uno por línea.',
  ParkInteractionSettingsReview: 'Revisar los cambios',
  ParkInteractionSettingsDiscard: 'Descartar los cambios',
  ParkInteractionSettingsReviewTitle: 'Qué va a cambiar',
  ParkInteractionSettingsSave: 'Guardar',
  ParkInteractionSettingsSaved:
    'Los ajustes se han guardado. Cada escritorio los usará cuando se vuelva a cargar Flex.',
  ParkInteractionSettingsFailed: 'No ha funcionado',
  ParkInteractionSettingsOthers: 'Lo ha cambiado otra persona: {{names}}.',
  ParkInteractionSettingsLoadAgain: 'Volver a cargar',
  ParkInteractionSettingsReload: 'Recargar',
  ParkInteractionSettingsChanged: 'Los ajustes de aparcamiento han cambiado. Vuelve a cargar Flex para usarlos.',
};

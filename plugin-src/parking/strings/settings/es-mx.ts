import type { SettingsStrings } from '../parking-strings';

export const SETTINGS_ES_MX: SettingsStrings = {
  ParkInteractionSettingsTitle: 'Configuración de estacionamiento',
  ParkInteractionSettingsIntro:
    'Esta configuración es para toda la cuenta. Verás qué hace un cambio antes de guardarlo.',
  ParkInteractionSettingsLoading: 'Cargando la configuración…',
  ParkInteractionSettingsDefault: 'Valor predeterminado: {{value}}',
  ParkInteractionSettingsNone: 'ninguno',
  ParkInteractionSettingsIsSet: 'Definido en esta cuenta',
  ParkInteractionSettingsReset: 'Restablecer',
  ParkInteractionSettingsResetOne: 'Restablecer el valor predeterminado de {{name}}',
  ParkInteractionSettingsLines: 'Uno por línea.',
  ParkInteractionSettingsReview: 'Revisar los cambios',
  ParkInteractionSettingsDiscard: 'Descartar los cambios',
  ParkInteractionSettingsReviewTitle: 'Qué va a cambiar',
  ParkInteractionSettingsSave: 'Guardar',
  ParkInteractionSettingsSaved: 'La configuración se guardó. Cada escritorio la usará cuando se vuelva a cargar Flex.',
  ParkInteractionSettingsFailed: 'No funcionó',
  ParkInteractionSettingsOthers: 'Otra persona cambió: {{names}}.',
  ParkInteractionSettingsLoadAgain: 'Volver a cargar',
  ParkInteractionSettingsReload: 'Recargar',
  ParkInteractionSettingsChanged: 'La configuración de estacionamiento cambió. Vuelve a cargar Flex para usarla.',
};

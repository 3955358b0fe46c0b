import type { SettingsStrings } from '../parking-strings';

export const SETTINGS_PT_BR: SettingsStrings = {
  ParkInteractionSettingsTitle: 'Configurações de estacionamento',
  ParkInteractionSettingsIntro:
    'Estas configurações valem para toda a conta. Você vê o que uma alteração faz antes de salvá-la.',
  ParkInteractionSettingsLoading: 'Carregando as configurações…',
  ParkInteractionSettingsDefault: 'Padrão: {{value}}',
  ParkInteractionSettingsNone: 'nenhum',
  ParkInteractionSettingsIsSet: 'Definido nesta conta',
  ParkInteractionSettingsReset: 'Restaurar o padrão',
  ParkInteractionSettingsResetOne: 'Restaurar o padrão de {{name}}',
  ParkInteractionSettingsLines: 'Um por linha.',
  ParkInteractionSettingsReview: 'Revisar alterações',
  ParkInteractionSettingsDiscard: 'Descartar alterações',
  ParkInteractionSettingsReviewTitle: 'O que vai mudar',
  ParkInteractionSettingsSave: 'Salvar',
  ParkInteractionSettingsSaved:
    'As configurações foram salvas. Cada desktop passa a usá-las quando o Flex for recarregado.',
  ParkInteractionSettingsFailed: 'Não funcionou',
  ParkInteractionSettingsOthers: 'Alterado por outra pessoa: {{names}}.',
  ParkInteractionSettingsLoadAgain: 'Carregar de novo',
  ParkInteractionSettingsReload: 'Recarregar',
  ParkInteractionSettingsChanged: 'As configurações de estacionamento mudaram. Recarregue o Flex para usá-las.',
};

import type { UntilStrings } from '../parking-strings';

export const UNTIL_ES_MX: UntilStrings = {
  ParkInteractionUntilMenu: 'Estacionar hasta…',
  ParkInteractionUntilMenuTitle:
    'Estaciona hasta una hora. La conversación regresará entonces o cuando el cliente escriba.',
  ParkInteractionUntilOwn: 'Elegir fecha y hora…',
  ParkInteractionUntilReplies: 'Las respuestas esperan hasta entonces',
  ParkInteractionUntilRepliesHelp:
    'Las respuestas no harán regresar la conversación antes de esa hora. En la lista se marcan como no leídas.',
  ParkInteractionUntilTitle: '¿Cuándo debe regresar?',
  ParkInteractionUntilDate: 'Fecha',
  ParkInteractionUntilTime: 'Hora',
  ParkInteractionUntilZone: 'Zona horaria: {{zone}}',
  ParkInteractionUntilTooSoon: 'Elige una hora al menos un minuto posterior a la actual.',
  ParkInteractionUntilAfterWindow: 'Después de que cierre el plazo de respuesta',
  ParkInteractionUntilToday: 'Hoy, {{time}}',
  ParkInteractionUntilTomorrow: 'Mañana, {{time}}',
  ParkInteractionUntilConfirm: 'Estacionar',
  ParkInteractionUntilConfirmChange: 'Cambiar la hora',
  ParkInteractionUntilParked:
    'La conversación con {{customerName}} quedó estacionada hasta {{when}}. Regresará entonces o cuando el cliente escriba.',
  ParkInteractionUntilParkedOnlyThen:
    'La conversación con {{customerName}} quedó estacionada hasta {{when}}. Las respuestas esperan hasta entonces.',
  ParkInteractionUntilSpokeLast:
    'Puede que {{customerName}} esté esperando una respuesta. La conversación regresará el {{when}} o cuando el cliente vuelva a escribir.',
  ParkInteractionUntilSpokeLastOnlyThen:
    'Puede que {{customerName}} esté esperando una respuesta. La conversación regresará el {{when}}, aunque el cliente escriba antes.',
  ParkInteractionUntilChanged: 'La conversación con {{customerName}} regresará el {{when}}.',
  ParkInteractionUntilCleared:
    'La conversación con {{customerName}} ya no tiene hora de regreso. Regresará cuando el cliente escriba.',
  ParkInteractionUntilChangeFailed: 'No se cambió la hora de {{customerName}}. {{reason}}',
  ParkInteractionUntilChangeReturned:
    '{{customerName}} ya había escrito: la conversación se está asignando a un agente.',
  ParkInteractionUntilCardAskedFor: 'Regresó ahora porque {{agentName}} eligió {{when}}.',
  ParkInteractionUntilColumn: 'Regresa',
  ParkInteractionUntilOnReply: 'Cuando el cliente escriba',
  ParkInteractionUntilDue: 'Ahora',
  ParkInteractionUntilOverdue: 'Debía regresar {{when}}',
  ParkInteractionUntilWaits: 'Respuestas en espera',
  ParkInteractionUntilWaitsTitle: 'Una respuesta no la hace regresar antes de esta hora.',
  ParkInteractionUntilUnread: 'Respuesta sin leer',
  ParkInteractionUntilUnreadTitle: 'El cliente escribió. La respuesta espera hasta esta hora.',
  ParkInteractionUntilChange: 'Cambiar la hora',
  ParkInteractionUntilChangeCustomer: 'Cambiar cuándo regresa la conversación con {{customerName}}',
  ParkInteractionUntilClear: 'Solo cuando el cliente escriba',
};

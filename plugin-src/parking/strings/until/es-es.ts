import type { UntilStrings } from '../parking-strings';

export const UNTIL_ES_ES: UntilStrings = {
  ParkInteractionUntilMenu: 'Aparcar hasta…',
  ParkInteractionUntilMenuTitle: 'Aparca hasta una hora. La conversación volverá entonces o cuando el cliente escriba.',
  ParkInteractionUntilOwn: 'Elegir fecha y hora…',
  ParkInteractionUntilReplies: 'Las respuestas esperan hasta entonces',
  ParkInteractionUntilRepliesHelp:
    'Las respuestas no harán volver la conversación antes de esa hora. En la lista se marcan como no leídas.',
  ParkInteractionUntilTitle: '¿Cuándo debe volver?',
  ParkInteractionUntilDate: 'Fecha',
  ParkInteractionUntilTime: 'Hora',
  ParkInteractionUntilZone: 'Zona horaria: {{zone}}',
  ParkInteractionUntilTooSoon: 'Elige una hora al menos un minuto posterior a la actual.',
  ParkInteractionUntilAfterWindow: 'Después de cerrarse el plazo de respuesta',
  ParkInteractionUntilToday: 'Hoy, {{time}}',
  ParkInteractionUntilTomorrow: 'Mañana, {{time}}',
  ParkInteractionUntilConfirm: 'Aparcar',
  ParkInteractionUntilConfirmChange: 'Cambiar la hora',
  ParkInteractionUntilParked:
    'La conversación con {{customerName}} está aparcada hasta {{when}}. Volverá entonces o cuando el cliente escriba.',
  ParkInteractionUntilParkedOnlyThen:
    'La conversación con {{customerName}} está aparcada hasta {{when}}. Las respuestas esperan hasta entonces.',
  ParkInteractionUntilSpokeLast:
    'Puede que {{customerName}} esté esperando una respuesta. La conversación volverá el {{when}} o cuando el cliente escriba otra vez.',
  ParkInteractionUntilSpokeLastOnlyThen:
    'Puede que {{customerName}} esté esperando una respuesta. La conversación volverá el {{when}}, aunque el cliente escriba antes.',
  ParkInteractionUntilChanged: 'La conversación con {{customerName}} volverá el {{when}}.',
  ParkInteractionUntilCleared:
    'La conversación con {{customerName}} ya no tiene hora de vuelta. Volverá cuando el cliente escriba.',
  ParkInteractionUntilChangeFailed: 'No se ha cambiado la hora de {{customerName}}. {{reason}}',
  ParkInteractionUntilChangeReturned:
    '{{customerName}} ya había escrito: la conversación se está asignando a un agente.',
  ParkInteractionUntilCardAskedFor: 'Ha vuelto ahora porque {{agentName}} eligió {{when}}.',
  ParkInteractionUntilColumn: 'Vuelve',
  ParkInteractionUntilOnReply: 'Cuando el cliente escriba',
  ParkInteractionUntilDue: 'Ahora',
  ParkInteractionUntilOverdue: 'Debía volver {{when}}',
  ParkInteractionUntilWaits: 'Respuestas en espera',
  ParkInteractionUntilWaitsTitle: 'Una respuesta no la hace volver antes de esta hora.',
  ParkInteractionUntilUnread: 'Respuesta sin leer',
  ParkInteractionUntilUnreadTitle: 'El cliente ha escrito. La respuesta espera hasta esta hora.',
  ParkInteractionUntilChange: 'Cambiar la hora',
  ParkInteractionUntilChangeCustomer: 'Cambiar cuándo vuelve la conversación con {{customerName}}',
  ParkInteractionUntilClear: 'Solo cuando el cliente escriba',
};

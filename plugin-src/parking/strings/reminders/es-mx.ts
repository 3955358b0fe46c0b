import type { ReminderStrings } from '../parking-strings';

export const REMINDERS_ES_MX: ReminderStrings = {
  ParkInteractionAgain: 'Estacionar otra vez',
  ParkInteractionAgainTitle: 'Estaciona esta conversación como antes. Regresará cuando el cliente escriba.',
  ParkInteractionAgainUntil: 'Hasta {{when}}',
  ParkInteractionAgainUntilTitle:
    'Estaciona esta conversación como antes. Regresará el {{when}} o cuando el cliente escriba.',
  ParkInteractionBadgeDue_one: 'a {{count}} ya le toca regresar',
  ParkInteractionBadgeDue_other: 'a {{count}} ya les toca regresar',
  ParkInteractionBadgeUnread_one: '{{count}} tiene una respuesta sin leer',
  ParkInteractionBadgeUnread_other: '{{count}} tienen respuestas sin leer',
  ParkInteractionWindowCloses:
    'El plazo para responder a {{customerName}} cierra en {{time}}. Después solo podrás enviar una plantilla aprobada.',
  ParkInteractionWindowsClose:
    'Los plazos de respuesta están por cerrar: {{customerName}}. El primero cierra en {{time}}.',
  ParkInteractionWindowsMore: '{{count}} más',
  ParkInteractionWindowsShow: 'Ver la lista',
};

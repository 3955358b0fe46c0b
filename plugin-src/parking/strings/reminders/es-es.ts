import type { ReminderStrings } from '../parking-strings';

export const REMINDERS_ES_ES: ReminderStrings = {
  ParkInteractionAgain: 'Aparcar otra vez',
  ParkInteractionAgainTitle: 'Aparca esta conversación como antes. Volverá cuando el cliente escriba.',
  ParkInteractionAgainUntil: 'Hasta {{when}}',
  ParkInteractionAgainUntilTitle:
    'Aparca esta conversación como antes. Volverá el {{when}} o cuando el cliente escriba.',
  ParkInteractionBadgeDue_one: 'a {{count}} le toca volver ya',
  ParkInteractionBadgeDue_other: 'a {{count}} les toca volver ya',
  ParkInteractionBadgeUnread_one: '{{count}} tiene una respuesta sin leer',
  ParkInteractionBadgeUnread_other: '{{count}} tienen respuestas sin leer',
  ParkInteractionWindowCloses:
    'El plazo para responder a {{customerName}} termina en {{time}}. Después solo podrás enviar una plantilla aprobada.',
  ParkInteractionWindowsClose:
    'Los plazos de respuesta están a punto de terminar: {{customerName}}. El primero termina en {{time}}.',
  ParkInteractionWindowsMore: '{{count}} más',
  ParkInteractionWindowsShow: 'Ver la lista',
};

import type { ReminderStrings } from '../parking-strings';

export const REMINDERS_PT_BR: ReminderStrings = {
  ParkInteractionAgain: 'Estacionar de novo',
  ParkInteractionAgainTitle: 'Estacione esta conversa como antes. Ela volta quando o cliente escrever.',
  ParkInteractionAgainUntil: 'Até {{when}}',
  ParkInteractionAgainUntilTitle:
    'Estacione esta conversa como antes. Ela volta em {{when}} ou quando o cliente escrever.',
  ParkInteractionBadgeDue_one: '{{count}} já devia voltar',
  ParkInteractionBadgeDue_other: '{{count}} já deviam voltar',
  ParkInteractionBadgeUnread_one: '{{count}} tem uma resposta não lida',
  ParkInteractionBadgeUnread_other: '{{count}} têm respostas não lidas',
  ParkInteractionWindowCloses:
    'O prazo para responder a {{customerName}} termina em {{time}}. Depois disso, você só poderá enviar um modelo aprovado.',
  ParkInteractionWindowsClose:
    'Os prazos de resposta estão terminando: {{customerName}}. O primeiro termina em {{time}}.',
  ParkInteractionWindowsMore: 'mais {{count}}',
  ParkInteractionWindowsShow: 'Ver a lista',
};

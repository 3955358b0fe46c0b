import type { UntilStrings } from '../parking-strings';

export const UNTIL_PT_BR: UntilStrings = {
  ParkInteractionUntilMenu: 'Estacionar até…',
  ParkInteractionUntilMenuTitle:
    'Estacione até um horário. A conversa volta nesse horário ou quando o cliente escrever.',
  ParkInteractionUntilOwn: 'Escolher data e hora…',
  ParkInteractionUntilReplies: 'As respostas esperam até lá',
  ParkInteractionUntilRepliesHelp:
    'As respostas não trazem a conversa de volta antes desse horário. Na lista, aparecem como não lidas.',
  ParkInteractionUntilTitle: 'Quando ela deve voltar?',
  ParkInteractionUntilDate: 'Data',
  ParkInteractionUntilTime: 'Hora',
  ParkInteractionUntilZone: 'Fuso horário: {{zone}}',
  ParkInteractionUntilTooSoon: 'Escolha um horário pelo menos um minuto à frente.',
  ParkInteractionUntilAfterWindow: 'Depois do fim do prazo de resposta',
  ParkInteractionUntilToday: 'Hoje, {{time}}',
  ParkInteractionUntilTomorrow: 'Amanhã, {{time}}',
  ParkInteractionUntilConfirm: 'Estacionar',
  ParkInteractionUntilConfirmChange: 'Alterar horário',
  ParkInteractionUntilParked:
    'A conversa com {{customerName}} foi estacionada até {{when}}. Ela volta nesse horário ou quando o cliente escrever.',
  ParkInteractionUntilParkedOnlyThen:
    'A conversa com {{customerName}} foi estacionada até {{when}}. As respostas esperam até lá.',
  ParkInteractionUntilSpokeLast:
    '{{customerName}} pode estar esperando uma resposta. A conversa volta em {{when}} ou quando o cliente escrever de novo.',
  ParkInteractionUntilSpokeLastOnlyThen:
    '{{customerName}} pode estar esperando uma resposta. A conversa volta em {{when}}, mesmo que o cliente escreva antes.',
  ParkInteractionUntilChanged: 'A conversa com {{customerName}} volta em {{when}}.',
  ParkInteractionUntilCleared:
    'A conversa com {{customerName}} não tem mais horário para voltar. Ela volta quando o cliente escrever.',
  ParkInteractionUntilChangeFailed: 'O horário de {{customerName}} não foi alterado. {{reason}}',
  ParkInteractionUntilChangeReturned:
    '{{customerName}} já tinha escrito: a conversa está sendo encaminhada a um agente.',
  ParkInteractionUntilCardAskedFor: 'Voltou agora porque {{agentName}} escolheu {{when}}.',
  ParkInteractionUntilColumn: 'Volta',
  ParkInteractionUntilOnReply: 'Quando o cliente escrever',
  ParkInteractionUntilDue: 'Agora',
  ParkInteractionUntilOverdue: 'Devia voltar {{when}}',
  ParkInteractionUntilWaits: 'Respostas esperam',
  ParkInteractionUntilWaitsTitle: 'Uma resposta não a traz de volta antes deste horário.',
  ParkInteractionUntilUnread: 'Resposta não lida',
  ParkInteractionUntilUnreadTitle: 'O cliente escreveu. A resposta espera até este horário.',
  ParkInteractionUntilChange: 'Alterar horário',
  ParkInteractionUntilChangeCustomer: 'Alterar quando a conversa com {{customerName}} volta',
  ParkInteractionUntilClear: 'Só quando o cliente escrever',
};

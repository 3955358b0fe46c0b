import type { SilenceStrings } from '../parking-strings';

export const SILENCE_PT_BR: SilenceStrings = {
  ParkInteractionSilenceCountdown:
    '{{customerName}} não responde há {{time}}. A conversa será estacionada em {{seconds}} s.',
  ParkInteractionSilenceKeep: 'Manter',
  ParkInteractionSilenceReason: 'Sem resposta',
  ParkInteractionSilenceExpiresParked:
    'O Twilio encerra a tarefa de {{customerName}} quando ela completa 24 horas. Se você não terminar antes, a conversa será estacionada às {{when}}.',
  ParkInteractionSilenceExpires:
    'O Twilio encerra a tarefa de {{customerName}} quando ela completa 24 horas, em menos de uma hora. Termine a conversa ou estacione-a antes disso.',
  ParkInteractionSilenceExpiryReason: 'Protegida do limite de 24 horas do Twilio',
};

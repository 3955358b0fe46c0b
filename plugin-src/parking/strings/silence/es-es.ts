import type { SilenceStrings } from '../parking-strings';

export const SILENCE_ES_ES: SilenceStrings = {
  ParkInteractionSilenceCountdown:
    '{{customerName}} lleva {{time}} sin contestar. La conversación se aparcará en {{seconds}} s.',
  ParkInteractionSilenceKeep: 'Conservar',
  ParkInteractionSilenceReason: 'Sin respuesta',
  ParkInteractionSilenceExpiresParked:
    'Twilio cierra la tarea de {{customerName}} cuando cumple 24 horas. Si no terminas antes, la conversación se aparcará a las {{when}}.',
  ParkInteractionSilenceExpires:
    'Twilio cierra la tarea de {{customerName}} cuando cumple 24 horas, dentro de menos de una hora. Termina la conversación o apárcala antes.',
  ParkInteractionSilenceExpiryReason: 'A salvo del límite de 24 horas de Twilio',
};

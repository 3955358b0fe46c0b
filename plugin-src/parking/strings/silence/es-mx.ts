import type { SilenceStrings } from '../parking-strings';

export const SILENCE_ES_MX: SilenceStrings = {
  ParkInteractionSilenceCountdown:
    '{{customerName}} lleva {{time}} sin responder. La conversación se estacionará en {{seconds}} s.',
  ParkInteractionSilenceKeep: 'Mantener',
  ParkInteractionSilenceReason: 'Sin respuesta del cliente',
  ParkInteractionSilenceExpiresParked:
    'Twilio cierra la tarea de {{customerName}} cuando cumple 24 horas. Si no terminas antes, la conversación se estacionará a las {{when}}.',
  ParkInteractionSilenceExpires:
    'Twilio cierra la tarea de {{customerName}} cuando cumple 24 horas, en menos de una hora. Termina la conversación o estaciónala antes.',
  ParkInteractionSilenceExpiryReason: 'A salvo del límite de 24 horas de Twilio',
};

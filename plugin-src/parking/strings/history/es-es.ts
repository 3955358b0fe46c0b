import type { HistoryStrings } from '../parking-strings';

export const HISTORY_ES_ES: HistoryStrings = {
  ParkInteractionScopeHistory: 'Historial',
  ParkInteractionHistoryTitle: 'Historial de aparcadas',
  ParkInteractionHistorySearch: 'Cliente, agente, cola o motivo',
  ParkInteractionHistoryDay: 'Aparcada el',
  ParkInteractionHistoryKept: 'Lo que estuvo aparcado aparece aquí cuando ha terminado. Se conserva {{days}} días.',
  ParkInteractionHistoryOff:
    'No se guarda ningún historial. Un administrador puede activarlo con el ajuste history_days.',
  ParkInteractionHistoryNothing: 'Nada de lo aparcado coincide.',
  ParkInteractionHistoryMore: 'Mostrar anteriores',
  ParkInteractionHistoryDownload: 'Descargar como CSV',
  ParkInteractionHistoryBy: 'Aparcada por',
  ParkInteractionHistoryReason: 'Motivo',
  ParkInteractionHistoryHow: 'Cómo terminó',
  ParkInteractionHistoryTaken: 'La tiene',
  ParkInteractionHistoryFor: 'durante {{duration}}',
  ParkInteractionEnded_reply: 'El cliente respondió',
  ParkInteractionEnded_agent: 'El agente la recuperó',
  ParkInteractionEnded_supervisor: 'Otra persona la recuperó',
  ParkInteractionEnded_time: 'Llegó su hora',
  ParkInteractionEnded_event: 'Un evento en otro sistema',
  'ParkInteractionEnded_max-age': 'Estuvo aparcada demasiado tiempo',
  ParkInteractionEnded_found: 'Una reparación la trajo de vuelta',
  ParkInteractionEnded_joined: 'Un agente se unió de otra forma',
  ParkInteractionEnded_closed: 'La conversación se cerró',
  ParkInteractionEnded_other: 'Desconocido',
};

import type { HistoryStrings } from '../parking-strings';

export const HISTORY_ES_MX: HistoryStrings = {
  ParkInteractionScopeHistory: 'Historial',
  ParkInteractionHistoryTitle: 'Historial de estacionadas',
  ParkInteractionHistorySearch: 'Cliente, agente, fila de espera o motivo',
  ParkInteractionHistoryDay: 'Estacionada el',
  ParkInteractionHistoryKept: 'Lo que estuvo estacionado aparece aquí cuando terminó. Se conserva {{days}} días.',
  ParkInteractionHistoryOff:
    'No se guarda ningún historial. Un administrador puede activarlo con la configuración history_days.',
  ParkInteractionHistoryNothing: 'Nada de lo estacionado coincide.',
  ParkInteractionHistoryMore: 'Mostrar anteriores',
  ParkInteractionHistoryDownload: 'Descargar como CSV',
  ParkInteractionHistoryBy: 'Estacionada por',
  ParkInteractionHistoryReason: 'Motivo',
  ParkInteractionHistoryHow: 'Cómo terminó',
  ParkInteractionHistoryTaken: 'La tomó',
  ParkInteractionHistoryFor: 'durante {{duration}}',
  ParkInteractionEnded_reply: 'El cliente respondió',
  ParkInteractionEnded_agent: 'El agente la reanudó',
  ParkInteractionEnded_supervisor: 'Otra persona la reanudó',
  ParkInteractionEnded_time: 'Llegó su hora',
  ParkInteractionEnded_event: 'Un evento en otro sistema',
  'ParkInteractionEnded_max-age': 'Estuvo estacionada demasiado tiempo',
  ParkInteractionEnded_found: 'Una reparación la trajo de regreso',
  ParkInteractionEnded_joined: 'Un agente se unió de otra forma',
  ParkInteractionEnded_closed: 'La conversación se cerró',
  ParkInteractionEnded_other: 'Desconocido',
};

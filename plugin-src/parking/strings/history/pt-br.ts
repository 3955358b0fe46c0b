import type { HistoryStrings } from '../parking-strings';

export const HISTORY_PT_BR: HistoryStrings = {
  ParkInteractionScopeHistory: 'Histórico',
  ParkInteractionHistoryTitle: 'Histórico de estacionadas',
  ParkInteractionHistorySearch: 'Cliente, agente, fila ou motivo',
  ParkInteractionHistoryDay: 'Estacionada em',
  ParkInteractionHistoryKept: 'O que foi estacionado aparece aqui depois de terminar. Fica guardado por {{days}} dias.',
  ParkInteractionHistoryOff:
    'Nenhum histórico é guardado. Um administrador pode ativá-lo com a configuração history_days.',
  ParkInteractionHistoryNothing: 'Nada do que foi estacionado corresponde.',
  ParkInteractionHistoryMore: 'Mostrar mais antigas',
  ParkInteractionHistoryDownload: 'Baixar como CSV',
  ParkInteractionHistoryBy: 'Estacionada por',
  ParkInteractionHistoryReason: 'Motivo',
  ParkInteractionHistoryHow: 'Como terminou',
  ParkInteractionHistoryTaken: 'Assumida por',
  ParkInteractionHistoryFor: 'por {{duration}}',
  ParkInteractionEnded_reply: 'O cliente respondeu',
  ParkInteractionEnded_agent: 'O agente retomou',
  ParkInteractionEnded_supervisor: 'Outra pessoa retomou',
  ParkInteractionEnded_time: 'Chegou a hora',
  ParkInteractionEnded_event: 'Um evento em outro sistema',
  'ParkInteractionEnded_max-age': 'Ficou estacionada tempo demais',
  ParkInteractionEnded_found: 'Um reparo a trouxe de volta',
  ParkInteractionEnded_joined: 'Um agente entrou de outra forma',
  ParkInteractionEnded_closed: 'A conversa foi encerrada',
  ParkInteractionEnded_other: 'Desconhecido',
};

import type { ListStrings } from '../parking-strings';

export const LIST_ES_MX: ListStrings = {
  ParkInteractionColumnReason: 'Motivo y nota',
  ParkInteractionColumnWindow: 'Plazo de respuesta',
  ParkInteractionColumnAgent: 'Agente',
  ParkInteractionColumnQueue: 'Fila de espera',
  ParkInteractionFilterText: 'Buscar',
  ParkInteractionAllChannels: 'Todos los canales',
  ParkInteractionAllAgents: 'Todos los agentes',
  ParkInteractionAllQueues: 'Todas las filas de espera',
  ParkInteractionNoMatch: 'Ninguna interacción estacionada coincide con los filtros.',
  ParkInteractionClearFilters: 'Quitar filtros',
  ParkInteractionWindowLeft: 'Faltan {{time}}',
  ParkInteractionWindowLeftTitle:
    'Puedes responder libremente hasta {{when}}, 24 horas después del último mensaje del cliente.',
  ParkInteractionWindowClosed: 'Se requiere plantilla',
  ParkInteractionWindowClosedTitle:
    'El plazo de respuesta terminó en {{when}}: hasta que el cliente vuelva a escribir solo puedes enviarle una plantilla aprobada.',
  ParkInteractionWindowNone: 'Sin límite',
  ParkInteractionWindowUnknown: 'No se sabe',
  ParkInteractionLeaves: 'Sale de la lista {{when}}',
  ParkInteractionStays: 'Se queda en la lista',
  ParkInteractionListHint:
    'Las filas salen de la lista 24 horas después de estacionar, o un día después de la hora elegida, salvo las de SMS. La respuesta del cliente sigue trayendo de regreso la conversación.',
  ParkInteractionLoadingMore: 'Cargando más…',
  ParkInteractionPages: 'Páginas de la lista',
  ParkInteractionPageOf: 'Página {{page}} de {{pages}}',
  ParkInteractionPreviousPage: 'Página anterior',
  ParkInteractionNextPage: 'Página siguiente',
  ParkInteractionNotAvailable:
    'No estás disponible. Lo que reanudes esperará un momento a que lo estés. Después pasará a otro agente si el cliente está esperando; si no, volverá a quedar estacionado.',
  ParkInteractionNotAvailableToMe:
    'No estás disponible. Lo que reanudes para ti esperará un momento a que lo estés. Después pasará a otro agente si el cliente está esperando; si no, volverá a quedar estacionado.',
  ParkInteractionAtCapacity:
    'Llegaste al límite de este canal. Lo que reanudes esperará un momento a que tengas lugar.',
  ParkInteractionPreview: 'Vista previa',
  ParkInteractionPreviewCustomer: 'Ver la conversación con {{customerName}}',
  ParkInteractionPreviewReadOnly: 'Solo lectura: la conversación sigue estacionada.',
  ParkInteractionPreviewLoading: 'Cargando los mensajes…',
  ParkInteractionPreviewEmpty: 'No hay mensajes.',
  ParkInteractionPreviewMore: 'Los mensajes anteriores no se muestran aquí.',
  ParkInteractionPreviewMedia: '(archivo adjunto)',
  ParkInteractionPreviewFailed: 'No se pudo mostrar la conversación. {{reason}}',
  ParkInteractionMoreActions: 'Más acciones para {{customerName}}',
  ParkInteractionWakeLinkCopy: 'Copiar enlace de reactivación',
  ParkInteractionWakeLinkCopied:
    'Se copió el enlace de reactivación de {{customerName}}. Funciona hasta que la conversación regrese.',
  ParkInteractionWakeLinkFailed: 'No se copió el enlace de reactivación de {{customerName}}. {{reason}}',
  ParkInteractionScope: 'Mostrar',
  ParkInteractionScopeMine: 'Mías',
  ParkInteractionScopeEveryone: 'De todos',
  ParkInteractionRefresh: 'Actualizar',
  ParkInteractionEveryoneTitle: 'Todas las interacciones estacionadas',
  ParkInteractionEveryoneEmpty: 'Nadie ha estacionado ninguna conversación.',
  ParkInteractionNeedsAttention: 'Requiere atención',
  ParkInteractionNeedsAttentionText:
    'Estas conversaciones no llegarán por sí solas a ningún agente. Cada fila indica el motivo.',
  ParkInteractionUnreadable:
    'No se pueden leer los datos guardados de estas conversaciones estacionadas. Da sus SID a un administrador:',
  'ParkInteractionProblem_channel-gone': 'Twilio eliminó el canal. Contacta de nuevo al cliente.',
  'ParkInteractionProblem_routing-refused':
    'Twilio rechazó la asignación. Intenta reanudarla para alguien o avisa a un administrador.',
  'ParkInteractionProblem_record-unreadable': 'No se pueden leer sus datos guardados. Avisa a un administrador.',
  ParkInteractionState_parking: 'Estacionándose',
  ParkInteractionState_unparking: 'Regresando',
  ParkInteractionState_overdue: 'Regresó hace {{time}} y nadie la ha aceptado todavía.',
  ParkInteractionUnparkToMe: 'Mí',
  ParkInteractionUnparkToWorkflow: 'Cualquier agente, según el workflow',
  ParkInteractionUnparkToOriginal: '{{agentName}}, quien la estacionó',
};

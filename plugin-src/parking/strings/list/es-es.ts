import type { ListStrings } from '../parking-strings';

export const LIST_ES_ES: ListStrings = {
  ParkInteractionColumnReason: 'Motivo y nota',
  ParkInteractionColumnWindow: 'Plazo de respuesta',
  ParkInteractionColumnAgent: 'Agente',
  ParkInteractionColumnQueue: 'Cola',
  ParkInteractionFilterText: 'Buscar',
  ParkInteractionAllChannels: 'Todos los canales',
  ParkInteractionAllAgents: 'Todos los agentes',
  ParkInteractionAllQueues: 'Todas las colas',
  ParkInteractionNoMatch: 'Ninguna interacción aparcada coincide con los filtros.',
  ParkInteractionClearFilters: 'Quitar los filtros',
  ParkInteractionWindowLeft: 'Quedan {{time}}',
  ParkInteractionWindowLeftTitle:
    'Puedes responder libremente hasta {{when}}, 24 horas después del último mensaje del cliente.',
  ParkInteractionWindowClosed: 'Requiere plantilla',
  ParkInteractionWindowClosedTitle:
    'El plazo de respuesta terminó en {{when}}: hasta que el cliente vuelva a escribir solo puedes enviarle una plantilla aprobada.',
  ParkInteractionWindowNone: 'Sin límite',
  ParkInteractionWindowUnknown: 'No se sabe',
  ParkInteractionLeaves: 'Sale de la lista {{when}}',
  ParkInteractionStays: 'Permanece en la lista',
  ParkInteractionListHint:
    'Las filas salen de la lista 24 horas después de aparcar, o un día después de la hora elegida, salvo las de SMS. La respuesta del cliente sigue trayendo la conversación de vuelta.',
  ParkInteractionLoadingMore: 'Cargando más…',
  ParkInteractionPages: 'Páginas de la lista',
  ParkInteractionPageOf: 'Página {{page}} de {{pages}}',
  ParkInteractionPreviousPage: 'Página anterior',
  ParkInteractionNextPage: 'Página siguiente',
  ParkInteractionNotAvailable:
    'No estás disponible. Lo que recuperes esperará un momento a que lo estés. Después pasará a otro agente si el cliente está esperando; si no, volverá a quedar aparcado.',
  ParkInteractionNotAvailableToMe:
    'No estás disponible. Lo que recuperes para ti esperará un momento a que lo estés. Después pasará a otro agente si el cliente está esperando; si no, volverá a quedar aparcado.',
  ParkInteractionAtCapacity:
    'Has llegado al límite de este canal. Lo que recuperes esperará un momento a que tengas sitio.',
  ParkInteractionPreview: 'Vista previa',
  ParkInteractionPreviewCustomer: 'Vista previa de la conversación con {{customerName}}',
  ParkInteractionPreviewReadOnly: 'Solo lectura: la conversación sigue aparcada.',
  ParkInteractionPreviewLoading: 'Cargando los mensajes…',
  ParkInteractionPreviewEmpty: 'No hay mensajes.',
  ParkInteractionPreviewMore: 'Los mensajes anteriores no se muestran aquí.',
  ParkInteractionPreviewMedia: '(archivo adjunto)',
  ParkInteractionPreviewFailed: 'No se ha podido mostrar la conversación. {{reason}}',
  ParkInteractionMoreActions: 'Más acciones para {{customerName}}',
  ParkInteractionWakeLinkCopy: 'Copiar enlace de reactivación',
  ParkInteractionWakeLinkCopied:
    'Se ha copiado el enlace de reactivación de {{customerName}}. Funciona hasta que la conversación vuelva.',
  ParkInteractionWakeLinkFailed: 'No se ha copiado el enlace de reactivación de {{customerName}}. {{reason}}',
  ParkInteractionScope: 'Mostrar',
  ParkInteractionScopeMine: 'Mías',
  ParkInteractionScopeEveryone: 'De todos',
  ParkInteractionRefresh: 'Actualizar',
  ParkInteractionEveryoneTitle: 'Todas las interacciones aparcadas',
  ParkInteractionEveryoneEmpty: 'Nadie ha aparcado ninguna conversación.',
  ParkInteractionNeedsAttention: 'Requiere atención',
  ParkInteractionNeedsAttentionText:
    'Estas conversaciones no llegarán por sí solas a ningún agente. Cada fila indica el motivo.',
  ParkInteractionUnreadable:
    'No se pueden leer los datos guardados de estas conversaciones aparcadas. Da sus SID a un administrador:',
  'ParkInteractionProblem_channel-gone': 'Twilio ha eliminado el canal. Contacta de nuevo con el cliente.',
  'ParkInteractionProblem_routing-refused':
    'Twilio ha rechazado la asignación. Intenta recuperarla para alguien o avisa a un administrador.',
  'ParkInteractionProblem_record-unreadable': 'No se pueden leer sus datos guardados. Avisa a un administrador.',
  ParkInteractionState_parking: 'Aparcándose',
  ParkInteractionState_unparking: 'Volviendo',
  ParkInteractionState_overdue: 'Ha vuelto hace {{time}} y nadie la ha aceptado todavía.',
  ParkInteractionUnparkToMe: 'Mí',
  ParkInteractionUnparkToWorkflow: 'Cualquier agente, según el workflow',
  ParkInteractionUnparkToOriginal: '{{agentName}}, que la aparcó',
};

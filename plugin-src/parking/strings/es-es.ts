import type { MainStrings } from './parking-strings';

export const ES_ES: MainStrings = {
  ParkInteractionPark: 'Aparcar',
  ParkInteractionParking: 'Aparcando…',
  ParkInteractionParkTitle: 'Aparca esta conversación. Volverá cuando el cliente escriba.',
  ParkInteractionObstacle_busy: 'Esta conversación se está aparcando.',
  'ParkInteractionObstacle_conversation-not-loaded': 'La conversación todavía se está cargando.',
  'ParkInteractionObstacle_other-participants':
    'Hay otro agente o supervisor en esta conversación. Apárcala cuando estés a solas con el cliente.',
  'ParkInteractionObstacle_open-invites':
    'Hay una transferencia abierta de esta conversación. Cancélala o espera a que termine.',

  ParkInteractionParked: '{{customerName}} está en espera. La conversación volverá cuando el cliente escriba.',
  ParkInteractionReturned:
    '{{customerName}} ha escrito mientras aparcabas: la conversación ya se está asignando de nuevo.',
  ParkInteractionParkFailed: 'No se ha aparcado la conversación con {{customerName}}. {{reason}}',
  ParkInteractionUnparked: 'La conversación con {{customerName}} se ha recuperado y te llega como una tarea nueva.',
  ParkInteractionUnparkedToOthers:
    'La conversación con {{customerName}} se ha recuperado y se está asignando a un agente.',
  ParkInteractionAlreadyUnparked:
    'La conversación con {{customerName}} ya se había recuperado, por un mensaje del cliente o por otro agente.',
  ParkInteractionUnparkFailed: 'No se ha recuperado la conversación con {{customerName}}. {{reason}}',
  ParkInteractionCompleteFailed: 'No se ha completado la tarea de {{customerName}}. {{reason}}',
  ParkInteractionUnknownCustomer: 'El cliente',
  ParkInteractionSettingsNotice: 'Aparcar: hay que corregir la configuración de Flex. {{problems}}',
  ParkInteractionTwoParkingsNotice:
    'Dos plugins ofrecen aparcar conversaciones y los agentes ven dos botones. En la configuración de Flex, mueve los ajustes de este de features.park_interaction a features.conversation_parking y pon features.park_interaction.enabled en false para el otro.',

  ParkInteractionUndo: 'Deshacer',
  ParkInteractionCameBackToMe: '{{customerName}} ha vuelto: la conversación está en tus tareas.',
  ParkInteractionCameBack:
    'La conversación con {{customerName}} ya no está aparcada: se está asignando a un agente, salvo que se haya cerrado.',
  ParkInteractionNoteTitle: 'Aparcar la conversación con {{customerName}}',
  ParkInteractionNoteReason: 'Motivo (opcional)',
  ParkInteractionNoteNoReason: 'Sin motivo',
  ParkInteractionNoteText: 'Nota para el próximo agente (opcional)',
  ParkInteractionNoteHelp: 'El cliente no la ve. Caracteres restantes: {{left}}.',
  ParkInteractionCancel: 'Cancelar',
  ParkInteractionClose: 'Cerrar',
  ParkInteractionSpokeLastTitle: 'El último mensaje es del cliente',
  ParkInteractionSpokeLastText:
    'Puede que {{customerName}} esté esperando una respuesta. Una conversación aparcada solo vuelve por sí sola cuando el cliente escribe otra vez.',
  ParkInteractionParkAnyway: 'Aparcar igualmente',
  ParkInteractionCardLabel: 'Nota de la conversación aparcada',
  ParkInteractionCardParked: '{{agentName}} aparcó esta conversación {{when}}.',
  ParkInteractionCardReason: 'Motivo: {{reason}}',
  ParkInteractionCardNote: 'Nota: {{note}}',
  ParkInteractionCardEvent: 'Ha vuelto ahora por un aviso de otro sistema.',
  ParkInteractionCardEventNote: 'Ha vuelto ahora por un aviso de otro sistema: {{note}}',
  ParkInteractionCardTimes_one: 'Aparcada una vez hasta ahora.',
  ParkInteractionCardTimes_other: 'Aparcada {{count}} veces hasta ahora.',

  ParkInteractionListTitle: 'Interacciones aparcadas',
  ParkInteractionListCount: 'Interacciones aparcadas: {{count}}',
  ParkInteractionColumnCustomer: 'Cliente',
  ParkInteractionColumnAddress: 'Dirección',
  ParkInteractionColumnParkedAt: 'Aparcada',
  ParkInteractionColumnChannel: 'Canal',
  ParkInteractionColumnAction: 'Acción',
  ParkInteractionUnpark: 'Recuperar',
  ParkInteractionUnparkCustomer: 'Recuperar la conversación con {{customerName}}',
  ParkInteractionUnparkingCustomer: 'Recuperando la conversación con {{customerName}}…',
  ParkInteractionLoading: 'Cargando las interacciones aparcadas…',
  ParkInteractionEmptyTitle: 'No hay nada aparcado',
  ParkInteractionEmptyText:
    'Pulsa Aparcar en la cabecera de una conversación para quedar libre mientras esperas al cliente. Aparecerá aquí y volverá cuando el cliente escriba o cuando la recuperes.',
  ParkInteractionListFailedTitle: 'No se ha podido cargar la lista',
  ParkInteractionListFailedText:
    'Tus conversaciones aparcadas están a salvo y volverán cuando los clientes escriban. Comprueba tu conexión e inténtalo de nuevo.',
  ParkInteractionRetry: 'Reintentar',
  ParkInteractionReconnecting: 'Se ha perdido la conexión. La lista se actualizará en cuanto vuelva.',
  ParkInteractionChannelWeb: 'Chat web',
  ParkInteractionChannelWhatsApp: 'WhatsApp',
  ParkInteractionChannelSms: 'SMS',
  ParkInteractionChannelMessenger: 'Messenger',
  ParkInteractionChannelEmail: 'Correo electrónico',

  'ParkInteractionFailure_invalid-request':
    'Recarga Flex. Si continúa, avisa a un administrador: el plugin y las Functions son de versiones distintas.',
  'ParkInteractionFailure_token-invalid': 'Tu sesión ha terminado. Inicia sesión de nuevo.',
  'ParkInteractionFailure_not-an-agent':
    'Tu usuario de Flex no tiene ningún worker, así que no hay nada que aparcar ni recuperar.',
  'ParkInteractionFailure_not-permitted': 'Solo los supervisores y administradores pueden hacerlo.',
  'ParkInteractionFailure_admins-only': 'Solo los administradores pueden ver y cambiar los ajustes de aparcamiento.',
  'ParkInteractionFailure_settings-changed':
    'Otra persona ha cambiado los ajustes o los está guardando ahora mismo. No se ha guardado nada. Vuelve a cargarlos y revisa tus cambios.',
  'ParkInteractionFailure_settings-unconfirmed':
    'Twilio no ha confirmado que los ajustes se hayan guardado. Vuelve a cargarlos para ver cuáles están establecidos.',
  'ParkInteractionFailure_parking-disabled': 'La función de aparcar está desactivada. Recarga Flex.',
  'ParkInteractionFailure_not-your-task': 'Esta tarea no está asignada a ti.',
  'ParkInteractionFailure_not-your-park': 'Otro agente aparcó esta conversación. Un supervisor puede recuperarla.',
  'ParkInteractionFailure_task-not-found': 'La tarea ya no existe. Recarga Flex.',
  'ParkInteractionFailure_conversation-not-found': 'La conversación ya no existe.',
  'ParkInteractionFailure_not-parked': 'Esta conversación ya no está aparcada.',
  'ParkInteractionFailure_task-not-assigned': 'Solo se puede aparcar una tarea que hayas aceptado.',
  'ParkInteractionFailure_not-a-messaging-task': 'Solo se pueden aparcar conversaciones de mensajería.',
  'ParkInteractionFailure_other-participants':
    'Hay otro agente o supervisor en esta conversación. Apárcala cuando estés a solas con el cliente.',
  'ParkInteractionFailure_conversation-is-back':
    'Vuelves a tener esta conversación en otra tarea. Completa esta cuando termine la otra.',
  'ParkInteractionFailure_agent-not-available':
    'Este agente no está disponible o no puede atender más conversaciones. Elige a otro agente o una cola.',
  'ParkInteractionFailure_queue-not-found': 'Esta cola ya no existe. Elige otra.',
  'ParkInteractionFailure_no-customer': 'En esta conversación no hay ningún cliente que pueda reactivarla.',
  'ParkInteractionFailure_queue-may-not-park': 'Las conversaciones de esta cola no se pueden aparcar.',
  'ParkInteractionFailure_too-many-parked':
    'Ya has aparcado todas las conversaciones que puedes. Recupera antes una de ellas.',
  'ParkInteractionFailure_wake-links-off': 'Los enlaces de reactivación están desactivados. Avisa a un administrador.',
  'ParkInteractionFailure_wake-link-invalid': 'Este enlace de reactivación no es válido. Vuelve a copiarlo.',
  'ParkInteractionFailure_wake-link-expired':
    'Este enlace de reactivación ya no funciona: la conversación ha vuelto o se ha cerrado.',
  'ParkInteractionFailure_time-not-possible':
    'Elige una hora entre un minuto y 90 días más tarde. Si no sirve, aquí las conversaciones no pueden estar aparcadas tanto tiempo.',
  'ParkInteractionFailure_open-invites':
    'Se está invitando a otro agente a esta conversación. Espera a que responda o cancela la invitación.',
  'ParkInteractionFailure_no-workflow':
    'Esta tarea no llegó por un workflow y no hay ninguno predeterminado que pueda traerla de vuelta. Avisa a un administrador.',
  'ParkInteractionFailure_record-unreadable':
    'No se pueden leer los datos guardados de esta conversación aparcada. Si es posible, volverá igualmente con el próximo mensaje del cliente. Avisa a un administrador.',
  'ParkInteractionFailure_customer-spoke-last':
    'El último mensaje es del cliente. Respóndele primero y después aparca la conversación.',
  ParkInteractionFailure_busy: 'Se está aparcando o recuperando en este momento. Inténtalo de nuevo en unos segundos.',
  'ParkInteractionFailure_webhook-limit':
    'La conversación ya tiene cinco webhooks, el máximo que permite Twilio. Avisa a un administrador.',
  'ParkInteractionFailure_attributes-too-large':
    'La tarea lleva demasiados datos para poder volver. Avisa a un administrador.',
  'ParkInteractionFailure_conversation-closed':
    'La conversación está cerrada. El próximo mensaje del cliente abrirá una nueva.',
  'ParkInteractionFailure_channel-failed':
    'El canal ha fallado en Twilio y la conversación no puede volver. Contacta de nuevo con el cliente.',
  'ParkInteractionFailure_channel-gone':
    'Twilio ha eliminado el canal tras mucho tiempo sin uso. Contacta de nuevo con el cliente.',
  'ParkInteractionFailure_routing-refused':
    'Twilio ha rechazado la asignación. Sigue aparcada; avisa a un supervisor o administrador.',
  'ParkInteractionFailure_park-unconfirmed':
    'Twilio no lo ha confirmado. El cliente está a salvo; pulsa Aparcar otra vez si la tarea sigue aquí.',
  'ParkInteractionFailure_unpark-unconfirmed':
    'Twilio aún no ha confirmado la nueva tarea. Si no llega, se reparará automáticamente en unos minutos. No hace falta recuperarla otra vez.',
  'ParkInteractionFailure_complete-unconfirmed':
    'Twilio no ha confirmado que la tarea esté completada. La conversación está a salvo; inténtalo de nuevo.',
  'ParkInteractionFailure_rate-limited':
    'Twilio está saturado. No se ha cambiado nada; inténtalo de nuevo en unos segundos.',
  'ParkInteractionFailure_twilio-unavailable': 'Twilio no ha respondido. No se ha cambiado nada; inténtalo de nuevo.',
  'ParkInteractionFailure_configuration-unavailable': 'No se ha podido leer la configuración. Inténtalo de nuevo.',
  'ParkInteractionFailure_configuration-invalid': 'Faltan ajustes en las Functions. Avisa a un administrador.',
  'ParkInteractionFailure_internal-error':
    'Ha fallado algo inesperado. Inténtalo de nuevo y avisa a un administrador si continúa.',
  ParkInteractionFailure_offline:
    'No tienes conexión. No se ha enviado nada; inténtalo de nuevo cuando vuelvas a tenerla.',
  'ParkInteractionFailure_copy-refused': 'El navegador no ha permitido copiarlo. Inténtalo de nuevo.',
  'ParkInteractionFailure_message-not-sent':
    'Tu último mensaje no se ha enviado. Envíalo otra vez o vuelve a aparcar sin él.',
  'ParkInteractionFailure_no-answer':
    'No ha llegado respuesta. Puede que haya funcionado: míralo en un momento antes de repetirlo.',
  'ParkInteractionFailure_refused-for-unknown-reason':
    'Se ha rechazado por un motivo que esta versión de Flex no conoce. Recarga Flex e inténtalo de nuevo; si vuelve a ocurrir, avisa a un administrador.',
  'ParkInteractionFailure_answer-not-understood':
    'Esta versión de Flex no puede leer la respuesta. Recarga Flex y comprueba si ha funcionado. Si vuelve a ocurrir, avisa a un administrador.',
};

import type { MainStrings } from './parking-strings';

export const ES_MX: MainStrings = {
  ParkInteractionPark: 'Estacionar',
  ParkInteractionParking: 'Estacionando…',
  ParkInteractionParkTitle: 'Estaciona esta conversación. Regresará cuando el cliente escriba.',
  ParkInteractionObstacle_busy: 'Esta conversación se está estacionando.',
  'ParkInteractionObstacle_conversation-not-loaded': 'La conversación todavía se está cargando.',
  'ParkInteractionObstacle_other-participants':
    'Hay otro agente o supervisor en esta conversación. Estaciónala cuando estés a solas con el cliente.',
  'ParkInteractionObstacle_open-invites':
    'Hay una transferencia abierta de esta conversación. Cancélala o espera a que termine.',

  ParkInteractionParked: 'La conversación con {{customerName}} quedó estacionada. Regresará cuando el cliente escriba.',
  ParkInteractionReturned:
    '{{customerName}} escribió mientras la estacionabas: la conversación ya se está asignando de nuevo.',
  ParkInteractionParkFailed: 'No se estacionó la conversación con {{customerName}}. {{reason}}',
  ParkInteractionUnparked: 'La conversación con {{customerName}} se reanudó y te llega como una tarea nueva.',
  ParkInteractionUnparkedToOthers: 'La conversación con {{customerName}} se reanudó y se está asignando a un agente.',
  ParkInteractionAlreadyUnparked:
    'La conversación con {{customerName}} ya se había reanudado, por un mensaje del cliente o por otro agente.',
  ParkInteractionUnparkFailed: 'No se reanudó la conversación con {{customerName}}. {{reason}}',
  ParkInteractionCompleteFailed: 'No se completó la tarea de {{customerName}}. {{reason}}',
  ParkInteractionUnknownCustomer: 'El cliente',
  ParkInteractionSettingsNotice: 'Estacionar: hay que corregir la configuración de Flex. {{problems}}',
  ParkInteractionTwoParkingsNotice:
    'Dos plugins ofrecen estacionar conversaciones y los agentes ven dos botones. En la configuración de Flex, mueve los ajustes de este de features.park_interaction a features.conversation_parking y pon features.park_interaction.enabled en false para el otro.',

  ParkInteractionUndo: 'Deshacer',
  ParkInteractionCameBackToMe: '{{customerName}} regresó: la conversación está en tus tareas.',
  ParkInteractionCameBack:
    'La conversación con {{customerName}} ya no está estacionada: se está asignando a un agente, a menos que se haya cerrado.',
  ParkInteractionNoteTitle: 'Estacionar la conversación con {{customerName}}',
  ParkInteractionNoteReason: 'Motivo (opcional)',
  ParkInteractionNoteNoReason: 'Sin motivo',
  ParkInteractionNoteText: 'Nota para el siguiente agente (opcional)',
  ParkInteractionNoteHelp: 'El cliente no la ve. Caracteres que quedan: {{left}}.',
  ParkInteractionCancel: 'Cancelar',
  ParkInteractionClose: 'Cerrar',
  ParkInteractionSpokeLastTitle: 'El último mensaje es del cliente',
  ParkInteractionSpokeLastText:
    'Puede que {{customerName}} esté esperando una respuesta. Una conversación estacionada solo regresa por sí sola cuando el cliente vuelve a escribir.',
  ParkInteractionParkAnyway: 'Estacionar de todos modos',
  ParkInteractionCardLabel: 'Nota de la conversación estacionada',
  ParkInteractionCardParked: '{{agentName}} estacionó esta conversación {{when}}.',
  ParkInteractionCardReason: 'Motivo: {{reason}}',
  ParkInteractionCardNote: 'Nota: {{note}}',
  ParkInteractionCardEvent: 'Regresó ahora por un aviso de otro sistema.',
  ParkInteractionCardEventNote: 'Regresó ahora por un aviso de otro sistema: {{note}}',
  ParkInteractionCardTimes_one: 'Estacionada una vez hasta ahora.',
  ParkInteractionCardTimes_other: 'Estacionada {{count}} veces hasta ahora.',

  ParkInteractionListTitle: 'Interacciones estacionadas',
  ParkInteractionListCount: 'Interacciones estacionadas: {{count}}',
  ParkInteractionColumnCustomer: 'Cliente',
  ParkInteractionColumnAddress: 'Dirección',
  ParkInteractionColumnParkedAt: 'Estacionada',
  ParkInteractionColumnChannel: 'Canal',
  ParkInteractionColumnAction: 'Acción',
  ParkInteractionUnpark: 'Reanudar',
  ParkInteractionUnparkCustomer: 'Reanudar la conversación con {{customerName}}',
  ParkInteractionUnparkingCustomer: 'Reanudando la conversación con {{customerName}}…',
  ParkInteractionLoading: 'Cargando las interacciones estacionadas…',
  ParkInteractionEmptyTitle: 'No hay nada estacionado',
  ParkInteractionEmptyText:
    'Presiona Estacionar en el encabezado de una conversación para quedar libre mientras esperas al cliente. Aparecerá aquí y regresará cuando el cliente escriba o cuando la reanudes.',
  ParkInteractionListFailedTitle: 'No se pudo cargar la lista',
  ParkInteractionListFailedText:
    'Tus conversaciones estacionadas están a salvo y regresarán cuando los clientes escriban. Revisa tu conexión e inténtalo de nuevo.',
  ParkInteractionRetry: 'Reintentar',
  ParkInteractionReconnecting: 'Se perdió la conexión. La lista se actualizará en cuanto regrese.',
  ParkInteractionChannelWeb: 'Chat web',
  ParkInteractionChannelWhatsApp: 'WhatsApp',
  ParkInteractionChannelSms: 'SMS',
  ParkInteractionChannelMessenger: 'Messenger',
  ParkInteractionChannelEmail: 'Correo electrónico',

  'ParkInteractionFailure_invalid-request':
    'Recarga Flex. Si sigue pasando, avisa a un administrador: el plugin y las Functions son de versiones distintas.',
  'ParkInteractionFailure_token-invalid': 'Tu sesión terminó. Inicia sesión otra vez.',
  'ParkInteractionFailure_not-an-agent':
    'Tu usuario de Flex no tiene un worker, así que no hay nada que estacionar ni reanudar.',
  'ParkInteractionFailure_not-permitted': 'Solo los supervisores y administradores pueden hacer esto.',
  'ParkInteractionFailure_admins-only':
    'Solo los administradores pueden ver y cambiar la configuración de estacionamiento.',
  'ParkInteractionFailure_settings-changed':
    'Otra persona cambió la configuración o la está guardando en este momento. No se guardó nada. Vuelve a cargarla y revisa tus cambios.',
  'ParkInteractionFailure_settings-unconfirmed':
    'Twilio no confirmó que la configuración se haya guardado. Vuelve a cargarla para ver qué está definido.',
  'ParkInteractionFailure_parking-disabled': 'La función de estacionar está desactivada. Recarga Flex.',
  'ParkInteractionFailure_not-your-task': 'Esta tarea no está asignada a ti.',
  'ParkInteractionFailure_not-your-park': 'Otro agente estacionó esta conversación. Un supervisor puede reanudarla.',
  'ParkInteractionFailure_task-not-found': 'La tarea ya no existe. Recarga Flex.',
  'ParkInteractionFailure_conversation-not-found': 'La conversación ya no existe.',
  'ParkInteractionFailure_not-parked': 'Esta conversación ya no está estacionada.',
  'ParkInteractionFailure_task-not-assigned': 'Solo se puede estacionar una tarea que hayas aceptado.',
  'ParkInteractionFailure_not-a-messaging-task': 'Solo se pueden estacionar conversaciones de mensajería.',
  'ParkInteractionFailure_other-participants':
    'Hay otro agente o supervisor en esta conversación. Estaciónala cuando estés a solas con el cliente.',
  'ParkInteractionFailure_conversation-is-back':
    'Ya tienes de nuevo esta conversación en otra tarea. Completa esta cuando la otra termine.',
  'ParkInteractionFailure_agent-not-available':
    'Este agente no está disponible o no puede atender más conversaciones. Elige a otro agente o una fila de espera.',
  'ParkInteractionFailure_queue-not-found': 'Esta fila de espera ya no existe. Elige otra.',
  'ParkInteractionFailure_no-customer': 'En esta conversación no hay ningún cliente que pueda reactivarla.',
  'ParkInteractionFailure_queue-may-not-park': 'Las conversaciones de esta cola no se pueden estacionar.',
  'ParkInteractionFailure_too-many-parked':
    'Ya estacionaste todas las conversaciones que puedes. Reanuda antes una de ellas.',
  'ParkInteractionFailure_wake-links-off': 'Los enlaces de reactivación están desactivados. Avisa a un administrador.',
  'ParkInteractionFailure_wake-link-invalid': 'Este enlace de reactivación no es válido. Vuelve a copiarlo.',
  'ParkInteractionFailure_wake-link-expired':
    'Este enlace de reactivación ya no funciona: la conversación regresó o se cerró.',
  'ParkInteractionFailure_time-not-possible':
    'Elige una hora entre un minuto y 90 días más tarde. Si no sirve, aquí las conversaciones no pueden quedar estacionadas tanto tiempo.',
  'ParkInteractionFailure_open-invites':
    'Se está invitando a otro agente a esta conversación. Espera a que responda o cancela la invitación.',
  'ParkInteractionFailure_no-workflow':
    'Esta tarea no llegó por un workflow y no hay ninguno predeterminado que pueda traerla de regreso. Avisa a un administrador.',
  'ParkInteractionFailure_record-unreadable':
    'No se pueden leer los datos guardados de esta conversación estacionada. Si es posible, regresará de todos modos con el próximo mensaje del cliente. Avisa a un administrador.',
  'ParkInteractionFailure_customer-spoke-last':
    'El último mensaje es del cliente. Respóndele primero y después estaciona la conversación.',
  ParkInteractionFailure_busy:
    'Se está estacionando o reanudando en este momento. Inténtalo de nuevo en unos segundos.',
  'ParkInteractionFailure_webhook-limit':
    'La conversación ya tiene cinco webhooks, el máximo que permite Twilio. Avisa a un administrador.',
  'ParkInteractionFailure_attributes-too-large':
    'La tarea lleva demasiados datos para poder regresar. Avisa a un administrador.',
  'ParkInteractionFailure_conversation-closed':
    'La conversación está cerrada. El próximo mensaje del cliente abrirá una nueva.',
  'ParkInteractionFailure_channel-failed':
    'El canal falló en Twilio y la conversación no puede regresar. Contacta de nuevo al cliente.',
  'ParkInteractionFailure_channel-gone':
    'Twilio eliminó el canal después de mucho tiempo sin uso. Contacta de nuevo al cliente.',
  'ParkInteractionFailure_routing-refused':
    'Twilio rechazó la asignación. Sigue estacionada; avisa a un supervisor o administrador.',
  'ParkInteractionFailure_park-unconfirmed':
    'Twilio no lo confirmó. El cliente está a salvo; presiona Estacionar otra vez si la tarea sigue aquí.',
  'ParkInteractionFailure_unpark-unconfirmed':
    'Twilio todavía no confirma la nueva tarea. Si no llega, se reparará automáticamente en unos minutos. No hace falta reanudarla otra vez.',
  'ParkInteractionFailure_complete-unconfirmed':
    'Twilio no confirmó que la tarea se haya completado. La conversación está a salvo; inténtalo de nuevo.',
  'ParkInteractionFailure_rate-limited':
    'Twilio está saturado. No se cambió nada; inténtalo de nuevo en unos segundos.',
  'ParkInteractionFailure_twilio-unavailable': 'Twilio no respondió. No se cambió nada; inténtalo de nuevo.',
  'ParkInteractionFailure_configuration-unavailable': 'No se pudo leer la configuración. Inténtalo de nuevo.',
  'ParkInteractionFailure_configuration-invalid': 'Faltan ajustes en las Functions. Avisa a un administrador.',
  'ParkInteractionFailure_internal-error':
    'Algo inesperado falló. Inténtalo de nuevo y avisa a un administrador si sigue pasando.',
  ParkInteractionFailure_offline: 'No tienes conexión. No se envió nada; inténtalo de nuevo cuando la recuperes.',
  'ParkInteractionFailure_copy-refused': 'El navegador no permitió copiarlo. Inténtalo de nuevo.',
  'ParkInteractionFailure_message-not-sent':
    'Tu último mensaje no se envió. Envíalo otra vez o vuelve a estacionar sin él.',
  'ParkInteractionFailure_no-answer':
    'No llegó respuesta. Puede que sí haya funcionado: revísalo en un momento antes de repetirlo.',
  'ParkInteractionFailure_refused-for-unknown-reason':
    'Se rechazó por un motivo que esta versión de Flex no conoce. Recarga Flex e inténtalo de nuevo; si vuelve a pasar, avisa a un administrador.',
  'ParkInteractionFailure_answer-not-understood':
    'Esta versión de Flex no puede leer la respuesta. Recarga Flex y revisa si funcionó. Si vuelve a pasar, avisa a un administrador.',
};

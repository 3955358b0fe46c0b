import type { MainStrings } from './parking-strings';

export const PT_BR: MainStrings = {
  ParkInteractionPark: 'Estacionar',
  ParkInteractionParking: 'Estacionando…',
  ParkInteractionParkTitle: 'Estacione esta conversa. Ela volta quando o cliente escrever.',
  ParkInteractionObstacle_busy: 'Esta conversa está sendo estacionada.',
  'ParkInteractionObstacle_conversation-not-loaded': 'A conversa ainda está carregando.',
  'ParkInteractionObstacle_other-participants':
    'Há outro agente ou supervisor nesta conversa. Estacione quando estiver a sós com o cliente.',
  'ParkInteractionObstacle_open-invites': 'Há uma transferência aberta desta conversa. Cancele-a ou aguarde o término.',

  ParkInteractionParked: 'A conversa com {{customerName}} foi estacionada. Ela volta quando o cliente escrever.',
  ParkInteractionReturned:
    '{{customerName}} escreveu enquanto você estacionava: a conversa já está sendo encaminhada de novo.',
  ParkInteractionParkFailed: 'A conversa com {{customerName}} não foi estacionada. {{reason}}',
  ParkInteractionUnparked: 'A conversa com {{customerName}} foi retomada e chega a você como uma nova tarefa.',
  ParkInteractionUnparkedToOthers: 'A conversa com {{customerName}} foi retomada e está sendo encaminhada a um agente.',
  ParkInteractionAlreadyUnparked:
    'A conversa com {{customerName}} já tinha sido retomada, por uma mensagem do cliente ou por outro agente.',
  ParkInteractionUnparkFailed: 'A conversa com {{customerName}} não foi retomada. {{reason}}',
  ParkInteractionCompleteFailed: 'A tarefa de {{customerName}} não foi concluída. {{reason}}',
  ParkInteractionUnknownCustomer: 'O cliente',
  ParkInteractionSettingsNotice: 'Estacionar: a configuração do Flex precisa ser corrigida. {{problems}}',
  ParkInteractionTwoParkingsNotice:
    'Dois plugins oferecem estacionar conversas e os agentes veem dois botões. Na configuração do Flex, mova os ajustes deste de features.park_interaction para features.conversation_parking e defina features.park_interaction.enabled como false para o outro.',

  ParkInteractionUndo: 'Desfazer',
  ParkInteractionCameBackToMe: '{{customerName}} voltou: a conversa está nas suas tarefas.',
  ParkInteractionCameBack:
    'A conversa com {{customerName}} não está mais estacionada: está sendo encaminhada a um agente, a menos que tenha sido encerrada.',
  ParkInteractionNoteTitle: 'Estacionar a conversa com {{customerName}}',
  ParkInteractionNoteReason: 'Motivo (opcional)',
  ParkInteractionNoteNoReason: 'Sem motivo',
  ParkInteractionNoteText: 'Nota para o próximo agente (opcional)',
  ParkInteractionNoteHelp: 'O cliente não a vê. Caracteres restantes: {{left}}.',
  ParkInteractionCancel: 'Cancelar',
  ParkInteractionClose: 'Fechar',
  ParkInteractionSpokeLastTitle: 'A última mensagem é do cliente',
  ParkInteractionSpokeLastText:
    '{{customerName}} pode estar esperando uma resposta. Uma conversa estacionada só volta sozinha quando o cliente escreve de novo.',
  ParkInteractionParkAnyway: 'Estacionar mesmo assim',
  ParkInteractionCardLabel: 'Nota da conversa estacionada',
  ParkInteractionCardParked: '{{agentName}} estacionou esta conversa {{when}}.',
  ParkInteractionCardReason: 'Motivo: {{reason}}',
  ParkInteractionCardNote: 'Nota: {{note}}',
  ParkInteractionCardEvent: 'Voltou agora por um aviso de outro sistema.',
  ParkInteractionCardEventNote: 'Voltou agora por um aviso de outro sistema: {{note}}',
  ParkInteractionCardTimes_one: 'Estacionada uma vez até agora.',
  ParkInteractionCardTimes_other: 'Estacionada {{count}} vezes até agora.',

  ParkInteractionListTitle: 'Interações estacionadas',
  ParkInteractionListCount: 'Interações estacionadas: {{count}}',
  ParkInteractionColumnCustomer: 'Cliente',
  ParkInteractionColumnAddress: 'Endereço',
  ParkInteractionColumnParkedAt: 'Estacionada',
  ParkInteractionColumnChannel: 'Canal',
  ParkInteractionColumnAction: 'Ação',
  ParkInteractionUnpark: 'Retomar',
  ParkInteractionUnparkCustomer: 'Retomar a conversa com {{customerName}}',
  ParkInteractionUnparkingCustomer: 'Retomando a conversa com {{customerName}}…',
  ParkInteractionLoading: 'Carregando as interações estacionadas…',
  ParkInteractionEmptyTitle: 'Nada está estacionado',
  ParkInteractionEmptyText:
    'Clique em Estacionar no cabeçalho de uma conversa para ficar livre enquanto espera o cliente. Ela aparece aqui e volta quando o cliente escrever ou quando você a retomar.',
  ParkInteractionListFailedTitle: 'Não foi possível carregar a lista',
  ParkInteractionListFailedText:
    'Suas conversas estacionadas estão seguras e voltam quando os clientes escreverem. Verifique sua conexão e tente de novo.',
  ParkInteractionRetry: 'Tentar de novo',
  ParkInteractionReconnecting: 'A conexão caiu. A lista se atualiza sozinha assim que ela voltar.',
  ParkInteractionChannelWeb: 'Chat na web',
  ParkInteractionChannelWhatsApp: 'WhatsApp',
  ParkInteractionChannelSms: 'SMS',
  ParkInteractionChannelMessenger: 'Messenger',
  ParkInteractionChannelEmail: 'E-mail',

  'ParkInteractionFailure_invalid-request':
    'Recarregue o Flex. Se continuar, avise um administrador: o plugin e as Functions são de versões diferentes.',
  'ParkInteractionFailure_token-invalid': 'Sua sessão terminou. Entre de novo.',
  'ParkInteractionFailure_not-an-agent':
    'Seu usuário do Flex não tem um worker, portanto não há nada para estacionar ou retomar.',
  'ParkInteractionFailure_not-permitted': 'Somente supervisores e administradores podem fazer isso.',
  'ParkInteractionFailure_admins-only': 'Só administradores podem ver e alterar as configurações de estacionamento.',
  'ParkInteractionFailure_settings-changed':
    'Outra pessoa alterou as configurações ou está salvando agora. Nada foi salvo. Carregue-as de novo e confira suas alterações.',
  'ParkInteractionFailure_settings-unconfirmed':
    'O Twilio não confirmou que as configurações foram salvas. Carregue-as de novo para ver o que está definido.',
  'ParkInteractionFailure_parking-disabled': 'A função de estacionar está desativada. Recarregue o Flex.',
  'ParkInteractionFailure_not-your-task': 'Esta tarefa não está atribuída a você.',
  'ParkInteractionFailure_not-your-park': 'Outro agente estacionou esta conversa. Um supervisor pode retomá-la.',
  'ParkInteractionFailure_task-not-found': 'A tarefa não existe mais. Recarregue o Flex.',
  'ParkInteractionFailure_conversation-not-found': 'A conversa não existe mais.',
  'ParkInteractionFailure_not-parked': 'Esta conversa não está mais estacionada.',
  'ParkInteractionFailure_task-not-assigned': 'Só é possível estacionar uma tarefa que você aceitou.',
  'ParkInteractionFailure_not-a-messaging-task': 'Só é possível estacionar conversas de mensagens.',
  'ParkInteractionFailure_other-participants':
    'Há outro agente ou supervisor nesta conversa. Estacione quando estiver a sós com o cliente.',
  'ParkInteractionFailure_conversation-is-back':
    'Esta conversa está com você de novo em outra tarefa. Conclua esta quando a outra terminar.',
  'ParkInteractionFailure_agent-not-available':
    'Este agente não está disponível ou não pode atender mais conversas. Escolha outro agente ou uma fila.',
  'ParkInteractionFailure_queue-not-found': 'Esta fila não existe mais. Escolha outra.',
  'ParkInteractionFailure_no-customer': 'Não há nesta conversa um cliente que possa trazê-la de volta.',
  'ParkInteractionFailure_queue-may-not-park': 'As conversas desta fila não podem ser estacionadas.',
  'ParkInteractionFailure_too-many-parked':
    'Você já estacionou todas as conversas que pode. Retome uma delas primeiro.',
  'ParkInteractionFailure_wake-links-off': 'Os links de reativação estão desativados. Avise um administrador.',
  'ParkInteractionFailure_wake-link-invalid': 'Este link de reativação não é válido. Copie-o de novo.',
  'ParkInteractionFailure_wake-link-expired':
    'Este link de reativação não funciona mais: a conversa voltou ou foi encerrada.',
  'ParkInteractionFailure_time-not-possible':
    'Escolha um horário entre um minuto e 90 dias à frente. Se não adiantar, aqui as conversas não podem ficar estacionadas por tanto tempo.',
  'ParkInteractionFailure_open-invites':
    'Outro agente está sendo convidado para esta conversa. Aguarde a resposta ou cancele o convite.',
  'ParkInteractionFailure_no-workflow':
    'Esta tarefa não veio por um workflow e não há um padrão que possa trazê-la de volta. Avise um administrador.',
  'ParkInteractionFailure_record-unreadable':
    'Não é possível ler os dados salvos desta conversa estacionada. Se possível, ela ainda volta com a próxima mensagem do cliente. Avise um administrador.',
  'ParkInteractionFailure_customer-spoke-last':
    'A última mensagem é do cliente. Responda primeiro e depois estacione a conversa.',
  ParkInteractionFailure_busy: 'Ela está sendo estacionada ou retomada agora. Tente de novo em alguns segundos.',
  'ParkInteractionFailure_webhook-limit':
    'A conversa já tem cinco webhooks, o máximo que a Twilio permite. Avise um administrador.',
  'ParkInteractionFailure_attributes-too-large': 'A tarefa tem dados demais para poder voltar. Avise um administrador.',
  'ParkInteractionFailure_conversation-closed':
    'A conversa está encerrada. A próxima mensagem do cliente começa uma nova.',
  'ParkInteractionFailure_channel-failed':
    'O canal falhou na Twilio e a conversa não pode voltar. Entre em contato com o cliente novamente.',
  'ParkInteractionFailure_channel-gone':
    'A Twilio excluiu o canal após muito tempo sem uso. Entre em contato com o cliente novamente.',
  'ParkInteractionFailure_routing-refused':
    'A Twilio recusou o encaminhamento. A conversa continua estacionada; avise um supervisor ou administrador.',
  'ParkInteractionFailure_park-unconfirmed':
    'A Twilio não confirmou. O cliente está seguro; clique em Estacionar de novo se a tarefa ainda estiver aqui.',
  'ParkInteractionFailure_unpark-unconfirmed':
    'A Twilio ainda não confirmou a nova tarefa. Se ela não chegar, será reparada automaticamente em alguns minutos. Não é preciso retomá-la de novo.',
  'ParkInteractionFailure_complete-unconfirmed':
    'A Twilio não confirmou a conclusão da tarefa. A conversa está segura; tente de novo.',
  'ParkInteractionFailure_rate-limited':
    'A Twilio está sobrecarregada. Nada foi alterado; tente de novo em alguns segundos.',
  'ParkInteractionFailure_twilio-unavailable': 'A Twilio não respondeu. Nada foi alterado; tente de novo.',
  'ParkInteractionFailure_configuration-unavailable': 'Não foi possível ler a configuração. Tente de novo.',
  'ParkInteractionFailure_configuration-invalid': 'Faltam configurações nas Functions. Avise um administrador.',
  'ParkInteractionFailure_internal-error':
    'Algo inesperado falhou. Tente de novo e avise um administrador se continuar.',
  ParkInteractionFailure_offline: 'Você está sem conexão. Nada foi enviado; tente de novo quando ela voltar.',
  'ParkInteractionFailure_copy-refused': 'O navegador não permitiu copiar. Tente de novo.',
  'ParkInteractionFailure_message-not-sent':
    'Sua última mensagem não foi enviada. Envie-a de novo ou estacione outra vez sem ela.',
  'ParkInteractionFailure_no-answer':
    'Nenhuma resposta chegou. Pode ter funcionado mesmo assim: confira em instantes antes de repetir.',
  'ParkInteractionFailure_refused-for-unknown-reason':
    'Foi recusado por um motivo que esta versão do Flex não conhece. Recarregue o Flex e tente de novo; se acontecer outra vez, avise um administrador.',
  'ParkInteractionFailure_answer-not-understood':
    'Esta versão do Flex não consegue ler a resposta. Recarregue o Flex e confira se funcionou. Se acontecer de novo, avise um administrador.',
};

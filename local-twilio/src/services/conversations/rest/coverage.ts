import type { ProductCoverage } from '../../../account/coverage/coverage';

/** What the local Twilio does of conversations.twilio.com. */
export const conversationsCoverage: ProductCoverage = {
  partial: {
    CreateConversation: 'bindings of email; DateCreated and DateUpdated are ignored',
    CreateServiceConversation: 'bindings of email; DateCreated and DateUpdated are ignored',
    UpdateConversation: 'bindings of email; DateCreated and DateUpdated are ignored',
    UpdateServiceConversation: 'bindings of email; DateCreated and DateUpdated are ignored',
    ListConversation: 'StartDate and EndDate are ignored',
    ListServiceConversation: 'StartDate and EndDate are ignored',
    CreateConversationMessage: 'media, content templates, subject',
    CreateServiceConversationMessage: 'media, content templates, subject',
    UpdateConversationMessage: 'Author, Subject',
    UpdateServiceConversationMessage: 'Author, Subject',
    CreateConversationParticipant: 'projected addresses, roles',
    CreateServiceConversationParticipant: 'projected addresses, roles',
    UpdateConversationParticipant: 'roles, bindings, LastReadTimestamp',
    UpdateServiceConversationParticipant: 'roles, bindings, LastReadTimestamp',
    CreateConversationScopedWebhook: 'Studio targets are kept but start no flow',
    CreateServiceConversationScopedWebhook: 'Studio targets are kept but start no flow',
    UpdateUserConversation: 'NotificationLevel, LastReadTimestamp',
    UpdateServiceUserConversation: 'NotificationLevel, LastReadTimestamp',
    UpdateConversationScopedWebhook: 'Studio targets are kept but start no flow',
    UpdateServiceConversationScopedWebhook: 'Studio targets are kept but start no flow',
  },
  supported: `
    DeleteConversation DeleteConversationMessage DeleteConversationParticipant DeleteConversationScopedWebhook
    DeleteServiceConversation DeleteServiceConversationMessage DeleteServiceConversationParticipant
    DeleteServiceConversationScopedWebhook FetchConversation FetchConversationMessage FetchConversationMessageReceipt FetchConversationParticipant
    FetchConversationScopedWebhook FetchService FetchServiceConversation FetchServiceConversationMessage FetchServiceConversationMessageReceipt
    FetchServiceConversationParticipant FetchServiceConversationScopedWebhook FetchServiceUser FetchUser
    ListConversationMessage ListConversationMessageReceipt ListConversationParticipant ListConversationScopedWebhook ListService
    ListServiceConversationMessage ListServiceConversationMessageReceipt ListServiceConversationParticipant ListServiceConversationScopedWebhook
    ListServiceUser ListUser UpdateServiceUser UpdateUser
    DeleteServiceUserConversation DeleteUserConversation FetchServiceUserConversation FetchUserConversation ListParticipantConversation
    ListServiceParticipantConversation ListServiceUserConversation ListUserConversation
  `,
  planned: `
    CreateConfigurationAddress CreateConversationWithParticipants CreateCredential CreateRole CreateService
    CreateServiceConversationWithParticipants CreateServiceRole CreateServiceUser CreateUser
    DeleteConfigurationAddress DeleteCredential DeleteRole DeleteService DeleteServiceBinding DeleteServiceRole
    DeleteServiceUser DeleteUser FetchConfiguration
    FetchConfigurationAddress FetchConfigurationWebhook FetchCredential FetchRole
    FetchServiceBinding FetchServiceConfiguration FetchServiceNotification
    FetchServiceRole FetchServiceWebhookConfiguration 
    ListConfigurationAddress ListCredential ListRole
    ListServiceBinding ListServiceRole
    UpdateConfiguration UpdateConfigurationAddress
    UpdateConfigurationWebhook UpdateCredential UpdateRole UpdateServiceConfiguration UpdateServiceNotification
    UpdateServiceRole UpdateServiceWebhookConfiguration 
  `,
};

import type { Missing } from '../../../kernel/rest/coverage';

/** What is missing of the operations that are served in part. */
export const conversationsMissing: Missing = {
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
};

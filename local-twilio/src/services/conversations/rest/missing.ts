import type { Missing } from '../../../kernel/rest/coverage';

/** What is missing beside parameters, and cannot be told from them. */
export const conversationsMissing: Missing = {
  CreateConfigurationAddress: 'types sms and whatsapp only, of the numbers that customers write to here',
  CreateRole:
    'enforced for what SDK clients can do here: messages, media, participants, names and attributes, own users',
  CreateServiceRole: 'as CreateRole',
};

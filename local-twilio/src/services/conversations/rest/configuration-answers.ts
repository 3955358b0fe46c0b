import { isoSeconds } from '../../../kernel/rest/times';
import type { ConversationsAccount } from '../account';
import type { AddressConfiguration, AutoCreation, Role } from '../configuration-entities';

function autoCreationAnswer(service: string, { enabled, type, ...own }: AutoCreation): object {
  const common = { enabled, type, conversation_service_sid: service };
  switch (type) {
    case 'default':
      return common;
    case 'webhook': {
      const { webhookUrl, webhookMethod, webhookFilters } = own;
      return { ...common, webhook_url: webhookUrl, webhook_method: webhookMethod, webhook_filters: webhookFilters };
    }
    case 'studio':
      return { ...common, studio_flow_sid: own.studioFlowSid, studio_retry_count: own.studioRetryCount };
  }
}

export const addressAnswer = (account: ConversationsAccount, one: AddressConfiguration): object => ({
  sid: one.sid,
  account_sid: account.accountSid,
  type: one.type,
  address: one.address,
  friendly_name: one.friendlyName,
  address_country: one.country,
  auto_creation: autoCreationAnswer(account.conversations.service.sid, one.autoCreation),
  date_created: isoSeconds(one.createdAtMs),
  date_updated: isoSeconds(one.updatedAtMs),
  url: `https://conversations.twilio.com/v1/Configuration/Addresses/${one.sid}`,
});

export const roleAnswer = (account: ConversationsAccount, role: Role): object => ({
  sid: role.sid,
  account_sid: account.accountSid,
  chat_service_sid: account.conversations.service.sid,
  friendly_name: role.friendlyName,
  type: role.type,
  permissions: role.permissions,
  date_created: isoSeconds(role.createdAtMs),
  date_updated: isoSeconds(role.updatedAtMs),
  url: `https://conversations.twilio.com/v1/Services/${account.conversations.service.sid}/Roles/${role.sid}`,
});

import { isoSeconds } from '../../../kernel/rest/times';
import { DEFAULT_MESSAGING_SERVICE } from '../configuration-state';
import type { ChatService, ChatUser } from '../entities';

const root = 'https://conversations.twilio.com/v1';

export function userAnswer(accountSid: string, user: ChatUser): unknown {
  const url = `${root}/Services/${user.serviceSid}/Users/${user.sid}`;
  return {
    sid: user.sid,
    account_sid: accountSid,
    chat_service_sid: user.serviceSid,
    role_sid: user.roleSid,
    identity: user.identity,
    friendly_name: user.friendlyName,
    attributes: user.attributes,
    // Null where reachability is off, as it is in a new service: https://www.twilio.com/docs/conversations/api/user-resource
    is_online: null,
    is_notifiable: null,
    date_created: isoSeconds(user.createdAtMs),
    date_updated: isoSeconds(user.updatedAtMs),
    url,
    links: { user_conversations: `${url}/Conversations` },
  };
}

export function serviceAnswer(accountSid: string, service: ChatService): unknown {
  const url = `${root}/Services/${service.sid}`;
  return {
    account_sid: accountSid,
    sid: service.sid,
    friendly_name: service.friendlyName,
    date_created: isoSeconds(service.createdAtMs),
    date_updated: isoSeconds(service.updatedAtMs),
    url,
    links: { conversations: `${url}/Conversations`, users: `${url}/Users`, roles: `${url}/Roles` },
  };
}

/** https://www.twilio.com/docs/conversations/api/configuration-resource: what new Conversations begin with. */
export function configurationAnswer(accountSid: string, service: ChatService): unknown {
  const url = `${root}/Configuration`;
  return {
    account_sid: accountSid,
    default_chat_service_sid: service.sid,
    default_messaging_service_sid: DEFAULT_MESSAGING_SERVICE,
    // New Conversations have no timers here.
    default_inactive_timer: null,
    default_closed_timer: null,
    url,
    links: { service: `${root}/Services/${service.sid}/Configuration`, webhooks: `${url}/Webhooks` },
  };
}

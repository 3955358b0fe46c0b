const named = (name: string): string => encodeURIComponent(name);

/** twilio.com/docs/taskrouter/api */
export const workspaceUrl = (workspaceSid: string): string =>
  `https://taskrouter.twilio.com/v1/Workspaces/${workspaceSid}`;

/** twilio.com/docs/conversations/api */
export const CONVERSATIONS = 'https://conversations.twilio.com/v1/Conversations';
export const conversationUrl = (name: string): string => `${CONVERSATIONS}/${named(name)}`;

/** twilio.com/docs/flex/developer/conversations/interactions-api */
export const INTERACTIONS = 'https://flex-api.twilio.com/v1/Interactions';
export const FLEX_CONFIGURATION = 'https://flex-api.twilio.com/v1/Configuration';

export interface ChannelRef {
  readonly interactionSid: string;
  readonly channelSid: string;
}

export const channelUrl = ({ interactionSid, channelSid }: ChannelRef): string =>
  `${INTERACTIONS}/${interactionSid}/Channels/${channelSid}`;

/** twilio.com/docs/serverless/api */
export const SERVERLESS = 'https://serverless.twilio.com/v1/Services';

/** twilio.com/docs/sync/api */
export const SYNC_SERVICES = 'https://sync.twilio.com/v1/Services';
export const syncUrl = (serviceSid: string): string => `${SYNC_SERVICES}/${serviceSid}`;

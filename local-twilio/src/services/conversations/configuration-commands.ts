import type { AddressConfiguration, AutoCreation, Role, WebhookConfiguration } from './configuration-entities';

export interface NewGlobalWebhooks {
  readonly method?: string;
  readonly filters?: readonly string[];
  readonly preWebhookUrl?: string;
  readonly postWebhookUrl?: string;
}

export interface NewAddress {
  readonly type: AddressConfiguration['type'];
  readonly address: string;
  readonly country?: string;
  readonly friendlyName?: string;
  readonly autoCreation: Partial<AutoCreation>;
}

/** What the webhook of a Conversation that is made by it will be; undefined for the type default. */
export function webhookOf({ type, ...own }: AutoCreation) {
  if (type === 'default') return undefined;
  if (type === 'studio') return { target: type, flowSid: own.studioFlowSid ?? undefined, filters: ['onMessageAdded'] };
  const { webhookUrl: url, webhookMethod: method, webhookFilters: filters } = own;
  return { target: type, url: url ?? undefined, method: method.toLowerCase(), filters };
}

export type AddressChanges = Partial<Pick<NewAddress, 'friendlyName' | 'autoCreation'>>;

export interface NewRole {
  readonly type: Role['type'];
  readonly friendlyName: string;
  readonly permissions: readonly string[];
}

/** What SDK clients can do here, and a role may forbid. */
export type Permission =
  | 'addParticipant'
  | 'editAnyUserInfo'
  | 'editConversationAttributes'
  | 'editConversationName'
  | 'editOwnUserInfo'
  | 'sendMediaMessage'
  | 'sendMessage';

/** What is set for all Conversations of the service. */
export interface ConversationsConfiguration {
  addresses(): readonly AddressConfiguration[];
  /** By SID or address. */
  address(name: string): AddressConfiguration;
  configureAddress(input: NewAddress): AddressConfiguration;
  updateAddress(name: string, changes: AddressChanges): AddressConfiguration;
  removeAddress(name: string): void;
  /** The webhooks of the account, or of its service. */
  globalWebhooks(scope: 'account' | 'service'): WebhookConfiguration;
  setGlobalWebhooks(scope: 'account' | 'service', changes: NewGlobalWebhooks): WebhookConfiguration;
  roles(): readonly Role[];
  /** Throws 404 / 20404 if there is none. */
  role(sid: string): Role;
  createRole(input: NewRole): Role;
  setPermissions(roleSid: string, permissions: readonly string[]): Role;
  removeRole(sid: string): void;
  /** Throws 403 / 50107 if neither their role in the service nor that in the Conversation permits it. */
  checkMay(identity: string, permission: Permission, conversationSid?: string): void;
}

import type { Kept } from '../../kernel/shapes';
import type { addressConfiguration, autoCreation, role, webhookConfiguration } from './configuration-state';

/** Webhooks of the whole account, or of its service. */
export type WebhookConfiguration = Kept<
  typeof webhookConfiguration,
  'method' | 'filters' | 'preWebhookUrl' | 'postWebhookUrl'
>;

/** https://www.twilio.com/docs/conversations/api/address-configuration-resource */
export type AddressConfiguration = Kept<typeof addressConfiguration, 'friendlyName' | 'autoCreation' | 'updatedAtMs'>;

export type AutoCreation = Kept<typeof autoCreation>;

/** What somebody may do in the service, or in a Conversation: https://www.twilio.com/docs/conversations/api/role-resource */
export type Role = Kept<typeof role, 'permissions' | 'updatedAtMs'>;

import type { Sid } from '../../kernel/sids';

/** Webhooks of the whole account, or of its service. */
export interface WebhookConfiguration {
  method: 'GET' | 'POST';
  filters: readonly string[];
  preWebhookUrl: string | null;
  postWebhookUrl: string | null;
}

/** https://www.twilio.com/docs/conversations/api/address-configuration-resource */
export interface AddressConfiguration {
  readonly sid: Sid<'IG'>;
  readonly type: 'sms' | 'whatsapp';
  /** What customers write to: a binding's proxy address. */
  readonly address: string;
  readonly country: string | null;
  readonly createdAtMs: number;
  friendlyName: string | null;
  autoCreation: AutoCreation;
  updatedAtMs: number;
}

/** What an inbound message to that address starts, if it is in no open Conversation. */
export interface AutoCreation {
  readonly enabled: boolean;
  readonly type: 'webhook' | 'studio' | 'default';
  readonly webhookUrl: string | null;
  readonly webhookMethod: 'GET' | 'POST';
  readonly webhookFilters: readonly string[];
  readonly studioFlowSid: string | null;
  readonly studioRetryCount: number | null;
}

/** What somebody may do in the service, or in a Conversation: https://www.twilio.com/docs/conversations/api/role-resource */
export interface Role {
  readonly sid: Sid<'RL'>;
  readonly type: 'conversation' | 'service';
  readonly friendlyName: string;
  readonly createdAtMs: number;
  permissions: readonly string[];
  updatedAtMs: number;
}

import type { DeliveryRecord } from '../../../kernel/deliveries';
import type { Mishap, WebhookFault } from '../../../kernel/webhook-faults';

/** In the words of the form. */
export const MISHAPS: readonly (readonly [Mishap, string])[] = [
  ['lost', 'is lost on the way'],
  ['answer-lost', 'arrives, and its answer is lost'],
  ['late', 'comes late'],
  ['twice', 'comes twice'],
  ['out-of-order', 'comes after the next one'],
];

export const SENDERS: readonly (readonly [DeliveryRecord['kind'] | '', string])[] = [
  ['', 'any service'],
  ['conversations', 'Conversations'],
  ['taskrouter', 'TaskRouter'],
  ['studio', 'Studio'],
];

/** The form's fields, as typed. */
export interface WebhookFaultFields {
  readonly mishap: string;
  /** Empty: any. */
  readonly eventType: string;
  readonly kind: string;
  /** The beginning of an address; empty: any. */
  readonly url: string;
  readonly times: string;
  readonly delayMs: string;
}

const oneOf = <Value>(known: readonly (readonly [Value, string])[], asked: string): Value | undefined =>
  known.find(([value]) => value === asked)?.[0];

export function readWebhookFault(fields: WebhookFaultFields): WebhookFault {
  const kind = oneOf(SENDERS, fields.kind);
  const [eventType, url] = [fields.eventType.trim(), fields.url.trim()];
  return {
    mishap: oneOf(MISHAPS, fields.mishap) ?? 'lost',
    eventType: eventType === '' ? '*' : eventType,
    times: Math.max(1, Math.round(Number(fields.times)) || 1),
    ...(kind ? { kind } : {}),
    ...(url === '' ? {} : { url }),
    ...(Number(fields.delayMs) > 0 ? { delayMs: Math.round(Number(fields.delayMs)) } : {}),
  };
}

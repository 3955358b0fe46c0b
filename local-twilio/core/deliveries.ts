/** A webhook on its way to a customer's server, signed. */
export interface Delivery {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
  /** Holds x-twilio-signature and content-type. */
  readonly headers: Readonly<Record<string, string>>;
  /** How long Twilio waits for the answer. */
  readonly timeoutMs: number;
}

/** Sends a delivery; rejects when there is no answer in time. */
export type Deliver = (delivery: Delivery) => Promise<{ readonly status: number }>;

export interface DeliveryRecord {
  readonly sid: string;
  readonly at: string;
  readonly kind: 'conversations' | 'taskrouter';
  readonly delivery: Delivery;
  /** Null while it is under way; a status, or why there was no answer. */
  outcome: { readonly status: number } | { readonly failure: string } | null;
}

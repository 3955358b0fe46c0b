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

export interface DeliveryAnswer {
  readonly status: number;
  /** Its beginning, where the way of delivering tells. */
  readonly body?: unknown;
}

/** Sends a delivery; rejects when there is no answer in time. */
export type Deliver = (delivery: Delivery) => Promise<DeliveryAnswer>;

export interface DeliveryRecord {
  readonly sid: string;
  readonly at: string;
  readonly kind: 'conversations' | 'taskrouter' | 'studio';
  readonly delivery: Delivery;
  /** Null while it is under way; the answer, or why there was none. */
  outcome: DeliveryAnswer | { readonly failure: string } | null;
  /** From sending to the outcome; null while it is under way. */
  durationMs: number | null;
}

export type DeliveryEvent = {
  readonly type: 'delivery.started' | 'delivery.finished';
  readonly delivery: DeliveryRecord;
};
